"""A mark tells networks apart for a day, within one process, and nothing else."""

import datetime

from search.accounts.source_marks import SourceMarks
from tests.search.scene import NOW


def test_one_network_has_one_mark_and_another_has_another() -> None:
    marks = SourceMarks()
    assert marks.mark("192.0.2.1", NOW) == marks.mark("192.0.2.200", NOW)
    assert marks.mark("192.0.2.1", NOW) != marks.mark("192.0.3.1", NOW)
    assert abs(marks.mark("192.0.2.1", NOW)) < 2**63


def test_a_mark_says_nothing_tomorrow_or_in_another_process() -> None:
    marks = SourceMarks()
    assert marks.mark("192.0.2.1", NOW) != marks.mark("192.0.2.1", NOW + datetime.timedelta(days=1))
    assert marks.mark("192.0.2.1", NOW) != SourceMarks().mark("192.0.2.1", NOW)
