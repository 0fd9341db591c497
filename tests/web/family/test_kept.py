"""How long what is kept: the page says what the program does."""

import datetime
import html
import re

import pytest
from sqlalchemy import select

from search.access import ANYONE, WORKER
from search.accounts.sessions import FAMILY, open_family_session, session_actor
from search.filing.drafting import bring_back_draft, read_draft, save_draft, set_draft_aside
from search.models import SearchRequest
from search.proposing.ended_records import end_due
from search.storage.database import Database
from tests.fixtures.visitor import Visitor
from tests.search.scene import NOW, make_scene, sought

A_SECOND = datetime.timedelta(seconds=1)
UNITS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86_400,
    "week": 604_800,
    "month": 2_629_800,
    "year": 31_557_600,
}


@pytest.fixture
def told(passer_by: Visitor) -> dict[str, str]:
    """What the page says of each thing."""
    passer_by.goes_to("/kept")
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html.unescape(passer_by.page))
    return dict(rows)


def times_in(sentence: str) -> list[datetime.timedelta]:
    """The spans of time that a sentence names."""
    found = re.findall(rf"(\d+) ({'|'.join(UNITS)})s?", sentence)
    return [datetime.timedelta(seconds=int(number) * UNITS[unit]) for number, unit in found]


def test_a_form_that_is_not_sent_is_forgotten_when_the_page_says(told: dict[str, str], database: Database) -> None:
    """At most after you last saved it. Then it is forgotten."""
    (lasts,) = times_in(told["A form that you have not sent"])
    with database.transaction() as session:
        token = save_draft(session, ANYONE, None, b"x", now=NOW)
        assert read_draft(session, ANYONE, token, now=NOW + lasts) == b"x"
        assert read_draft(session, ANYONE, token, now=NOW + lasts + A_SECOND) is None


def test_a_form_that_is_erased_comes_back_as_long_as_the_page_says(told: dict[str, str], database: Database) -> None:
    """You can bring it back. Then it is gone for good."""
    (lasts,) = times_in(told["A form that you erased"])
    with database.transaction() as session:
        tokens = [save_draft(session, ANYONE, None, b"x", now=NOW) for _ in range(2)]
        for token in tokens:
            set_draft_aside(session, ANYONE, token, now=NOW)
        assert bring_back_draft(session, ANYONE, tokens[0], now=NOW + lasts)
        assert not bring_back_draft(session, ANYONE, tokens[1], now=NOW + lasts + A_SECOND)


def test_an_open_search_closes_when_the_page_says(told: dict[str, str], database: Database) -> None:
    """It closes after … in which you do nothing, and after … in any case."""
    idle, longest = times_in(told["A search that is open on a phone"])
    make_scene(database).file(sought("Somebody Invented"))
    with database.transaction() as session:
        request = session.scalars(select(SearchRequest)).one()
        opened = open_family_session(session, request, now=NOW)
        assert session_actor(session, opened.token, FAMILY, now=NOW + idle) is not None
        assert session_actor(session, opened.token, FAMILY, now=NOW + idle + A_SECOND) is None
        assert opened.ends_at == NOW + longest


def test_a_search_never_ends_by_itself(database: Database) -> None:
    """It never ends by itself. It is kept until you erase it."""
    make_scene(database).file(sought("Somebody Invented"))
    with database.transaction() as session:
        assert end_due(session, WORKER, now=NOW + datetime.timedelta(days=365 * 60)) == 0
