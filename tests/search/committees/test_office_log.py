"""The search log: what offices were asked, what the family reads of it, and what a pair caused until it was told."""

import datetime
import uuid
from typing import Any

import pytest
from sqlalchemy import select

from search.access import Actor, ActorKind
from search.casework.undo_periods import TELLING_WAITS, UNDO
from search.committees.office_log import note_request, read_done, read_log, settle_request, take_back_request
from search.documents.telling import AskedOffice
from search.errors import Conflict, NotFound, Refused
from search.models import MatchProposal, OfficeRequest, SearchRequest
from search.telling_commands import NoteOfficeRequest, SettleOfficeRequest
from search.telling_summaries import OfficeLog
from search.vocabulary import LogState, RegisterKind, Relationship
from tests.fixtures.telling import agreed, plan, tell
from tests.search.scene import NOW, Scene

DAY = NOW.date()
WEEK = datetime.timedelta(days=7)
OFFICE = AskedOffice(office="Fiscalía (invented)", number="EXP-7/26")


def test_what_was_asked_is_kept_sealed_and_shown_with_who_asked_and_how_far_it_is(scene: Scene) -> None:
    case = case_of(scene, scene.propose())
    log = noted(scene, case, asked_on=DAY, due_on=DAY + WEEK)
    (entry,) = log.entries
    assert (entry.office, entry.asked_by) == (OFFICE, "Committee of Relatives (invented)")
    assert entry.state is LogState.ASKED
    with scene.database.reading() as session:
        assert b"Fiscal" not in session.scalars(select(OfficeRequest.office_sealed)).one()
    for later, day, state in (
        (8, None, LogState.OVERDUE),
        (8, "acknowledged_on", LogState.OVERDUE),
        (2, "acknowledged_on", LogState.ACKNOWLEDGED),
        (8, "answered_on", LogState.ANSWERED),
    ):
        now = NOW + datetime.timedelta(days=later)
        with scene.database.transaction() as session:
            days = {day: DAY + datetime.timedelta(days=1)} if day else {}
            command = SettleOfficeRequest(request_id=entry.request_id, **days)
            assert settle_request(session, scene.reviewers[1], command, now=now).entries[0].state is state


def test_a_number_of_another_register_needs_no_day_and_a_kit_says_whose_kin_the_donor_is(scene: Scene) -> None:
    case = case_of(scene, scene.propose())
    kit = AskedOffice(number="KIT-3", relation=Relationship.MOTHER)
    (entry,) = noted(scene, case, register=RegisterKind.DONOR_KIT, office=kit).entries
    assert (entry.state, entry.office.relation) == (None, Relationship.MOTHER)


def test_what_says_nothing_and_days_in_another_order_are_refused(scene: Scene) -> None:
    case = case_of(scene, scene.propose())
    with pytest.raises(Refused, match="office_needed"):
        noted(scene, case, office=AskedOffice(office=" "))
    for days in ({"asked_on": DAY + WEEK}, {"asked_on": DAY, "due_on": DAY - WEEK}):
        with pytest.raises(Refused, match="days_in_another_order"):
            noted(scene, case, **days)


def test_the_family_reads_what_was_asked_as_of_any_search_once_a_slip_can_no_longer_be_taken_back(
    scene: Scene,
) -> None:
    case = case_of(scene, scene.propose())
    first = noted(scene, case).entries[0].request_id
    assert done(scene, case, NOW).entries == ()
    with scene.database.transaction() as session:
        take_back_request(session, scene.reviewers[0], first, now=NOW)
    noted(scene, case)
    assert [one.office for one in done(scene, case, NOW + UNDO).entries] == [OFFICE]
    with pytest.raises(NotFound), scene.database.transaction() as session:
        take_back_request(session, scene.reviewers[0], first, now=NOW)
    left = read(scene, case).entries[0].request_id
    with pytest.raises(Conflict), scene.database.transaction() as session:
        take_back_request(session, scene.reviewers[0], left, now=NOW + UNDO)


@pytest.mark.usefixtures("ready_to_tell")
def test_what_a_pair_caused_stays_inside_until_that_pair_was_told(scene: Scene) -> None:
    proposal = scene.propose()
    case, later = case_of(scene, proposal), NOW + UNDO + TELLING_WAITS
    with_nothing = case_of(scene, scene.propose())
    (entry,) = noted(scene, case, caused_by=proposal).entries
    assert entry.inside
    assert done(scene, case, later).entries == done(scene, with_nothing, later).entries == ()
    agreed(scene, proposal)
    key = plan(scene, proposal, scene.reviewers[0]).talks[0].talk.key
    tell(scene, proposal, key, scene.reviewers[0])
    assert done(scene, case, NOW + UNDO).entries == ()
    assert [one.office for one in done(scene, case, later).entries] == [OFFICE]


def test_a_pair_of_another_search_is_no_cause_and_another_committee_and_family_find_nothing(scene: Scene) -> None:
    proposal, other = scene.propose(), scene.propose()
    case = case_of(scene, proposal)
    with pytest.raises(NotFound):
        noted(scene, case, caused_by=other)
    entry = noted(scene, case).entries[0].request_id
    for actor in (scene.stranger, scene.shelter):
        with pytest.raises(NotFound):
            read(scene, case, actor)
        with pytest.raises(NotFound), scene.database.transaction() as session:
            settle_request(session, actor, SettleOfficeRequest(request_id=entry), now=NOW)
    stranger = Actor(kind=ActorKind.FAMILY, case_id=case_of(scene, other))
    with pytest.raises(NotFound), scene.database.reading() as session:
        read_done(session, stranger, case, now=NOW)


def case_of(scene: Scene, proposal: uuid.UUID) -> uuid.UUID:
    with scene.database.reading() as session:
        return session.get_one(SearchRequest, session.get_one(MatchProposal, proposal).request_number).id


def noted(scene: Scene, case: uuid.UUID, **changes: Any) -> OfficeLog:
    said = {"register": RegisterKind.PROSECUTOR, "office": OFFICE, "caused_by": None, **changes}
    with scene.database.transaction() as session:
        return note_request(session, scene.reviewers[0], NoteOfficeRequest(case_id=case, **said), now=NOW)


def read(scene: Scene, case: uuid.UUID, actor: Actor | None = None) -> OfficeLog:
    with scene.database.transaction() as session:
        return read_log(session, actor or scene.reviewers[0], case, now=NOW)


def done(scene: Scene, case: uuid.UUID, now: datetime.datetime) -> OfficeLog:
    with scene.database.reading() as session:
        return read_done(session, Actor(kind=ActorKind.FAMILY, case_id=case), case, now=now)
