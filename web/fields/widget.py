"""What every widget can do."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from matching.record import Calendar, PartialDate
from search.fields import FieldRow
from web.fields.typed import Typed


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading depends on besides what was typed: the day, and whose way of writing numbers is tried.

    `birth` and `last_contact` are what the case says of them, for questions about days that do not fit. `calendar` is
    the one in which this case's dates were told so far.
    `by_office`: an office wrote it. Offices put country and coordinates into the line of a place, and the first of
    January where they know the year alone.
    """

    today: datetime.date
    regions: tuple[str, ...] = ()
    by_office: bool = False
    birth: PartialDate | None = None
    last_contact: PartialDate | None = None
    calendar: Calendar = Calendar.GREGORIAN


@dataclass(frozen=True, slots=True)
class Option:
    """One choice, in the reader's words."""

    value: str
    label: str
    chosen: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One control of a field as a page draws it, in the reader's words.

    `kind` is line, text, radios, ticks, select, calendar, hidden or tick; `values` what stands in it, several where it
    is repeated.
    `listed` is the list of suggestions, `table` the table of words of its options.
    """

    kind: str
    part: str = ""
    label: str = ""
    values: tuple[str, ...] = ("",)
    options: tuple[Option, ...] = ()
    left_to_right: bool = False
    width: str = ""
    keyboard: str = ""
    listed: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of what was typed.

    `words` is what no type could take, and stays; `problem` are source words that ask to look again at `part`.
    """

    value: Any
    words: str = ""
    problem: str = ""
    part: str = ""


class FieldWidget(Protocol):
    """How one kind of field is asked and read."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        """The controls of the field with what was typed."""

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        """What the controls show of a value, and of words that were noted beside it."""

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        """The value behind what was typed; `old` is the value that stood there, for what controls cannot express."""
