"""A committee's list of pairs, by what a decision is worth, one page at a time; and which pair comes next."""

import datetime
import math
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from matching import Outcome
from matching.record import PersonName
from search.access import Action, Actor, Subject, require
from search.casework.queue_worth import is_of_minor
from search.documents import Description
from search.fields import Purpose, visible
from search.models import MatchProposal, ProposalClaim, SearchRequest
from search.queue_commands import ReadQueue
from search.queue_summaries import COUNTED, Queue, QueueEntry
from search.records.installed_engine import engine_of
from search.records.report_subjects import ReportSubject, report_subjects
from search.records.sections import held_keys, read_sections
from search.records.shown_weights import shown_probability, shown_weight
from search.review.blind_reading import judged_by, shown_states, still_undoable
from search.review.coming_back import days_of
from search.review.proposal_context import competitors_of_pairs
from search.review.queue_filters import (
    ORDER,
    SETTLED,
    behind,
    held_by_another,
    narrowed,
    of_tab,
    pairs_of,
)
from search.review.told_evidence import told_comparisons
from search.vocabulary import ProposalState, QueueTab

PAGE = 20


def read_queue(session: Session, actor: Actor, command: ReadQueue, *, now: datetime.datetime) -> Queue:
    """One page of a tab of the actor's committee, in the order in which its pairs are worth deciding."""
    require(actor, Action.READ_QUEUE, Subject(committee_id=actor.organisation_id))
    undoable = still_undoable(session, actor.account_id, now)
    chosen = narrowed(session, of_tab(pairs_of(session, actor), command.tab, actor, now.date(), undoable), command)
    total = session.execute(_counted(chosen)).scalar_one()
    page = max(command.page, 1)
    proposals = session.scalars(chosen.order_by(*ORDER).limit(PAGE).offset(PAGE * (page - 1))).all()
    return Queue(
        entries=tuple(_entries(session, actor, proposals, undoable, now)),
        total=total,
        page=page,
        pages=max(1, math.ceil(min(total, COUNTED) / PAGE)),
        counts=_counts(session, actor, now.date(), undoable),
    )


def next_pair(
    session: Session, actor: Actor, command: ReadQueue, *, after: uuid.UUID | None, now: datetime.datetime
) -> uuid.UUID | None:
    """The first pair of a tab that this reader may decide and nobody else has open, behind one that was just read."""
    require(actor, Action.READ_QUEUE, Subject(committee_id=actor.organisation_id))
    undoable = still_undoable(session, actor.account_id, now)
    chosen = narrowed(session, of_tab(pairs_of(session, actor), command.tab, actor, now.date(), undoable), command)
    chosen = chosen.where(~held_by_another(actor.account_id, now))
    if command.tab not in SETTLED:
        chosen = chosen.where(~judged_by(actor.account_id))
    last = session.get(MatchProposal, after) if after else None
    if last is not None and last.committee_id == actor.organisation_id:
        chosen = chosen.where(behind(last))
    found = session.scalars(chosen.order_by(*ORDER).limit(1)).first()
    return found.id if found else None


def _counted(chosen: Select[Any]) -> Select[Any]:
    """How many there are, and never more than one more than is told."""
    few = chosen.with_only_columns(MatchProposal.id, maintain_column_froms=True).limit(COUNTED + 1)
    return select(func.count()).select_from(few.subquery())


def _counts(
    session: Session, actor: Actor, today: datetime.date, undoable: Collection[uuid.UUID]
) -> Mapping[QueueTab, int]:
    """How many pairs every tab holds, asked in one statement."""
    of_each = [of_tab(pairs_of(session, actor), tab, actor, today, undoable) for tab in QueueTab]
    counted = [_counted(chosen).scalar_subquery() for chosen in of_each]
    return dict(zip(QueueTab, session.execute(select(*counted)).one(), strict=True))


@dataclass(frozen=True, slots=True)
class _Page:
    """What the lines of one page are made of, each read once for all."""

    descriptions: Mapping[int, Description]
    requests: Mapping[int, Any]
    reports: Mapping[int, ReportSubject]
    competitors: Mapping[uuid.UUID, int]
    held: Mapping[uuid.UUID, datetime.datetime]
    days: Mapping[uuid.UUID, Any]
    states: Mapping[uuid.UUID, ProposalState]


def _entries(
    session: Session,
    actor: Actor,
    proposals: Sequence[MatchProposal],
    undoable: Collection[uuid.UUID],
    now: datetime.datetime,
) -> list[QueueEntry]:
    numbers = {number for one in proposals for number in (one.request_number, one.report_number)}
    readable = held_keys(session, sorted(numbers))
    page = _page(session, actor, proposals, undoable, now)
    # Where only a key was destroyed, the pair is still there, and nobody could open it.
    return [
        _entry(session, actor, one, page)
        for one in proposals
        if {one.request_number, one.report_number} <= readable.keys()
    ]


def _page(
    session: Session,
    actor: Actor,
    proposals: Sequence[MatchProposal],
    undoable: Collection[uuid.UUID],
    now: datetime.datetime,
) -> _Page:
    ids = [one.id for one in proposals]
    requests = [one.request_number for one in proposals]
    reports = [one.report_number for one in proposals]
    asked = select(
        SearchRequest.number, SearchRequest.reference, SearchRequest.reply_language, SearchRequest.entry_date
    ).where(SearchRequest.number.in_(requests))
    claims = select(ProposalClaim.proposal_id, ProposalClaim.until).where(
        ProposalClaim.proposal_id.in_(ids),
        ProposalClaim.account_id != actor.account_id,
        ProposalClaim.until > now,
    )
    return _Page(
        descriptions=read_sections(session, sorted({*requests, *reports}), Description),
        requests={row.number: row for row in session.execute(asked)},
        reports=report_subjects(session, reports, actor.organisation_id),
        competitors=competitors_of_pairs(session, proposals, engine_of(session).proposal_threshold, undoable),
        held=dict(session.execute(claims).all()),
        days=days_of(session, ids),
        states=shown_states(session, proposals, actor.account_id, now),
    )


def _entry(session: Session, actor: Actor, one: MatchProposal, page: _Page) -> QueueEntry:
    request, report = page.requests[one.request_number], page.reports[one.report_number]
    own = Subject(committee_id=one.committee_id)
    sought = visible(page.descriptions.get(one.request_number, Description()), actor, own, Purpose.LIST)
    found = visible(page.descriptions.get(one.report_number, Description()), actor, report.subject, Purpose.LIST)
    weight = shown_weight(session, one, report.kind)
    day = page.days.get(one.id)
    return QueueEntry(
        proposal_id=one.id,
        reference=request.reference,
        sought_name=_first(sought),
        found_name=_first(found),
        report_kind=report.kind,
        countries=found.event.place.countries if found.event and found.event.place else (),
        match_weight=weight,
        match_probability=shown_probability(one, weight),
        state=page.states[one.id],
        agreeing=told_comparisons(one, report.kind, Outcome.AGREES),
        disagreeing=told_comparisons(one, report.kind, Outcome.DISAGREES),
        competitors=page.competitors[one.id],
        language=request.reply_language,
        searched_since=request.entry_date,
        minor=is_of_minor(one.queue_order),
        held_until=page.held.get(one.id),
        come_back_on=day.day if day else None,
    )


def _first(shown: Description) -> PersonName | None:
    return shown.names[0] if shown.names else None
