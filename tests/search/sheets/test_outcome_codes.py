"""What a letter or a number says of a life is asked value by value; nobody is living or dead by a guess."""

import datetime

import pytest

from search.sheets.outcome_codes import is_code, said_of_life, unread_outcomes
from search.sheets.sheet_reading import SheetQuestion, SheetReading
from search.sheets.sheet_understanding import understand
from search.vocabulary import OrganisationKind
from tests.search.sheets.layout_files import delimited

NAMES = ("Ana Mora", "Eva Soto", "Luis Rios", "Omar Haddad")


def read(header: str, values: tuple[str, ...], answers: dict[str, str] | None = None) -> SheetReading:
    people = zip(NAMES, values, strict=True)
    rows = [["Case No", "Full name", header], *([f"A-{at}", *told] for at, told in enumerate(people))]
    question = SheetQuestion(
        filename="list.csv",
        content=delimited(rows),
        today=datetime.date(2026, 1, 1),
        organisation=OrganisationKind.HOSPITAL,
        sender="",
        answers=answers,
    )
    return understand(question)


def kinds(reading: SheetReading) -> list[str]:
    return [row.report.kind.value for row in reading.rows]


SHEETS = {
    "letters": ("Outcome", ("D", "A", "D", "A"), "d", "a"),
    "a code beside a word": ("durumu", ("ex", "taburcu", "ex", "taburcu"), "ex", "taburcu"),
    "another language": ("Vivo/muerto", ("V", "M", "M", "V"), "m", "v"),
    "figures": ("Outcome", ("1", "2", "2", "1"), "2", "1"),
}


@pytest.mark.parametrize(("header", "values", "dead", "living"), SHEETS.values(), ids=SHEETS.keys())
def test_each_value_is_asked_about_before_anything_is_sent(
    header: str, values: tuple[str, ...], dead: str, living: str
) -> None:
    first = read(header, values).mapping.columns[2]
    assert first.must_answer
    chosen = {"column.2": "outcome"}
    column = read(header, values, chosen).mapping.columns[2]
    assert (column.doubt, column.must_answer, set(column.examples)) == ("outcome_coding", True, {dead, living})
    half = read(header, values, chosen | {f"outcome.{dead}": "dead"}).mapping.columns[2]
    assert half.must_answer is is_code(living)
    whole = read(header, values, chosen | {f"outcome.{dead}": "dead", f"outcome.{living}": "living"})
    assert not whole.mapping.columns[2].doubt
    assert kinds(whole) == ["mortuary" if value.lower() == dead else "hospital" for value in values]


def test_words_that_are_known_ask_nothing_and_words_that_are_not_stay_words() -> None:
    assert not read("Status", ("alive", "dead", "alive", "dead")).mapping.columns[2].doubt
    assert unread_outcomes(("alive", "in the kitchen", "dead"), {}) == ()
    assert unread_outcomes([f"k{at}" for at in range(20)], {}) == ()
    assert unread_outcomes(("", "-", "yes"), {}) == ()


def test_an_answer_that_a_value_says_neither_reads_it_as_neither() -> None:
    coding = {"d": "dead", "k": "unknown", "dead": "living"}
    assert [said_of_life(cell, coding) for cell in ("D", "k", "K ", "dead", "fallecido", "", "x?")] == [
        True, None, None, False, True, None, None,
    ]  # fmt: skip
