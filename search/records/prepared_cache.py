"""Prepared records, kept while there is room: a worker meets the same candidates again and again."""

import uuid
from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import Engine, PreparedRecord
from matching.record import MatchRecord
from search.models import Record
from search.records.chunks import chunks
from search.records.sections import OPEN, read_sections

_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class RecordRow:
    """What matching needs to know of a row, in the order of `ROW_COLUMNS`."""

    number: int
    id: uuid.UUID
    side: str
    version: int


ROW_COLUMNS = (Record.number, Record.id, Record.side, Record.version)


def open_rows(session: Session, numbers: Collection[int]) -> dict[int, RecordRow]:
    """The rows of the open ones among some records, by number, in ascending order."""
    wanted = sorted(numbers)
    rows: dict[int, RecordRow] = {}
    for chunk in chunks(wanted):
        asked = select(*ROW_COLUMNS).where(Record.number.in_(chunk), *OPEN)
        rows |= {row[0]: RecordRow(*row) for row in session.execute(asked.order_by(Record.number))}
    return rows


class PreparedRecords:
    """A bounded store of prepared records by number and version; the least recently used leaves first."""

    def __init__(self, engine: Engine, kept: int = _KEPT) -> None:
        self.engine = engine
        self._room = kept
        self._kept: OrderedDict[tuple[int, int], PreparedRecord] = OrderedDict()
        # Numbers of records that are not to be compared: for whoever looks for candidates they are not there.
        self.left_out: frozenset[int] = frozenset()

    def load(self, session: Session, records: Sequence[RecordRow]) -> dict[int, PreparedRecord]:
        """The records prepared, by number; those that are not kept are read and unsealed together.

        One that was erased meanwhile is left out, and so are those of `left_out`.
        """
        records = [record for record in records if record.number not in self.left_out]
        missing = [record for record in records if (record.number, record.version) not in self._kept]
        views = read_sections(session, [record.number for record in missing], MatchRecord)
        loaded: dict[int, PreparedRecord] = {}
        for record in records:
            key = (record.number, record.version)
            if key in self._kept:
                self._kept.move_to_end(key)
            elif record.number in views:
                self._kept[key] = self.engine.prepare(views[record.number])
            else:
                continue
            loaded[record.number] = self._kept[key]
        while len(self._kept) > self._room:
            self._kept.popitem(last=False)
        return loaded

    def forget(self, numbers: Collection[int]) -> None:
        """Keep nothing of these records any more."""
        for key in [key for key in self._kept if key[0] in numbers]:
            del self._kept[key]
