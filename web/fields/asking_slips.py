"""What is asked where a letter was typed for a digit: 2o24 is 2024 to everybody but a program."""

from i18n.formats import isolate_ltr
from search.fields import FieldRow
from search.values.letter_digits import digits_meant
from web.fields.soft_question import SoftOption, SoftQuestion
from web.fields.typed import Typed, text
from web.fields.widget import Setting

_PARTS = ("", "day", "month", "year", "written")


def digits(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Whether digits were meant."""
    for part in _PARTS:
        written = text(typed, part)
        meant = digits_meant(written) if written else ""
        if meant:
            option = SoftOption("digits", isolate_ltr(meant), {**typed, part: [meant]})
            return SoftQuestion(code="which_digits", written=written, options=(option,))
    return None
