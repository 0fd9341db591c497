"""Equal rows are people, and one number for different rows is nobody's, until the sender says otherwise."""

import pytest

from search.sheet_summaries import SheetDoubt
from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.column_targets import Target
from search.sheets.row_repetitions import Repetitions, is_own_number, repetitions
from search.sheets.sheet_table import SheetRow

_TARGETS = (Target.SENDER_NUMBER, Target.ROW_COUNTER, Target.FULL_NAME, Target.SEX)


def _of(*rows: tuple[str, str, str, str], number_column: int = 0, **answers: str) -> Repetitions:
    columns = tuple(ColumnGuess(at, target.value, target) for at, target in enumerate(_TARGETS))
    mapping = Mapping(columns, number_column=number_column)
    placed = [(at, SheetRow(at + 2, cells)) for at, cells in enumerate(rows)]
    return repetitions(placed, mapping, {key.replace("_", "."): value for key, value in answers.items()})


def _questions(found: Repetitions) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.key, one.rows) for one in found.doubts(range(100))]


SIX = tuple(("", str(number), "", "male") for number in range(1, 7))


def test_six_equal_rows_are_six_people_whatever_counts_them() -> None:
    found = _of(*SIX)
    assert found.codes == {}
    assert _questions(found) == [("sheet.equal_rows.2", (2, 3, 4, 5, 6, 7))]


def test_equal_rows_are_one_person_only_where_somebody_says_so() -> None:
    columns = {"sheet.equal_rows": "once"}
    found = repetitions([(at, SheetRow(at + 2, cells)) for at, cells in enumerate(SIX)], _mapping(), columns)
    assert found.codes == dict.fromkeys(range(1, 6), "repeated_row")
    assert found.doubts(range(6))[0].chosen == "once"


def test_one_group_can_be_answered_alone() -> None:
    rows = (*SIX[:2], ("", "7", "Ana", ""), ("", "8", "Ana", ""))
    placed = [(at, SheetRow(at + 2, cells)) for at, cells in enumerate(rows)]
    found = repetitions(placed, _mapping(), {"sheet.equal_rows.4": "once"})
    assert found.codes == {3: "repeated_row"}


def test_many_groups_are_one_question() -> None:
    rows = [("", str(at), f"Name {at % 9}", "") for at in range(18)]
    (asked,) = _of(*rows).doubts(range(18))
    assert (asked.key, asked.params) == ("sheet.equal_rows", {"groups": 9, "count": 18})


def test_rows_of_one_number_that_differ_are_all_held_back() -> None:
    found = _of(("A-1", "1", "Ana", "female"), ("A-2", "2", "Luis", ""), ("A-1", "3", "Eva", "female"))
    assert found.codes == {0: "number_twice", 2: "number_twice"}
    (asked,) = found.doubts(range(3))
    assert asked == SheetDoubt(
        code="number_twice", rows=(2, 4), options=("same", "people", "leave"), chosen="leave", must_answer=False,
        params={"row": 2, "count": 2},
    )  # fmt: skip


def test_rows_of_one_number_are_news_of_one_person_where_somebody_says_so() -> None:
    rows = (("A-1", "1", "Ana", "female"), ("A-1", "3", "Eva", "female"))
    placed = [(at, SheetRow(at + 2, cells)) for at, cells in enumerate(rows)]
    assert repetitions(placed, _mapping(), {"sheet.number_twice.2": "same"}).codes == {}


def test_of_different_people_the_first_row_keeps_the_number_they_share() -> None:
    rows = (("A-1", "1", "Ana", "female"), ("A-2", "2", "Eva", ""), ("A-1", "3", "Luis", "male"))
    placed = [(at, SheetRow(at + 2, cells)) for at, cells in enumerate(rows)]
    found = repetitions(placed, _mapping(), {"sheet.number_twice.2": "people"})
    assert found.codes == {}
    assert found.unnumbered == {2}


def test_zeros_before_a_number_make_no_other_number() -> None:
    assert _of(("042", "1", "Ana", ""), ("42", "2", "Eva", "")).codes == {0: "number_twice", 1: "number_twice"}
    assert _of(("A042", "1", "Ana", ""), ("A42", "2", "Eva", "")).codes == {}


def test_a_row_that_repeats_its_number_and_all_else_is_passed_over() -> None:
    row = ("A-1", "1", "Ana", "female")
    found = _of(row, row)
    assert found.codes == {1: "repeated_row"}
    assert _questions(found) == []


def test_equal_rows_that_are_no_people_ask_nothing() -> None:
    assert _of(*SIX).doubts(()) == ()


def test_an_answer_that_is_none_is_passed_over() -> None:
    rows = [(at, SheetRow(at + 2, cells)) for at, cells in enumerate(SIX)]
    assert repetitions(rows, _mapping(), {"sheet.equal_rows": "perhaps"}).codes == {}


def _mapping() -> Mapping:
    columns = tuple(ColumnGuess(at, target.value, target) for at, target in enumerate(_TARGETS))
    return Mapping(columns, number_column=0)


@pytest.mark.parametrize(
    "number", ["V-١٢", "V-１２", "V-१२", "v-12", "V- 12"], ids=["arabic", "wide", "devanagari", "small", "blank"]
)
def test_numbers_that_are_stored_as_one_are_asked_about_as_one(number: str) -> None:
    found = _of(("V-12", "1", "Ana", "female"), (number, "2", "Luis", "male"))
    asked = {0: "number_twice", 1: "number_twice"} if number != "v-12" else {}
    assert found.codes == asked


def test_what_is_too_long_for_a_number_makes_no_two_people_one() -> None:
    long = "https://example.org/" + "a" * 300
    found = _of((f"{long}1", "1", "Ana", "female"), (f"{long}2", "2", "Luis", "male"))
    assert found.codes == {}
    assert (is_own_number(long), is_own_number("A-1"), is_own_number("–")) == (False, True, False)
