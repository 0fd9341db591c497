"""No process that holds keys leaves its memory behind or shows it to others."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAID = "tests.search.cli.memory_said"
ROOT = Path(__file__).parents[3]
BOUND = ["-m", "search.cli.bound_process", str(os.getpid()), SAID]
ENDING = f"""
import runpy, sys
from search.cli import main
sys.argv = ["ovillo", "--version"]
try:
    main()
finally:
    runpy.run_module("{SAID}", run_name="__main__")
"""
COMMAND = ["-c", ENDING]


def said(arguments: list[str]) -> str:
    """The last line of a process that would leave a file of a crash if nobody forbade it."""
    limited = f'ulimit -S -c unlimited 2>/dev/null; exec {sys.executable} "$@"'
    ended = subprocess.run(
        ["bash", "-c", limited, "-", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return ended.stdout.strip().splitlines()[-1]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has both")
@pytest.mark.parametrize("arguments", [BOUND, COMMAND], ids=["portals and worker", "command"])
def test_a_process_that_holds_keys_leaves_no_file_of_a_crash_and_nobody_looks_into_it(arguments: list[str]) -> None:
    assert said(arguments) == "(0, 0) 0"
