"""How many records there are."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.models.records import Record, RecordSide
from search.records.change_numbers import PUBLISHED


def count_reports(session: Session) -> int:
    """How many found reports there are, withdrawn ones included: on it hangs what weight a pair needs."""
    counted = select(func.count()).select_from(Record).where(Record.side == RecordSide.FOUND.value, PUBLISHED)
    return session.execute(counted).scalar_one()
