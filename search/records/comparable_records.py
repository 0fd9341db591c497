"""Which records can be compared: all but those that comparing stumbled over (`search.proposing.setting_aside`)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.models.records import Record
from search.models.set_aside import SetAsideRecord

# A condition on records.
COMPARABLE = Record.number.not_in(select(SetAsideRecord.record_number))


def set_aside_numbers(session: Session) -> frozenset[int]:
    """The numbers of the records that nothing is compared with at present; few or none."""
    return frozenset(session.scalars(select(SetAsideRecord.record_number)))
