"""Lists of names, numbers and ranges as pages show them."""

import pytest
from flask import Flask

from i18n.offered_languages import offered
from web.template_filters import shown_listing


def test_names_of_a_list_are_kept_apart_and_joined_as_the_reader_joins_them(unconnected_family: Flask) -> None:
    expected = {
        "en": "<bdi>أمينة</bdi> and <bdi>Amina</bdi>",
        "es": "<bdi>أمينة</bdi> y <bdi>Amina</bdi>",
        "ar": "<bdi>أمينة</bdi> و<bdi>Amina</bdi>",
    }
    for row in offered():
        with unconnected_family.test_request_context(f"/?lang={row.tag}", headers={"Accept-Language": row.tag}):
            assert shown_listing(["أمينة", "Amina"]) == expected[row.tag]


@pytest.mark.parametrize(("texts", "shown"), [([], ""), (["<b>"], "<bdi>&lt;b&gt;</bdi>")])
def test_a_list_of_none_is_empty_and_markup_in_a_text_is_only_text(
    unconnected_family: Flask, texts: list[str], shown: str
) -> None:
    with unconnected_family.test_request_context():
        assert shown_listing(texts) == shown
