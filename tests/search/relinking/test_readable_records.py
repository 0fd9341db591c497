"""An export is of the records that are open: not withdrawn, not erased, of one side, in order."""

import pytest
from sqlalchemy import delete

from search.models.records import Record, RecordKey, RecordSide
from search.relinking.readable_records import readable_numbers
from tests.search.scene import NOW, Scene


def numbers(scene: Scene, side: RecordSide) -> list[int]:
    with scene.database.reading() as session:
        found: list[int] = readable_numbers(session, side).tolist()
        return found


def test_a_side_is_read_in_ascending_order(scene: Scene) -> None:
    scene.populate(4)
    assert numbers(scene, RecordSide.SOUGHT) == [1, 2, 3, 4]
    assert numbers(scene, RecordSide.FOUND) == [5, 6, 7, 8]


def test_who_was_withdrawn_or_whose_key_was_destroyed_is_left_out(scene: Scene) -> None:
    scene.populate(4)
    with scene.database.transaction() as session:
        session.get_one(Record, 2).withdrawn_at = NOW
        session.execute(delete(RecordKey).where(RecordKey.record_number == 7))
    assert numbers(scene, RecordSide.SOUGHT) == [1, 3, 4]
    assert numbers(scene, RecordSide.FOUND) == [5, 6, 8]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_an_empty_registry_has_nobody(scene: Scene) -> None:
    assert numbers(scene, RecordSide.SOUGHT) == []
