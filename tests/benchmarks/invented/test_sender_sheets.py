"""A report becomes a row of its sender's sheet, in the sender's words, and the importer reads it as it was meant."""

from pathlib import Path

import pytest

from benchmarks.invented.found_reports import SENDERS, found
from benchmarks.invented.sender_sheets import case_number, sheet_row, write_sheet
from benchmarks.invented.sheet_layouts import LAYOUTS, Layout
from matching.record import AgeRange, Mark, MatchRecord, PersonName, Sex, Side
from search.sheets.sheet_table import read_table
from tests.benchmarks.invented.chance import chance
from tests.benchmarks.invented.crowd import invented_people

BODY = MatchRecord(
    side=Side.FOUND, kind="mortuary", sex=Sex.FEMALE, age=AgeRange(28, 32), marks=(Mark("tattoo", "forearm", "left"),)
)


def cell(layout: Layout, record: MatchRecord, what: str) -> str:
    (at,) = (at for at, (_, kind) in enumerate(layout.columns) if kind == what)
    return sheet_row(layout, "N-1", record)[at]


def test_a_row_has_a_cell_for_every_column_and_the_sender_s_number() -> None:
    for layout in LAYOUTS.values():
        row = sheet_row(layout, "N-1", BODY)
        assert len(row) == len(layout.columns)
        assert "N-1" in row


def test_numbers_tell_which_kind_of_place_reports() -> None:
    assert case_number(7, BODY) == "MO-00007"


def test_ages_are_told_as_they_were_assessed_and_sexes_in_the_sender_s_words() -> None:
    mortuary = LAYOUTS["mortuary_es"]
    assert (cell(mortuary, BODY, "age"), cell(mortuary, BODY, "sex")) == ("28-32", "femenino")
    assert cell(LAYOUTS["hospital_it"], MatchRecord(side=Side.FOUND, age=AgeRange(30, 30)), "age") == "30"
    assert cell(mortuary, MatchRecord(side=Side.FOUND), "sex") == ""


def test_marks_are_in_the_language_of_the_sheet() -> None:
    spanish, french = (cell(LAYOUTS[name], BODY, "marks") for name in ("mortuary_es", "shelter_fr"))
    assert "tatuaje" in spanish.lower()
    assert "tatouage" in french.lower()


@pytest.mark.parametrize("sender", [one for one in SENDERS if one.kind != "detention"], ids=lambda one: one.name)
def test_a_sheet_is_read_again_row_by_row(sender: object, tmp_path: Path) -> None:
    (chosen,) = (one for one in SENDERS if one == sender)
    layout, rng = LAYOUTS[chosen.name], chance(5)
    records = [found(person, chosen, rng) for person in invented_people(20)]
    write_sheet(tmp_path, layout, [sheet_row(layout, case_number(at, one), one) for at, one in enumerate(records)])
    table = read_table((tmp_path / layout.file).read_bytes(), layout.file)
    assert len(table.rows) == len(records)


def test_letters_that_the_encoding_lacks_become_plain_ones(tmp_path: Path) -> None:
    layout = LAYOUTS["hospital_it"]
    row = sheet_row(layout, "HO-1", MatchRecord(side=Side.FOUND, names=(PersonName("Иван Ćosić è"),)))
    write_sheet(tmp_path, layout, [row])
    text = (tmp_path / layout.file).read_bytes().decode("cp1252")
    assert "Ivan Cosic è" in text
