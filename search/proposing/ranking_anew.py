"""Places in committees' lists, worked out anew for what was judged since, and for what has none yet.

A judgement of one pair changes how many rivals the others of its search have. Whoever judges does not wait for that.
"""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.casework.queue_ranks import rank_pairs
from search.models import Judgement, MatchProposal

AT_ONCE = 100


def rank_judged(
    session: Session, actor: Actor, *, since: datetime.datetime, up_to: datetime.datetime, today: datetime.date
) -> int:
    """Put the pairs of all searches of which one was judged in this time into their places; returns how many."""
    require(actor, Action.PROPOSE)
    judged = (
        select(MatchProposal.request_number)
        .join(Judgement, Judgement.proposal_id == MatchProposal.id)
        .where(Judgement.made_at > since, Judgement.made_at <= up_to)
    )
    return rank_pairs(session, set(session.scalars(judged)), today=today)


def rank_unplaced(session: Session, actor: Actor, *, today: datetime.date) -> int:
    """Put pairs into their places that have none, such as those of before there were any; returns how many."""
    require(actor, Action.PROPOSE)
    without = select(MatchProposal.request_number).where(MatchProposal.queue_order.is_(None)).limit(AT_ONCE)
    numbers = set(session.scalars(without))
    return rank_pairs(session, numbers, today=today) if numbers else 0
