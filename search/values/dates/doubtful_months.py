"""Months in words that can be two, or are of a calendar that is none of ours: told for questions, never read."""

import re
from collections.abc import Mapping
from functools import lru_cache

from matching.record import Calendar
from search.values import lexicon
from search.values.dates.calendar_days import month_names
from search.values.folding import fold, plain_digits

_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_HIJRI_YEARS = range(1250, 1500)
# By how many years the count of Bengal is behind ours, and that of Nepal before it, for the months until December.
# Years of Nepal that may be years of ours are left alone.
_BENGALI, _NEPALI = (range(1330, 1500), 593), (range(2030, 2110), -57)
_FIRST_MONTH, _MONTHS = 4, 12
_OR = re.compile(r"\s+(?:or|o|ou|oder|ya|veya|yoki|или|або|أو|او|یا|ወይም|ወይ)\s+", re.IGNORECASE)


def both_months(text: str) -> tuple[str, ...]:
    """The words with each of the two months in full that a name in them stands for; empty where it says which."""
    folded = f" {fold(text)} "
    for name, (calendar, first, second) in _halves().items():
        if f" {name} " not in folded or _is_full(folded, name):
            continue
        year = _YEAR.search(plain_digits(text))
        if calendar is not Calendar.HIJRI or (year is not None and int(year[1]) in _HIJRI_YEARS):
            return tuple(folded.replace(f" {name} ", f" {full} ").strip() for full in (first, second))
    return ()


def one_or_the_other(text: str) -> tuple[str, ...]:
    """The words with one month and with the other, where two stand beside each other: March or May 2021."""
    parts = _OR.split(text)
    if len(parts) != 2 or not all(_names_month(part) for part in parts):
        return ()
    year = _YEAR.search(plain_digits(text))
    return tuple(part if year is None or year[1] in plain_digits(part) else f"{part} {year[1]}" for part in parts)


def of_another_era(text: str) -> tuple[int, int] | None:
    """Year and month of ours in which a month of Bengal or Nepal begins that is told with its own year."""
    year = _YEAR.search(plain_digits(text))
    month = next((number for number, words in _era_months() if words & set(fold(text).split())), 0)
    if year is None or not month:
        return None
    behind = next((years for span, years in (_BENGALI, _NEPALI) if int(year[1]) in span), None)
    if behind is None:
        return None
    past, ours = divmod(month + _FIRST_MONTH - 2, _MONTHS)
    return int(year[1]) + behind + past, ours + 1


def is_doubtful(text: str) -> bool:
    """Whether words name a month that nobody can say without asking."""
    return bool(one_or_the_other(text) or of_another_era(text))


def _names_month(text: str) -> bool:
    return any(word in month_names() for word in fold(text).split())


def _is_full(folded: str, name: str) -> bool:
    """Whether the name stands as a part of one of the two in full."""
    _, first, second = _halves()[name]
    return any(f" {fold(full)} " in folded for full in (first, second))


@lru_cache(maxsize=1)
def _halves() -> Mapping[str, tuple[Calendar, str, str]]:
    rows = lexicon.rows("half_months")
    return {fold(name): (Calendar(code), first, second) for code, _, (name, first, second) in rows}


@lru_cache(maxsize=1)
def _era_months() -> tuple[tuple[int, frozenset[str]], ...]:
    return tuple((int(code), frozenset(map(fold, words))) for code, _, words in lexicon.rows("era_months"))
