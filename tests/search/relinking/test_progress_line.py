"""One line on how far a run is, not too often."""

import io

from search.relinking.progress_line import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that stands still between the steps of a test."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_log_gets_a_line_every_ten_seconds_and_one_at_the_end() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(4, 1, out, clock)
    for _ in range(60):
        clock.now += 0.5
        progress.add(100)
    for _ in range(3):
        progress.step()
    lines = out.getvalue().splitlines()
    assert lines[:3] == [f"1 of 4 partitions, {pairs} pairs, 200 a second" for pairs in (2000, 4000, 6000)]
    assert lines[3:] == ["4 of 4 partitions, 6000 pairs, 200 a second, 0 min left"]


def test_time_left_is_reckoned_from_what_this_run_has_done() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(11, 5, out, clock)
    clock.now += 60
    progress.step()
    assert out.getvalue() == "6 of 11 partitions, 0 pairs, 0 a second, 5 min left\n"


def test_a_terminal_has_one_line_that_changes() -> None:
    out, clock = Terminal(), Clock()
    progress = Progress(2, 0, out, clock)
    for _ in range(2):
        clock.now += 1
        progress.step()
    assert out.getvalue().count("\r") == 2
    assert out.getvalue().count("\n") == 1
