"""One process seals its own part of a registry: the records it was given, and the keys of reports in its range."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import delete, select

from search.models import BlockingKey, KeySide, PackedRecord
from search.models.records import RecordSide
from search.relinking import export_process
from search.relinking.export_folder import Part, PartKind
from search.relinking.export_parts import open_part
from search.relinking.export_process import Digests, Opening, Records, export_part, start
from search.relinking.export_sealing import Domain, ExportCipher, Pseudonyms, record_place
from tests.search.scene import Scene

CIPHER, PSEUDONYMS = ExportCipher("one", bytes(32)), Pseudonyms(bytes(32))
REPORTS = np.array([4, 6], np.int64)


@pytest.fixture
def opened(scene: Scene, database_url: str, tmp_path: Path) -> Iterator[Path]:
    """Three searches and three reports, of which the second report is not exported, opened as a process opens it."""
    scene.populate(3)
    folder = tmp_path / "parts"
    folder.mkdir()
    start(Opening(database_url, scene.database.vault, scene.database.matching, folder, CIPHER, PSEUDONYMS, REPORTS))
    yield folder
    export_process._opened.pop()[1].close()


def hidden(numbers: list[int], domain: Domain = Domain.RECORD) -> list[int]:
    found: list[int] = PSEUDONYMS.of(np.array(numbers, np.int64), domain).tolist()
    return found


def rows(folder: Path, part: Part) -> list[dict[str, object]]:
    read: list[dict[str, object]] = open_part(folder, part, CIPHER).to_pylist()
    return read


def contents(folder: Path, part: Part) -> dict[int, bytes]:
    table = open_part(folder, part, CIPHER).to_pylist()
    return {row["record"]: CIPHER.open(row["packed"], record_place(row["record"])) for row in table}


def test_reports_of_a_part_are_sealed_each_in_its_own_name(opened: Path) -> None:
    (part,) = export_part(Records(RecordSide.FOUND, 7, REPORTS))
    assert (part.name, part.rows) == ("found-records-00007.part", 2)
    assert sorted(contents(opened, part)) == sorted(hidden([4, 6]))
    assert len(set(contents(opened, part).values())) == 2


def test_a_report_that_is_not_packed_any_more_is_packed_anew(opened: Path, scene: Scene) -> None:
    (before,) = export_part(Records(RecordSide.FOUND, 0, REPORTS))
    with scene.database.transaction() as session:
        session.execute(delete(PackedRecord).where(PackedRecord.record_number == 6))
    (after,) = export_part(Records(RecordSide.FOUND, 1, REPORTS))
    assert contents(opened, after) == contents(opened, before)


def test_searches_come_with_the_keys_under_which_they_look(opened: Path) -> None:
    parts = {part.kind: part for part in export_part(Records(RecordSide.SOUGHT, 0, np.array([1, 3], np.int64)))}
    assert sorted(contents(opened, parts[PartKind.RECORDS])) == sorted(hidden([1, 3]))
    assert {row["record"] for row in rows(opened, parts[PartKind.KEYS])} == set(hidden([1, 3]))
    assert parts[PartKind.KEYS].rows > 10


def test_stored_keys_are_those_between_two_digests_of_the_reports_that_are_exported(opened: Path, scene: Scene) -> None:
    found = BlockingKey.side == KeySide.FOUND.value
    with scene.database.reading() as session:
        columns = (BlockingKey.digest, BlockingKey.record_number)
        stored = [tuple(row) for row in session.execute(select(*columns).where(found).order_by(BlockingKey.digest))]
    first, last = stored[2][0], stored[-3][0]
    (part,) = export_part(Digests(0, first, last))
    wanted = [(digest, number) for digest, number in stored if first <= digest <= last and number in (4, 6)]
    keys, records = hidden([one[0] for one in wanted], Domain.KEY), hidden([one[1] for one in wanted])
    assert 5 not in {number for _, number in wanted}
    assert sorted((row["key"], row["record"]) for row in rows(opened, part)) == sorted(zip(keys, records, strict=True))
