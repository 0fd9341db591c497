"""The columns of a sheet as the preview page shows them: what was understood, and what the sender may answer."""

from dataclasses import dataclass

from search.sheet_summaries import ColumnPreview, SheetPreview
from search.sheets.column_targets import Target


@dataclass(frozen=True, slots=True)
class Question:
    """One choice: `key` is that of the profile, `table` that of the words, `subject` a value of the sheet or empty."""

    key: str
    codes: tuple[str, ...]
    table: str
    chosen: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column with its choices; the first is its meaning."""

    shown: ColumnPreview
    questions: tuple[Question, ...]


_ORDERS = ("dmy", "mdy", "ymd")
_CALENDARS = ("gregorian", "hijri", "solar_hijri", "ethiopian")
_SEXES = ("female", "male", "other", "unknown")


def columns_of(preview: SheetPreview) -> tuple[Column, ...]:
    """The columns in the sheet's order, those with a doubt first."""
    columns = [Column(one, _questions(one, preview)) for one in preview.columns]
    return tuple(sorted(columns, key=lambda column: not column.shown.doubt))


def choices_shown(preview: SheetPreview) -> dict[str, str]:
    """Everything that the page lets the sender choose, as it is chosen now, by the profile's keys."""
    asked = [question for column in columns_of(preview) for question in column.questions]
    return {"kind": preview.kind.value} | {question.key: question.chosen for question in asked}


def _questions(column: ColumnPreview, preview: SheetPreview) -> tuple[Question, ...]:
    at, profile = column.index, preview.profile
    asked = [Question(f"column.{at}", preview.targets, "column_target", column.target)]
    if column.date_order:
        asked.append(Question(f"order.{at}", _ORDERS, "date_order", column.date_order))
        asked.append(Question(f"calendar.{at}", _CALENDARS, "calendar", profile.get(f"calendar.{at}") or _CALENDARS[0]))
    if column.target == Target.SEX:
        coded = {key: code for key, code in profile.items() if key.startswith("sex.")}
        asked += [Question(key, _SEXES, "sheet_sex", code, key.removeprefix("sex.")) for key, code in coded.items()]
    return tuple(asked)
