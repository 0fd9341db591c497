"""Every code is drawn, in files that are small, well formed and our own."""

import gzip
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask import Flask

from search.vocabulary import FEATURE_VALUES, BodyPlace, MarkKind
from web.assets import STATIC
from web.forms import CHOOSE, Coded
from web.pictures.body_spots import VIEWS
from web.pictures.picture_sets import DRAWN_FEATURES, FEATURES, FILES, drawn, picture_address, picture_of

SVG = "{http://www.w3.org/2000/svg}"
# Bytes of one set as a server that compresses sends it.
LARGEST = 10_000
OF_BODY = {view.file for view in VIEWS}


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.__name__)
def test_every_code_has_a_picture_and_every_picture_a_code(kind: type[StrEnum]) -> None:
    assert drawn(FILES[kind]) == set(kind)


def test_of_a_feature_that_is_drawn_every_value_is(unconnected_family: Flask) -> None:
    codes = {f"{feature}.{value}" for feature in DRAWN_FEATURES for value in FEATURE_VALUES[feature]}
    assert drawn(FEATURES) == codes
    with unconnected_family.test_request_context():
        assert picture_address("eyes.brown", "feature_value").endswith("/features.svg#eyes.brown")
        assert picture_address("skin.dark", "feature_value") == ""


@pytest.mark.parametrize("file", sorted({*FILES.values(), FEATURES, *OF_BODY}))
def test_a_set_is_well_formed_light_and_needs_nothing_from_elsewhere(file: str) -> None:
    content = (STATIC / file).read_bytes()
    root = _root(STATIC / file)
    assert root.tag == f"{SVG}svg"
    assert {child.tag for child in root} == {f"{SVG}symbol"}
    assert all("viewBox" in child.attrib for child in root)
    assert len(gzip.compress(content, 6)) <= LARGEST
    words = content.decode().replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not any(part in words for part in ("http", "url(", "<style", "style=", "<script", "<image", "href"))


def test_every_drawing_of_the_body_is_in_its_file_at_the_size_that_its_spots_are_measured_in() -> None:
    for view in VIEWS:
        symbols = {child.attrib["id"]: child.attrib["viewBox"] for child in _symbols(STATIC / view.file)}
        assert symbols[view.name] == f"0 0 {view.width} {view.height}"


def test_no_two_codes_of_a_set_look_alike() -> None:
    for file in (*FILES.values(), FEATURES):
        pictures = [
            ElementTree.tostring(child[0]) + b"".join(map(ElementTree.tostring, child))
            for child in _symbols(STATIC / file)
        ]
        assert len(set(pictures)) == len(pictures)


def test_a_choice_leads_to_its_picture_and_a_choice_without_one_to_none(unconnected_family: Flask) -> None:
    with unconnected_family.test_request_context():
        assert picture_of(Coded(MarkKind.SCAR)).endswith("/marks.svg#scar")
        assert picture_of(Coded("blue", "colour")).endswith("/colours.svg#blue")
        assert [
            picture_of(label) for label in (CHOOSE, Coded(BodyPlace.KNEE), Coded("unheard", "colour"), "in words")
        ] == [""] * 4


def _root(path: Path) -> ElementTree.Element:
    return ElementTree.fromstring(path.read_bytes())  # noqa: S314 - a file of this repository


def _symbols(path: Path) -> list[ElementTree.Element]:
    return list(_root(path))
