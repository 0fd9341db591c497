"""Choices: one of several codes, or yes and no; nothing is chosen beforehand, and not to know is a choice too."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from search.fields import FieldRow
from search.fields.document_types import type_at, without_none
from search.fields.table import AskedOf
from search.vocabulary.code_sets import CODE_SETS, CodeSet
from web.fields import worded_choices
from web.fields.plain_words import limited
from web.fields.soft_question import SoftQuestion
from web.fields.typed import DO_NOT_KNOW, Typed, one, text
from web.fields.widget import Control, Option, Reading, Setting
from web.fields.worded_choices import WRITTEN, ask, is_worded, read_in, words_line
from web.forms import SHORT_TEXT
from web.labels import words as label

YES, NO = "yes", "no"
# Whether somebody is under eighteen is settled face to face, in words of its own.
_MINOR = "whereabouts.minor"


class Choice:
    """One of several codes, as large labels.

    A code that a record holds and this page does not offer is shown, so that looking at a page changes nothing.
    """

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        offered, chosen = CODE_SETS[row.codes], text(typed)
        listed = offered_codes(row)
        codes = [*listed, *([chosen] if chosen not in ("", DO_NOT_KNOW, *listed) else [])]
        options = [Option(code, code_words(offered, code), code == chosen, f"{offered.prefix}{code}") for code in codes]
        radios = Control(kind="radios", options=(*options, *_unknown(row, chosen)), table=offered.table)
        # An office has the line only where words stand in it, so that looking at its page takes none away.
        return [radios, words_line(typed)] if is_worded(row) and text(typed, WRITTEN) else [radios]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        return {**one(str(value or "")), **(one(words, WRITTEN) if is_worded(row) else {})}

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        chosen = text(typed)
        known = chosen in offered_codes(row) or (chosen and chosen == str(old or ""))
        told = limited(text(typed, WRITTEN), SHORT_TEXT) if is_worded(row) else Reading("")
        code = chosen if known else read_in(row, typed, offered_codes(row))
        return Reading(_of_type(row, code), told.value or told.words, told.problem, WRITTEN if told.problem else "")


class YesNo:
    """Yes or no; silence is neither."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        chosen = text(typed)
        codes = (NO, YES) if row.path == _MINOR else (YES, NO)
        options = [Option(code, yes_no_words(row, code), code == chosen) for code in codes]
        return [Control(kind="radios", options=(*options, *_unknown(row, chosen)))]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        return one({True: YES, False: NO}.get(value, ""))

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        return Reading({YES: True, NO: False}.get(text(typed)))


def yes_no_words(row: FieldRow, code: str) -> str:
    """Yes, no or not to know, in the words of the field."""
    if row.path == _MINOR:
        return label(code, "age_group")
    return label("do_not_know", "no_answer") if code == DO_NOT_KNOW else label(code, "yes_no")


def offered_codes(row: FieldRow) -> tuple[str, ...]:
    """The codes of a choice: those for families where they are asked, else those for organisations."""
    offered = CODE_SETS[row.codes]
    return offered.family if AskedOf.SOUGHT in row.asked_of else offered.partner


def which_code(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """What was understood of the words beside a choice, where it is not what was chosen."""
    return ask(row, typed, offered_codes(row), lambda code: code_words(CODE_SETS[row.codes], code))


def read_anew(row: FieldRow, typed: Typed, before: Typed) -> Typed:
    """A field as it was sent, without a code that was read from words which were changed since."""
    return worded_choices.read_anew(row, typed, before, offered_codes(row)) if is_worded(row) else typed


def code_words(offered: CodeSet, code: str) -> str:
    """A code of a set in the reader's language."""
    return label(f"{offered.prefix}{code}", offered.table)


def _unknown(row: FieldRow, chosen: str) -> list[Option]:
    if "unknown" not in row.answers:
        return []
    return [Option(DO_NOT_KNOW, yes_no_words(row, DO_NOT_KNOW), chosen == DO_NOT_KNOW)]


def _of_type(row: FieldRow, code: str) -> Any:
    """The code as the field's type takes it: an enumeration's member, or the plain code."""
    kind = without_none(type_at(row.path))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(code) if code else None
    return code
