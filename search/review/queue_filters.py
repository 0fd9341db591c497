"""Which pairs of a committee a tab of its list holds, as conditions of one statement."""

import datetime
import uuid
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from search.access import Actor
from search.casework.conflicts import left_to_others
from search.casework.queue_ranks import country_digest
from search.casework.shown_threshold import heavy_enough
from search.models import ComeBack, FoundReport, MatchProposal, ProposalClaim, Record, SearchRequest
from search.queue_commands import ReadQueue
from search.records.sections import vault_of
from search.review.blind_reading import judged_by, shown_as
from search.vocabulary import ProposalState, QueueTab

ORDER = (MatchProposal.queue_order, MatchProposal.id)
"""In which the pairs of a list stand; one index holds them so."""

_STATES = {
    QueueTab.OPEN: (ProposalState.OPEN,),
    QueueTab.AWAITING_SECOND: (ProposalState.AWAITING_SECOND,),
    QueueTab.DISAGREED: (ProposalState.DISAGREED,),
    QueueTab.AGREED: (ProposalState.AGREED,),
    QueueTab.UNSURE: (ProposalState.UNSURE,),
    QueueTab.RULED_OUT: (ProposalState.RULED_OUT,),
    # Somebody else has read them, and another reader is asked for.
    QueueTab.MINE: (ProposalState.AWAITING_SECOND, ProposalState.DISAGREED),
    QueueTab.COME_BACK: (
        ProposalState.OPEN,
        ProposalState.UNSURE,
        ProposalState.AWAITING_SECOND,
        ProposalState.DISAGREED,
    ),
    QueueTab.RETURNED: (ProposalState.OPEN,),
}
SETTLED = frozenset({QueueTab.AGREED, QueueTab.RULED_OUT})
"""Tabs in which nobody is asked to read on."""


def pairs_of(session: Session, reader: Actor) -> Select[MatchProposal]:
    """The pairs of the reader's committee, but for those that the reader left to others.

    Of a search that was taken back, and of a report that was laid aside, nothing is to be decided.
    """
    asked = select(MatchProposal).where(MatchProposal.committee_id == reader.organisation_id)
    for number in (MatchProposal.request_number, MatchProposal.report_number):
        record = aliased(Record)
        asked = asked.join(record, record.number == number).where(
            record.withdrawn_at.is_(None), number.not_in(left_to_others(session, reader))
        )
    return asked


def of_tab(
    asked: Select[Any], tab: QueueTab, actor: Actor, today: datetime.date, undoable: Collection[uuid.UUID]
) -> Select[Any]:
    """Those of one tab, for this reader on this day, as far as the reader may know where they stand.

    `undoable` are the pairs of `search.review.blind_reading.still_undoable`.
    """
    asked = asked.where(shown_as(_STATES[tab], actor.account_id, undoable))
    if tab is QueueTab.OPEN:
        return asked.where(~_comes_back(after=today), heavy_enough(actor.organisation_id))
    if tab is QueueTab.MINE:
        return asked.where(~judged_by(actor.account_id))
    if tab is QueueTab.COME_BACK:
        return asked.where(_comes_back(after=None))
    if tab is QueueTab.RETURNED:
        return asked.where(MatchProposal.returned_revision.is_not(None))
    return asked


def narrowed(session: Session, asked: Select[Any], command: ReadQueue) -> Select[Any]:
    """Those that fit what the reader chose."""
    if command.language:
        own = SearchRequest.__table__.c
        asked = asked.join(SearchRequest.__table__, own.number == MatchProposal.request_number)
        asked = asked.where(own.reply_language == command.language)
    if command.kind is not None:
        sent = FoundReport.__table__.c
        asked = asked.join(FoundReport.__table__, sent.number == MatchProposal.report_number)
        asked = asked.where(sent.kind == command.kind.value)
    if command.country:
        asked = asked.where(MatchProposal.country_digest == country_digest(vault_of(session), command.country))
    return asked.where(MatchProposal.unnamed.is_(True)) if command.unnamed else asked


def held_by_another(account_id: uuid.UUID | None, now: datetime.datetime) -> ColumnElement[bool]:
    """Whether another reader has the pair open at this moment."""
    return exists().where(
        ProposalClaim.proposal_id == MatchProposal.id,
        ProposalClaim.account_id != account_id,
        ProposalClaim.until > now,
    )


def behind(pair: MatchProposal) -> ColumnElement[bool]:
    """Those that come after a pair in the list."""
    if pair.queue_order is None:
        return MatchProposal.id != pair.id
    later = MatchProposal.queue_order > pair.queue_order
    return or_(later, and_(MatchProposal.queue_order == pair.queue_order, MatchProposal.id > pair.id))


def _comes_back(*, after: datetime.date | None) -> ColumnElement[bool]:
    """Whether the newest word on a pair is to look at it again, on a day after this one where one is given."""
    said, newer = aliased(ComeBack), aliased(ComeBack)
    condition = [
        said.proposal_id == MatchProposal.id,
        ~exists()
        .where(newer.proposal_id == MatchProposal.id, newer.made_at > said.made_at)
        .correlate(MatchProposal, said),
    ]
    if after is not None:
        condition.append(said.day > after)
    return exists().where(*condition)
