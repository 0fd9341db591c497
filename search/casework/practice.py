"""Whether a reader has practised on invented cards, which comes before the first real one."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Actor
from search.errors import AskedFirst
from search.models import PracticeAnswer

# So many of the invented cards a reader answers, right or wrong, before a real one opens.
ENOUGH = 6


def require_practised(session: Session, reader: Actor) -> None:
    """Raise AskedFirst where the reader has not answered enough invented cards."""
    if not _has_practised(session, reader):
        raise AskedFirst("practice_first")


def cards_answered(session: Session, reader: Actor) -> int:
    """How many different invented cards this reader has answered."""
    answered = select(func.count(PracticeAnswer.card.distinct()))
    return session.execute(answered.where(PracticeAnswer.account_id == reader.account_id)).scalar_one()


def _has_practised(session: Session, reader: Actor) -> bool:
    return reader.account_id is None or cards_answered(session, reader) >= ENOUGH
