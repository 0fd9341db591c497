"""Pairs that may be one person: on a list for searches, beside the card for what the card is about."""

import datetime
import re
import uuid

import pytest
from sqlalchemy import select

from matching import Engine
from matching.record import PartialDate, PersonName, Phone
from search.access import ANYONE, WORKER
from search.accounts.new_family_words import prepare_words
from search.commands import RegisterSearch
from search.documents import Description, Identifiers
from search.filing.registering_searches import register_search
from search.models import DuplicateProposal, MatchProposal, Record
from search.proposing.duplicate_finding import find_duplicates, store_duplicates
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context

BORN = datetime.date(1990, 5, 6)
_REVISION = re.compile(r'name="seen_revision" value="(\d+)"')


@pytest.fixture
def duplicate(context: Context, pair: uuid.UUID) -> uuid.UUID:
    """A brother has filed too, for the person of the pair."""
    person = Description(names=(PersonName("Tesfalem Kidanemariam"),), birth=PartialDate(BORN, BORN))
    command = RegisterSearch(sought=person, identifiers=Identifiers(phones=(Phone("+46701234567"),)))
    with context.database.transaction() as session:
        register_search(session, ANYONE, command, prepare_words("en"), now=NOW)
        rows = [RecordRow(*row) for row in session.execute(select(*ROW_COLUMNS).order_by(Record.number))]
        alike = find_duplicates(session, WORKER, rows, PreparedRecords(Engine.load()))
        assert store_duplicates(session, WORKER, alike, now=NOW) == 1
        found = session.scalars(select(DuplicateProposal)).one()
        assert session.get_one(MatchProposal, pair).request_number == found.first_number
        return found.id


def answers(visitor: Visitor, duplicate: uuid.UUID, kind: str, page: str = "/duplicates", card: str = "") -> int:
    """Opens a page and presses one of the three buttons."""
    visitor.goes_to(page)
    part = visitor.page.split(f'id="duplicate-{duplicate}"')[1]
    seen = _REVISION.search(part)
    assert seen is not None
    typed = {"kind": kind, "seen_revision": seen[1], "card": card}
    return visitor.sends(f"/duplicates/{duplicate}/judgements", typed).status_code


def test_both_searches_stand_beside_each_other_with_the_evidence_in_words(ana: Visitor, duplicate: uuid.UUID) -> None:
    ana.goes_to("/duplicates")
    part = ana.page.split(f'id="duplicate-{duplicate}"')[1].split("</li>")[0]
    assert '<bdi translate="no">ተስፋለም ኪዳነማርያም</bdi>' in part
    assert '<bdi translate="no">Tesfalem Kidanemariam</bdi>' in part
    assert "Names: the same rare name" in part
    assert "Date of birth: the same day" in part
    assert "46701234567" not in ana.page
    assert "style=" not in ana.page


def test_different_people_leave_the_list_and_stay_among_the_decided(ana: Visitor, duplicate: uuid.UUID) -> None:
    assert answers(ana, duplicate, "negative") == 200
    assert "No two of your searches seem to be about one person." in ana.page
    ana.goes_to("/duplicates?settled=1")
    assert "Ruled out" in ana.page
    address = re.search(r'action="/committee(/duplicates/[^"]+/take-back)"', ana.page)
    seen = _REVISION.search(ana.page)
    assert address is not None
    assert seen is not None
    assert ana.sends(address[1], {"seen_revision": seen[1]}).status_code == 200
    assert f"duplicate-{duplicate}" in ana.page


def test_two_readers_say_that_it_is_one_person_and_both_searches_stay(
    ana: Visitor, berta: Visitor, duplicate: uuid.UUID, context: Context
) -> None:
    assert answers(ana, duplicate, "positive") == 200
    assert "Waiting for a second reader" in ana.page
    assert answers(berta, duplicate, "positive") == 200
    with context.database.reading() as session:
        assert session.scalars(select(DuplicateProposal.state)).one() == "confirmed"
        assert set(session.scalars(select(Record.withdrawn_at))) == {None}


def test_beside_the_card_the_same_three_answers_lead_back_to_it(
    ana: Visitor, pair: uuid.UUID, duplicate: uuid.UUID
) -> None:
    assert answers(ana, duplicate, "unsure", f"/cards/{pair}", str(pair)) == 200
    assert ana.place.startswith(f"/cards/{pair}")
    assert "The same person may be here twice" in ana.page
    assert "Left open" in ana.page or "I cannot tell" in ana.page


@pytest.mark.usefixtures("duplicate")
def test_the_card_says_nothing_of_duplicates_where_there_are_none(
    ana: Visitor, context: Context, pair: uuid.UUID
) -> None:
    with context.database.transaction() as session:
        session.scalars(select(DuplicateProposal)).one().state = "ruled_out"
    ana.goes_to(f"/cards/{pair}")
    assert "The same person may be here twice" not in ana.page


def test_an_answer_to_what_has_changed_meanwhile_is_asked_again(
    ana: Visitor, berta: Visitor, pair: uuid.UUID, duplicate: uuid.UUID
) -> None:
    ana.goes_to("/duplicates")
    answers(berta, duplicate, "unsure")
    typed = {"kind": "positive", "seen_revision": "1"}
    assert ana.sends(f"/duplicates/{duplicate}/judgements", typed).status_code == 409
    assert "Somebody else decided while you were reading." in ana.page
    assert ana.sends(f"/duplicates/{duplicate}/judgements", {**typed, "card": str(pair)}).status_code == 409
    assert f"/cards/{pair}/judgements" in ana.page


@pytest.mark.parametrize("kind", ["", "ask_family", "perhaps"])
def test_only_the_three_answers_are_taken(ana: Visitor, duplicate: uuid.UUID, kind: str) -> None:
    assert answers(ana, duplicate, kind) == 400
    assert f"duplicate-{duplicate}" in ana.page


def test_another_committee_neither_sees_nor_judges_them(stranger: Visitor, duplicate: uuid.UUID) -> None:
    stranger.goes_to("/duplicates")
    assert str(duplicate) not in stranger.page
    typed = {"kind": "positive", "seen_revision": "1"}
    assert stranger.sends(f"/duplicates/{duplicate}/judgements", typed).status_code == 404
