"""Which records an export is of: all that were not withdrawn and whose key is there."""

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.models.records import Record, RecordSide
from search.records.sections import OPEN
from search.relinking.export_sealing import Numbers

_READ_AT_ONCE = 50_000


def readable_numbers(session: Session, side: RecordSide) -> Numbers:
    """The numbers of a side, in ascending order."""
    asked = select(Record.number).where(Record.side == side.value, *OPEN).order_by(Record.number)
    return np.fromiter(session.scalars(asked.execution_options(yield_per=_READ_AT_ONCE)), np.int64)
