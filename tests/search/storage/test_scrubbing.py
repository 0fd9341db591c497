"""What was deleted is out of the files once nobody reads an older state; until then it is said."""

from pathlib import Path

import pytest
from sqlalchemy import delete, select

from search.models import RecordKey
from search.records.record_erasure import TABLES
from search.storage.scrubbing import Scrubbed, scrub
from tests.search.scene import Scene, sought


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_whoever_reads_an_older_state_keeps_it_in_the_log_and_that_is_said(scene: Scene) -> None:
    scene.file(sought("Tesfalem"))
    with scene.database.reading() as reader:
        wrapped = reader.scalars(select(RecordKey.wrapped)).one()
        with scene.database.transaction() as session:
            session.execute(delete(RecordKey))
        assert scrub(scene.database.engine, TABLES, attempts=2) is Scrubbed.READERS_HOLD_IT
        assert wrapped in files(scene)
    assert scene.database.scrub(TABLES) is Scrubbed.CLEAN
    assert wrapped not in files(scene)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_it_waits_a_little_for_a_writer_and_never_half_a_minute(scene: Scene) -> None:
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey))
        assert scrub(scene.database.engine, TABLES, attempts=1) is Scrubbed.READERS_HOLD_IT


@pytest.mark.parametrize("engine_name", [pytest.param("postgresql", marks=pytest.mark.postgresql)])
def test_on_postgresql_the_tables_are_vacuumed_also_while_somebody_reads(scene: Scene) -> None:
    scene.file(sought("Tesfalem"))
    with scene.database.reading() as reader:
        reader.scalars(select(RecordKey.wrapped)).one()
        assert scene.database.scrub(TABLES) is Scrubbed.LOG_KEEPS_IT


def files(scene: Scene) -> bytes:
    folder = Path(str(scene.database.engine.url.database)).parent
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
