"""Committees x routes x methods: whatever belongs to another committee looks exactly like what is not there."""

import re
import uuid

import pytest
from flask import Flask
from sqlalchemy import select

from search.models import MatchProposal, SearchRequest
from search.vocabulary import OrganisationKind, ReportKind, StaffRole
from tests.fixtures.staff import COMMITTEE, SHELTER, add_staff, likely_pair, signed_in
from tests.fixtures.visitor import Visitor
from web.access_table import ACCESS
from web.committee import create_committee
from web.context import Context

PREFIX = "/committee"
OURS = [row for row in ACCESS if row.portal == "committee" and re.search("proposal_id|case_id", row.rule)]
BOTH = (StaffRole.REVIEWER, StaffRole.COORDINATOR)
_VARIABLE = re.compile(r"<uuid:(\w+)>")
_OTHERS = str(uuid.UUID(int=99))


@pytest.fixture
def app(context: Context) -> Flask:
    add_staff(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE, *BOTH)
    return create_committee(context)


@pytest.fixture
def stranger(context: Context, app: Flask) -> Visitor:
    """Somebody who reads and coordinates in another committee."""
    add_staff(context, "carla", "Committee of the South", OrganisationKind.COMMITTEE, *BOTH)
    return signed_in(context, app, PREFIX, "carla")


@pytest.mark.parametrize("kind", [ReportKind.SHELTER, ReportKind.MORTUARY])
def test_a_foreign_pair_and_case_look_like_missing_ones_at_every_address(
    context: Context, stranger: Visitor, kind: ReportKind
) -> None:
    sender = OrganisationKind.SHELTER if kind is ReportKind.SHELTER else OrganisationKind.MORTUARY
    pair = likely_pair(context, add_staff(context, "clerk", SHELTER, sender), kind=kind)
    with context.database.reading() as session:
        number = session.get_one(MatchProposal, pair).request_number
        case = session.scalars(select(SearchRequest.id).where(SearchRequest.number == number)).one()
    there = {"proposal_id": str(pair), "case_id": str(case)}
    assert len(OURS) > 25
    for row in OURS:
        answers = [_answer(stranger, row.method, row.rule, known) for known in (there, {})]
        assert answers[0] == answers[1], (row.method, row.rule)
        assert answers[0][0] >= 400, (row.method, row.rule)


def _answer(visitor: Visitor, method: str, rule: str, known: dict[str, str]) -> tuple[int, str]:
    """Status and page at an address, without the ids that it holds and tokens that are new each time."""
    address = _VARIABLE.sub(lambda found: known.get(found[1], _OTHERS), rule)
    visitor.goes_to("/my-sign-in")
    answer = visitor.goes_to(address) if method == "GET" else visitor.sends(address, {"answer": "go_on"})
    page = re.sub(r'value="[^"]{20,}"', "", answer.text)
    for identifier in known.values():
        page = page.replace(identifier, _OTHERS)
    return answer.status_code, page
