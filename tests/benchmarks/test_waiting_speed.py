"""The measurement of how long a family waits tells a failed visit from a slow one."""

import math

from benchmarks.running_portals import _multipart
from benchmarks.waiting_speed import Waited, large_sheet, slow_sheet
from search.sheets.sheet_limits import MAX_BYTES


def test_a_visit_that_failed_is_an_endless_one() -> None:
    assert Waited("alone", (0.1, 0.3, 0.2)).median == 0.2
    assert Waited("alone", (0.1, 0.3, 0.2)).cells() == ("alone", "3", "0.20", "0.30", "0", "", "")
    assert Waited("read", (0.1,), lasted=12.04, allowed=20.0).cells()[-2:] == ("12.0", "20.0")
    assert math.isinf(Waited("alone", (0.1,), failed=1).median)


def test_its_sheets_are_as_large_as_they_say_and_may_be_sent() -> None:
    assert large_sheet(50).count(b"\n") == 50
    assert len(slow_sheet(20_000)) < MAX_BYTES


def test_a_form_with_a_file_carries_both() -> None:
    sent = _multipart({"csrf_token": "t"}, "a.csv", b"Name\nAna\n")
    assert b'name="csrf_token"\r\n\r\nt\r\n' in sent
    assert b'filename="a.csv"\r\n\r\nName\nAna\n\r\n--' in sent
