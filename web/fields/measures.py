"""Ages, heights and numbers of people: read as they are written, and kept in words where they cannot be read."""

from collections.abc import Callable, Sequence
from typing import Any

from i18n.translate import gettext_noop as _
from search.fields import FieldRow
from search.values.ages import read_age
from search.values.folding import plain_digits
from search.values.heights import read_height
from search.values.weights import read_weight
from web.fields.typed import Typed, one, text
from web.fields.widget import Control, Reading, Setting

AGE = _("Please write an age in years, for example 30, or 30-35. You can also leave your words as they are.")
HEIGHT = _("Please write a height, for example 170, or 5 ft 7 in. You can also leave your words as they are.")
WEIGHT = _("Please write a weight, for example 60 kg, 55-65, or 130 lb. You can also leave your words as they are.")
NUMBER = _("Please write a number, for example 40. You can also leave your words as they are.")
MOST_ABOARD = 5000


class Measure:
    """A number or a range with what was written beside it."""

    def __init__(self, reader: Callable[[str], Any], bounds: Callable[[Any], tuple[int, int]], problem: str) -> None:
        self._reader, self._bounds, self._problem = reader, bounds, problem

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=(text(typed),), width="medium")]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        if value is None:
            return one(words)
        low, high = self._bounds(value)
        return one(value.written or (str(low) if low == high else f"{low}-{high}"))

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        written = text(typed)
        value = self._reader(written) if written else None
        if written and value is None:
            return Reading(None, written, self._problem)
        # The reader keeps two hundred letters of what was written.
        return Reading(value, written if value is not None and value.written != written else "")


class WholeNumber:
    """How many people: a number in the digits of any script."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=(text(typed),), width="medium")]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        return one(words if value is None else str(value))

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        written = text(typed)
        number = whole_number(written, 1, MOST_ABOARD)
        return Reading(number, "", "") if number is not None or not written else Reading(None, written, NUMBER)


def whole_number(written: str, low: int, high: int) -> int | None:
    """A number between two bounds; None for anything else."""
    plain = plain_digits(written)
    if not plain.isdecimal() or len(plain) > len(str(high)) + 2:
        return None
    return int(plain) if low <= int(plain) <= high else None


AGES = Measure(read_age, lambda age: (age.low, age.high), AGE)
HEIGHTS = Measure(read_height, lambda height: (height.low_cm, height.high_cm), HEIGHT)
WEIGHTS = Measure(read_weight, lambda weight: (weight.low_kg, weight.high_kg), WEIGHT)
