"""A sender's file is read in a process of its own, which ends at its limits and takes nothing with it."""

import io
import signal
import sys
import zipfile

import msgspec
import pytest

from search.confined.tasks import TASKS, Task
from search.errors import SheetError
from search.sheets import parser_process, sheet_limits
from search.sheets.parser_process import read_table_bounded
from search.sheets.sheet_table import read_table
from tests.search.sheets.layout_files import delimited, workbook

ROWS = [["Folio", "Fecha", "Nombre"], ["1", "2021-03-04", "Ana Núñez"], ["2", "2021-03-05", "Luis Peña"]]


def refused(content: bytes, filename: str = "x", seconds: int = sheet_limits.CHILD_SECONDS) -> SheetError:
    with pytest.raises(SheetError) as caught:
        read_table_bounded(content, filename, seconds=seconds)
    return caught.value


def worksheet_up_to(cell: str) -> bytes:
    """A small workbook that says that its last cell is a far one, between which and the first a parser makes room."""
    source, out = io.BytesIO(workbook({"A": [*ROWS]})), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'r="C3"', f'r="{cell}"'.encode()))
    return out.getvalue()


def test_the_child_process_reads_the_same_table() -> None:
    content = delimited(ROWS, ";", "cp1252")
    assert read_table_bounded(content, "x.csv") == read_table(content, "x.csv")


def test_the_child_process_hands_back_the_error_with_its_code_and_bounds() -> None:
    assert refused(b"PK\x03\x04 broken", "x.xlsx").code == "unreadable_workbook"
    error = refused(worksheet_up_to("ZZ9"))
    assert (error.code, error.params) == ("too_many_columns", {"limit": sheet_limits.MAX_COLUMNS})


def test_a_file_over_the_bound_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "no such program")
    error = refused(b"x" * (sheet_limits.MAX_BYTES + 1))
    assert (error.code, error.params) == ("file_too_large", {"limit": sheet_limits.MAX_BYTES})


def test_a_worksheet_of_an_impossible_size_stops_at_the_memory_limit() -> None:
    # 4,000 rows of 16,384 columns are more than the limit in one piece: the process ends before it takes any of it.
    # Read without a limit, the sheet would have too many columns.
    error = refused(worksheet_up_to("XFD4000"))
    assert error.code == "parser_failed"
    # An allocation that fails aborts it, and it may not signal itself.
    assert error.params["status"] in {-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGILL}


def test_a_sheet_that_keeps_the_processor_busy_stops_at_the_time_limit() -> None:
    # Sixteen million empty cells: some seconds, in which it would find too many columns.
    error = refused(worksheet_up_to("XFD1000"), seconds=1)
    assert error.code == "parser_failed"
    assert error.params["status"] in {-signal.SIGXCPU, -signal.SIGKILL}


def test_a_child_that_takes_its_time_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TASKS, "table", Task("tests.search.confined.hostile_tasks", "sleep"))
    assert refused(b"Folio\n1\n", seconds=-4).code == "parser_too_slow"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"", "parser_failed"),
        (b"\xc1 no document", "parser_failed"),
        (msgspec.msgpack.encode({}), "parser_failed"),
        (msgspec.msgpack.encode({"code": "no_rows"}), "no_rows"),
    ],
)
def test_an_answer_without_a_table_is_an_error(answer: bytes, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser_process, "run_confined", lambda *_given: answer)
    assert refused(b"Folio\n1\n").code == code


def test_a_name_with_a_zero_byte_is_a_name() -> None:
    assert read_table_bounded(delimited(ROWS), "x\x00.csv").headers == ("Folio", "Fecha", "Nombre")
