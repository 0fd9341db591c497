"""What the tests of questions share: moments, and a worker that draws."""

import datetime
from collections.abc import Callable

import pytest

from search.access import WORKER
from search.asking.slot_days import day_of
from search.asking.slot_drawing import draw_slots, read_pool
from tests.search.scene import Scene

FIRST = 6
"""The first slot after `scene.NOW`: what was filed then has it."""


def moment(slot: int = FIRST, hours: float = 6) -> datetime.datetime:
    """So many hours into a slot."""
    return day_of(slot) + datetime.timedelta(hours=hours)


@pytest.fixture
def draw(scene: Scene) -> Callable[..., int]:
    """Draws a slot for every search that lacks it, as a worker does; returns for how many."""

    def drawn(slot: int = FIRST) -> int:
        with scene.database.reading() as session:
            pool = read_pool(session, WORKER, slot=slot)
        total = 0
        while True:
            with scene.database.transaction() as session:
                more = draw_slots(session, WORKER, pool, now=day_of(slot) - datetime.timedelta(days=2))
            if not more:
                return total
            total += more

    return drawn
