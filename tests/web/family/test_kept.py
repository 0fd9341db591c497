"""How long we keep each thing: the page says what the program does."""

import datetime
import html
import re

import pytest
from flask import Flask, session
from sqlalchemy import select

from search.access import ANYONE, WORKER
from search.accounts.sessions import FAMILY, open_family_session, session_actor
from search.filing.drafting import bring_back_draft, save_draft, set_draft_aside
from search.models import SearchRequest
from search.proposing.ended_records import end_due
from search.records.own_sealed_words import COMPLAINT_AT_MOST, SELF_REPORT_AFTER_ANSWER, SELF_REPORT_AT_MOST
from search.storage.database import Database
from tests.fixtures.visitor import Visitor
from tests.search.scene import NOW, make_scene, sought
from web.family import receipts
from web.family.asked_texts import KEPT_UNSENT
from web.family.draft_answers import Draft, load, store
from web.session_cookies import DRAFT, NO, OWN_PHONE, YES, draft_lasts

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


def test_a_form_that_is_not_sent_is_forgotten_when_the_page_says(told: dict[str, str], family: Flask) -> None:
    """At most after you last saved it; on a phone that you told us is only yours … Then it is forgotten."""
    elsewhere, own = times_in(told["A form that you have not sent"])
    for answer, lasts in ((NO, elsewhere), (YES, own)):
        with family.test_request_context():
            session[OWN_PHONE] = answer
            assert draft_lasts() == lasts
            store(DRAFT, Draft(answers={"description.words": {"": ["x"]}}))
            assert load(DRAFT).begun


def test_words_can_be_shown_again_as_long_as_the_page_says(told: dict[str, str]) -> None:
    """Until you leave their page, and … at most. On a phone that is only yours … until they have opened it."""
    spans = times_in(told["The words that open your search, for showing them to you again"])
    assert spans == [receipts.ELSEWHERE, receipts.ON_OWN_PHONE]


def test_a_form_that_is_erased_comes_back_as_long_as_the_page_says(told: dict[str, str], database: Database) -> None:
    """You can bring it back. Then it is gone for good."""
    (lasts,) = times_in(told["A form that you erased"])
    with database.transaction() as transaction:
        tokens = [save_draft(transaction, ANYONE, None, b"x", now=NOW) for _ in range(2)]
        for token in tokens:
            set_draft_aside(transaction, ANYONE, token, now=NOW)
        assert bring_back_draft(transaction, ANYONE, tokens[0], now=NOW + lasts)
        assert not bring_back_draft(transaction, ANYONE, tokens[1], now=NOW + lasts + A_SECOND)


def test_an_open_search_closes_when_the_page_says(told: dict[str, str], database: Database) -> None:
    """It closes after … in which you do nothing, and after … in any case."""
    idle, longest = times_in(told["A search that is open on a phone"])
    make_scene(database).file(sought("Somebody Invented"))
    with database.transaction() as transaction:
        request = transaction.scalars(select(SearchRequest)).one()
        opened = open_family_session(transaction, request, now=NOW)
        assert session_actor(transaction, opened.token, FAMILY, now=NOW + idle) is not None
        assert session_actor(transaction, opened.token, FAMILY, now=NOW + idle + A_SECOND) is None
        assert opened.ends_at == NOW + longest


def test_what_is_written_without_an_account_is_erased_when_the_page_says(told: dict[str, str]) -> None:
    """Not sent: … Sent: … after the answer, and never longer than …. Then it is erased; its number stays."""
    spans = (
        *zip(
            times_in(told["What somebody writes at “It is me, I am not missing”"]),
            (KEPT_UNSENT, SELF_REPORT_AFTER_ANSWER, SELF_REPORT_AT_MOST),
            strict=True,
        ),
        *zip(times_in(told["A complaint"]), (KEPT_UNSENT, COMPLAINT_AT_MOST), strict=True),
    )
    # A page says months and years, and the code counts days.
    assert all(abs(said - kept) <= kept / 50 for said, kept in spans), spans


def test_a_search_never_ends_by_itself(database: Database) -> None:
    """It never ends by itself. It is kept until you erase it."""
    make_scene(database).file(sought("Somebody Invented"))
    with database.transaction() as transaction:
        assert end_due(transaction, WORKER, now=NOW + datetime.timedelta(days=365 * 60)) == 0
