"""What leaves the portal's machine: everything that is open, sealed, and nothing that tells whose it is."""

import json
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import delete, func, select, update

from benchmarks.invented import Size
from matching import Engine
from matching.record import MatchRecord, Side
from search.access import WORKER
from search.errors import AccessDenied, Refused
from search.models import AuditEntry, BlockingKey, KeySide, PackedRecord, Record, RecordKey, RecordSide
from search.records.change_numbers import current_version
from search.records.key_digests import digests
from search.records.sections import read_sections, vault_of
from search.relinking.export import export_registry
from search.relinking.export_folder import PartKind
from search.relinking.export_sealing import Domain, Pseudonyms, record_place
from search.storage.database import Database
from tests.search.relinking.registry import Export, export_into, fill_invented, table_of
from tests.search.scene import NOW

pytestmark = pytest.mark.slow


@pytest.fixture
def small(database: Database) -> Database:
    """A registry of 30 searches and 90 reports, on either database."""
    fill_invented(database, Size(30, 90))
    return database


def test_every_key_and_record_of_both_sides_is_in_the_export(small: Database, tmp_path: Path) -> None:
    export = export_into(small, tmp_path / "export")
    manifest = export.exported.manifest
    assert (manifest.requests, manifest.reports) == (30, 90)
    pseudonyms = Pseudonyms(export.exported.portal_key.secret)
    with small.reading() as session:
        stored = session.execute(
            select(BlockingKey.digest, BlockingKey.record_number).where(BlockingKey.side == KeySide.FOUND.value)
        ).all()
        searches = session.scalars(select(Record.number).where(Record.side == "sought")).all()
        views = read_sections(session, searches, MatchRecord)
        engine = Engine.load()
        wanted = [
            (digest, number)
            for number, view in views.items()
            for digest in digests(vault_of(session), engine.sought_keys(engine.prepare(view)))
        ]
    assert keys_in(export, RecordSide.FOUND) == hidden([(row.digest, row.record_number) for row in stored], pseudonyms)
    assert keys_in(export, RecordSide.SOUGHT) == hidden(wanted, pseudonyms)


def test_a_record_opens_in_its_own_name_as_it_was_packed(small: Database, tmp_path: Path) -> None:
    export = export_into(small, tmp_path / "export")
    pseudonyms = Pseudonyms(export.exported.portal_key.secret)
    assert packed_in(export) == packed_now(small, pseudonyms)


def test_what_other_tables_packed_is_packed_anew(small: Database, tmp_path: Path) -> None:
    with small.transaction() as session:
        session.execute(update(PackedRecord).where(PackedRecord.record_number % 3 == 0).values(layout=1))
        session.execute(delete(PackedRecord).where(PackedRecord.record_number % 3 == 1))
    export = export_into(small, tmp_path / "export")
    assert packed_in(export) == packed_now(small, Pseudonyms(export.exported.portal_key.secret))


def test_what_was_withdrawn_or_erased_is_left_out(small: Database, tmp_path: Path) -> None:
    with small.transaction() as session:
        for side in RecordSide:
            first, second = session.scalars(select(Record.number).where(Record.side == side.value).limit(2))
            session.execute(update(Record).where(Record.number == first).values(withdrawn_at=NOW))
            session.execute(delete(RecordKey).where(RecordKey.record_number == second))
    export = export_into(small, tmp_path / "export")
    assert (export.exported.manifest.requests, export.exported.manifest.reports) == (28, 88)
    for side in RecordSide:
        records = {row["record"] for row in table_of(export, side, PartKind.RECORDS).to_pylist()}
        assert len(records) == {"sought": 28, "found": 88}[side.value]
        assert {row["record"] for row in table_of(export, side, PartKind.KEYS).to_pylist()} <= records


def test_the_registry_takes_a_change_number_and_the_audit_chain_an_entry(small: Database, tmp_path: Path) -> None:
    with small.reading() as session:
        before = current_version(session)
    export = export_into(small, tmp_path / "export")
    assert export.exported.portal_key.met_up_to == before + 1
    with small.reading() as session:
        assert current_version(session) == before + 1
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc()).limit(1)).one()
        assert (entry.action, entry.subject_id, entry.actor_kind) == ("relink", "export", "operator")
        assert entry.detail == {"requests": 30, "reports": 90}


def test_only_an_operator_may_export_and_only_into_an_empty_folder(small: Database, tmp_path: Path) -> None:
    with pytest.raises(AccessDenied):
        export_registry(small, WORKER, tmp_path / "export", now=NOW, report=lambda _line: None)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "something").touch()
    with pytest.raises(Refused, match="folder_not_empty"):
        export_into(small, tmp_path / "full")
    with small.reading() as session:
        assert session.execute(select(func.count(AuditEntry.sequence))).scalar_one() == 0


def test_the_manifest_tells_counts_and_nothing_of_anybody(export: Export) -> None:
    manifest = json.loads((export.folder / "manifest.json").read_text("ascii"))
    assert set(manifest) == {
        "version", "export_id", "engine_version", "layout", "threshold", "requests", "reports", "parts", "mac",
    }  # fmt: skip
    assert {name for part in manifest["parts"] for name in part} == {
        "name", "side", "kind", "rows", "size", "sha256",
    }  # fmt: skip
    assert {path.name for path in export.folder.iterdir()} == {
        "manifest.json", *(part["name"] for part in manifest["parts"]),
    }  # fmt: skip


def keys_in(export: Export, side: RecordSide) -> list[tuple[int, int]]:
    """Pairs of key and record as the export calls them."""
    return sorted((row["key"], row["record"]) for row in table_of(export, side, PartKind.KEYS).to_pylist())


def hidden(pairs: list[tuple[int, int]], pseudonyms: Pseudonyms) -> list[tuple[int, int]]:
    """Pairs of digest and number under their pseudonyms."""
    table = np.array(pairs, dtype=np.int64)
    keys, records = pseudonyms.of(table[:, 0], Domain.KEY), pseudonyms.of(table[:, 1], Domain.RECORD)
    return sorted(zip(keys.tolist(), records.tolist(), strict=True))


def packed_in(export: Export) -> dict[int, bytes]:
    """All records of the export in clear."""
    cipher = export.opened.cipher()
    return {
        row["record"]: cipher.open(row["packed"], record_place(row["record"]))
        for side in RecordSide
        for row in table_of(export, side, PartKind.RECORDS).to_pylist()
    }


def packed_now(database: Database, pseudonyms: Pseudonyms) -> dict[int, bytes]:
    """All records as they are packed from what was said."""
    with database.reading() as session:
        numbers = session.scalars(select(Record.number)).all()
        views = read_sections(session, numbers, MatchRecord)
    assert {view.side for view in views.values()} == set(Side)
    engine = Engine.load()
    names = pseudonyms.of(np.array(list(views), dtype=np.int64), Domain.RECORD).tolist()
    return {name: engine.pack(engine.prepare(view)) for name, view in zip(names, views.values(), strict=True)}
