"""What was deleted is out of the files once nobody reads an older state; until then it is said."""

import secrets
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text

from search.access import ANYONE
from search.filing.drafting import save_draft
from search.models import Draft, RecordKey
from search.records.record_erasure import TABLES
from search.storage.scrubbing import Scrubbed, scrub
from tests.search.scene import NOW, Scene, sought


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


@pytest.mark.parametrize("engine_name", [pytest.param("postgresql", marks=pytest.mark.postgresql)])
def test_the_place_of_drafts_that_are_gone_is_used_again_and_the_file_does_not_grow_for_ever(scene: Scene) -> None:
    sizes = []
    for _ in range(4):
        with scene.database.transaction() as session:
            for number in range(20):
                token = save_draft(session, ANYONE, None, secrets.token_bytes(100_000), now=NOW)
                assert token, number
            session.execute(delete(Draft))
            session.execute(text("SELECT pg_stat_force_next_flush()"))
        reclaimed = scene.database.reclaim("drafts", dead_bytes=1_000_000)
        with scene.database.reading() as session:
            sizes.append((reclaimed, session.execute(text("SELECT pg_total_relation_size('drafts')")).scalar_one()))
    assert [reclaimed for reclaimed, _ in sizes] == [True] * 4
    assert sizes[-1][1] < 1.5 * 2_100_000
    assert not scene.database.reclaim("drafts", dead_bytes=1_000_000)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_an_embedded_database_uses_freed_pages_again_by_itself(scene: Scene) -> None:
    assert not scene.database.reclaim("drafts", dead_bytes=0)
