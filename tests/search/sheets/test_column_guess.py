"""A header's words are believed as far as the cells below bear them out."""

import pytest

from search.sheets.cell_evidence import describe
from search.sheets.column_guess import guess_meaning
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target
from search.sheets.sheet_table import SheetRow, Table


def guess(header: str, *cells: str, language: str = "en") -> ColumnGuess:
    rows = tuple(SheetRow(number, (cell,)) for number, cell in enumerate(cells, start=2))
    return guess_meaning(describe(Table(headers=(header,), rows=rows), 0, language), language)


@pytest.mark.parametrize(
    ("header", "cells", "target"),
    [
        ("Sex", ["M", "F", "F"], Target.SEX),
        ("Age", ["25", "30", "x"], Target.AGE),
        ("Latitude", ["31.5", "32.5", "x"], Target.LATITUDE),
        ("Date found", ["2021-03-04", "2021-03-05", "x"], Target.FOUND_DATE),
        ("Date found", ["44420", "44421", "44425"], Target.FOUND_DATE),
        ("No", ["1", "2", "3"], Target.ROW_COUNTER),
        ("Type", ["shelter", "hospital", "x"], Target.KIND),
    ],
)
def test_a_header_that_its_cells_bear_out_is_believed(header: str, cells: list[str], target: Target) -> None:
    found = guess(header, *cells)
    assert (found.target, found.doubt) == (target, "")
    assert found.score > 0.55


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Age", ["tall", "short", "thin"]),
        ("Latitude", ["131.5", "132.5", "x"]),
        ("Sex", ["q9", "z8", "x7"]),
        ("No", ["5", "9", "2"]),
        ("Type", ["A9", "B8", "C7"]),
        ("Estado", ["activo", "baja", "activo"]),
        ("Position", ["Nurse"]),
    ],
)
def test_a_header_that_its_cells_contradict_is_not(header: str, cells: list[str]) -> None:
    targets = {"Age": Target.AGE, "Latitude": Target.LATITUDE, "Sex": Target.SEX, "No": Target.ROW_COUNTER}
    targets |= {"Estado": Target.FOUND_PLACE, "Position": Target.COORDINATES}
    assert guess(header, *cells).target is not targets.get(header, Target.KIND)


@pytest.mark.parametrize("header", ["No", "م", "ردیف"])
def test_codes_under_a_word_for_rows_are_the_sender_s_numbers(header: str) -> None:
    found = guess(header, "S-0", "S-1", "S-2", language="es")
    assert (found.target, found.doubt) == (Target.SENDER_NUMBER, "")
    assert guess(header, "1", "2", "3", language="es").target is Target.ROW_COUNTER


def test_two_cells_contradict_a_header_less_than_three() -> None:
    assert guess("Age", "x", "y").target is Target.AGE
    assert guess("Age", "x", "y", "z").target is not Target.AGE


def test_a_column_that_nothing_is_known_of_keeps_its_words_with_a_doubt() -> None:
    found = guess("Xyzzy", "zarzuela", "fandango", "zarzuela")
    assert (found.target, found.score, found.doubt) == (Target.WORDS, 0.0, "unknown_column")
    assert found.examples == ("zarzuela", "fandango")


def test_an_empty_column_is_ignored_unless_its_header_is_known() -> None:
    assert guess("Xyzzy", "", "").target is Target.IGNORE
    assert guess("Sex", "", "").target is Target.SEX


def test_three_different_cells_are_examples() -> None:
    assert guess("Notes", "a1", "a1", "b2", "c3", "d4").examples == ("a1", "b2", "c3")


def test_only_a_column_without_a_header_is_taken_for_ages_by_its_cells() -> None:
    ages = ["25", "31", "47", "25"]
    assert guess("", *ages).target is Target.AGE
    assert guess("Xyzzy", *ages).target is not Target.AGE


@pytest.mark.parametrize(
    ("cells", "target"),
    [
        (["M", "F", "M"], Target.SEX),
        (["31.79, 22.76", "31.80, 22.70"], Target.COORDINATES),
        (["1", "2", "3"], Target.ROW_COUNTER),
        (["Honduras", "Guatemala", "Honduras"], Target.NATIONALITY),
        (["blue shirt", "black shoes"], Target.EFFECTS),
    ],
)
def test_cells_alone_tell_some_columns(cells: list[str], target: Target) -> None:
    assert guess("", *cells).target is target


def test_case_numbers_that_repeat_or_read_like_names_are_none() -> None:
    repeating = ["A-1", "A-1", "A-1", "A-2", "A-1", "A-2"]
    assert guess("Case", *repeating).score < guess("Case", *(f"A-{n}" for n in range(6))).score


@pytest.mark.parametrize(
    ("header", "cells", "language"),
    [
        ("Signalement", ["1m75, mince", "petit"], "fr"),
        ("País xyzzy", ["México", "Guatemala", "México"], "es"),
        ("Xyzzyxyzzy address", ["1 Sample Street", "2 Test Road", "3 Test Road"], "en"),
    ],
)
def test_what_is_neither_certain_nor_asked_nor_like_its_cells_stays_in_words(
    header: str, cells: list[str], language: str
) -> None:
    assert guess(header, *cells, language=language).target is Target.WORDS


def test_answers_make_no_question_of_a_header_that_says_something_else() -> None:
    found = guess("Phone", "yes", "no", "yes")
    assert (found.target, found.must_answer) == (Target.WORDS, False)
