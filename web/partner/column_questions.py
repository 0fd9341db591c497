"""A sheet as the preview page asks about it: questions first, each with its options; then what every column means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from search.filing.sheet_answers import KIND_OF_PLACE
from search.sheet_summaries import ColumnPreview, SheetDoubt, SheetPreview
from search.sheets.column_targets import Target
from search.sheets.outcome_codes import unread_outcomes
from search.values.folding import fold
from web.labels import TABLES

# The radio beside which any other meaning can be chosen, and what is behind the name of that choice.
ELSE, ELSE_KEY = "else", "%s.else"
ORDERS = ("dmy", "mdy", "ymd")
CALENDARS = ("gregorian", "hijri", "solar_hijri", "ethiopian")
LIVES = ("living", "dead", "unknown")
SEXES = ("female", "male", "other", "unknown")
_NO_MEANING = frozenset({Target.WORDS.value, Target.IGNORE.value})


@dataclass(frozen=True, slots=True)
class Question:
    """One choice: `key` is that of the profile, `table` that of the words, `subject` a value of the sheet or empty."""

    key: str
    codes: tuple[str, ...]
    table: str
    chosen: str
    subject: str = ""
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column with its choices; the first is its meaning."""

    shown: ColumnPreview
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class AskedDoubt:
    """A question about the whole sheet or some rows, with what was answered ("" where nobody did)."""

    doubt: SheetDoubt
    question: Question


def columns_of(preview: SheetPreview) -> tuple[Column, ...]:
    """The columns without an open question, in the sheet's order."""
    return tuple(Column(one, _choices(one, preview)) for one in preview.columns if not one.must_answer)


def asked_columns(preview: SheetPreview) -> tuple[Column, ...]:
    """The columns that nothing of the sheet is sent without: each with its one question, nothing chosen."""
    return tuple(Column(one, _questions(one, preview)) for one in preview.columns if one.must_answer)


def asked_doubts(preview: SheetPreview, given: Mapping[str, str]) -> tuple[AskedDoubt, ...]:
    """The questions about the sheet: those first that it waits for."""
    asked = [AskedDoubt(one, _of_doubt(one, given)) for one in preview.doubts if one.options]
    return tuple(sorted(asked, key=lambda one: not one.doubt.must_answer))


def choices_shown(preview: SheetPreview, given: Mapping[str, str]) -> dict[str, str]:
    """Everything that the page lets the sender choose, as it is chosen now: "" where it is asked and not answered."""
    columns = [question for column in columns_of(preview) for question in column.questions]
    asked = [question for column in asked_columns(preview) for question in column.questions]
    doubts = [one.question for one in asked_doubts(preview, given)]
    kind = {} if any(one.code == KIND_OF_PLACE for one in preview.doubts) else {"kind": preview.kind.value}
    return kind | {question.key: question.chosen for question in (*columns, *asked, *doubts)}


def _choices(column: ColumnPreview, preview: SheetPreview) -> tuple[Question, ...]:
    at, profile = column.index, preview.profile
    asked = [Question(f"column.{at}", preview.targets, "column_target", column.target)]
    if column.date_order:
        asked.append(Question(f"order.{at}", ORDERS, "date_order", column.date_order))
        asked.append(Question(f"calendar.{at}", CALENDARS, "calendar", profile.get(f"calendar.{at}") or CALENDARS[0]))
    if column.target == Target.SEX:
        coded = {key: code for key, code in profile.items() if key.startswith("sex.")}
        asked += [Question(key, SEXES, "sheet_sex", code, key.removeprefix("sex.")) for key, code in coded.items()]
    if column.target == Target.OUTCOME:
        asked += [
            Question(key, LIVES, "sheet_life", code, key.removeprefix("outcome."))
            for key, code in profile.items()
            if key.startswith("outcome.")
        ]
    return tuple(asked)


def _questions(column: ColumnPreview, preview: SheetPreview) -> tuple[Question, ...]:
    """The question of a column; that for a meaning can always be answered otherwise."""
    at = column.index
    if column.doubt == "date_order":
        return (Question(f"order.{at}", ORDERS, "date_order", ""),)
    if column.doubt == "calendar":
        return (Question(f"calendar.{at}", CALENDARS, "calendar", ""),)
    if column.doubt == "outcome_coding":
        return (*_outcomes(column, preview), Question(f"column.{at}", (Target.WORDS.value,), "column_target", ""))
    if column.doubt == "sex_coding":
        return (*_sexes(column, preview), Question(f"column.{at}", (Target.WORDS.value,), "column_target", ""))
    meanings = dict.fromkeys(one for one in (column.suggested, column.target) if one and one not in _NO_MEANING)
    return (Question(f"column.{at}", (*meanings, Target.WORDS.value), "column_target", "", otherwise=True),)


def _sexes(column: ColumnPreview, preview: SheetPreview) -> Iterator[Question]:
    """Each value of the column, first those that are read as something, which has to be confirmed."""
    coded = [key.removeprefix("sex.") for key in preview.profile if key.startswith("sex.")]
    for value in dict.fromkeys((*coded, *map(fold, column.examples))):
        if value:
            yield Question(f"sex.{value}", SEXES, "sheet_sex", "", value)


def _outcomes(column: ColumnPreview, preview: SheetPreview) -> Iterator[Question]:
    """Each value of the column that nobody answered for and no word tells, to be answered."""
    for value in unread_outcomes(column.examples, {}):
        yield Question(f"outcome.{value}", LIVES, "sheet_life", preview.profile.get(f"outcome.{value}", ""), value)


def _of_doubt(doubt: SheetDoubt, given: Mapping[str, str]) -> Question:
    return Question(doubt.key, doubt.options, _table_of(doubt.code), given.get(doubt.key, ""))


def _table_of(code: str) -> str:
    """Where the words for its options are."""
    if code == KIND_OF_PLACE:
        return "report_kind"
    own = f"sheet_option.{code}"
    return own if own in TABLES else "sheet_option"
