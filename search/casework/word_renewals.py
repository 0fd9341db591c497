"""New words that were asked for, for a family that lost its own, and that were neither stopped nor given yet."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.models import WordRenewal


def standing_renewal(session: Session, number: int) -> WordRenewal | None:
    """What is asked for a search and stands; the caller has asked for permission."""
    mine = select(WordRenewal).where(
        WordRenewal.record_number == number, WordRenewal.stopped_at.is_(None), WordRenewal.given_at.is_(None)
    )
    return session.scalars(mine.order_by(WordRenewal.asked_at).limit(1)).one_or_none()
