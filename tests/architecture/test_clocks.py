"""No test compares work with a number of seconds: on a busy machine it fails, and nobody has done anything wrong.

Whether work grows out of proportion is asked of `tests/fixtures/growth.py`; a figure is a measurement. A clock that
only guards against waiting for ever, `time.monotonic`, is set far beyond what is usual.
"""

import re

from tests.architecture.source import name_of, python_files

_STOPWATCH = re.compile("(process|perf|thread)_(time|counter)")
# Two things are compared with each other, or the figures are a measurement.
_MAY = {
    "tests/fixtures/growth.py",
    "tests/search/filing/test_known_rows_again.py",
    "tests/security/test_same_time_for_every_outcome.py",
    "tests/security/test_times_by_rank.py",
}


def test_only_what_compares_times_with_times_takes_them() -> None:
    takes = {name_of(path) for path in python_files("tests") if _STOPWATCH.search(path.read_text(encoding="utf-8"))}
    assert takes == _MAY
