"""The worker draws what families are asked on the next common day: every open search alike, whatever became of it.

What it draws from is read once for a slot: all searches that have candidates, with how many of those candidates'
reports speak of each subject. Of a search the draw sees what its own family sees, and which reports are its candidates.
"""

import datetime
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.asking.donors import Donor, Donors, Profile
from search.asking.ordering import QUESTIONS, Coverage, askable, in_order
from search.asking.question_pool import POOL, open_questions, spoken_of
from search.asking.slot_days import filed_before
from search.asking.slot_history import SlotHistory, histories
from search.asking.slot_tasks import next_task
from search.casework.readiness import readiness
from search.documents import Description, Identifiers
from search.models import MatchProposal, QuestionSlot, Record, RecordSide, SearchRequest
from search.records.chunks import chunks
from search.records.sections import OPEN, read_sections, vault_of
from search.vocabulary import ProposalState, Question

PLACES: Final = 2
AT_ONCE: Final = 20
# So many donors are enough for chance, and few enough to be read within seconds.
_MOST_DONORS: Final = 400
_MOST_CANDIDATES: Final = 8
_WORTH: Final = {one: row.worth for one, row in POOL.items()}


@dataclass(frozen=True, slots=True)
class Pool:
    """What one slot is drawn from, and until when a search has to be filed to have it."""

    slot: int
    donors: Donors
    filed_before: datetime.datetime


def read_pool(session: Session, actor: Actor, *, slot: int, filed: datetime.datetime | None = None) -> Pool:
    """All searches that have candidates now, or an even part of them."""
    require(actor, Action.DRAW_SLOTS)
    with_candidates = select(MatchProposal.request_number).distinct()
    numbers = session.scalars(
        select(SearchRequest.number)
        .where(SearchRequest.number.in_(with_candidates.where(_MAY_BE)), *OPEN)
        .order_by(SearchRequest.id)
        .limit(_MOST_DONORS)
    ).all()
    coverage = _coverage(session, numbers)
    profiles = _profiles(session, numbers)
    donors = [Donor(profiles[one], coverage[one]) for one in sorted(numbers) if one in coverage and one in profiles]
    return Pool(slot, Donors(donors), filed or filed_before(slot))


def draw_slots(session: Session, actor: Actor, pool: Pool, *, now: datetime.datetime) -> int:
    """Draw the pool's slot for the next few searches that lack it; returns for how many."""
    require(actor, Action.DRAW_SLOTS)
    waiting = _without_slot(session, pool)
    if not waiting:
        return 0
    drawn = _drawn(session, waiting, pool, now)
    session.add_all(drawn)
    session.flush()
    detail = {"slots": len(drawn), "day": pool.slot}
    record_act(session, actor, Action.DRAW_SLOTS, subject=("registry", "question_slots"), now=now, detail=detail)
    return len(drawn)


def _without_slot(session: Session, pool: Pool) -> Sequence[int]:
    """Open searches with a family that were filed in time, and have no such slot yet."""
    drawn = select(QuestionSlot.record_number).where(QuestionSlot.slot == pool.slot)
    return session.scalars(
        select(SearchRequest.number)
        .where(*OPEN, SearchRequest.passphrase_hash != "", SearchRequest.entry_date < pool.filed_before)
        .where(SearchRequest.number.not_in(drawn))
        .order_by(SearchRequest.number)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True, of=SearchRequest)
    ).all()


def _drawn(session: Session, numbers: Sequence[int], pool: Pool, now: datetime.datetime) -> list[QuestionSlot]:
    own, profiles = _coverage(session, numbers), _profiles(session, numbers)
    known, ready = histories(session, numbers), readiness(session, numbers)
    slots = []
    for number in numbers:
        profile, history = profiles[number], known[number]
        # Worked out for every search, so that none is drawn more slowly than another.
        lent = pool.donors.coverage_for(profile)
        chosen = _chosen(own.get(number, lent), profile, history)
        slots.append(
            QuestionSlot(
                id=uuid.uuid4(),
                record_number=number,
                slot=pool.slot,
                task=next_task(ready[number], history.slots).value,
                questions=[one.value for one in chosen],
                made_at=now,
            )
        )
    return slots


def _chosen(coverage: Coverage, profile: Profile, history: SlotHistory) -> list[Question]:
    chosen: list[Question] = []
    for each in askable(profile.open_now, history.asked, history.unanswered, PLACES):
        chosen += in_order(coverage, _WORTH, each, profile.seed)
    return chosen[:PLACES]


# What nobody has ruled out.
_MAY_BE = MatchProposal.state != ProposalState.RULED_OUT.value


def _coverage(session: Session, numbers: Collection[int]) -> Mapping[int, Coverage]:
    """For each search that has candidates, of what how many of their reports speak."""
    candidates: dict[int, list[int]] = {}
    for chunk in chunks(sorted(numbers)):
        pairs = (
            select(MatchProposal.request_number, MatchProposal.report_number)
            .join(Record, Record.number == MatchProposal.report_number)
            .where(MatchProposal.request_number.in_(chunk), _MAY_BE, Record.side == RecordSide.FOUND.value, *OPEN)
            # Those that came first: not the heaviest, because answers weigh.
            .order_by(MatchProposal.entry_date, MatchProposal.id)
        )
        for request, report in session.execute(pairs):
            candidates.setdefault(request, []).append(report)
    first = {request: reports[:_MOST_CANDIDATES] for request, reports in candidates.items()}
    spoken = _spoken_of(session, {report for reports in first.values() for report in reports})
    return {request: _counted([spoken[one] for one in reports if one in spoken]) for request, reports in first.items()}


def _counted(spoken: Sequence[frozenset[Question]]) -> Coverage:
    return {one: count for one in QUESTIONS if (count := sum(one in each for each in spoken))}


def _spoken_of(session: Session, reports: Collection[int]) -> Mapping[int, frozenset[Question]]:
    found = read_sections(session, reports, Description)
    identifiers = read_sections(session, reports, Identifiers)
    return {one: spoken_of(person, identifiers.get(one, Identifiers())) for one, person in found.items()}


def _profiles(session: Session, numbers: Collection[int]) -> Mapping[int, Profile]:
    """What each family sees of its own search."""
    sought = read_sections(session, numbers, Description)
    identifiers = read_sections(session, numbers, Identifiers)
    vault = vault_of(session)
    return {
        one: Profile(
            vault.digest("order of questions", str(one)),
            (person := sought.get(one, Description())).sex or "",
            open_questions(person, identifiers.get(one, Identifiers())),
        )
        for one in numbers
    }
