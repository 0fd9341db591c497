"""The five words are shown for an hour after filing, whatever else is begun on the device, and then they are gone."""

import datetime
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select

from search.models import Draft
from search.storage.database import Database
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files, receipt
from web.context import Context, bind

SHOW = "Show my reference and my words"


def at(app: Flask, context: Context, minutes: int) -> None:
    """From here on it is so many minutes later."""
    bind(app.extensions, replace(context, clock=lambda: NOW + datetime.timedelta(minutes=minutes)))


def kept(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Draft)) or 0


def test_whoever_left_the_page_of_the_words_finds_it_again_from_the_first_page(visitor: Visitor) -> None:
    words = files(visitor)
    visitor.goes_to("/")
    assert SHOW in visitor.page
    visitor.goes_to("/filed")
    assert receipt(visitor.page) == words


def test_a_new_search_leaves_the_words_of_the_one_before_alone(visitor: Visitor) -> None:
    words = files(visitor)
    visitor.goes_to("/search/names")
    assert "ተስፋለም" not in visitor.page
    visitor.sends("/search/names", {"names-full": "Another"})
    visitor.goes_to("/filed")
    assert receipt(visitor.page) == words


def test_two_searches_filed_after_one_another_show_the_words_of_both(visitor: Visitor, database: Database) -> None:
    first, second = files(visitor), files(visitor)
    assert first != second
    visitor.goes_to("/filed")
    assert receipt(visitor.page) == second
    visitor.sends("/filed", {"reference": second[0]})
    assert visitor.place == "/case"
    visitor.goes_to("/filed")
    assert receipt(visitor.page) == first
    visitor.sends("/filed", {"reference": first[0]})
    assert visitor.goes_to("/filed").request.path == "/open"
    assert kept(database) == 0


def test_only_the_words_that_a_page_showed_are_forgotten_by_its_button(visitor: Visitor) -> None:
    first, second = files(visitor), files(visitor)
    visitor.sends("/filed", {"reference": first[0]})
    visitor.goes_to("/filed")
    assert receipt(visitor.page) == second


@pytest.mark.parametrize(("minutes", "shown"), [(59, True), (61, False)])
def test_words_that_nobody_wrote_down_are_gone_after_an_hour(
    visitor: Visitor, family: Flask, context: Context, minutes: int, *, shown: bool
) -> None:
    files(visitor)
    at(family, context, minutes)
    visitor.goes_to("/")
    assert (SHOW in visitor.page) is shown
    assert (visitor.goes_to("/filed").request.path == "/filed") is shown


def test_their_row_goes_with_the_next_thing_that_anybody_keeps(
    visitor: Visitor, family: Flask, context: Context, database: Database
) -> None:
    files(visitor)
    at(family, context, 61)
    somebody_else = Visitor(family.test_client())
    somebody_else.goes_to("/search/names")
    somebody_else.sends("/search/names", {"names-full": "Another"})
    assert kept(database) == 1


def test_closing_the_search_on_a_device_forgets_the_words_of_every_search_filed_on_it(
    visitor: Visitor, database: Database
) -> None:
    first = files(visitor)
    files(visitor)
    visitor.sends("/filed")
    assert visitor.place == "/case"
    visitor.sends("/case/sign-out")
    assert first[0] not in visitor.page
    assert SHOW not in visitor.page
    assert kept(database) == 0


def test_a_device_shows_five_receipts_at_most(visitor: Visitor) -> None:
    references = [files(visitor)[0] for _ in range(6)]
    seen = []
    while visitor.goes_to("/filed").request.path == "/filed":
        seen.append(receipt(visitor.page)[0])
        visitor.sends("/filed", {"reference": seen[-1]})
    assert seen == references[:0:-1]
