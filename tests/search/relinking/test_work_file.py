"""The engine's tables: each step is done once, candidates come by partitions, and the file opens with its key only."""

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from search.errors import Refused
from search.models.records import RecordSide
from search.relinking.export_folder import PartKind
from search.relinking.export_parts import key_rows, record_rows
from search.relinking.work_file import WorkFile, remove_work

KEY, OTHER_KEY = "a" * 64, "b" * 64
# Key, request or report: requests 4 and 5 share keys with reports 10, 11 and 12.
ASKED = [(1, 4), (2, 4), (2, 5), (9, 6)]
HELD = [(1, 10), (2, 10), (2, 11), (7, 12)]


def loaded(path: Path, partitions: int = 2) -> WorkFile:
    """A file with two requests, three reports, and what they share."""
    file = WorkFile(path, KEY, "100MB", 1)
    for side, pairs, records in ((RecordSide.SOUGHT, ASKED, (4, 5, 6)), (RecordSide.FOUND, HELD, (10, 11, 12))):
        table = np.array(pairs, np.int64)
        file.load(f"{side} keys", side, PartKind.KEYS, key_rows(table[:, 0], table[:, 1]))
        packed = record_rows(np.array(records, np.int64), [b"packed %d" % record for record in records])
        file.load(f"{side} records", side, PartKind.RECORDS, packed)
    file.prepare("prepared", partitions)
    return file


def candidates(file: WorkFile, partition: int) -> dict[int, tuple[bytes, list[int], list[bytes]]]:
    rows = [row for batch in file.candidates(partition, 100) for row in batch.to_pylist()]
    return {row["request"]: (row["packed"], row["reports"], row["reports_packed"]) for row in rows}


def test_each_request_meets_the_reports_that_share_a_key_in_its_own_partition(tmp_path: Path) -> None:
    with closing(loaded(tmp_path / "work.duckdb")) as file:
        assert candidates(file, 0) == {4: (b"packed 4", [10, 11], [b"packed 10", b"packed 11"])}
        assert candidates(file, 1) == {5: (b"packed 5", [10, 11], [b"packed 10", b"packed 11"])}


def test_what_was_done_is_known_when_the_file_is_opened_again(tmp_path: Path) -> None:
    loaded(tmp_path / "work.duckdb").close()
    with closing(WorkFile(tmp_path / "work.duckdb", KEY, "100MB", 1)) as again:
        assert [again.is_done(step) for step in ("found keys", "prepared", "another")] == [True, True, False]
        assert set(candidates(again, 0)) == {4}


def test_a_request_of_a_negative_pseudonym_has_a_partition_too(tmp_path: Path) -> None:
    with closing(WorkFile(tmp_path / "work.duckdb", KEY, "100MB", 1)) as file:
        one = np.array([-7], np.int64)
        for side in RecordSide:
            file.load(f"{side} keys", side, PartKind.KEYS, key_rows(np.array([1], np.int64), one))
            file.load(f"{side} records", side, PartKind.RECORDS, record_rows(one, [b"p"]))
        file.prepare("prepared", 3)
        assert [sorted(candidates(file, partition)) for partition in range(3)] == [[], [], [-7]]


def test_another_key_does_not_open_the_file_and_nothing_in_it_is_in_clear(tmp_path: Path) -> None:
    path = tmp_path / "work.duckdb"
    loaded(path).close()
    assert b"packed 10" not in path.read_bytes()
    with pytest.raises(Refused, match=r"work_file_unreadable name=work\.duckdb"):
        WorkFile(path, OTHER_KEY, "100MB", 1)


def test_nothing_is_left_when_it_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "work.duckdb"
    loaded(path).close()
    path.with_name("work.duckdb.wal").touch()
    (tmp_path / "spill").mkdir()
    (tmp_path / "spill" / "half").touch()
    (tmp_path / "another's").touch()
    remove_work(path)
    assert [one.name for one in tmp_path.iterdir()] == ["another's"]
