"""The whole way of a family once in every language that is offered: in, wrong words, kept, back again, and gone."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from i18n.locales import LocaleRow
from i18n.offered_languages import offered
from tests.fixtures.languages import english_left
from tests.fixtures.visitor import Visitor
from tests.web.family.test_door import START
from tests.web.family.test_new_search import NAME, receipt

# What a page shows where a message was not filled in.
_UNFILLED = re.compile(r"%\(\w+\)|%%|\{\{")


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


def pages(family: Flask, row: LocaleRow) -> Iterator[tuple[str, str]]:
    """What a family sees on its way, by what led to it; the last pages are those of a search that is gone."""
    visitor = Visitor(family.test_client())

    def seen(why: str) -> tuple[str, str]:
        return f"{row.tag} {visitor.place} ({why})", visitor.page

    visitor.goes_to(f"/?lang={row.tag}")
    yield seen("came")
    visitor.goes_to("/search/who")
    yield seen("asked")
    visitor.sends("/search/who", {"names-full": NAME})
    visitor.sends("/search/last", {})
    visitor.goes_to("/search/age")
    visitor.sends("/search/age", {"birth-year": "19x8"})
    assert 'class="problems"' in visitor.page, row.tag
    yield seen("wrote no year")
    visitor.sends("/search/age", {"birth-year": "1998"})
    visitor.goes_to("/search/review")
    yield seen("looked it over")
    visitor.goes_to("/search/reach")
    visitor.sends("/search/reach", START)
    assert visitor.place == "/filed", row.tag
    reference, words = receipt(visitor.page)
    yield seen("told the words")
    visitor.sends("/filed")
    assert visitor.place == "/case", row.tag
    yield seen("at the search")
    for address in ("/case/leave", "/case/news", "/case/change/names", "/case/erase", "/how-it-works", "/no-such-page"):
        visitor.goes_to(address)
        yield seen("looked about")
    yield from _back_again(family, row, {"reference": reference, "words": " ".join(words)})


def _back_again(family: Flask, row: LocaleRow, secret: dict[str, str]) -> Iterator[tuple[str, str]]:
    visitor = Visitor(family.test_client())
    visitor.goes_to(f"/open?lang={row.tag}")
    visitor.sends("/open", {**secret, "words": "1 2 3"})
    yield f"{row.tag} {visitor.place} (other words)", visitor.page
    visitor.sends("/open", secret)
    assert visitor.place == "/case", row.tag
    assert NAME in visitor.page, row.tag
    visitor.goes_to("/case/erase")
    visitor.sends("/case/erase", secret)
    assert visitor.place == "/erased", row.tag
    yield f"{row.tag} {visitor.place} (gone)", visitor.page


def test_a_family_goes_the_whole_way_in_its_own_language(family: Flask) -> None:
    for row in offered():
        walked = dict(pages(family, row))
        assert len(walked) == 14
        for name, page in walked.items():
            assert f'<html lang="{row.tag}" dir="{row.direction}"' in page, name
            assert english_left(page, row.tag) == [], name
            assert not _UNFILLED.search(page), name


def test_a_word_of_the_sources_would_be_found(family: Flask) -> None:
    """The walk can fail: English is read as if it were each of the others."""
    english = next(row for row in offered() if row.tag == "en")
    walked = dict(pages(family, english))
    for row in offered():
        if row is not english:
            assert any(english_left(page, row.tag) for page in walked.values()), row.tag
