"""Numbers, distances, durations, lists and moments as the reader writes them, and text kept apart for its direction.

Digits are those of the table of languages: 0–9 in every one that is offered now. Readers of Arabic, Persian or Bengali
meet both kinds; telephone numbers, references and papers on the route carry these, and so do the sentences round them.
"""

import datetime
import re
from collections.abc import Sequence

from babel.numbers import format_decimal

from i18n.digits import in_digits
from i18n.locales import locale
from i18n.partial_dates import full_date
from i18n.translate import pgettext
from i18n.written_forms import amount, clock, joined, length_of_time

_FIRST_STRONG_ISOLATE = "\u2068"
_LEFT_TO_RIGHT_ISOLATE = "\u2066"
_POP_ISOLATE = "\u2069"
# Marks that would open or close an embedding of their own inside an isolate.
_EMBEDDINGS = re.compile("[\u202a-\u202e\u2066-\u2069]")

_COMMAS = {"Arab": "، ", "Ethi": "፣ "}
# What stands between a label and its value: the sign of Ethiopic, and in French a space before it that does not break.
_COLONS = {"am": "፦", "ti": "፦", "fr": "\u00a0:"}
# Babel writes a hyphen in most languages, which a voice does not say and which looks like a range.
_MINUS = "\N{MINUS SIGN}"

# Places are known to a hundred metres at best.
_SHORTEST_KM = 0.1
_KM_WITH_A_DECIMAL_UNDER = 10


def number(tag: str, value: float, places: int | None = None) -> str:
    """A number with its separators; `places` fixes the decimals, otherwise at most three are shown."""
    pattern = None if places is None else "#,##0" + ("." + "0" * places if places else "")
    return in_digits(tag, format_decimal(value, format=pattern, locale=locale(tag).cldr)).replace("-", _MINUS)


def colon(tag: str) -> str:
    """The mark between a label and what it labels, without the space after it."""
    return _COLONS.get(tag, ":")


def distance(tag: str, kilometres: float) -> str:
    """A distance no finer than it is known: "300 metres", "4.5 kilometres", "120 kilometres"."""
    if kilometres < _SHORTEST_KM:
        return pgettext(tag, "distance", "less than %(distance)s", distance=distance(tag, _SHORTEST_KM))
    if round(kilometres, 1) < 1:
        return amount(tag, round(kilometres, 1) * 1000, "meter")
    shown = round(kilometres, 1) if kilometres < _KM_WITH_A_DECIMAL_UNDER else round(kilometres)
    return amount(tag, shown, "kilometer")


def duration(tag: str, length: datetime.timedelta) -> str:
    """A span of time in its one fitting unit, "3 days"."""
    return length_of_time(tag, length)


def listing(tag: str, items: Sequence[str]) -> str:
    """Items joined as a sentence joins them: "a, b and c". Isolate names before they come here."""
    return joined(tag, items)


def enumeration(tag: str, items: Sequence[str]) -> str:
    """Items one behind the other with the comma of the script, as they are typed into a line: "a, b, c"."""
    return _COMMAS.get(locale(tag).script, ", ").join(items)


def moment(tag: str, when: datetime.datetime) -> str:
    """Day and time of day, in the zone that `when` carries."""
    return pgettext(tag, "date", "%(date)s, %(time)s", date=full_date(tag, when.date()), time=clock(tag, when))


def isolate(text: str) -> str:
    """Text of unknown direction kept apart from the sentence round it (Unicode UAX 9, first strong isolate).

    Marks inside that would reach out of the isolate are dropped. Pages use `<bdi>`; this is for plain text.
    """
    return f"{_FIRST_STRONG_ISOLATE}{_EMBEDDINGS.sub('', text)}{_POP_ISOLATE}"


def isolate_ltr(text: str) -> str:
    """Text that always runs left to right, kept apart: telephone numbers, references, addresses of pages."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{_EMBEDDINGS.sub('', text)}{_POP_ISOLATE}"
