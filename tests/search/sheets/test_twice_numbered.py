"""Rows of one number are shown side by side, with what cannot be of one person."""

import datetime

import msgspec
import pytest

from search.sheet_summaries import SheetDoubt
from search.sheets.sheet_reading import SheetQuestion, SheetReading
from search.sheets.sheet_understanding import understand
from search.vocabulary import OrganisationKind

HEADERS = "Case No;Full name;Sex;Age\n"
TWO = "A-1;Marvin Recinos;male;31\nA-2;Omar Haddad;male;40\nA-1;Karla Mejía;female;29\n"


def _read(rows: str, answers: dict[str, str] | None = None) -> SheetReading:
    asked = SheetQuestion(
        filename="list.csv",
        content=(HEADERS + rows).encode(),
        today=datetime.date(2026, 1, 1),
        organisation=OrganisationKind.HUMANITARIAN,
        sender="",
        answers=answers,
    )
    return understand(asked)


def _twice(reading: SheetReading) -> list[SheetDoubt]:
    return [one for one in reading.doubts if one.code == "number_twice"]


def test_both_rows_are_shown_and_the_second_with_what_speaks_against_one_person() -> None:
    (doubt,) = _twice(_read(TWO))
    assert [(one.row, one.names, one.contradictions) for one in doubt.about] == [
        (2, ("Marvin Recinos",), ()),
        (4, ("Karla Mejía",), ("sex", "names")),
    ]


def test_a_further_writing_of_one_person_contradicts_nothing() -> None:
    (doubt,) = _twice(_read("A-1;Marvin Recinos;male;31\nA-1;Marvin Recinos;male;32\nA-2;Omar Haddad;male;40\n"))
    assert [one.contradictions for one in doubt.about] == [(), ()]


def test_many_numbers_in_one_question_are_each_compared_with_their_own_first_row() -> None:
    pairs = [f"N-{n};Marvin Recinos;male;{30 + n}\nN-{n};Marvin Recinos;male;{31 + n}\n" for n in range(6)]
    others = [f"M-{n};Omar Haddad;male;40\n" for n in range(30)]
    (doubt,) = _twice(_read("".join([*others, *pairs])))
    assert len(doubt.about) == 12
    assert {one.contradictions for one in doubt.about} == {()}


@pytest.mark.parametrize("key", ["sheet.number_twice.2", "sheet.number_twice"])
def test_of_two_people_the_second_is_read_without_the_number_which_stays_in_words(key: str) -> None:
    reading = _read(TWO, {key: "people"})
    assert [row.report.sender_number for row in reading.rows] == ["A-1", "A-2", ""]
    assert "A-1" in str(msgspec.to_builtins(reading.rows[2].report.provenance_notes))
    assert reading.refused == ()
