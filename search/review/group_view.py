"""Who seems to have travelled with the people of a pair: a list for the committee, and nothing that is stored."""

import datetime
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from matching.record import Side
from search.access import Action, Actor, Subject
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.reading_limits import CARDS, count_one, few_left
from search.casework.conflicts import left_to_others, require_asked
from search.casework.locked_pairs import locked_proposal
from search.commands import OpenGroup
from search.documents import Description
from search.fields import Purpose, visible
from search.groups.group_key_store import travelled
from search.groups.group_keys import Travelled
from search.groups.group_ties import rank, ties
from search.groups.near_incidents import KnownIncident, near_incidents
from search.models import FoundReport, MatchProposal, Record, SearchRequest
from search.records.report_subjects import report_subjects
from search.records.sections import read_sections
from search.review.blind_reading import still_undoable
from search.summaries import GroupIncident, GroupMember, GroupSummary
from search.vocabulary import GroupReason, ProposalState, ReportKind

MOST_MEMBERS = 50
_PLACING = frozenset({GroupReason.SAME_INCIDENT, GroupReason.SAME_VESSEL})
Reasons = Mapping[int, frozenset[GroupReason]]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A record that the reader may see something of. `reference` of a search, `kind` of a report."""

    number: int
    subject: Subject
    reference: str = ""
    kind: ReportKind | None = None


def open_group(session: Session, actor: Actor, command: OpenGroup, *, now: datetime.datetime) -> GroupSummary:
    """The incidents near a pair, and the searches and reports that seem to belong; that it was opened is audited.

    Shown are searches of the reader's own committee and reports that its pairs hold; of all others only how many.
    """
    proposal = locked_proposal(session, actor, Action.OPEN_GROUP, command.proposal_id)
    require_asked(session, actor, proposal, now)
    cards_left = count_one(session, actor.account_id, CARDS, str(proposal.id), now=now)
    placeless = report_subjects(session, (proposal.report_number,), None)[proposal.report_number].subject.placeless
    incidents, near_both = _incidents(session, proposal, placeless=placeless)
    pair = travelled(session, (proposal.request_number, proposal.report_number))
    if placeless:
        pair = [_anywhere(one) if one.number == proposal.report_number else one for one in pair]
    reasons = _told(session, ties(session, pair, [one.source_id for one in incidents]))
    left = set(session.scalars(left_to_others(session, actor)))
    reasons = {number: why for number, why in reasons.items() if number not in left}
    searches, elsewhere_searches = _searches(session, actor, reasons)
    reports, elsewhere_reports = _reports(session, actor, reasons)
    ranked = sorted([*searches, *reports], key=lambda one: (rank(reasons[one.number]), one.number))
    summary = GroupSummary(
        proposal_id=proposal.id,
        reference=session.get_one(SearchRequest, proposal.request_number).reference,
        sought_name=_sought_name(session, actor, proposal),
        incidents=tuple(_incident(one) for one in incidents),
        near_both=near_both,
        members=tuple(_members(session, actor, ranked[:MOST_MEMBERS], reasons, now)),
        elsewhere_searches=elsewhere_searches,
        elsewhere_reports=elsewhere_reports,
        left_out=max(0, len(ranked) - MOST_MEMBERS),
        few_left=few_left(CARDS, cards_left),
    )
    shown = (proposal.request_number, proposal.report_number, *(one.number for one in ranked[:MOST_MEMBERS]))
    note_reading(session, actor, shown, ReadingPurpose.GROUP, now=now, caused_by=proposal.id)
    detail = {"members": len(summary.members), "incidents": len(incidents)}
    record_act(session, actor, Action.OPEN_GROUP, subject=("match_proposal", proposal.id), now=now, detail=detail)
    return summary


def _anywhere(one: Travelled) -> Travelled:
    """Somebody living as a group may know them: by names, and not by where they are or which boat brought them."""
    return replace(one, view=replace(one.view, event=None), vessel="")


def _told(session: Session, reasons: Reasons) -> Reasons:
    """The reasons that may be told: that a living person is near an incident, or came on a boat, places them."""
    living = {one for one, report in report_subjects(session, reasons, None).items() if report.subject.placeless}
    told = {number: given - _PLACING if number in living else given for number, given in reasons.items()}
    return {number: given for number, given in told.items() if given}


def _incidents(session: Session, proposal: MatchProposal, *, placeless: bool) -> tuple[tuple[KnownIncident, ...], bool]:
    """The incidents that both sides are near, nearest to the last contact first; else those that are near it alone.

    Of somebody living only the last contact counts: what is near them would tell where they are.
    """
    views = {one.number: one.view for one in travelled(session, (proposal.request_number, proposal.report_number))}
    sought = near_incidents(session, views[proposal.request_number].event)
    if placeless:
        return sought, False
    found = {one.source_id for one in near_incidents(session, views[proposal.report_number].event)}
    both = tuple(one for one in sought if one.source_id in found)
    return (both, True) if both else (sought, False)


def _incident(one: KnownIncident) -> GroupIncident:
    return GroupIncident(
        source_id=one.source_id,
        first_day=one.first_day,
        last_day=one.last_day,
        place=one.place,
        route=one.route,
        dead=one.dead,
        missing=one.missing,
        survivors=one.survivors,
        source=one.source,
    )


def _searches(session: Session, actor: Actor, reasons: Reasons) -> tuple[list[_Listed], int]:
    """The searches of the reader's committee, and how many are another's."""
    rows = session.execute(
        select(SearchRequest.number, SearchRequest.id, SearchRequest.reference, SearchRequest.committee_id).where(
            SearchRequest.number.in_(reasons), SearchRequest.withdrawn_at.is_(None)
        )
    ).all()
    listed = [
        _Listed(number, Subject(case_id=identifier, committee_id=committee), reference=reference)
        for number, identifier, reference, committee in rows
        if committee == actor.organisation_id
    ]
    return listed, len(rows) - len(listed)


def _reports(session: Session, actor: Actor, reasons: Reasons) -> tuple[list[_Listed], int]:
    """The reports that are in a pair of the reader's committee, and how many are in none."""
    mine = select(MatchProposal.report_number).where(MatchProposal.committee_id == actor.organisation_id)
    assigned = set(session.scalars(mine.where(MatchProposal.report_number.in_(reasons))))
    open_ones = FoundReport.number.in_(reasons), FoundReport.withdrawn_at.is_(None)
    numbers = session.scalars(select(FoundReport.number).where(*open_ones)).all()
    reports = report_subjects(session, assigned & set(numbers), actor.organisation_id)
    listed = [_Listed(number, report.subject, kind=report.kind) for number, report in sorted(reports.items())]
    return listed, len(numbers) - len(listed)


def _members(
    session: Session, actor: Actor, listed: Collection[_Listed], reasons: Reasons, now: datetime.datetime
) -> Iterable[GroupMember]:
    numbers = [one.number for one in listed]
    descriptions = read_sections(session, numbers, Description)
    pairs = heaviest_pairs(session, numbers, actor, now)
    for one in listed:
        if one.number not in descriptions:
            continue
        description = descriptions[one.number]
        yield GroupMember(
            side=Side.SOUGHT if one.kind is None else Side.FOUND,
            reasons=tuple(reason for reason in GroupReason if reason in reasons[one.number]),
            description=visible(description, actor, one.subject, Purpose.LIST),
            reference=one.reference,
            report_kind=one.kind,
            proposal_id=pairs.get(one.number),
        )


def heaviest_pairs(
    session: Session, numbers: Collection[int], actor: Actor, now: datetime.datetime
) -> dict[int, uuid.UUID]:
    """By record number the heaviest pair of the reader's committee that is not ruled out, as far as they may know."""
    undoable = still_undoable(session, actor.account_id, now)
    found: dict[int, uuid.UUID] = {}
    for column in (MatchProposal.request_number, MatchProposal.report_number):
        rows = session.execute(
            select(column, MatchProposal.id)
            .join(Record, Record.number == MatchProposal.request_number)
            .where(
                column.in_(numbers),
                MatchProposal.committee_id == actor.organisation_id,
                or_(MatchProposal.state != ProposalState.RULED_OUT.value, MatchProposal.id.in_(undoable)),
                Record.withdrawn_at.is_(None),
            )
            .order_by(func.coalesce(MatchProposal.shown_weight, MatchProposal.match_weight), MatchProposal.id)
        )
        found.update(dict(rows.all()))
    return found


def _sought_name(session: Session, actor: Actor, proposal: MatchProposal) -> str:
    description = read_sections(session, (proposal.request_number,), Description).get(proposal.request_number)
    subject = Subject(committee_id=proposal.committee_id)
    shown = visible(description or Description(), actor, subject, Purpose.LIST)
    return shown.names[0].text if shown.names else ""
