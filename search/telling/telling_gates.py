"""Whether a family may be told what a pair came to: read and asked again at each act, and by whom."""

import datetime
import uuid

from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.casework.course import courses
from search.casework.locked_pairs import locked_proposal
from search.casework.person_answers import allowed_by_person
from search.errors import NotFound, Refused
from search.models import FoundReport, MatchProposal
from search.vocabulary import LIVING_KINDS, CourseState, ProposalState, ReportKind, TellingKind

_MAY_BE_TOLD = (CourseState.READY_TO_TELL, CourseState.TOLD)


def pair_to_tell(
    session: Session, actor: Actor, action: Action, proposal_id: uuid.UUID, now: datetime.datetime
) -> MatchProposal:
    """A pair of which its family may be told, held; NotFound for any other, whatever it is that is missing.

    The dead were identified by a forensic service; the living said yes, which one coordinator knows alone: to every
    other reader it looks like no, or like nobody having been asked.
    """
    proposal = locked_proposal(session, actor, action, proposal_id)
    state = courses(session, [proposal.id], now, actor.account_id)[proposal.id]
    if proposal.state != ProposalState.AGREED.value or state not in _MAY_BE_TOLD:
        raise NotFound("not_found")
    return proposal


def require_asked_once_more(
    session: Session, proposal: MatchProposal, planned_at: datetime.datetime, now: datetime.datetime
) -> None:
    """Refuse to tell of somebody living who did not say yes again since it was planned how their family is told."""
    if telling_kind(session, proposal) is TellingKind.DEAD:
        return
    if allowed_by_person(session, proposal.id, now=now, asked_since=planned_at) is None:
        raise Refused("ask_person_again")


def telling_kind(session: Session, proposal: MatchProposal) -> TellingKind:
    """Whether a family is told of somebody who lives, or of a death."""
    kind = ReportKind(session.get_one(FoundReport, proposal.report_number).kind)
    return TellingKind.LIVING if kind in LIVING_KINDS else TellingKind.DEAD
