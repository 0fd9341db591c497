"""A committee hands the pair of a body to a forensic service: the strongest state that it can give it.

The service reads both sides without who the family is. What it would need of a family comes back to the committee.
"""

import datetime
import uuid

from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.approaching.approach_rows import account_of, held_pair
from search.approaching.handover_rows import entries_of, handover_of, services_allowed, wishes_of
from search.approaching.starting import course_summary, waits_for
from search.casework.locked_pairs import locked_proposal
from search.casework.undo_periods import ASKING_WAITS, can_be_taken_back
from search.errors import Conflict, NotFound, Refused
from search.located_commands import HandOver, SettleWish
from search.located_summaries import ForensicPage
from search.models import ForensicHandover, ForensicWishRow, FoundReport, MatchProposal, Organisation
from search.vocabulary import LIVING_KINDS, ReportKind


def read_forensic_page(
    session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime
) -> ForensicPage:
    """To whom the pair of a body can be handed, and what the service it was handed to wrote back."""
    proposal = locked_proposal(session, actor, Action.HAND_OVER, proposal_id)
    _require_body(session, proposal)
    return _page(session, proposal, actor, now)


def hand_over(session: Session, actor: Actor, command: HandOver, *, now: datetime.datetime) -> ForensicPage:
    """Hand the pair to a forensic service that the family allowed; it waits before the service sees anything."""
    proposal = held_pair(session, actor, Action.HAND_OVER, command.proposal_id)
    account_id = account_of(actor)
    if proposal.revision != command.seen_revision:
        raise Conflict("proposal_changed")
    _require_body(session, proposal)
    if handover_of(session, proposal.id) is None:
        _require_possible(session, proposal, command.service_id, now)
        session.add(
            ForensicHandover(
                id=uuid.uuid4(),
                proposal_id=proposal.id,
                service_id=command.service_id,
                made_by=account_id,
                made_at=now,
                acts_at=now + ASKING_WAITS,
                taken_back_at=None,
            )
        )
        session.flush()
    record_act(session, actor, Action.HAND_OVER, subject=("match_proposal", proposal.id), now=now)
    return _page(session, proposal, actor, now)


def take_back_hand_over(
    session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime
) -> ForensicPage:
    """The pair is not handed over after all; Refused once its time is over, when the service may have read it."""
    proposal = held_pair(session, actor, Action.HAND_OVER, proposal_id)
    handover = handover_of(session, proposal.id)
    if handover is None:
        raise NotFound("not_found")
    if not can_be_taken_back(handover, now):
        raise Refused("too_late_to_undo")
    handover.taken_back_at = now
    session.flush()
    record_act(session, actor, Action.HAND_OVER, subject=("match_proposal", proposal.id), now=now)
    return _page(session, proposal, actor, now)


def settle_wish(session: Session, actor: Actor, command: SettleWish, *, now: datetime.datetime) -> ForensicPage:
    """A committee has seen to what the service would need."""
    proposal = held_pair(session, actor, Action.HAND_OVER, command.proposal_id)
    handover = handover_of(session, proposal.id)
    wish = session.get(ForensicWishRow, command.wish_id)
    if handover is None or wish is None or wish.handover_id != handover.id:
        raise NotFound("not_found")
    if wish.settled_at is None:
        wish.settled_at, wish.settled_by = now, account_of(actor)
    session.flush()
    record_act(session, actor, Action.HAND_OVER, subject=("match_proposal", proposal.id), now=now)
    return _page(session, proposal, actor, now)


def _require_body(session: Session, proposal: MatchProposal) -> None:
    """The pair of somebody living is handed to nobody: there is no such page."""
    if ReportKind(session.get_one(FoundReport, proposal.report_number).kind) in LIVING_KINDS:
        raise NotFound("not_found")


def _require_possible(session: Session, proposal: MatchProposal, service_id: uuid.UUID, now: datetime.datetime) -> None:
    why = waits_for(session, proposal, now)
    if why is not None:
        raise Refused(why.value)
    if service_id not in {one.organisation_id for one in services_allowed(session, proposal)}:
        raise Refused("service_not_allowed")


def _page(session: Session, proposal: MatchProposal, actor: Actor, now: datetime.datetime) -> ForensicPage:
    handover = handover_of(session, proposal.id)
    course = course_summary(session, proposal, actor, now)
    if handover is None:
        return ForensicPage(course=course, services=services_allowed(session, proposal))
    return ForensicPage(
        course=course,
        services=(),
        handed_to=session.get_one(Organisation, handover.service_id).name,
        undone_until=handover.acts_at if can_be_taken_back(handover, now) else None,
        wishes=wishes_of(session, handover.id),
        entries=entries_of(session, handover.id),
    )
