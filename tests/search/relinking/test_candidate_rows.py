"""One row a pair becomes one row a request, wherever the batches are cut."""

import pyarrow as pa
import pytest

from search.relinking.candidate_rows import PAIRS, by_request

ROWS = [
    (request, report, b"%d" % report)
    for request, count in ((-5, 3), (-1, 1), (2, 7), (9, 2))
    for report in range(count)
]
PACKED = {-5: b"a", -1: b"b", 2: b"c", 9: b"d"}


@pytest.mark.parametrize("size", [1, 2, 3, 5, 12, 13, 100])
def test_every_request_has_all_its_reports_in_one_row(size: int) -> None:
    gathered = [row for batch in by_request(batches(size), PACKED) for row in batch.to_pylist()]
    assert [(row["request"], row["packed"]) for row in gathered] == list(PACKED.items())
    assert [row["reports"] for row in gathered] == [[0, 1, 2], [0], [0, 1, 2, 3, 4, 5, 6], [0, 1]]
    assert all(row["reports_packed"] == [b"%d" % report for report in row["reports"]] for row in gathered)


def test_nothing_comes_of_nothing() -> None:
    assert list(by_request([], {})) == []
    assert list(by_request([pa.RecordBatch.from_pylist([], schema=PAIRS)], {})) == []


def batches(size: int) -> list[pa.RecordBatch]:
    """All pairs, so many at a time."""
    names = PAIRS.names
    rows = [dict(zip(names, row, strict=True)) for row in ROWS]
    return [pa.RecordBatch.from_pylist(rows[at : at + size], schema=PAIRS) for at in range(0, len(rows), size)]
