"""An act waits before anything follows from it, and can be undone as long as it waits."""

import datetime
from dataclasses import dataclass

from search.casework.undo_periods import ASKING_WAITS, TELLING_WAITS, UNDO, can_be_taken_back, in_force

NOW = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
MOMENT = datetime.timedelta(microseconds=1)


@dataclass(frozen=True)
class Act:
    acts_at: datetime.datetime
    taken_back_at: datetime.datetime | None = None


def test_an_act_is_in_force_or_can_be_undone_and_never_both() -> None:
    waiting = Act(NOW)
    for now, acts in ((NOW - MOMENT, False), (NOW, True), (NOW + MOMENT, True)):
        assert (in_force(waiting, now), can_be_taken_back(waiting, now)) == (acts, not acts)


def test_what_was_undone_stays_undone() -> None:
    undone = Act(NOW, taken_back_at=NOW - MOMENT)
    for now in (NOW - MOMENT, NOW, NOW + ASKING_WAITS):
        assert not in_force(undone, now)
        assert not can_be_taken_back(undone, now)


def test_asking_somebody_waits_longer_than_a_slip_of_the_finger() -> None:
    assert UNDO < TELLING_WAITS < ASKING_WAITS
