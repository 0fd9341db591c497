"""What people say is found in nothing that leaves the portal's machine, nor in what an engine writes on its way."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pytest

from search.models.records import RecordSide
from search.relinking import duckdb_engine
from search.relinking.export_folder import PartKind
from search.relinking.export_parts import KEYS
from search.relinking.export_sealing import record_place
from search.relinking.work_file import WorkFile
from search.storage.database import Database
from tests.search.relinking.registry import Export, export_into, run_local, table_of, weights_in
from tests.search.scene import make_scene
from tests.security import markers
from tests.security.markers import DERIVED, MARKERS, traces
from tests.security.planting import body, report, search

pytestmark = pytest.mark.slow

EVERYTHING = (*MARKERS, *DERIVED)
_COPIES = 400


@pytest.fixture
def planted(database: Database, tmp_path: Path) -> Export:
    """The export of a registry in which a search and two reports say every marker."""
    scene = make_scene(database)
    scene.file(search())
    scene.report(report())
    scene.report(body(), scene.mortuary)
    return export_into(database, tmp_path / "export")


def test_nothing_said_lies_in_an_export(planted: Export) -> None:
    assert len(list(planted.folder.iterdir())) >= 5
    assert traces(files_in(planted.folder), EVERYTHING) == []


def test_nothing_said_lies_in_the_work_file_or_in_results(
    planted: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duckdb_engine, "remove_work", lambda _path: None)
    run_local(planted, tmp_path / "results", tmp_path / "work", planted.scorer(threshold=float("-inf")))
    assert weights_in(tmp_path / "results")
    assert (tmp_path / "work" / "work.duckdb").stat().st_size > 0
    assert traces(files_in(tmp_path / "work"), EVERYTHING) == []
    assert traces(files_in(tmp_path / "results"), EVERYTHING) == []


def test_nothing_said_lies_in_what_the_engine_spills(planted: Export, tmp_path: Path) -> None:
    spilled = Watched(tmp_path / "spill")
    with closing(WorkFile(tmp_path / "work.duckdb", planted.opened.cipher().work_key(), "100MB", 1)) as file:
        for side in RecordSide:
            for kind in PartKind:
                rows = table_of(planted, side, kind)
                file.load(f"{side}-{kind}", side, kind, many_times(rows, 0 if side is RecordSide.SOUGHT else 1, kind))
        file.prepare("prepared", 1)
        assert sum(batch.num_rows for batch in spilled.while_reading(file.candidates(0, 20_000))) == _COPIES
    assert spilled.size > 0
    assert spilled.found == []


def test_what_an_engine_opens_in_memory_would_be_found(planted: Export) -> None:
    cipher = planted.opened.cipher()
    rows = table_of(planted, RecordSide.SOUGHT, PartKind.RECORDS).to_pylist()
    opened = [("memory", cipher.open(row["packed"], record_place(row["record"]))) for row in rows]
    assert {trace.marker for trace in traces(opened, EVERYTHING)} >= {markers.DOCUMENT, "zyxqvarrum"}


class Watched:
    """A folder that is looked through as soon as something lies in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.size = 0
        self.found: list[markers.Trace] = []

    def while_reading(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The batches, unchanged."""
        for batch in batches:
            if not self.size:
                contents = files_in(self._folder) if self._folder.exists() else []
                self.size = sum(len(content) for _, content in contents)
                self.found = traces(contents, EVERYTHING)
            yield batch


def many_times(rows: pa.Table, side: int, kind: PartKind) -> pa.Table:
    """The one search under many names; reports as they are, each of which stands for many."""
    if side:
        return pa.concat_tables([rows] * (_COPIES if kind is PartKind.RECORDS else 1))
    column = KEYS.names.index("record") if kind is PartKind.KEYS else 0
    copies = []
    for name in range(_COPIES):
        columns = [rows.column(at).combine_chunks() for at in range(2)]
        columns[column] = pa.array([name] * rows.num_rows)
        copies.append(pa.table(columns, schema=rows.schema))
    return pa.concat_tables(copies)


def files_in(folder: Path) -> list[tuple[str, bytes]]:
    """Every file with its content."""
    return [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
