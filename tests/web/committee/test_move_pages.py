"""A coordinator hands a case over after reading the text to the family; others do not get in."""

import datetime
import re
import uuid

import pytest
from flask import Flask
from sqlalchemy import select

from i18n.locales import LocaleRow
from search.accounts.organisations import find_or_add_organisation
from search.models import MatchProposal, SearchRequest
from search.vocabulary import OrganisationKind, StaffRole
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.staff import COMMITTEE, add_staff, signed_in
from tests.fixtures.visitor import Visitor
from tests.web.committee.conftest import PREFIX
from web.context import Context

LANGUAGES = pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
TEXT = re.compile(r'name="text" value="([0-9a-f]{64})"')
SOUTH = "Committee of the South"


@pytest.fixture
def coordinator(context: Context, committee: Flask) -> Visitor:
    """Somebody who coordinates and reads nothing."""
    add_staff(context, "clara", COMMITTEE, OrganisationKind.COMMITTEE, StaffRole.COORDINATOR)
    return signed_in(context, committee, PREFIX, "clara")


@pytest.fixture
def case(context: Context, pair: uuid.UUID) -> tuple[uuid.UUID, str]:
    """The case of the pair, by its id and its reference."""
    with context.database.reading() as session:
        request = session.scalars(
            select(SearchRequest)
            .join(MatchProposal, MatchProposal.request_number == SearchRequest.number)
            .where(MatchProposal.id == pair)
        ).one()
        return request.id, request.reference


@pytest.fixture
def south(context: Context) -> uuid.UUID:
    with context.database.transaction() as session:
        return find_or_add_organisation(session, SOUTH, OrganisationKind.COMMITTEE).id


@LANGUAGES
def test_the_pages_speak_the_readers_language(
    coordinator: Visitor, case: tuple[uuid.UUID, str], south: uuid.UUID, row: LocaleRow
) -> None:
    move = f"/cases/{case[0]}/move"
    for address in ("/committees", "/committees/move", move, f"{move}/{south}"):
        assert coordinator.goes_to(f"{address}?lang={row.tag}").status_code == 200
        assert english_left(re.sub(r"(?s)<blockquote.*?</blockquote>", "", coordinator.page), row.tag) == []
        assert "checked" not in coordinator.page


def test_a_case_goes_over_with_a_yes_and_a_day_and_the_text_in_the_language_in_which_it_was_read(
    context: Context, coordinator: Visitor, ana: Visitor, case: tuple[uuid.UUID, str], south: uuid.UUID
) -> None:
    coordinator.goes_to("/committees/move")
    coordinator.sends("/committees/move", {"reference": "nothing"})
    assert "reads no search with this reference" in coordinator.page
    coordinator.sends("/committees/move", {"reference": case[1].lower()})
    assert coordinator.place == f"/cases/{case[0]}/move"
    address = f"/cases/{case[0]}/move/{south}"
    coordinator.goes_to(f"{address}?read=ar")
    assert '<blockquote class="card" lang="ar" dir="rtl">' in coordinator.page
    text = TEXT.search(coordinator.page)
    assert text is not None
    said = {"text": text[1], "read": "ar", "answer": "yes"}
    assert coordinator.sends(address, said).status_code == 400
    assert 'value="yes" checked' in coordinator.page
    day = (NOW.date() - datetime.timedelta(days=2)).isoformat()
    coordinator.sends(address, {**said, "day": day})
    assert "handed over" in coordinator.page
    with context.database.reading() as session:
        assert session.scalars(select(SearchRequest)).one().committee_id == south
    assert coordinator.goes_to(address).status_code == 404
    assert case[1] not in ana.goes_to("/").text


def test_a_no_changes_nothing(coordinator: Visitor, case: tuple[uuid.UUID, str], south: uuid.UUID) -> None:
    address = f"/cases/{case[0]}/move/{south}"
    coordinator.goes_to(address)
    coordinator.sends(address, {"answer": "no"})
    assert coordinator.place == "/committees"
    assert coordinator.goes_to(address).status_code == 200


def test_who_does_not_coordinate_and_who_does_elsewhere_do_not_get_in(
    context: Context, committee: Flask, ana: Visitor, case: tuple[uuid.UUID, str], south: uuid.UUID
) -> None:
    add_staff(context, "dora", SOUTH, OrganisationKind.COMMITTEE, StaffRole.COORDINATOR)
    dora = signed_in(context, committee, PREFIX, "dora")
    for address in (f"/cases/{case[0]}/move", f"/cases/{case[0]}/move/{south}"):
        assert ana.goes_to(address).status_code == 403
        foreign = dora.goes_to(address)
        missing = dora.goes_to(address.replace(str(case[0]), str(uuid.UUID(int=3))))
        assert (foreign.status_code, missing.status_code) == (404, 404)
        assert foreign.text.replace(str(case[0]), "") == missing.text.replace(str(uuid.UUID(int=3)), "")
