"""What a sender answers about a whole sheet decides what becomes of its rows."""

import datetime
from typing import Any

import pytest

from search.sheets.explained import explain_reading
from search.sheets.sheet_reading import SheetQuestion, SheetReading
from search.sheets.sheet_understanding import understand
from tests.search.sheets.layout_files import workbook
from tests.search.sheets.test_sheet_purpose import COUNTS, MISSING, SEVERAL
from tests.search.sheets.test_worksheet_choice import LIST


def reading(content: bytes, answers: dict[str, str] | None = None) -> SheetReading:
    return understand(
        SheetQuestion(
            filename="x.csv",
            content=content,
            today=datetime.date(2026, 11, 29),
            organisation=None,
            sender="",
            answers=answers,
        )
    )


def test_no_count_becomes_a_person_before_somebody_says_so() -> None:
    content = COUNTS["years"].encode()
    asked, answered = reading(content), reading(content, {"sheet.counts_not_persons": "persons"})
    assert not asked.rows
    assert not asked.refused
    assert explain_reading(asked)["refused"] == "counts_not_persons"
    assert [doubt.chosen for doubt in answered.doubts] == ["persons"]
    assert answered.rows
    assert explain_reading(answered)["refused"] is None


def test_people_who_are_missing_are_asked_about_and_shown() -> None:
    content = MISSING["es"].encode()
    assert [doubt.chosen for doubt in reading(content).doubts] == [""]
    assert explain_reading(reading(content))["kind"] == "missing"
    answered = reading(content, {"sheet.missing_persons": "found"})
    assert [doubt.chosen for doubt in answered.doubts] == ["found"]
    assert len(answered.rows) == 1
    assert explain_reading(answered)["kind"] == "other"


def test_rows_of_several_people_come_back_to_be_divided_where_their_sender_says_so() -> None:
    content = SEVERAL["named"].encode()
    assert [row.number for row in reading(content, {"sheet.several_in_row": "persons"}).rows] == [2, 3]
    left = reading(content, {"sheet.several_in_row": "leave"})
    assert [row.number for row in left.rows] == [2]
    assert [(row.number, row.code) for row in left.refused] == [(3, "several_in_row")]


@pytest.mark.parametrize("answer", ["nonsense", "", "found"])
def test_an_answer_that_was_not_offered_is_none(answer: str) -> None:
    content = COUNTS["years"].encode()
    assert [doubt.chosen for doubt in reading(content, {"sheet.counts_not_persons": answer}).doubts] == [""]


def test_a_copy_is_left_out_in_silence_only_where_nobody_is_in_it_alone() -> None:
    alone: list[Any] = [*LIST[:-1], ["M-9", "Paz Nueva", "F", "Reynosa"]]
    whole, beside = reading(workbook({"A": LIST, "B": LIST})), reading(workbook({"A": LIST, "B": alone}))
    assert [(one.code, one.chosen, one.must_answer) for one in whole.doubts] == [("worksheet_is_copy", "leave", False)]
    assert [(one.chosen, one.must_answer, one.params) for one in beside.doubts] == [
        ("", True, {"names": "B", "count": 1})
    ]
    read = reading(workbook({"A": LIST, "B": alone}), {"sheet.worksheet_is_copy": "persons"})
    assert ("worksheet_is_copy", "persons") in [(one.code, one.chosen) for one in read.doubts]
    assert "Paz Nueva" in {name.text for row in read.rows for name in row.report.found.names}


def test_prepared_rows_are_counted_and_hidden_worksheets_named() -> None:
    content = ("No,Name,Age\n1,Ana Prueba,20\n2,Luis Mora,30\n" + "".join(f"{n},,\n" for n in range(3, 60))).encode()
    read = reading(content)
    assert (len(read.rows), read.skipped) == (2, {"empty": 57})
    assert read.refused == ()
