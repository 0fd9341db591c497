"""Searches and sheets are brought in, and what was refused is told by row and reason."""

from pathlib import Path

import pytest

from search.models import FoundReport, Record, SearchRequest
from search.storage.database import Database
from tests.search.cli.command_line import count, ending, on_sqlite, typed


def test_searches_are_filed_and_a_refused_line_ends_with_one(staffed: Database, folder: Path) -> None:
    answer = typed("import", "requests", folder / "requests.jsonl", ends=1)
    assert answer.stdout.strip() == "accepted 5, already known 0, refused 1"
    assert "row 6" in answer.stderr
    assert "not_json" in answer.stderr
    assert count(staffed, SearchRequest) == 5


@on_sqlite
def test_a_dry_run_shows_the_mapping_and_stores_nothing(staffed: Database, folder: Path) -> None:
    sheet = folder / "casa_invented.csv"
    answer = typed("import", "reports", sheet, "--sender", "Casa Invented", "--dry-run")
    assert "'Full name' -> full_name" in answer.stdout
    assert "'Date of birth' -> birth_date (dmy)" in answer.stdout
    assert "kind of report: shelter; would accept 3, already known 0, updated 0, refused 1" in answer.stdout
    assert answer.stderr.strip() == "row 4:  nothing_said"
    assert count(staffed, FoundReport) == 0


@on_sqlite
def test_a_dry_run_tells_questions_with_examples_and_counts_of_warnings(staffed: Database, folder: Path) -> None:
    sheet = _ambiguous(folder)
    answer = typed("import", "reports", sheet, "--sender", "Casa Invented", "--dry-run")
    assert "'Date found' -> found_date (dmy): '03/04/2025', '05/04/2025', '06/04/2025'" in answer.stdout
    assert "  ?? date_order: Day and month cannot be told apart here. Which comes first?" in answer.stdout
    assert "? equal_rows: " in answer.stdout
    assert "--answer sheet.equal_rows.5=people|once (without an answer: people)" in answer.stdout
    assert "kept as words: age_unread 1" in answer.stdout
    assert count(staffed, FoundReport) == 0


@on_sqlite
def test_nothing_is_stored_while_a_question_is_open_and_all_of_it_once_it_is_answered(
    staffed: Database, folder: Path
) -> None:
    words = ("import", "reports", _ambiguous(folder), "--sender", "Casa Invented")
    refused = typed(*words, ends=1)
    assert "nothing was stored: these questions are open" in refused.stderr
    assert "?? date_order" in refused.stdout
    assert count(staffed, FoundReport) == 0
    told = typed(*words, "--answer", "order.2=mdy", "--answer", "sheet.equal_rows=once").stdout
    assert told.startswith("accepted 4,")
    assert count(staffed, FoundReport) == 4


@on_sqlite
@pytest.mark.usefixtures("staffed")
def test_an_answer_is_a_key_and_an_option(folder: Path) -> None:
    words = ("import", "reports", _ambiguous(folder), "--sender", "Casa Invented", "--answer", "order.2")
    assert "KEY=OPTION" in typed(*words, ends=2).stderr


def _ambiguous(folder: Path) -> Path:
    """A sheet whose dates can be read in two ways, with two equal rows."""
    sheet = folder / "ambiguous.csv"
    rows = (
        "Ana Mora;F;03/04/2025;20",
        "Luis Mora;M;05/04/2025;30",
        "Eva Mora;F;06/04/2025;tall",
        *["Omar;M;07/04/2025;9"] * 2,
    )
    sheet.write_text("\n".join(("Full name;Sex;Date found;Age", *rows, "")), "utf-8")
    return sheet


def test_a_sheet_is_stored_and_known_the_second_time(staffed: Database, folder: Path) -> None:
    sheet = folder / "casa_invented.csv"
    first, second = (typed("import", "reports", sheet, "--sender", "Casa Invented").stdout.strip() for _ in range(2))
    assert first == "accepted 3, already known 0, updated 0, refused 1"
    assert second == "accepted 0, already known 3, updated 0, refused 1"
    assert count(staffed, FoundReport) == 3


@on_sqlite
def test_searches_cannot_be_filed_before_there_is_a_committee(
    registry: Database, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = ending(["import", "requests", str(folder / "requests.jsonl")], monkeypatch, capsys)
    assert ended == (1, "ovillo: no_committee\n")
    assert count(registry, Record) == 0
