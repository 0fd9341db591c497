"""The page on which a family closes its search because it knows where the person is."""

import pytest
from sqlalchemy import select, update

from search.filing.closing_searches import ASKED_AFTER
from search.models import Closing, Record
from search.storage.database import Database
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """A family that has filed and opened its search."""
    files(visitor)
    visitor.sends("/filed")
    return visitor


def test_what_the_family_says_is_kept_and_it_can_search_again(at_home: Visitor, database: Database) -> None:
    assert "/case/close" in at_home.goes_to("/case").text
    page = at_home.goes_to("/case/close").text
    assert "checked" not in page
    at_home.sends("/case/close", {"outcome": "alive", "told_by": "person", "words": "he called"})
    assert at_home.place == "/case"
    assert "You closed this search because you know where the person is." in at_home.page
    with database.reading() as session:
        (kept,) = session.execute(select(Closing.outcome, Closing.told_by)).all()
    assert tuple(kept) == ("alive", "person")
    at_home.sends("/case/reopen")
    assert "You closed this search" not in at_home.page


def test_two_windows_that_say_different_things_are_closed_once_and_the_second_is_told(
    at_home: Visitor, database: Database
) -> None:
    page = at_home.goes_to("/case/close").text
    at_home.sends("/case/close", {"outcome": "alive", "words": "he called"})
    for fields, place in (
        ({"outcome": "alive", "words": "he called"}, "/case"),
        ({"words": "in prison"}, "/case/close"),
    ):
        at_home.page = page
        at_home.sends("/case/close", fields)
        assert at_home.place == place
    assert "This search was stopped already, perhaps in another window." in at_home.page
    assert "in prison" in at_home.page
    with database.reading() as session:
        assert session.scalars(select(Closing.outcome)).all() == ["alive"]


def test_an_answer_that_is_none_of_ours_counts_as_not_said(at_home: Visitor, database: Database) -> None:
    at_home.goes_to("/case/close")
    at_home.sends("/case/close", {"outcome": "eaten"})
    with database.reading() as session:
        assert session.scalars(select(Closing.outcome)).one() == "not_said"


def test_after_a_year_the_page_asks_and_an_answer_ends_the_question(at_home: Visitor, database: Database) -> None:
    assert "Are you still searching?" not in at_home.goes_to("/case").text
    with database.transaction() as session:
        session.execute(update(Record).values(entry_date=NOW - ASKED_AFTER))
    assert "Are you still searching?" in at_home.goes_to("/case").text
    at_home.sends("/case/still")
    assert "Thank you. We go on searching." in at_home.page
    assert "Are you still searching?" not in at_home.page
