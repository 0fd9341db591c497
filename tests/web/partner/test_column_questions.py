"""The columns of a sheet as questions to its sender."""

from dataclasses import replace
from typing import Any

import pytest

from search.sheet_summaries import ColumnPreview, SheetDoubt, SheetPreview
from search.sheets.column_targets import Target
from search.vocabulary import ReportKind
from web.partner.column_questions import Question, asked_columns, asked_doubts, choices_shown, columns_of

SHEET: dict[str, Any] = {
    "filename": "libro.csv", "worksheet": "", "left_out": (), "rows": 3, "targets": ("full_name", "notes", "ignore"),
    "kind": ReportKind.MORTUARY, "kind_certain": True, "samples": (), "accepted": 3, "already_known": 0, "updated": 0,
    "refused": (), "notes": (), "remembered": False,
}  # fmt: skip


def column(index: int, target: str, *examples: str, **changes: Any) -> ColumnPreview:
    return ColumnPreview(index=index, header=f"Column {index}", examples=examples, target=target, **changes)


def preview(*columns: ColumnPreview, **profile: str) -> SheetPreview:
    return SheetPreview(**{**SHEET, "columns": columns, "profile": profile})


def test_columns_with_an_open_question_stand_apart_and_the_others_stay_in_the_sheets_order() -> None:
    doubtful = column(1, "phones", doubt="header_and_content_differ", must_answer=True)
    shown = preview(column(0, "full_name"), doubtful, column(2, "notes"))
    assert [one.shown.index for one in columns_of(shown)] == [0, 2]
    assert [one.shown.index for one in asked_columns(shown)] == [1]


def test_a_question_that_must_be_answered_has_nothing_chosen_and_can_be_answered_otherwise() -> None:
    doubtful = column(1, "words", doubt="unknown_column", suggested="sender_number", must_answer=True)
    (asked,) = asked_columns(preview(doubtful))
    assert asked.questions == (Question("column.1", ("sender_number", "words"), "column_target", "", otherwise=True),)


@pytest.mark.parametrize(("doubt", "key"), [("date_order", "order.3"), ("calendar", "calendar.3")])
def test_how_dates_are_read_is_asked_with_nothing_chosen(doubt: str, key: str) -> None:
    dates = column(3, "birth_date", doubt=doubt, date_order="dmy", must_answer=True)
    (question,) = asked_columns(preview(dates))[0].questions
    assert (question.key, question.chosen) == (key, "")


def test_every_value_for_sex_is_asked_about_also_those_that_nobody_understood() -> None:
    sexes = column(2, "sex", "F", "X1", doubt="sex_coding", must_answer=True)
    (asked,) = asked_columns(preview(sexes, **{"sex.f": "female"}))
    assert [one.key for one in asked.questions] == ["sex.f", "sex.x1", "column.2"]
    assert {one.chosen for one in asked.questions} == {""}


def test_questions_that_the_sheet_waits_for_come_before_the_others() -> None:
    equal = SheetDoubt(code="equal_rows", rows=(2, 3), options=("people", "once"), params={"row": 2}, must_answer=False)
    kind = SheetDoubt(code="kind_of_place", options=("shelter", "mortuary"))
    told = SheetDoubt(code="many_refused", must_answer=False)
    asked = asked_doubts(replace(preview(), doubts=(told, equal, kind)), {"sheet.equal_rows.2": "once"})
    assert [(one.question.key, one.question.chosen) for one in asked] == [
        ("sheet.kind_of_place", ""),
        ("sheet.equal_rows.2", "once"),
    ]


def test_every_column_is_asked_for_its_meaning() -> None:
    (asked,) = columns_of(preview(column(4, "full_name")))
    (question,) = asked.questions
    assert (question.key, question.table, question.chosen) == ("column.4", "column_target", "full_name")
    assert question.codes == SHEET["targets"]


def test_a_column_of_dates_is_asked_for_its_order_and_its_calendar() -> None:
    dates = column(2, "found_date", date_order="dmy")
    (asked,) = columns_of(preview(dates))
    assert [(one.key, one.chosen) for one in asked.questions[1:]] == [("order.2", "dmy"), ("calendar.2", "gregorian")]
    (persian,) = columns_of(preview(dates, **{"calendar.2": "solar_hijri"}))
    assert persian.questions[2].chosen == "solar_hijri"


def test_a_column_for_sex_is_asked_for_each_of_its_values() -> None:
    shown = preview(column(5, Target.SEX), **{"sex.H": "male", "sex.M": "female", "column.1": "notes"})
    (asked,) = columns_of(shown)
    assert [(one.key, one.chosen, one.subject) for one in asked.questions[1:]] == [
        ("sex.H", "male", "H"),
        ("sex.M", "female", "M"),
    ]
    (name,) = columns_of(preview(column(1, "full_name"), **{"sex.H": "male"}))
    assert len(name.questions) == 1


def test_what_the_page_lets_one_choose_is_what_is_chosen_now() -> None:
    shown = preview(column(0, "full_name"), column(2, "found_date", date_order="mdy"))
    assert choices_shown(shown, {}) == {
        "kind": "mortuary", "column.0": "full_name", "column.2": "found_date", "order.2": "mdy",
        "calendar.2": "gregorian",
    }  # fmt: skip


def test_what_is_asked_and_not_answered_is_shown_as_nothing() -> None:
    kind = SheetDoubt(code="kind_of_place", options=("shelter", "mortuary"))
    doubtful = column(1, "phones", doubt="second_column", must_answer=True)
    shown = replace(preview(column(0, "full_name"), doubtful), doubts=(kind,))
    assert choices_shown(shown, {}) == {"column.0": "full_name", "column.1": "", "sheet.kind_of_place": ""}
