"""What a family was told: until an act says so, no page of the family's differs because of a proposal."""

import datetime
import uuid

from sqlalchemy.orm import Session


def told_proposals(_session: Session, _record_number: int, _now: datetime.datetime) -> frozenset[uuid.UUID]:
    """The proposals of this search that its family was told of; nobody tells yet."""
    return frozenset()
