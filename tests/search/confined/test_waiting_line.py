"""Who came first is served first, and who left holds up nobody."""

import os
import time
from pathlib import Path

from search.confined.waiting_line import WaitingLine


def test_each_stands_behind_those_who_came_before_however_often_they_ask(tmp_path: Path) -> None:
    line = WaitingLine(tmp_path / "line")
    assert [line.ahead("a"), line.ahead("b"), line.ahead("c")] == [0, 1, 2]
    assert [line.ahead("c"), line.ahead("a"), line.ahead("b")] == [2, 0, 1]
    line.leave("a")
    assert [line.ahead("b"), line.ahead("c"), line.ahead("a")] == [0, 1, 2]


def test_who_has_not_asked_for_a_while_has_left(tmp_path: Path) -> None:
    line = WaitingLine(tmp_path)
    line.ahead("gone")
    (ticket,) = tmp_path.iterdir()
    os.utime(ticket, (time.time() - 60, time.time() - 60))
    assert line.ahead("here") == 0
    assert line.ahead("gone") == 1
