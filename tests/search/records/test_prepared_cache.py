"""Prepared records are kept while there is room, by number and version; the least recently used leaves first."""

from collections.abc import Sequence
from typing import Any, cast

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import Engine
from search.models import Record
from search.records import prepared_cache
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow, open_rows
from tests.search.scene import NOW, Scene


class Counting:
    """Prepares nothing, and counts how often it is asked to."""

    def __init__(self) -> None:
        self.prepared = 0

    def prepare(self, view: Any) -> Any:
        self.prepared += 1
        return view


@pytest.fixture
def engine() -> Counting:
    return Counting()


def store_of(engine: Counting, kept: int) -> PreparedRecords:
    return PreparedRecords(cast("Engine", engine), kept)


def rows(session: Session, numbers: Sequence[int]) -> list[RecordRow]:
    asked = select(*ROW_COLUMNS).where(Record.number.in_(numbers)).order_by(Record.number)
    return [RecordRow(*row) for row in session.execute(asked)]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_record_is_prepared_once_for_each_version(scene: Scene, engine: Counting) -> None:
    scene.populate(2)
    records = store_of(engine, 10)
    with scene.database.transaction() as session:
        first = records.load(session, rows(session, [1, 2]))
        assert records.load(session, rows(session, [2, 1])) == first
        assert engine.prepared == 2
        session.get_one(Record, 1).version += 100
        session.flush()
        records.load(session, rows(session, [1, 2]))
    assert engine.prepared == 3


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_least_recently_used_leaves_when_there_is_no_room(scene: Scene, engine: Counting) -> None:
    scene.populate(2)
    records = store_of(engine, 2)
    with scene.database.reading() as session:
        for wanted in ([1, 2], [1], [3]):
            assert set(records.load(session, rows(session, wanted))) == set(wanted)
        assert engine.prepared == 3
        records.load(session, rows(session, [1, 3]))
        assert engine.prepared == 3
        records.load(session, rows(session, [2]))
    assert engine.prepared == 4


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_more_than_there_is_room_for_are_loaded_together_all_the_same(scene: Scene, engine: Counting) -> None:
    scene.populate(4)
    with scene.database.reading() as session:
        assert set(store_of(engine, 1).load(session, rows(session, range(1, 9)))) == set(range(1, 9))


def test_open_rows_come_in_ascending_order_without_those_that_were_withdrawn(scene: Scene) -> None:
    scene.populate(3)
    with scene.database.transaction() as session:
        session.get_one(Record, 2).withdrawn_at = NOW
    with scene.database.reading() as session:
        found = open_rows(session, {5, 3, 2, 1, 99})
        assert found == {row.number: row for row in rows(session, [1, 3, 5])}
        assert list(found) == [1, 3, 5]


def test_a_row_is_read_in_the_order_of_its_columns() -> None:
    names = [column.key for column in prepared_cache.ROW_COLUMNS]
    assert names == [*RecordRow.__dataclass_fields__]
