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


def in_gregorian_months(text: str, *, in_latin: bool = False) -> str:
    """The words with such a month by its English name; empty where there is none, or where a calendar is named.

    `in_latin`: also of a month in Latin letters, which is the Ethiopian one wherever that can be.
    """
    words = fold(text).split()
    if names_ethiopian(text):
        return ""
    told = [_months(in_latin=in_latin).get(word, word) for word in words]
    return " ".join(told) if told != words else ""


def names_ethiopian(text: str) -> bool:
    """Whether words say by which calendar they count: the Ethiopian one."""
    padded = f" {fold(text)} "
    return any(f" {word} " in padded for word in lexicon.words("date_words", "calendar_ethiopian"))


@lru_cache(maxsize=2)
def _months(*, in_latin: bool) -> Mapping[str, str]:
    return {
        fold(word): _ENGLISH[(int(code) - 1 + _FIRST) % _MONTHS]
        for code, calendar, words in lexicon.rows("date_words")
        if calendar == "ethiopian" and int(code) <= _MONTHS
        for word in words
        if in_latin or _ETHIOPIC.match(word)
    }
