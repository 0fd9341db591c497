"""The agreed pairs of a committee about which nobody is approached yet, and why; it tells no days and no answers."""

import datetime
import math
import uuid
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from search.access import Action, Actor, Subject, require
from search.approaching.protecting import protectors
from search.approaching.starting import waits_for
from search.casework.ages import ages, is_child
from search.casework.conflicts import left_to_others
from search.casework.course import CourseFacts, course_facts, course_of
from search.casework.judgement_rows import judged_lately
from search.casework.readiness import Readiness, readiness
from search.located_summaries import WaitingPair, WaitingPairs
from search.models import FoundReport, MatchProposal, Record, SearchRequest
from search.records.consent_rows import answers_of
from search.records.sections import held_keys
from search.vocabulary import CourseState, ProposalState, ReportKind, WaitingReason

PAGE = 20
_BEFORE = (CourseState.NONE, CourseState.WAITS_WHO_ASKS)


def read_waiting(session: Session, actor: Actor, *, page: int = 1, now: datetime.datetime) -> WaitingPairs:
    """One page of them, children first, then by reference."""
    require(actor, Action.READ_QUEUE, Subject(committee_id=actor.organisation_id))
    pairs = _agreed(session, actor, now)
    facts = course_facts(session, [pair.id for pair in pairs], now)
    waiting = [pair for pair in pairs if _waits(session, pair, facts[pair.id])]
    known = ages(session, {pair.report_number for pair in waiting})
    cases = _references(session, waiting)
    waiting.sort(key=lambda pair: (not is_child(known[pair.report_number]), cases[pair.request_number], pair.id))
    shown = waiting[PAGE * (max(page, 1) - 1) :][:PAGE]
    ready = readiness(session, {pair.request_number for pair in shown})
    lines = [_line(session, pair, cases, facts, now) for pair in shown]
    return WaitingPairs(
        pairs=tuple(
            replace(line, missing=_missing(ready[pair.request_number]))
            if line.why is WaitingReason.WHO_ASKS_UNKNOWN
            else line
            for line, pair in zip(lines, shown, strict=True)
        ),
        total=len(waiting),
        page=page,
        pages=max(1, math.ceil(len(waiting) / PAGE)),
    )


def _agreed(session: Session, actor: Actor, now: datetime.datetime) -> list[MatchProposal]:
    """None that was judged so lately that it can be undone: that it stands here would tell what the other said."""
    agreed = select(MatchProposal).where(
        MatchProposal.committee_id == actor.organisation_id, MatchProposal.state == ProposalState.AGREED.value
    )
    for number in (MatchProposal.request_number, MatchProposal.report_number):
        record = aliased(Record)
        agreed = agreed.join(record, record.number == number).where(
            record.withdrawn_at.is_(None), number.not_in(left_to_others(session, actor))
        )
    pairs = session.scalars(agreed).all()
    lately = judged_lately(session, [pair.id for pair in pairs], now)
    pairs = [pair for pair in pairs if pair.id not in lately]
    numbers = [number for pair in pairs for number in (pair.request_number, pair.report_number)]
    readable = held_keys(session, numbers)
    return [pair for pair in pairs if {pair.request_number, pair.report_number} <= readable.keys()]


def _waits(session: Session, pair: MatchProposal, facts: CourseFacts) -> bool:
    """Whether nobody was approached, or a child was met whom nobody protects."""
    state = course_of(facts)
    if facts.kind is ReportKind.WITNESS:
        return False
    return state in _BEFORE or (state is CourseState.WITH_PROTECTION and not _is_protected(session, pair))


def _is_protected(session: Session, pair: MatchProposal) -> bool:
    report = session.get_one(FoundReport, pair.report_number)
    return bool(protectors(session, report, answers_of(session, [pair.request_number])[pair.request_number]))


def _references(session: Session, pairs: list[MatchProposal]) -> Mapping[int, str]:
    numbers = [pair.request_number for pair in pairs]
    asked = select(SearchRequest.number, SearchRequest.reference).where(SearchRequest.number.in_(numbers))
    return dict(session.execute(asked).all())


def _line(
    session: Session,
    pair: MatchProposal,
    cases: Mapping[int, str],
    facts: Mapping[uuid.UUID, CourseFacts],
    now: datetime.datetime,
) -> WaitingPair:
    kind, state = facts[pair.id].kind, course_of(facts[pair.id])
    why = WaitingReason.NO_OFFICER if state not in _BEFORE else waits_for(session, pair, now)
    return WaitingPair(
        proposal_id=pair.id,
        reference=cases[pair.request_number],
        kind=kind,
        why=why or WaitingReason.TO_BE_STARTED,
    )


def _missing(case: Readiness) -> tuple[str, ...]:
    return tuple(part for part in ("talk", "control_fact", "naming", "forensic") if not getattr(case, part))
