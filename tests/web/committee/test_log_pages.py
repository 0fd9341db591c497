"""The pages of the search log, and of who read a search."""

import datetime
import re
import uuid

import pytest
from sqlalchemy import select

from search.models import SearchRequest
from tests.fixtures.languages import english_left
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context

TODAY = NOW.date()
OFFICE = {"register": "prosecutor", "office": "Fiscalía (invented)", "number": "EXP-7", "cause": "none"}


@pytest.fixture
def case(context: Context, pair: uuid.UUID) -> SearchRequest:  # noqa: ARG001 - files the search
    with context.database.reading() as session:
        return session.scalars(select(SearchRequest)).one()


def test_an_office_is_entered_taken_back_entered_again_and_answers(ana: Visitor, case: SearchRequest) -> None:
    log = f"/cases/{case.id}/log"
    ana.goes_to(log)
    due = (TODAY + datetime.timedelta(days=9)).isoformat()
    ana.sends(log, {**OFFICE, "asked_on": TODAY.isoformat(), "due_on": due})
    assert "Fiscalía (invented)" in ana.page
    (entry,) = re.findall(rf'action="/committee{log}/([0-9a-f-]+)"', ana.page)
    ana.sends(f"{log}/{entry}/take-back")
    assert "Fiscalía (invented)" not in ana.page
    ana.sends(log, {**OFFICE, "asked_on": TODAY.isoformat()})
    (entry,) = re.findall(rf'action="/committee{log}/([0-9a-f-]+)"', ana.page)
    ana.sends(f"{log}/{entry}", {"acknowledged_on": TODAY.isoformat(), "answered_on": ""})
    assert "The office says that it has the question" in ana.page
    assert ana.sends(f"{log}/{entry}", {"answered_on": "1999-01-01"}).status_code == 400
    assert ana.sends(f"{log}/{entry}", {"answered_on": "soon"}).status_code == 400


def test_nothing_is_assumed_about_why_it_was_asked_and_nothing_typed_is_lost(
    ana: Visitor, case: SearchRequest, pair: uuid.UUID
) -> None:
    log = f"/cases/{case.id}/log"
    ana.goes_to(f"{log}?pair={pair}")
    assert "Because of the pair that I came from" in ana.page
    assert " checked" not in ana.page
    assert ana.sends(log, {**OFFICE, "cause": ""}).status_code == 400
    assert 'value="Fiscalía (invented)"' in ana.page
    ana.sends(log, {**OFFICE, "cause": str(pair)})
    assert "Stays inside: a pair was the reason." in ana.page


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_the_pages_are_in_the_readers_language(ana: Visitor, case: SearchRequest, tag: str) -> None:
    for page in (f"/cases/{case.id}/log", "/readings"):
        ana.goes_to(f"{page}?lang={tag}")
        assert english_left(ana.page, tag) == []


def test_who_read_a_search_is_shown_by_its_reference_and_leads_to_its_log(
    ana: Visitor, stranger: Visitor, case: SearchRequest, pair: uuid.UUID
) -> None:
    ana.goes_to(f"/cards/{pair}")
    ana.goes_to("/readings")
    ana.sends("/readings", {"reference": case.reference.lower()})
    assert "Nobody has read this search" in ana.page
    ana.sends("/readings", {"reference": case.reference, "log": "1"})
    assert ana.place == f"/cases/{case.id}/log"
    for reference in (case.reference, "0000-0000-0", "nonsense"):
        stranger.goes_to("/readings")
        assert stranger.sends("/readings", {"reference": reference}).status_code == 404
        assert "Your committee has no search with this reference." in stranger.page
        assert stranger.sends("/readings", {"reference": reference, "log": "1"}).status_code == 404
    assert stranger.goes_to(f"/cases/{case.id}/log").status_code == 404


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_a_reference_of_no_search_is_said_in_the_readers_language(ana: Visitor, tag: str) -> None:
    ana.goes_to(f"/readings?lang={tag}")
    for typed in ("", "AAAA-AAA1-1", "%s"):
        assert ana.sends("/readings", {"reference": typed}).status_code == 404
        assert ("Your committee has no search" in ana.page) == (tag == "en")
