"""Pairs of records of one side as their readers may see them, with the answers given so far."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import Evidence, Outcome
from matching.record import Side
from search.access import Actor, Subject
from search.accounts.shown_names import shown_names
from search.casework.judgement_rows import counting_judgements
from search.documents import Description
from search.fields import Purpose, visible, visible_evidence
from search.models import DuplicateJudgement, DuplicateProposal, Record, SearchRequest
from search.records.report_subjects import report_subjects
from search.records.sections import held_keys, read_sections
from search.review.blind_reading import shown_state, visible_to
from search.review.group_view import heaviest_pairs
from search.review.two_reader_rule import why_not
from search.summaries import DuplicateJudgementSummary, DuplicatePair, DuplicateSide
from search.vocabulary import JudgementKind, ProposalState, ReportKind


@dataclass(frozen=True, slots=True)
class _Reader:
    """Who reads, the records as they may see them, and the names of those who answered."""

    actor: Actor
    now: datetime.datetime
    sides: Mapping[int, DuplicateSide]
    names: Mapping[uuid.UUID, str]


def duplicate_pairs(
    session: Session, found: Sequence[DuplicateProposal], actor: Actor, now: datetime.datetime
) -> tuple[DuplicatePair, ...]:
    """The pairs in their order. The caller has asked for permission: both records of each are open to the actor."""
    numbers = {number for one in found for number in (one.first_number, one.second_number)}
    readable = held_keys(session, numbers)
    # Where only a key was destroyed, the pair is still there, and nobody could tell the two apart.
    found = [one for one in found if {one.first_number, one.second_number} <= readable.keys()]
    judgements = duplicate_judgements(session, [one.id for one in found])
    by_pair: dict[uuid.UUID, list[DuplicateJudgement]] = defaultdict(list)
    for judgement in judgements:
        by_pair[judgement.duplicate_id].append(judgement)
    names = shown_names(session, {one.account_id for one in judgements})
    reader = _Reader(actor, now, _sides(session, actor, sorted(readable), now), names)
    return tuple(_pair(reader, one, by_pair[one.id]) for one in found)


def duplicate_judgements(session: Session, duplicate_ids: Sequence[uuid.UUID]) -> Sequence[DuplicateJudgement]:
    """All answers to these pairs, oldest first, those taken back included."""
    asked = DuplicateJudgement.duplicate_id.in_(duplicate_ids)
    return session.scalars(select(DuplicateJudgement).where(asked).order_by(DuplicateJudgement.revision)).all()


def _pair(reader: _Reader, one: DuplicateProposal, judgements: Sequence[DuplicateJudgement]) -> DuplicatePair:
    counting, state, me = counting_judgements(judgements), ProposalState(one.state), reader.actor.account_id
    evidence = tuple(Evidence(code, level, Outcome(outcome), weight) for code, level, outcome, weight in one.evidence)
    subject = Subject(committee_id=reader.actor.organisation_id)
    return DuplicatePair(
        duplicate_id=one.id,
        revision=one.revision,
        state=shown_state(state, counting, me, reader.now),
        side=Side(one.side),
        match_weight=one.match_weight,
        match_probability=one.match_probability,
        evidence=visible_evidence(evidence, reader.actor, subject, Purpose.LIST),
        sides=(reader.sides[one.first_number], reader.sides[one.second_number]),
        judgements=_summaries(
            reader, visible_to(judgements, state, me, reader.now), {judgement.id for judgement in counting}
        ),
        may_judge=not why_not(one, judgements, reader.actor),
        others_decided=len({judgement.account_id for judgement in counting} - {me}),
    )


def _summaries(
    reader: _Reader, judgements: Sequence[DuplicateJudgement], counting: set[uuid.UUID]
) -> tuple[DuplicateJudgementSummary, ...]:
    return tuple(
        DuplicateJudgementSummary(
            judgement_id=one.id,
            kind=JudgementKind(one.kind),
            made_at=one.made_at,
            by=reader.names[one.account_id],
            by_me=one.account_id == reader.actor.account_id,
            taken_back=one.id not in counting,
        )
        for one in judgements
        if one.takes_back_id is None
    )


def _sides(session: Session, actor: Actor, numbers: Sequence[int], now: datetime.datetime) -> dict[int, DuplicateSide]:
    """Each record as a line of a list."""
    descriptions = read_sections(session, numbers, Description)
    entered = dict(session.execute(select(Record.number, Record.entry_date).where(Record.number.in_(numbers))).all())
    pairs = heaviest_pairs(session, numbers, actor, now)
    searches = session.execute(
        select(SearchRequest.number, SearchRequest.id, SearchRequest.reference).where(SearchRequest.number.in_(numbers))
    )
    mine = actor.organisation_id
    known: dict[int, tuple[Subject, str, ReportKind | None]] = {
        number: (Subject(case_id=identifier, committee_id=mine), reference, None)
        for number, identifier, reference in searches
    } | {
        number: (report.subject, "", report.kind) for number, report in report_subjects(session, numbers, mine).items()
    }
    return {
        number: DuplicateSide(
            description=visible(descriptions.get(number, Description()), actor, subject, Purpose.LIST),
            entry_date=entered[number],
            reference=reference,
            report_kind=kind,
            proposal_id=pairs.get(number),
        )
        for number, (subject, reference, kind) in known.items()
    }
