"""Over which record comparing stumbled: it need not be the one that was compared, but may be one that it meets.

Asked only after a failure: everything that was met is looked at by itself, then pair by pair.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from matching import PreparedRecord
from matching.pairs import Pairs
from matching.record_columns import RecordColumns
from search.groups.group_key_store import holders
from search.groups.group_keys import NAMED, name_keys
from search.models import RecordSide
from search.proposing.comparing import USUAL, Pair, explain_pair, standing_pairs
from search.records.key_digests import candidates
from search.records.packed_store import packed_of
from search.records.prepared_cache import PreparedRecords, RecordRow, open_rows
from search.storage.machine_faults import is_of_the_machine

# As many candidates of another record are enough to tell whether the fault is its own.
_FEW = 5


def stumbling_blocks(session: Session, record: RecordRow, records: PreparedRecords) -> list[int]:
    """The numbers of the records to set aside so that comparing goes on; its own where no other is at fault."""
    looking = _Looking(session, records)
    if not looking.stands(record):
        return [record.number]
    others = looking.met_by(record)
    broken = [other.number for other in others if not looking.stands(other)]
    if broken:
        return broken
    failing = [other for other in others if not looking.stand_together(record, other)]
    between = {one.number for other in failing[:_FEW] for one in looking.companions_of(record, other)}
    rows = open_rows(session, between - records.left_out)
    broken = [row.number for row in rows.values() if not looking.stands(row)]
    elsewhere = [other.number for other in failing[:_FEW] if looking.fails_elsewhere(other, record)]
    return broken or elsewhere or [record.number]


@dataclass(frozen=True, slots=True)
class _Looking:
    """What is looked at anew, and what is left out already."""

    session: Session
    records: PreparedRecords

    def stands(self, row: RecordRow) -> bool:
        """Whether a record opens, and the engine can do with it what it does with one alone."""
        return _does(lambda: self._alone(row))

    def met_by(self, row: RecordRow) -> list[RecordRow]:
        """Those of either side that comparing looks at; the record itself stands."""
        prepared = self._prepared(row)
        if prepared is None:
            return []
        engine, sought = self.records.engine, row.side == RecordSide.SOUGHT.value
        other = RecordSide.FOUND if sought else RecordSide.SOUGHT
        numbers = set(candidates(self.session, other, engine.sought_keys(prepared)))
        numbers |= set(candidates(self.session, RecordSide(row.side), engine.blocking_keys(prepared)))
        standing = standing_pairs(self.session, [row], engine)[row.number]
        numbers |= {one.number for pair in standing for one in (pair.request, pair.report)}
        return list(open_rows(self.session, numbers - {row.number} - self.records.left_out).values())

    def stand_together(self, one: RecordRow, other: RecordRow) -> bool:
        """Whether two records can be weighed and explained as a pair; one that does not even open stands aside."""
        return _does(lambda: self._together(one, other))

    def fails_elsewhere(self, row: RecordRow, known: RecordRow) -> bool:
        """Whether a record fails with others than the one that is known."""
        others = [other for other in self.met_by(row) if other.number != known.number][:_FEW]
        return any(not self.stand_together(row, other) for other in others)

    def companions_of(self, one: RecordRow, other: RecordRow) -> Iterable[RecordRow]:
        """Reports of whoever the search of a pair names as a companion: what is said beside the pair reads them."""
        request = one if one.side == RecordSide.SOUGHT.value else other
        prepared = self._prepared(request)
        if prepared is None:
            return ()
        holding = holders(self.session, name_keys(NAMED, prepared.companions))
        return open_rows(self.session, {number for numbers in holding.values() for number in numbers}).values()

    def _prepared(self, row: RecordRow) -> PreparedRecord | None:
        return PreparedRecords(self.records.engine).load(self.session, [row]).get(row.number)

    def _alone(self, row: RecordRow) -> None:
        engine, prepared = self.records.engine, self._prepared(row)
        if prepared is None:
            return
        RecordColumns.of([prepared])
        engine.sought_keys(prepared)
        engine.blocking_keys(prepared)
        packed = packed_of(self.session, row.number, engine)
        if packed is not None:
            engine.columns([packed])

    def _together(self, one: RecordRow, other: RecordRow) -> None:
        engine, first, second = self.records.engine, self._prepared(one), self._prepared(other)
        if first is None or second is None:
            return
        pair = Pairs.one_with_all(RecordColumns.of([first]), RecordColumns.of([second]))
        if one.side == other.side:
            engine.score_same_side_above(pair, 0.0)
            engine.explain_same_side(first, second)
            return
        request, report = (one, other) if one.side == RecordSide.SOUGHT.value else (other, one)
        engine.score_above(pair if request is one else _turned(first, second), 0.0)
        both = {one.number: first, other.number: second}
        explain_pair(self.session, engine, Pair(request, report), both, USUAL)


def _turned(first: PreparedRecord, second: PreparedRecord) -> Pairs:
    return Pairs.one_with_all(RecordColumns.of([second]), RecordColumns.of([first]))


def _does(step: Callable[[], object]) -> bool:
    """Whether a step ends well; what would fail for any record is raised."""
    try:
        step()
    except Exception as error:
        if is_of_the_machine(error):
            raise
        return False
    return True
