"""Feasts with a year as intervals of days: `before Eid 2023`, `Navidad de 2022`, عيد الأضحى 1444.

Which day a feast is held differs by a day or two from country to country, and people mean the days round it: what is
read is never one day. A feast without a year is none of these; it stays in words.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from matching.record import Calendar, DatePrecision, PartialDate
from search.values import lexicon
from search.values.dates.calendar_days import days
from search.values.dates.date_parts import DateStyle, build
from search.values.dates.easter import easter_east, easter_west
from search.values.folding import fold

_TOKEN = re.compile(r"\d+|[^\s\d]+")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_MOST_TOKENS, _LONGEST_NAME = 10, 5
_BEFORE_AND_AFTER, _ABOUT = datetime.timedelta(days=30), datetime.timedelta(days=10)
_A_DAY = datetime.timedelta(days=1)
# The moon is seen on different evenings.
_SEEN_LATER = datetime.timedelta(days=1)
# What Arabic and Amharic write together with the word behind it.
_PREFIXES = ("بال", "لل", "ال", "ب", "ل", "و", "ከ", "በ", "ለ", "ን")
_LEAST_LEFT = 2
_ETHIOPIC, _ETHIOPIAN_SIGN = re.compile("[\u1200-\u137f]"), "ዓ.ም"
_EASTERS = {"easter_west": easter_west, "easter_east": easter_east}
_RAMADAN = "hijri:9:1:30"
_Days = tuple[datetime.date, datetime.date]


def read_feast(plain: str, style: DateStyle) -> PartialDate | None:
    """The days of a feast and its year; None where another number or another word stands beside them."""
    if len(_YEAR.findall(plain)) != 1 or sum(map(str.isdecimal, plain)) != 4:
        return None
    tokens = _TOKEN.findall(fold(plain.replace("'", " ").replace("-", " ")))
    words = [token for token in tokens if not token.isdecimal()]
    if not words or len(words) > _MOST_TOKENS:
        return None
    rules, others = _feast_among(words)
    signs, beside = _signed(others)
    codes = {_code(word) for word in beside}
    if not rules or "" in codes:
        return None
    own = replace(style, calendar=Calendar(signs[-1])) if signs else style
    if not signs and any(map(_ETHIOPIC.match, words)) and (theirs := _of_ethiopian_year(plain, style)) is not None:
        return theirs
    year = build(int(next(token for token in tokens if token.isdecimal())), None, None, own)
    if year is None or _is_whole_month(rules, codes, year):
        return None
    found = sorted(_occurrences(rules, (year.earliest, year.latest)))
    return _placed(found, codes, year.calendar) if found else None


def _of_ethiopian_year(plain: str, style: DateStyle) -> PartialDate | None:
    """A feast in the letters of Ethiopia, in its own year; none of one that is still to come, which is one of ours."""
    if style.calendar is not Calendar.GREGORIAN:
        return None
    found = read_feast(f"{plain} {_ETHIOPIAN_SIGN}", style)
    return found if found is not None and found.earliest <= style.today else None


def names_feast(text: str) -> bool:
    """Whether words name a feast, with or without a year."""
    words = [token for token in _TOKEN.findall(fold(text.replace("-", " "))) if not token.isdecimal()]
    return bool(_feast_among(words)[0])


def _placed(found: list[_Days], codes: set[str], calendar: Calendar) -> PartialDate:
    """The days before, after or about the feast, or those of it; of two feasts of one name, all from first to last."""
    first, last = found[0][0], max(end for _, end in found)
    if "before" in codes:
        first, last = first - _BEFORE_AND_AFTER, found[-1][0] - _A_DAY
    elif "after" in codes:
        first, last = found[0][1] + _A_DAY, last + _BEFORE_AND_AFTER
    elif "about" in codes:
        first, last = first - _ABOUT, last + _ABOUT
    return PartialDate(first, last, DatePrecision.RANGE, calendar)


def _feast_among(words: list[str]) -> tuple[str, list[str]]:
    """The rules of the longest name of a feast among some words, and the words beside it."""
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            name = " ".join(words[at : at + length])
            if rules := next((_feasts()[one] for one in _bare(name) if one in _feasts()), ""):
                return rules, [*words[:at], *words[at + length :]]
    return "", words


def _bare(name: str) -> Iterator[str]:
    """A name as it stands, and without what is written together with it."""
    yield name
    for prefix in _PREFIXES:
        if name.startswith(prefix) and len(name) >= len(prefix) + _LEAST_LEFT:
            yield name.removeprefix(prefix)


def _occurrences(rules: str, within: _Days) -> Iterator[_Days]:
    """The days of a feast that begin within some days."""
    for rule in rules.split():
        for first, last in _by_rule(rule, within):
            if within[0] <= first <= within[1] or within[0] <= last <= within[1]:
                yield first, last


def _by_rule(rule: str, within: _Days) -> Iterator[_Days]:
    kind, *numbers = rule.split(":")
    near = range(within[0].year - 1, within[1].year + 2)
    if kind in _EASTERS:
        offset, length = map(int, numbers)
        for year in near:
            first = _EASTERS[kind](year) + datetime.timedelta(days=offset)
            yield first, first + datetime.timedelta(days=length - 1)
        return
    month, day, length = map(int, numbers)
    calendar = Calendar(kind)
    around = _SEEN_LATER if calendar is Calendar.HIJRI else datetime.timedelta()
    for own in _years(calendar, near):
        if span := days(own, month, day, calendar):
            yield span[0] - around, span[0] + datetime.timedelta(days=length - 1) + around


def _years(calendar: Calendar, near: range) -> range:
    """The years of a calendar that lie in some Gregorian ones."""
    if calendar is Calendar.HIJRI:
        return range((near.start - 623) * 33 // 32, (near.stop - 620) * 33 // 32 + 1)
    behind = {Calendar.SOLAR_HIJRI: 622, Calendar.ETHIOPIAN: 8}.get(calendar, 0)
    return range(near.start - behind, near.stop - behind + 1)


def _is_whole_month(rules: str, codes: set[str], year: PartialDate) -> bool:
    """Whether a fast is the month of its own calendar, which is read as a month."""
    return rules == _RAMADAN and year.calendar is Calendar.HIJRI and codes <= {"beside"}


def _signed(words: list[str]) -> tuple[list[str], list[str]]:
    """The calendars that are named among some words, one or two of them a name, and the other words."""
    signs: list[str] = []
    others: list[str] = []
    at = 0
    while at < len(words):
        length = next((size for size in (2, 1) if " ".join(words[at : at + size]) in _signs()), 0)
        if length:
            signs.append(_signs()[" ".join(words[at : at + length])])
        else:
            others.append(words[at])
        at += length or 1
    return signs, others


def _code(word: str) -> str:
    return next((_beside()[one] for one in _bare(word) if one in _beside()), "")


@lru_cache(maxsize=1)
def _feasts() -> dict[str, str]:
    return {fold(word): rules for _, rules, words in lexicon.rows("feasts") for word in words}


@lru_cache(maxsize=1)
def _beside() -> dict[str, str]:
    return {fold(word): code for code, _, words in reversed(lexicon.rows("feast_words")) for word in words}


@lru_cache(maxsize=1)
def _signs() -> dict[str, str]:
    return {
        fold(word): code.removeprefix("calendar_")
        for code, _, words in lexicon.rows("date_words")
        if code.startswith("calendar_")
        for word in words
        if fold(word)
    }
