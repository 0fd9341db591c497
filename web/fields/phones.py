"""A telephone number: kept as one that can be compared, or in words."""

from collections.abc import Sequence
from typing import Any

from i18n.translate import gettext_noop as _
from search.fields import FieldRow
from search.values.phone_numbers import phone_number, read_phones
from web.fields.typed import Typed, one, text
from web.fields.widget import Control, Reading, Setting

NO_DIGITS = _(
    "Please write the number in digits, best with + and the country code. You can also leave your words as they are."
)


class PhoneNumber:
    """One number, which runs left to right on every page."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=(text(typed),), left_to_right=True, keyboard="tel")]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        return one(value or words)

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        written = text(typed)
        number = phone_number(written, setting.regions)
        if not number:
            # Of several numbers in a line the first is compared, and all stay in words.
            first = next((phone.number for phone in read_phones(written, setting.regions)), "")
            return Reading(first, written, NO_DIGITS if written and not first else "")
        return Reading(number, written if any(letter.isalpha() for letter in written) else "")
