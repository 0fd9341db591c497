"""The calendar that the cells of a column tell in words: a month of it, or its sign, beside figures that name none."""

import re
from collections import Counter

from matching.record import Calendar
from search.values import lexicon
from search.values.dates.calendar_days import month_names, shared_month_names
from search.values.folding import fold, plain_digits

# One cell of many may be somebody's own way of writing.
_LEAST_SHARE = 0.1
_OUR_YEAR, _BUDDHIST_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)"), re.compile(r"(?<!\d)2[456]\d\d(?!\d)")
_BUDDHIST_SIGN = re.compile(r"(?<!\w)B\.?\s?E\.?(?!\w)|[\u0e01-\u0e4e]")
_SIGNED = (Calendar.ETHIOPIAN, Calendar.SOLAR_HIJRI, Calendar.HIJRI)


def calendar_told(values: list[str]) -> str:
    """The one calendar that is not Gregorian of which months or signs stand in the cells; "" for none or several."""
    told = Counter(calendar for value in values for calendar in _named_in(value))
    others = {calendar: count for calendar, count in told.items() if calendar is not Calendar.GREGORIAN}
    if len(others) != 1:
        return ""
    ((calendar, count),) = others.items()
    return calendar.value if count >= max(1, len(values) * _LEAST_SHARE) and count > told[Calendar.GREGORIAN] else ""


def buddhist_told(values: list[str], header: str) -> bool:
    """The years of a column are of the Buddhist era: by four figures, by its sign, by Thai letters; none is of ours."""
    texts = [plain_digits(text) for text in (*values, header)]
    if any(_OUR_YEAR.search(text) for text in texts):
        return False
    return any(_BUDDHIST_YEAR.search(text) or _BUDDHIST_SIGN.search(text) for text in texts)


def _named_in(value: str) -> set[Calendar]:
    if not any(c.isdigit() for c in value):
        return set()
    words = fold(re.sub(r"\d+", " ", plain_digits(value))).split()
    phrases = {" ".join(words[at : at + length]) for at in range(len(words)) for length in (1, 2, 3)}
    months = {month_names()[phrase][0] for phrase in phrases - shared_month_names() if phrase in month_names()}
    return months | {calendar for calendar in _SIGNED if phrases & lexicon.words("date_words", f"calendar_{calendar}")}
