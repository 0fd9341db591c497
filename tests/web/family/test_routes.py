"""The pages before anything is filed, in every language."""

import itertools

import pytest
from flask import Flask
from markupsafe import escape

from i18n.locales import LocaleRow
from i18n.translate import gettext
from tests.fixtures.languages import english_left, walked
from tests.fixtures.turns import somebody_else_hashes
from tests.fixtures.visitor import Visitor
from web.context import Context

LANGUAGES = pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
NO_REFERENCE = {"reference": "ZZZZ-ZZZZ-Z", "words": "one two three four five"}


HEADINGS = {
    "/": "Are you looking for someone who went missing on the way?",
    "/how-it-works": "How it works",
    "/open": "Open my search",
}


def test_a_page_speaks_the_readers_language_and_no_other(family: Flask) -> None:
    for row, (address, heading) in itertools.product(walked(), HEADINGS.items()):
        visitor = Visitor(family.test_client())
        visitor.goes_to(f"{address}?lang={row.tag}")
        assert f'<html lang="{row.tag}" dir="{row.direction}">' in visitor.page, (row.tag, address)
        assert f"<h1>{escape(gettext(row.tag, heading))}</h1>" in visitor.page, (row.tag, address)
        assert english_left(visitor.page, row.tag) == [], (row.tag, address)


def test_the_start_page_leads_back_to_a_search_that_was_begun(visitor: Visitor) -> None:
    visitor.goes_to("/")
    assert "Go on with my search" not in visitor.page
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Amina"})
    visitor.goes_to("/")
    assert "Go on with my search" in visitor.page


@LANGUAGES
def test_what_does_not_fit_is_said_in_the_readers_language_and_what_was_typed_stays(
    visitor: Visitor, row: LocaleRow
) -> None:
    visitor.goes_to(f"/open?lang={row.tag}")
    answer = visitor.sends("/open", NO_REFERENCE)
    assert (answer.status_code, visitor.place) == (200, "/open")
    do_not_fit = (
        "The reference and the words or digits do not fit together. Please look at each letter and word again. "
        "Take your time."
    )
    assert 'role="alert"' in visitor.page
    assert f"<p>{escape(gettext(row.tag, do_not_fit))}</p>" in visitor.page
    assert 'value="ZZZZ-ZZZZ-Z"' in visitor.page
    assert 'value="one two three four five"' in visitor.page
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in visitor.page
    assert english_left(visitor.page, row.tag) == []


@LANGUAGES
def test_waiting_for_a_turn_is_explained_in_the_readers_language(
    context: Context, visitor: Visitor, row: LocaleRow
) -> None:
    visitor.goes_to(f"/open?lang={row.tag}")
    with somebody_else_hashes(context):
        assert visitor.sends("/open", NO_REFERENCE).status_code == 202
    assert gettext(row.tag, "One moment, please") in visitor.page
    assert english_left(visitor.page, row.tag) == []


def test_a_reference_that_is_too_long_is_no_reference(visitor: Visitor) -> None:
    visitor.goes_to("/open")
    visitor.sends("/open", {**NO_REFERENCE, "reference": "A" * 301})
    assert "Please write a little less here." in visitor.page
