"""A sender's file is read in a process of its own, which ends at its limits and takes nothing with it."""

import datetime
import io
import signal
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest

from search.confined import confinement
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.confined.tasks import TASKS, Task
from search.errors import Busy, SheetError
from search.sheets import sheet_limits
from search.sheets.parser_process import read_confined
from search.sheets.sheet_reading import SheetQuestion, SheetReading
from search.sheets.sheet_understanding import understand
from search.vocabulary import OrganisationKind
from tests.architecture.source import ROOT
from tests.search.sheets.layout_files import delimited, workbook

TODAY = datetime.date(2026, 11, 22)
SHEETS = ROOT / "search" / "demonstration" / "sheets"
ROWS = [["Folio", "Fecha", "Nombre"], ["1", "2021-03-04", "Ana Núñez"], ["2", "2021-03-05", "Luis Peña"]]


@pytest.fixture
def places(tmp_path: Path) -> Confinement:
    """Two places for children, as in an installation."""
    return Confinement(Slots(tmp_path))


def asked(content: bytes, filename: str = "x") -> SheetQuestion:
    return SheetQuestion(
        filename=filename,
        content=content,
        today=TODAY,
        organisation=OrganisationKind.SHELTER,
        sender="Shelter Invented",
    )


def refused(places: Confinement, content: bytes, seconds: int = sheet_limits.CHILD_SECONDS) -> SheetError:
    with pytest.raises(SheetError) as caught:
        read_confined(places, asked(content), seconds=seconds)
    return caught.value


def names(reading: SheetReading) -> list[str]:
    return [row.report.found.names[0].text for row in reading.rows]


def worksheet_up_to(cell: str) -> bytes:
    """A small workbook that says that its last cell is a far one, between which and the first a parser makes room."""
    source, out = io.BytesIO(workbook({"A": [*ROWS]})), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'r="C3"', f'r="{cell}"'.encode()))
    return out.getvalue()


def test_the_child_process_understands_what_this_one_would(places: Confinement) -> None:
    question = asked(delimited(ROWS, ";", "cp1252"), "x.csv")
    reading = read_confined(places, question)
    assert reading == understand(question)
    assert names(reading) == ["Ana Núñez", "Luis Peña"]


def test_answers_and_remembered_mappings_reach_the_child(places: Confinement) -> None:
    question = asked(delimited(ROWS))
    known = understand(question).mapping.fingerprint
    remembered = msgspec.structs.replace(question, profiles={known: {"column.2": "words"}})
    assert (read_confined(places, remembered).remembered, read_confined(places, question).remembered) == (True, False)
    answered = msgspec.structs.replace(question, answers={"column.2": "words"})
    assert read_confined(places, answered).mapping.columns[2].target == "words"


@pytest.mark.parametrize("sheet", sorted(SHEETS.iterdir()), ids=lambda path: path.name)
def test_nothing_that_a_sheet_may_ask_for_is_missing_in_the_child(places: Confinement, sheet: Path) -> None:
    question = asked(sheet.read_bytes(), sheet.name)
    assert read_confined(places, question) == understand(question)


def test_a_third_sheet_waits_for_its_turn(places: Confinement) -> None:
    with places.slots.one(), places.slots.one(), pytest.raises(Busy):
        read_confined(places, asked(delimited(ROWS)))


def test_the_child_process_hands_back_the_error_with_its_code_and_bounds(places: Confinement) -> None:
    assert refused(places, b"PK\x03\x04 broken").code == "unreadable_workbook"
    error = refused(places, worksheet_up_to("ZZ9"))
    assert (error.code, error.params) == ("too_many_columns", {"limit": sheet_limits.MAX_COLUMNS})


def test_a_file_over_the_bound_starts_no_process(places: Confinement, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "no such program")
    error = refused(places, b"x" * (sheet_limits.MAX_BYTES + 1))
    assert (error.code, error.params) == ("file_too_large", {"limit": sheet_limits.MAX_BYTES})


def test_a_worksheet_of_an_impossible_size_is_refused_before_room_is_made_for_it(places: Confinement) -> None:
    assert refused(places, worksheet_up_to("XFD4000")).code == "too_many_rows"


def test_a_worksheet_that_takes_more_memory_than_there_is_ends_the_child(
    places: Confinement, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Some six million cells in one piece, in a child that has room for little more than its own code.
    monkeypatch.setattr(sheet_limits, "CHILD_MEMORY_BYTES", 192 * 1024 * 1024)
    assert len(names(read_confined(places, asked(workbook({"A": [*ROWS]}))))) == 2
    error = refused(places, worksheet_up_to("XFD360"))
    assert error.code == "parser_failed"
    # An allocation that fails aborts it, and it may not signal itself.
    assert error.params["status"] in {-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGILL}


def test_a_sheet_that_keeps_the_processor_busy_stops_at_the_time_limit(
    places: Confinement, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whatever else the machine does, the processor's time comes to its end before the clock's.
    monkeypatch.setattr(sheet_limits, "WALL_FOR_CPU", 120)
    # Twenty thousand persons: some seconds.
    persons = ([str(n), "2021-03-04", f"Ana Núñez {n}"] for n in range(20_000))
    error = refused(places, delimited([ROWS[0], *persons]), seconds=1)
    assert error.code == "parser_failed"
    assert error.params["status"] in {-signal.SIGXCPU, -signal.SIGKILL}


def test_a_child_that_takes_its_time_is_not_waited_for(places: Confinement, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TASKS, "sheet", Task("tests.search.confined.hostile_tasks", "sleep"))
    assert refused(places, b"Folio\n1\n", seconds=-1).code == "parser_too_slow"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"", "parser_failed"),
        (b"\xc1 no document", "parser_failed"),
        (msgspec.msgpack.encode({}), "parser_failed"),
        (msgspec.msgpack.encode({"code": "no_rows"}), "no_rows"),
    ],
)
def test_an_answer_without_a_reading_is_an_error(
    places: Confinement, answer: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confinement, "run_confined", lambda *_given, **_named: answer)
    assert refused(places, b"Folio\n1\n").code == code


def test_a_name_of_any_length_and_letters_is_a_name(places: Confinement) -> None:
    for name in ("x\x00.csv", "Fatima Testova " * 10_000, "\udcff.csv".encode("utf-8", "replace").decode()):
        assert names(read_confined(places, asked(delimited(ROWS), name))) == ["Ana Núñez", "Luis Peña"]
