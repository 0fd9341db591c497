"""Who came first is served first, one of each owner at a time, and who left holds up nobody."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from search.confined.waiting_line import Standing, WaitingLine

HOLDER = """
import sys, time
from pathlib import Path
from search.confined.waiting_line import WaitingLine
with WaitingLine(Path(sys.argv[1])).served(sys.argv[2], sys.argv[3]) as served:
    print(served, flush=True)
    time.sleep(60)
"""


def ahead(line: WaitingLine, name: str, owner: str) -> int:
    return line.stand(name, owner).ahead


def grows_old(line: WaitingLine, name: str) -> None:
    """Nobody has asked for it for a minute."""
    (ticket,) = line.folder.glob(f"*-{name}")
    os.utime(ticket, (time.time() - 60, time.time() - 60))


def test_each_stands_behind_those_who_came_before_however_often_they_ask(tmp_path: Path) -> None:
    line = WaitingLine(tmp_path / "line")
    assert [ahead(line, name, f"o{name}") for name in "abc"] == [0, 1, 2]
    assert [ahead(line, name, f"o{name}") for name in "cab"] == [2, 0, 1]
    line.leave("a")
    assert [ahead(line, name, f"o{name}") for name in "bca"] == [0, 1, 2]


def test_who_has_not_asked_for_a_while_has_left(tmp_path: Path) -> None:
    line = WaitingLine(tmp_path)
    line.stand("gone", "x")
    grows_old(line, "gone")
    assert ahead(line, "here", "y") == 0
    assert ahead(line, "gone", "x") == 1


def test_an_owner_with_many_stands_before_others_once_and_behind_itself(tmp_path: Path) -> None:
    line = WaitingLine(tmp_path)
    for number in range(5):
        line.stand(f"many{number}", "big")
    assert line.stand("one", "small") == Standing(1)
    assert line.stand("many0", "big") == Standing(0)
    assert line.stand("many1", "big") == Standing(0, behind_own=True)


def test_owners_take_turns(tmp_path: Path) -> None:
    line = WaitingLine(tmp_path)
    for name, owner in (("many0", "big"), ("many1", "big"), ("many2", "big"), ("one", "small"), ("other", "else")):
        line.stand(name, owner)
    line.leave("many0")
    assert line.stand("one", "small") == Standing(0)
    assert line.stand("other", "else") == Standing(1)
    assert line.stand("many1", "big") == Standing(2)
    assert line.stand("many2", "big") == Standing(2, behind_own=True)


def test_of_one_owner_only_one_is_served_in_whatever_process(tmp_path: Path) -> None:
    line = WaitingLine(tmp_path)
    words = [sys.executable, "-c", HOLDER, str(tmp_path), "first", "big"]
    holder = subprocess.Popen(words, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    with holder, holder.stdout:
        assert holder.stdout.readline() == b"True\n"
        # Its page was closed: nobody asks for it any more, and it holds its place all the same.
        grows_old(line, "first")
        assert line.stand("second", "big") == Standing(0, behind_own=True)
        for name in ("second", "first"):
            with line.served(name, "big") as served:
                assert not served
        with line.served("of another", "small") as served:
            assert served
        holder.kill()
        holder.wait()
    assert line.stand("second", "big") == Standing(0)
    with line.served("second", "big") as served:
        assert served


def test_however_many_ask_at_once_one_of_an_owner_is_served(tmp_path: Path) -> None:
    line, together, at_once, most = WaitingLine(tmp_path), threading.Barrier(8), [0], [0]
    counting = threading.Lock()

    def asks(name: str) -> None:
        together.wait()
        for _ in range(5):
            line.stand(name, "big")
            with line.served(name, "big") as served:
                if served:
                    with counting:
                        at_once[0] += 1
                        most[0] = max(most[0], at_once[0])
                    time.sleep(0.005)
                    with counting:
                        at_once[0] -= 1

    threads = [threading.Thread(target=asks, args=(f"sheet{number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
