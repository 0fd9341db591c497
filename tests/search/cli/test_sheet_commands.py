"""A sheet is explained to whoever asks, without an installation, and nothing is left behind."""

import json
from pathlib import Path

import pytest

from tests.search.cli.command_line import typed

_SHEET = "Case No;Name;Phone;Staff\n1;Ana Núñez;600 000 001;M. Invented\n2;Omar Haddad;600 000 002;M. Invented\n"


@pytest.fixture
def sheet(var: Path, tmp_path: Path) -> Path:
    """A sheet beside an installation that does not exist."""
    assert not var.exists()
    file = tmp_path / "list.csv"
    file.write_text(_SHEET, encoding="utf-8")
    return file


def test_a_sheet_is_explained_as_json_without_database_and_keys(sheet: Path, var: Path) -> None:
    explained = json.loads(typed("sheet", "explain", sheet, "--json").stdout)
    assert list(explained) == ["refused", "kind", "columns", "rows"]
    assert [row["names"][0]["text"] for row in explained["rows"]] == ["Ana Núñez", "Omar Haddad"]
    assert not var.exists()
    assert [path.name for path in sheet.parent.iterdir()] == ["list.csv"]


def test_the_kind_of_sender_tells_the_kind_of_report(sheet: Path) -> None:
    kinds = {
        sender: json.loads(typed("sheet", "explain", sheet, "--json", "--sender", sender).stdout)["kind"]
        for sender in ("shelter", "mortuary")
    }
    assert kinds["shelter"] == "shelter"
    assert kinds["mortuary"] != "shelter"


def test_the_regions_tell_the_country_of_phone_numbers(sheet: Path) -> None:
    explained = json.loads(typed("sheet", "explain", sheet, "--json", "--regions", "es, CO").stdout)
    assert [row["phones"] for row in explained["rows"]] == [["+34600000001"], ["+34600000002"]]


def test_what_is_no_country_is_refused_in_a_sentence(sheet: Path) -> None:
    assert "no code of a country" in typed("sheet", "explain", sheet, "--regions", "Spain", ends=2).stderr


def test_words_tell_columns_with_examples_and_questions_then_rows_and_counts(sheet: Path) -> None:
    said = typed("sheet", "explain", sheet).stdout
    assert "'Name' -> full_name: 'Ana Núñez', 'Omar Haddad'" in said
    assert "row 3: own_number 2; names Omar Haddad (full)" in said
    assert "rows read 2, refused 0" in said


def test_a_file_that_is_no_sheet_is_told_by_its_code(sheet: Path) -> None:
    sheet.write_bytes(b"")
    assert json.loads(typed("sheet", "explain", sheet, "--json").stdout) == {
        "refused": "empty_file", "kind": None, "columns": [], "rows": [],
    }  # fmt: skip
    assert typed("sheet", "explain", sheet).stdout == "refused: empty_file\n"


def test_a_cell_cannot_steer_the_terminal(sheet: Path) -> None:
    sheet.write_text("Name;Notes\nAna\x1b[2J Mora;\x1b]0;owned\x07\n", encoding="utf-8")
    said = typed("sheet", "explain", sheet).stdout
    assert "Ana" in said
    assert not {"\x1b", "\x07"} & set(said)
