"""Results are of one run, complete only when that is said, and the same weights are the same bytes."""

from pathlib import Path

import pyarrow as pa
import pytest

from search.errors import Refused
from search.relinking.batch_scoring import WEIGHTS, BatchScorer
from search.relinking.results_folder import (
    COMPLETE,
    Outcome,
    begin_results,
    partition_counts,
    partition_path,
    read_outcome,
    read_weights,
    write_outcome,
    write_partition,
)

SCORER = BatchScorer("one", bytes(32), 4.5)
OUTCOME = Outcome(
    export_id="one", engine="local", engine_version="e", pairs=9, kept=3, fresh_pairs=9, loading_seconds=0.5,
    comparing_seconds=1.5,
)  # fmt: skip


def weights(*rows: tuple[int, int, float]) -> pa.RecordBatch:
    named = [dict(zip(WEIGHTS.names, row, strict=True)) for row in rows]
    return pa.RecordBatch.from_pylist(named, schema=WEIGHTS)


def test_an_earlier_run_of_the_same_is_continued(tmp_path: Path) -> None:
    for _ in range(2):
        begin_results(tmp_path / "results", "one", 4, SCORER)
    assert [path.name for path in (tmp_path / "results").iterdir()] == ["begun.json"]


@pytest.mark.parametrize(
    ("export_id", "partitions", "threshold"),
    [("two", 4, 4.5), ("one", 5, 4.5), ("one", 4, 4.0)],
    ids=["export", "parts", "threshold"],
)
def test_a_run_of_anything_else_is_refused(tmp_path: Path, export_id: str, partitions: int, threshold: float) -> None:
    begin_results(tmp_path / "results", "one", 4, SCORER)
    with pytest.raises(Refused, match="results_of_another_run name=results"):
        begin_results(tmp_path / "results", export_id, partitions, BatchScorer(export_id, bytes(32), threshold))


def test_a_folder_that_holds_something_is_not_begun(tmp_path: Path) -> None:
    (tmp_path / "somebody's").touch()
    with pytest.raises(Refused, match="folder_not_empty"):
        begin_results(tmp_path, "one", 4, SCORER)


def test_results_are_complete_when_that_was_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="results_incomplete"):
        read_outcome(tmp_path)
    (tmp_path / COMPLETE).write_bytes(b"{")
    with pytest.raises(Refused, match="results_incomplete"):
        read_outcome(tmp_path)
    write_outcome(tmp_path, OUTCOME)
    assert read_outcome(tmp_path) == OUTCOME


def test_the_same_weights_are_the_same_bytes_in_whatever_batches_they_came(tmp_path: Path) -> None:
    one, other = tmp_path / "one.arrow", tmp_path / "other.arrow"
    assert write_partition(one, [weights((2, 1, 5.0), (1, 9, 6.0)), weights((1, 3, 7.0))], 10) == 3
    write_partition(other, [weights((1, 3, 7.0)), weights((1, 9, 6.0)), weights((2, 1, 5.0))], 10)
    assert one.read_bytes() == other.read_bytes()
    assert partition_counts(one) == (10, 3)


def test_weights_of_all_partitions_are_read_in_their_order(tmp_path: Path) -> None:
    for partition in (1, 0):
        write_partition(partition_path(tmp_path, partition), [weights((partition, 7, 5.0))], 1)
    (tmp_path / "begun.json").touch()
    assert [row["request"] for table in read_weights(tmp_path) for row in table.to_pylist()] == [0, 1]


def test_a_partition_of_nothing_is_a_file_all_the_same(tmp_path: Path) -> None:
    path = partition_path(tmp_path, 3)
    assert write_partition(path, [], 0) == 0
    assert (path.name, partition_counts(path)) == ("part-00003.arrow", (0, 0))
