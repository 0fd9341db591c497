"""Who read a case: written down each time, told in one form, and the same for every outcome of a proposal."""

import datetime
import uuid
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from search.access import OPERATOR, Actor
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.commands import JudgeProposal, OpenCard, OpenGroup, RevealIdentifiers, WithdrawSearch
from search.errors import AccessDenied, NotFound, Refused
from search.filing.registering_searches import withdraw_search
from search.models import MatchProposal, Reading, SearchRequest
from search.review.card import open_card
from search.review.contacts_reveal import reveal_identifiers
from search.review.group_view import open_group
from search.review.judging_duplicates import read_duplicates, read_duplicates_of_pair
from search.review.judging_proposals import judge
from search.summaries import CaseFiled
from search.telling.readings_account import ReadingLine, account_of_readings
from search.vocabulary import JudgementKind, JudgementReason
from tests.search.scene import NOW, PEOPLE, Scene, family_of, found, sought
from tests.search.travellers import number_of

DAY = NOW.date()


def test_a_line_tells_day_role_organisation_and_purpose_once_however_often_it_happened(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    for hours in (0, 1, 2, 26):
        read(scene, scene.shelter, case, NOW + datetime.timedelta(hours=hours))
    read(scene, scene.reviewers[0], case, NOW, ReadingPurpose.LOOK_UP)
    read(scene, scene.reviewers[1], case, NOW, ReadingPurpose.LOOK_UP)
    assert account(scene, case) == (
        ReadingLine(DAY, "partner", "Casa Invented", "shared"),
        ReadingLine(DAY, "reviewer", "Committee of Relatives (invented)", "look_up"),
        ReadingLine(DAY + datetime.timedelta(days=1), "partner", "Casa Invented", "shared"),
    )


def test_what_a_proposal_caused_is_written_down_and_not_told(scene: Scene) -> None:
    case, proposal = pair(scene)
    look_at_everything(scene, proposal)
    with scene.database.reading() as session:
        rows = session.scalars(select(Reading).where(Reading.record_number == number_of(scene, case.case_id))).all()
        assert {row.purpose for row in rows} == {"card", "contacts", "group", "duplicates"}
        assert all(row.caused_by is not None and row.role == "reviewer" for row in rows)
        assert {row.organisation_id for row in rows} == {scene.committee}
    assert account(scene, case) == ()


# Families are asked in turn, and that is no answer of a reader any more.
ANSWERS = [kind for kind in JudgementKind if kind is not JudgementKind.ASK_FAMILY]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.lists(st.sampled_from(ANSWERS), max_size=3),
    done=st.sets(st.sampled_from(["looked at", "withdrawn"])),
    shared=st.lists(st.integers(0, 5), max_size=4),
)
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_account_with_a_proposal_is_the_account_without_byte_for_byte(
    scene: Scene, kinds: list[JudgementKind], done: set[str], shared: list[int]
) -> None:
    """Whatever was found, read, refused or closed; what the family allowed is told either way."""
    with_pair, proposal = pair(scene)
    alone = scene.file(sought("Nobody Like This", 77))
    if "looked at" in done:
        look_at_everything(scene, proposal)
    for reader, kind in enumerate(kinds):
        decide(scene, proposal, reader, kind)
    for case in (with_pair, alone):
        for days in shared:
            read(scene, scene.shelter, case, NOW + datetime.timedelta(days=days))
        if "withdrawn" in done:
            with scene.database.transaction() as session:
                withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    assert repr(account(scene, with_pair)).encode() == repr(account(scene, alone)).encode()


def test_its_own_committee_and_the_operator_may_ask_and_nobody_else(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    for actor in (scene.reviewers[0], OPERATOR):
        account(scene, case, actor)
    refused: list[tuple[Actor, type[Exception]]] = [
        (scene.stranger, NotFound), (scene.shelter, NotFound), (family_of(case), NotFound),
    ]  # fmt: skip
    for actor, expected in refused:
        with pytest.raises(expected):
            account(scene, case, actor)
    for reference in ("0000-0000-0", "nonsense"):
        with pytest.raises((NotFound, AccessDenied)), scene.database.transaction() as session:
            account_of_readings(session, scene.reviewers[0], reference, now=NOW)


def pair(scene: Scene) -> tuple[CaseFiled, uuid.UUID]:
    """A search that has a report and a second search beside it."""
    case = scene.file(sought(PEOPLE[0][0]))
    scene.file(sought(PEOPLE[0][0]))
    scene.report(found(PEOPLE[0][1]))
    scene.match()
    number = number_of(scene, case.case_id)
    with scene.database.reading() as session:
        asked = select(MatchProposal.id).where(MatchProposal.request_number == number)
        return case, session.scalars(asked).first() or uuid.uuid4()


def look_at_everything(scene: Scene, proposal: uuid.UUID) -> None:
    reader = scene.reviewers[0]
    with scene.database.transaction() as session:
        open_card(session, reader, OpenCard(proposal_id=proposal), now=NOW)
        open_group(session, reader, OpenGroup(proposal_id=proposal), now=NOW)
        reason = RevealIdentifiers(proposal_id=proposal, reason="to call the mother")
        reveal_identifiers(session, reader, reason, now=NOW)
        read_duplicates_of_pair(session, reader, proposal, now=NOW)
        read_duplicates(session, reader, now=NOW)


def decide(scene: Scene, proposal: uuid.UUID, reader: int, kind: JudgementKind) -> None:
    with scene.database.transaction() as session:
        seen = open_card(session, scene.reviewers[reader], OpenCard(proposal_id=proposal), now=NOW).revision
        command = JudgeProposal(
            proposal_id=proposal, seen_revision=seen, kind=kind, reasons=frozenset({JudgementReason.NAMES})
        )
        with suppress(Refused):
            judge(session, scene.reviewers[reader], command, now=NOW)


def read(
    scene: Scene,
    actor: Actor,
    case: CaseFiled,
    now: datetime.datetime,
    purpose: ReadingPurpose = ReadingPurpose.SHARED,
) -> None:
    with scene.database.transaction() as session:
        number = session.scalars(select(SearchRequest.number).where(SearchRequest.id == case.case_id)).one()
        note_reading(session, actor, [number], purpose, now=now)


def account(scene: Scene, case: CaseFiled, actor: Actor = OPERATOR) -> tuple[ReadingLine, ...]:
    with scene.database.transaction() as session:
        told = account_of_readings(session, actor, case.reference, now=NOW)
    assert told.reference == case.reference
    return told.lines
