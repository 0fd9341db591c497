"""Months by the names of the Ge'ez year, by which Eritrea also calls those of the Gregorian one.

12 መጋቢት 2015 is a day of March 2015 to an Eritrean, of March 2023 to an Ethiopian: told for questions, and read as the
Gregorian day only where the other one is still to come.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from search.values import lexicon
from search.values.folding import fold

_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# The Ge'ez year begins with the month that is called like September; its thirteenth has no other.
_FIRST, _MONTHS = 8, 12
_ETHIOPIC = re.compile("[\u1200-\u137f]")


def in_gregorian_months(text: str) -> str:
    """The words with such a month by its English name; empty where there is none, or where a calendar is named."""
    words = fold(text).split()
    if any(f" {word} " in f" {' '.join(words)} " for word in lexicon.words("date_words", "calendar_ethiopian")):
        return ""
    told = [_months().get(word, word) for word in words]
    return " ".join(told) if told != words else ""


@lru_cache(maxsize=1)
def _months() -> Mapping[str, str]:
    return {
        fold(word): _ENGLISH[(int(code) - 1 + _FIRST) % _MONTHS]
        for code, calendar, words in lexicon.rows("date_words")
        if calendar == "ethiopian" and int(code) <= _MONTHS
        for word in words
        if _ETHIOPIC.match(word)
    }
