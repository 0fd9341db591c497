"""A connection has so long for what it is at; whoever is slow because of a bad line is not cut off."""

import pytest

from web.serving.deadlines import Deadlines, Doing, Progress

LIMITS = Deadlines(idle=15.0, head=10.0, grace=20.0, bytes_per_second=1000, longest=3600.0)


@pytest.mark.parametrize(
    ("doing", "passed", "allowed"),
    [
        (Doing.IDLE, 0, 15.0),
        (Doing.HEAD, 5_000, 10.0),
        (Doing.BODY, 0, 20.0),
        (Doing.BODY, 100_000, 120.0),
        (Doing.BODY, 20_000_000, 3600.0),
        (Doing.ANSWER, 30_000, 50.0),
    ],
)
def test_each_thing_has_its_time_and_bytes_that_pass_lengthen_it(doing: Doing, passed: int, allowed: float) -> None:
    assert LIMITS.left(Progress(doing, 100.0, passed), now=100.0) == allowed
    assert LIMITS.left(Progress(doing, 100.0, passed), now=100.0 + allowed + 1) == -1.0


def test_a_byte_every_five_seconds_does_not_keep_a_body_open() -> None:
    assert LIMITS.left(Progress(Doing.BODY, 0.0, 5), now=25.0) < 0


def test_our_own_work_is_not_cut_off() -> None:
    assert LIMITS.left(Progress(Doing.WORK, 0.0), now=1e9) == float("inf")
