"""From weights to what is proposed, with the evidence that `search.proposing.comparing` gives for a single request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.models import Record
from search.proposing.comparing import Compared, Pair, ProposingPolicy, explain_pair, standing_pairs
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow, open_rows
from search.records.sections import OPEN

# Reports by number, each with its weight in bits.
Weighed = Sequence[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class WaitingRows:
    """Requests that results are to be taken over for; of them those that no worker has compared yet."""

    requests: list[RecordRow]
    never_compared: list[RecordRow]


def waiting_rows(session: Session, numbers: Sequence[int], met_up_to: int) -> WaitingRows:
    """Of some requests those that have not changed since the export and were not compared since."""
    asked = select(*ROW_COLUMNS, Record.matched_version).where(
        Record.number.in_(numbers), Record.version <= met_up_to, Record.matched_version < met_up_to, *OPEN
    )
    rows = [(RecordRow(*row[:-1]), row[-1]) for row in session.execute(asked.order_by(Record.number))]
    never = [row for row, matched_version in rows if matched_version < row.version]
    return WaitingRows([row for row, _ in rows], never)


def compare_weighed(
    session: Session,
    requests: Sequence[RecordRow],
    weighed: Mapping[int, Weighed],
    records: PreparedRecords,
    *,
    met_up_to: int,
    policy: ProposingPolicy,
) -> list[Compared]:
    """What comparing each request would have found: its heavy pairs, and earlier proposals of it, weighed anew."""
    engine = records.engine
    heavy = _heavy_pairs(session, requests, weighed)
    standing = standing_pairs(session, requests, engine)
    rows = {
        row for pairs in (*heavy.values(), *standing.values()) for pair in pairs for row in (pair.request, pair.report)
    }
    prepared = records.load(session, sorted(rows, key=lambda row: row.number))
    threshold = engine.threshold_among(policy.reports)
    compared = []
    for request in requests:
        known = {pair.report.number for pair in heavy[request.number]}
        pairs = [
            (pair, explain_pair(session, engine, pair, prepared, policy))
            for pair in heavy[request.number]
            if pair.is_among(prepared)
        ]
        # A report that changed since the export is told by what it says now.
        told = [one for one in pairs if one[0].report.version <= met_up_to or one[1].match_weight >= threshold]
        told += [
            (pair, explain_pair(session, engine, pair, prepared, policy))
            for pair in standing[request.number]
            if pair.report.number not in known and pair.is_among(prepared)
        ]
        compared.append(Compared(record=request, met_up_to=met_up_to, engine_version=engine.version, pairs=tuple(told)))
    return compared


def _heavy_pairs(
    session: Session, requests: Sequence[RecordRow], weighed: Mapping[int, Weighed]
) -> dict[int, list[Pair]]:
    rows = open_rows(session, {report for request in requests for report, _ in weighed.get(request.number, ())})
    return {
        request.number: [
            Pair(request, rows[report], weight) for report, weight in weighed.get(request.number, ()) if report in rows
        ]
        for request in requests
    }
