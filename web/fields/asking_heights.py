"""What is asked about a height: 5.7 is five feet and seven inches to many, and no height in metres."""

import re

from i18n.formats import isolate_ltr
from search.fields import FieldRow
from search.values.folding import plain_digits
from search.values.heights import read_height
from web.fields.soft_question import SoftOption, SoftQuestion
from web.fields.typed import Typed, text
from web.fields.widget import Setting
from web.locale import pgettext

_FEET_AND_INCHES = re.compile(r"([4-6])\s*[.,\-/ ]\s*(\d|1[01])")


def height(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Whether two small numbers are feet and inches."""
    written = text(typed)
    found = _FEET_AND_INCHES.fullmatch(plain_digits(written))
    if found is None or read_height(written) is not None:
        return None
    said = f"{found[1]}'{found[2]}"
    read = read_height(said)
    if read is None:
        return None
    shown = pgettext("height", "%(feet)s (%(centimetres)s cm)", feet=isolate_ltr(f'{said}"'), centimetres=read.low_cm)
    return SoftQuestion(code="which_height", written=written, options=(SoftOption("feet", shown, {"": [said]}),))
