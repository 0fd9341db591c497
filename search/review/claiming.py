"""Who has a pair open: whoever opened it last, for a while, so that two do not read one pair at the same time.

A claim keeps nobody out. It is named on the card and in the list, and the next pair is never one that another has open.
"""

import datetime
import uuid

from sqlalchemy import delete
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.casework.locked_pairs import locked_proposal
from search.models import MatchProposal, ProposalClaim

LASTS = datetime.timedelta(minutes=20)


def hold(
    session: Session, reader: Actor, proposal: MatchProposal, *, now: datetime.datetime
) -> datetime.datetime | None:
    """Take a pair for whoever opens it, unless another has it open: until when that is, None where nobody else has.

    The caller holds the pair, so that of two who open it at the same moment one is the first.
    """
    claim = session.get(ProposalClaim, proposal.id)
    if claim is not None and claim.until > now and claim.account_id != reader.account_id:
        return claim.until
    session.merge(ProposalClaim(proposal_id=proposal.id, account_id=reader.account_id, until=now + LASTS))
    return None


def release(session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """Leave a pair to others; of one that another has open nothing changes."""
    proposal = locked_proposal(session, actor, Action.CLAIM_PAIR, proposal_id)
    let_go(session, actor, proposal.id)
    record_act(session, actor, Action.CLAIM_PAIR, subject=("match_proposal", proposal.id), now=now)


def let_go(session: Session, reader: Actor, proposal_id: uuid.UUID) -> None:
    """Forget that the reader has a pair open."""
    mine = (ProposalClaim.proposal_id == proposal_id, ProposalClaim.account_id == reader.account_id)
    session.execute(delete(ProposalClaim).where(*mine))
