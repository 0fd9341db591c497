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
    assert answer.stderr.strip() == "row 4: Case No duplicate_number"
    assert count(staffed, FoundReport) == 0


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
