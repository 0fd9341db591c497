"""Beside comparing, a worker forgets what was erased, empties the log of it, and ends drafts whose time is over."""

import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from search.access import ANYONE
from search.filing.drafting import UNDO_FOR, read_draft, save_draft, set_draft_aside
from search.models import Draft, Record, RecordKey
from search.proposing.tidying import Tidying
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow
from search.records.record_erasure import erase_record
from tests.search.scene import NOW, Scene, found, sought

MINUTE = datetime.timedelta(minutes=1)


def test_prepared_records_that_were_erased_are_forgotten(scene: Scene) -> None:
    scene.file(sought("Tesfalem"))
    scene.report(found("Tesfalem"))
    records = PreparedRecords(scene.database.matching)
    tidying = Tidying(scene.database, lambda: NOW, records)
    with scene.database.reading() as session:
        rows = [RecordRow(*row) for row in session.execute(select(*ROW_COLUMNS).order_by(Record.number))]
        records.load(session, rows)
    tidying.tidy()
    assert len(records._kept) == 2
    erase(scene, rows[0].number)
    tidying.tidy()
    assert [number for number, _ in records._kept] == [rows[1].number]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_what_somebodys_reading_held_is_out_of_the_files_a_little_later(scene: Scene) -> None:
    scene.file(sought("Tesfalem"))
    tidying = Tidying(scene.database, lambda: NOW, PreparedRecords(scene.database.matching))
    with scene.database.reading() as reader:
        number, wrapped = reader.execute(select(RecordKey.record_number, RecordKey.wrapped)).one()
        erase(scene, number)
        tidying.tidy()
        assert wrapped in files(scene)
    tidying.tidy()
    assert wrapped not in files(scene)


def test_a_draft_that_was_set_aside_loses_its_key_when_its_minutes_are_over(scene: Scene) -> None:
    with scene.database.transaction() as session:
        token = save_draft(session, ANYONE, None, b"half typed", now=NOW)
        kept = save_draft(session, ANYONE, None, b"another", now=NOW)
        set_draft_aside(session, ANYONE, token, now=NOW)
    for moment, left in ((NOW + UNDO_FOR, 2), (NOW + UNDO_FOR + MINUTE, 1)):
        Tidying(scene.database, partial(_same, moment), PreparedRecords(scene.database.matching)).tidy()
        with scene.database.reading() as session:
            assert session.execute(select(func.count()).select_from(Draft)).scalar_one() == left
            assert read_draft(session, ANYONE, kept, now=NOW) == b"another"


def _same(moment: datetime.datetime) -> datetime.datetime:
    return moment


def erase(scene: Scene, number: int) -> None:
    with scene.database.transaction() as session:
        erase_record(session, session.get_one(Record, number), now=NOW)


def files(scene: Scene) -> bytes:
    folder = Path(str(scene.database.engine.url.database)).parent
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
