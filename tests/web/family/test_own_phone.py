"""Whose phone this is, and how long what was begun stays on it."""

import datetime

import pytest
from sqlalchemy import select

from search.models import Draft
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.context import Context
from web.session_cookies import DRAFT, OWN_PHONE

DAYS, HOURS = datetime.timedelta(days=7), datetime.timedelta(hours=4)


def kept_for(context: Context, kind: str) -> datetime.timedelta:
    """How long the draft of this kind stays from now on."""
    with context.database.reading() as session:
        return session.scalars(select(Draft.expires_at).where(Draft.kind == kind)).one() - NOW


def lasts_longer_than_the_window(visitor: Visitor) -> bool:
    with visitor.client.session_transaction() as cookie:
        return cookie.permanent


def test_without_an_answer_and_with_a_no_what_was_begun_goes_after_four_hours(
    visitor: Visitor, context: Context
) -> None:
    """If others use it too, what you begin is erased when you leave or close the browser."""
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Amina"})
    assert (kept_for(context, "unfiled"), lasts_longer_than_the_window(visitor)) == (HOURS, False)
    visitor.goes_to("/phone")
    visitor.sends("/phone", {"answer": "yes"})
    assert (kept_for(context, "unfiled"), lasts_longer_than_the_window(visitor)) == (DAYS, True)
    visitor.goes_to("/phone")
    assert "You said that only you use this phone." in visitor.page
    visitor.sends("/phone", {"answer": "no"})
    assert (kept_for(context, "unfiled"), lasts_longer_than_the_window(visitor)) == (HOURS, False)
    visitor.client.get("/leave")
    with visitor.client.session_transaction() as cookie:
        assert DRAFT not in cookie


def test_it_is_asked_beside_the_words_and_decides_how_long_they_are_shown(visitor: Visitor, context: Context) -> None:
    """If only you use it … For one day you can see your words again, until they have opened your search."""
    files(visitor)
    assert visitor.page.count("Is this phone only yours?") == 1
    assert kept_for(context, "receipt") == datetime.timedelta(hours=1)
    visitor.sends("/phone", {"answer": "yes", "to": "filed"})
    assert visitor.place == "/filed"
    assert kept_for(context, "receipt") == datetime.timedelta(days=1)
    visitor.goes_to("/")
    assert "Show my reference and my words" in visitor.page
    visitor.goes_to("/phone?to=filed")
    visitor.sends("/phone", {"answer": "no", "to": "filed"})
    assert visitor.place == "/filed"
    assert kept_for(context, "receipt") == datetime.timedelta(hours=1)
    visitor.goes_to("/")
    assert "Show my reference and my words" not in visitor.page


@pytest.mark.parametrize("said", ["", "Yes", "perhaps"])
def test_what_is_no_answer_counts_as_none(visitor: Visitor, said: str) -> None:
    visitor.goes_to("/phone")
    visitor.sends("/phone", {"answer": said, "to": "//elsewhere.example"})
    assert visitor.place == "/phone"
    with visitor.client.session_transaction() as cookie:
        assert OWN_PHONE not in cookie
    visitor.sends("/phone", {"answer": "yes", "to": "//elsewhere.example"})
    assert visitor.place == "/"


@pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
def test_the_question_speaks_the_readers_language_and_chooses_nothing(passer_by: Visitor, row: object) -> None:
    tag = getattr(row, "tag", "")
    passer_by.goes_to(f"/phone?lang={tag}")
    assert english_left(passer_by.page, tag) == []
    assert "checked" not in passer_by.page
    assert passer_by.page.count('class="button quiet" name="answer"') == 2
