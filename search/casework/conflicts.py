"""Whether a reader was asked if they know the people of a pair, and which records they left to others.

What is kept are keyed marks that name neither the reader nor the answer, and the answer has no reason: leaving a card
to others says as much as being tired. Both records of a pair are marked alike, so that nothing tells which side it was.
"""

import datetime
import uuid

from sqlalchemy import Select, and_, false, select
from sqlalchemy.orm import Session

from search.access import Actor
from search.casework.practice import require_practised
from search.errors import AskedFirst, NotFound
from search.models import ConflictAnswer, MatchProposal
from search.records.sections import vault_of

# So long somebody who goes on is not asked about the same record again.
ASKED_FOR = datetime.timedelta(days=30)


def goes_on(session: Session, account_id: uuid.UUID) -> int:
    """The mark of this reader's answer that they go on."""
    return vault_of(session).digest("reader goes on", account_id.hex)


def leaves(session: Session, account_id: uuid.UUID) -> int:
    """The mark of this reader's answer that others are to read."""
    return vault_of(session).digest("reader leaves it to others", account_id.hex)


def left_to_others(session: Session, reader: Actor) -> Select[int]:
    """The numbers of the records that this reader left to others, for a condition."""
    numbers = select(ConflictAnswer.record_number)
    if reader.account_id is None:
        return numbers.where(false())
    return numbers.where(ConflictAnswer.mark == leaves(session, reader.account_id))


def require_not_left(session: Session, reader: Actor, *numbers: int) -> None:
    """Raise NotFound where the reader left one of these records to others: to them it is not there."""
    left = left_to_others(session, reader).where(ConflictAnswer.record_number.in_(numbers))
    if session.scalars(left.limit(1)).first() is not None:
        raise NotFound("not_found")


def require_asked(session: Session, reader: Actor, proposal: MatchProposal, now: datetime.datetime) -> None:
    """Raise AskedFirst where the reader has not practised, or not said that they can read about these people."""
    require_practised(session, reader)
    if not _was_asked(session, reader, proposal, now):
        raise AskedFirst("conflict_not_asked")


def _was_asked(session: Session, reader: Actor, proposal: MatchProposal, now: datetime.datetime) -> bool:
    if reader.account_id is None:
        return True
    both = {proposal.request_number, proposal.report_number}
    answered = select(ConflictAnswer.record_number).where(
        and_(
            ConflictAnswer.record_number.in_(both),
            ConflictAnswer.mark == goes_on(session, reader.account_id),
            ConflictAnswer.until > now,
        )
    )
    return set(session.scalars(answered)) == both
