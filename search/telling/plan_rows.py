"""Plans and ticks of one pair as they are stored, and how a page shows them."""

import datetime
import uuid
from collections.abc import Sequence

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Actor
from search.accounts.relatives import named_relatives
from search.casework.told_rows import told_proposals
from search.casework.undo_periods import can_be_taken_back, in_force
from search.documents.telling import PlannedTalk, PlannedTelling
from search.errors import Refused
from search.models import MatchProposal, SearchRequest, Telling, TellingPlan
from search.records.associated_data import telling_plan_place
from search.records.search_rows import has_family
from search.records.sections import encode, record_key
from search.storage.encryption import seal, unseal
from search.telling.telling_gates import telling_kind
from search.telling_summaries import TalkSummary, TellingSummary

_DECODE = msgspec.msgpack.Decoder(PlannedTelling).decode


def teller_of(actor: Actor) -> uuid.UUID:
    """The account that plans and ticks: only a person tells."""
    if actor.account_id is None:
        raise Refused("no_account")
    return actor.account_id


def newest_plan(session: Session, proposal_id: uuid.UUID) -> TellingPlan | None:
    """The plan that counts."""
    asked = select(TellingPlan).where(TellingPlan.proposal_id == proposal_id).order_by(TellingPlan.revision.desc())
    return session.scalars(asked.limit(1)).one_or_none()


def document_of(session: Session, plan: TellingPlan | None) -> PlannedTelling:
    """What a plan says; nothing yet where there is none."""
    if plan is None:
        return PlannedTelling()
    return _DECODE(unseal(record_key(session, plan.record_number), plan.plan_sealed, telling_plan_place(plan.id)))


def append_plan(
    session: Session, proposal: MatchProposal, document: PlannedTelling, actor: Actor, now: datetime.datetime
) -> TellingPlan:
    """Append what is planned now; what was planned before stays readable under its revision."""
    before = newest_plan(session, proposal.id)
    identifier = uuid.uuid4()
    key = record_key(session, proposal.request_number)
    readers = [talk.key for talk in document.talks if talk.opens_page] or [talk.key for talk in document.talks]
    plan = TellingPlan(
        id=identifier,
        proposal_id=proposal.id,
        record_number=proposal.request_number,
        kind=telling_kind(session, proposal).value,
        plan_sealed=seal(key, encode(document), telling_plan_place(identifier)),
        page_readers=sorted(readers),
        revision=before.revision + 1 if before else 1,
        made_by=teller_of(actor),
        made_at=now,
    )
    session.add(plan)
    session.flush()
    return plan


def ticks_of(session: Session, proposal_id: uuid.UUID) -> Sequence[Telling]:
    """Every tick and correction of a pair that was not taken back, the oldest first."""
    asked = select(Telling).where(Telling.proposal_id == proposal_id, Telling.taken_back_at.is_(None))
    return session.scalars(asked.order_by(Telling.made_at, Telling.acts_at, Telling.corrects_id.is_not(None))).all()


def standing_tick(ticks: Sequence[Telling], key: str) -> Telling | None:
    """What was said last of the talk with one relative."""
    corrected = {tick.corrects_id for tick in ticks}
    return next((tick for tick in reversed(ticks) if tick.relative_key == key and tick.id not in corrected), None)


def summary_of(session: Session, proposal: MatchProposal, now: datetime.datetime) -> TellingSummary:
    """The plan of a pair with what was ticked."""
    document = document_of(session, newest_plan(session, proposal.id))
    request = session.get_one(SearchRequest, proposal.request_number)
    ticks = ticks_of(session, proposal.id)
    return TellingSummary(
        proposal_id=proposal.id,
        reference=request.reference,
        kind=telling_kind(session, proposal),
        has_family=has_family(request),
        talks=tuple(_shown(talk, standing_tick(ticks, talk.key), now) for talk in document.talks),
        remains=document.remains,
        repatriation=document.repatriation,
        told=proposal.id in told_proposals(session, proposal.request_number, now),
        let_in=tuple(one.called for one in named_relatives(session, proposal.request_number)),
    )


def _shown(talk: PlannedTalk, tick: Telling | None, now: datetime.datetime) -> TalkSummary:
    if tick is None:
        return TalkSummary(talk=talk)
    return TalkSummary(
        talk=talk,
        telling_id=tick.id,
        told_on=tick.told_on,
        acts_at=tick.acts_at,
        can_be_taken_back=can_be_taken_back(tick, now),
        can_be_corrected=in_force(tick, now),
    )
