"""What a coordinator learns of other committees: that one reads a pair with the same report, and nothing else.

No number, no name and no reference of theirs, and the same sentence for one of them as for many.
"""

import datetime

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session, aliased

from search.access import Action, Actor, Subject, require
from search.casework.committee_cases import read_reaches
from search.casework.conflicts import left_to_others
from search.casework.undo_periods import UNDO
from search.committee_summaries import Coordination
from search.committees.reach import described
from search.models import Judgement, MatchProposal, Record, SearchRequest
from search.vocabulary import ProposalState

_RULED_OUT = ProposalState.RULED_OUT.value
# How many of the own searches one page names; the newest first.
_MOST = 50


def read_coordination(session: Session, actor: Actor, *, now: datetime.datetime) -> Coordination:
    """The committees there are, and the own searches of which a report stands in a pair of another committee too."""
    require(actor, Action.COORDINATE, Subject(committee_id=actor.organisation_id))
    committees = {reach.committee_id: described(reach) for reach in read_reaches(session)}
    own = committees.pop(actor.organisation_id) if actor.organisation_id in committees else None
    return Coordination(own=own, others=tuple(committees.values()), shared=_shared(session, actor, now))


def _shared(session: Session, actor: Actor, now: datetime.datetime) -> tuple[str, ...]:
    """References of own searches whose report another committee reads too, both pairs standing.

    One that was judged so lately that it can be undone stands still: that it is gone would tell what the other said.
    """
    mine, theirs, sought, reported, elsewhere = (
        aliased(MatchProposal), aliased(MatchProposal), aliased(SearchRequest), aliased(Record), aliased(Record)
    )  # fmt: skip
    lately = exists().where(Judgement.proposal_id == mine.id, Judgement.made_at > now - UNDO)
    rows = (
        select(sought.reference, sought.number)
        .join(mine, mine.request_number == sought.number)
        .join(theirs, theirs.report_number == mine.report_number)
        .join(reported, reported.number == mine.report_number)
        .join(elsewhere, elsewhere.number == theirs.request_number)
        .where(
            mine.committee_id == actor.organisation_id,
            theirs.committee_id != actor.organisation_id,
            or_(mine.state != _RULED_OUT, lately),
            theirs.state != _RULED_OUT,
            sought.withdrawn_at.is_(None),
            reported.withdrawn_at.is_(None),
            elsewhere.withdrawn_at.is_(None),
            sought.number.not_in(left_to_others(session, actor)),
        )
        .distinct()
        .order_by(sought.number.desc())
        .limit(_MOST)
    )
    return tuple(reference for reference, _ in session.execute(rows))
