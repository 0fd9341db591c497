"""How long ago something was, in words: `three weeks ago`, *hace dos meses*, قبل أسبوعين, *yesterday*.

Only for a question that is asked on the same day: what is read is counted from today.
"""

import datetime
import re
from functools import lru_cache

from matching.record import Calendar, DatePrecision, PartialDate
from search.values import lexicon
from search.values.dates.calendar_days import days
from search.values.folding import fold

_TOKEN = re.compile(r"\d+|[^\s\d]+")
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_MOST_TOKENS, _MOST_COUNTED = 8, 40
_MONTH, _YEAR = 30, 365


def read_days_ago(text: str, today: datetime.date) -> PartialDate | None:
    """The days that a text counts back from today; None for anything else."""
    folded = fold(text)
    if (back := _single().get(folded)) is not None:
        day = today - datetime.timedelta(days=back)
        return PartialDate(day, day, written=text)
    tokens = _TOKEN.findall(folded)
    if not 1 < len(tokens) <= _MOST_TOKENS or not _is_past(tokens):
        return None
    units = [_units()[token] for token in tokens if token in _units()]
    counts = [count for token in tokens if (count := _count(token))]
    others = [token for token in tokens if token not in _units() and not _count(token) and token not in _beside()]
    if len(units) != 1 or len(counts) > 1 or others:
        return None
    return _back(units[0] * (counts[0] if counts else 1), units[0], today, text)


def _back(back: int, unit: int, today: datetime.date, text: str) -> PartialDate:
    """As fine as one counts: about a day for weeks, a month for months, a year for years."""
    day = today - datetime.timedelta(days=back)
    if unit < _MONTH:
        return PartialDate(day, day, DatePrecision.ABOUT, written=text)
    whole = days(day.year, day.month if unit < _YEAR else None, None, Calendar.GREGORIAN)
    return PartialDate(*(whole or (day, day)), DatePrecision.ABOUT, written=text)


def _count(token: str) -> int:
    if token.isdecimal():
        return int(token) if 0 < int(token[:4]) <= _MOST_COUNTED and len(token) < 4 else 0
    return _NUMBERS.get(_numbers().get(token, ""), 0)


def _is_past(tokens: list[str]) -> bool:
    """Whether a word, or two or three together, say that it is past."""
    phrases = (" ".join(tokens[at : at + size]) for size in (1, 2, 3) for at in range(len(tokens) - size + 1))
    return any(one in _of("past") for one in phrases)


@lru_cache(maxsize=8)
def _of(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for _, of, words in lexicon.rows("days_ago") if of == kind for word in words)


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    whole = _of("past") | _of("beside")
    return whole | frozenset(part for one in whole for part in one.split())


@lru_cache(maxsize=1)
def _units() -> dict[str, int]:
    return {fold(word): int(code) for code, of, words in lexicon.rows("days_ago") if of == "unit" for word in words}


@lru_cache(maxsize=1)
def _numbers() -> dict[str, str]:
    return {fold(word): code for code, of, words in lexicon.rows("days_ago") if of == "number" for word in words}


@lru_cache(maxsize=1)
def _single() -> dict[str, int]:
    return {fold(word): int(code) for code, of, words in lexicon.rows("days_ago") if of == "today" for word in words}
