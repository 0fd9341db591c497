"""Paths and the types behind them."""

import pytest

from matching.record import PartialDate
from search.documents import Description, Filing
from search.fields.document_types import DOCUMENTS, SECTIONS, field_paths, type_at


def test_a_path_leads_through_nested_documents() -> None:
    paths = set(field_paths(Description, "description")) | set(field_paths(Filing, "filing"))
    assert {"description.names.text", "filing.contacts.value", "description.journey.legs.origin.text"} <= paths
    assert "description.names" not in paths


def test_a_note_is_one_field() -> None:
    assert [path for path in field_paths(Filing, "filing") if "notes" in path] == ["filing.notes"]


def test_sections_are_found_by_their_names() -> None:
    assert {name: document for document, name in SECTIONS.items()} == dict(DOCUMENTS)


def test_a_path_has_the_type_of_its_field() -> None:
    assert type_at("description.birth") == PartialDate | None
    assert type_at("description.event.when") == PartialDate | None
    assert type_at("description.names:father") == type_at("description.names")


@pytest.mark.parametrize("path", ["description.shoe_size", "description.sex.colour", "nowhere.names"])
def test_a_path_that_no_document_has_is_an_error(path: str) -> None:
    with pytest.raises(KeyError):
        type_at(path)
