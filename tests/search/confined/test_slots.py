"""A few places for a whole installation, whichever of its processes asks."""

import subprocess
import sys
from pathlib import Path

import pytest

from search.confined.slots import AT_ONCE, Slots
from search.errors import Busy

HOLDER = """
import sys, time
from pathlib import Path
from search.confined.slots import Slots
with Slots(Path(sys.argv[1])).one():
    print("held", flush=True)
    time.sleep(60)
"""


def test_two_places_are_all_there_are(tmp_path: Path) -> None:
    slots = Slots(tmp_path)
    assert AT_ONCE == 2
    with slots.one(), slots.one(), pytest.raises(Busy, match="places_taken"), slots.one():
        pass
    with slots.one():
        pass


def test_a_place_is_lost_by_no_process_that_is_killed(tmp_path: Path) -> None:
    slots = Slots(tmp_path, at_once=1)
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    with holder, holder.stdout:
        # That one has two places to choose from, and takes the first.
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Busy), slots.one():
            pass
        holder.kill()
        holder.wait()
    with slots.one():
        pass
