"""The columns of a sheet as questions to its sender."""

from typing import Any

from search.sheet_summaries import ColumnPreview, SheetPreview
from search.sheets.column_targets import Target
from search.vocabulary import ReportKind
from web.partner.column_questions import choices_shown, columns_of

SHEET: dict[str, Any] = {
    "filename": "libro.csv", "worksheet": "", "left_out": (), "rows": 3, "targets": ("full_name", "notes", "ignore"),
    "kind": ReportKind.MORTUARY, "kind_certain": True, "samples": (), "accepted": 3, "already_known": 0, "updated": 0,
    "refused": (), "notes": (), "remembered": False,
}  # fmt: skip


def column(index: int, target: str, **changes: Any) -> ColumnPreview:
    return ColumnPreview(index=index, header=f"Column {index}", examples=(), target=target, **changes)


def preview(*columns: ColumnPreview, **profile: str) -> SheetPreview:
    return SheetPreview(**{**SHEET, "columns": columns, "profile": profile})


def test_doubtful_columns_come_first_and_the_others_stay_in_the_sheets_order() -> None:
    shown = preview(column(0, "full_name"), column(1, "words", doubt="unknown_column"), column(2, "notes"))
    assert [one.shown.index for one in columns_of(shown)] == [1, 0, 2]


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
    assert choices_shown(shown) == {
        "kind": "mortuary", "column.0": "full_name", "column.2": "found_date", "order.2": "mdy",
        "calendar.2": "gregorian",
    }  # fmt: skip
