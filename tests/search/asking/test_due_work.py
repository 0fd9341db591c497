"""What a worker does on common days beside comparing: a little at a time, and never in the way."""

import datetime

from sqlalchemy import func, select

from search.asking.due_work import DueWork
from search.asking.slot_days import day_of
from search.models import QuestionSlot
from tests.search.asking.conftest import FIRST
from tests.search.scene import Scene, sought


def slots(scene: Scene) -> int:
    with scene.database.reading() as session:
        return session.scalars(select(func.count()).select_from(QuestionSlot)).one()


def test_searches_are_drawn_a_few_at_a_time_and_each_once(scene: Scene) -> None:
    for number in range(23):
        scene.file(sought("Somebody Invented", number))
    now = [day_of(FIRST) - datetime.timedelta(days=2)]
    work = DueWork(scene.database, lambda: now[0], {})
    drawn = []
    for _ in range(4):
        assert work.step() is False
        drawn.append(slots(scene))
    assert drawn == [20, 23, 23, 23]


def test_before_the_drawing_nothing_happens_and_it_is_looked_for_once_a_minute(scene: Scene) -> None:
    scene.file(sought("Somebody Invented"))
    now = [day_of(0) - datetime.timedelta(days=3)]
    assert DueWork(scene.database, lambda: now[0], {}).all_due() == 0
    now[0] = day_of(FIRST) - datetime.timedelta(days=2, seconds=30)
    work = DueWork(scene.database, lambda: now[0], {})
    assert work.all_due() == 1
    seen = [_slots_after(scene, work, now, seconds) for seconds in (0, 40, 40)]
    assert seen == [1, 1, 2]


def _slots_after(scene: Scene, work: DueWork, now: list[datetime.datetime], seconds: int) -> int:
    now[0] += datetime.timedelta(seconds=seconds)
    assert work.step() is False
    return slots(scene)
