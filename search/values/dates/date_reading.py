"""Dates as people write them, in any order, language and calendar, as intervals of days.

`03/04/2021`, `12 de agosto de 2021`, `août 2021`, `about 1985`, `1990s`, `1400/05/21`, `44420` (a spreadsheet's day
number). What cannot be read is None; nothing is invented for a part that was not written.
"""

import datetime
import re
from dataclasses import replace
from functools import lru_cache

from matching.record import Calendar, DatePrecision, PartialDate
from search.values.dates.calendar_days import days
from search.values.dates.date_parts import (
    DAY_FIRST,
    MONTH_FIRST,
    YEAR_FIRST,
    DateStyle,
    build,
    from_one_number,
    from_three,
    number,
)
from search.values.dates.date_words import decade, from_words
from search.values.dates.feasts import read_feast
from search.values.dates.geez_months import in_gregorian_months, names_ethiopian
from search.values.dates.weekdays import without_weekday
from search.values.folding import plain_digits

__all__ = ["DAY_FIRST", "MONTH_FIRST", "YEAR_FIRST", "DateStyle", "read_birth_date", "read_date", "read_event_date"]


_TIME = re.compile(
    r"[T ,]+(?:at |a las |um |alle |à )?\d{1,2}[:h]\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?\s?m\.?|Z|h|hrs|Uhr|UTC)?"
    r"(?:\s?[+-]\d{2}:?\d{2})?\s*$",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"^(\d{1,4}|[x?*_-]{1,4})\s*[./\-\s،,]\s*(\d{1,2}|[x?*_-]{1,2})\s*[./\-\s،,]\s*(\d{1,4}|[x?*_-]{1,4})$",
    re.IGNORECASE,
)
_CJK = re.compile(r"(\d{2,4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일号])?)?")
_RANGE = re.compile(
    r"\s+(?:-|–|—|to|a|al|au|à|bis|tot|y|e|et|and|und|en|до|по|έως|ως|الى|إلى|تا|ile)\s+|\s*[–—]\s*|"
    r"(?<=\d{4})\s*-\s*(?=\d{4}(?!\d))|(?<=\d{2})/(?=\d{4}-\d)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:between|entre|zwischen|tussen|tra|fra|from|de|del|desde|von|van|da|dal|du|с|з|від|μεταξύ|από|بين|من|از|بین)\s+",
    re.IGNORECASE,
)
_EVENING = re.compile(r"T(?:1[6-9]|2[0-3]):00(?::00)?(?:\.0+)?Z$")
# Zero of the spreadsheets, and the first day that they know.
_ZERO_DAYS = frozenset(
    (datetime.date(1899, 12, 30), datetime.date(1899, 12, 31), datetime.date(1900, 1, 1), datetime.date(1904, 1, 1))
)
# Zero of many programs, also as those west of Greenwich show it; as a birth it may be a known year.
_ZERO_OF_EVENTS = _ZERO_DAYS | {datetime.date(1970, 1, 1), datetime.date(1969, 12, 31)}
# Zero days of January 1900, as a spreadsheet shows an empty cell.
_ZERO_WRITTEN = re.compile(r"0{1,2}[./-]0?1[./-]1900|0?1[./-]0{1,2}[./-]1900|1900[./-]0?1[./-]0{1,2}")
_MAX_CHARS = 120
# Cases that Turkish and Kurdish write behind a year or a day with an apostrophe: `2023'te`, `Newroza 2023'yan`.
_CASE_OF_NUMBER = re.compile(r"(?<=\d)['’](?:y?an|y?ê|y?a|[dt][ae]n?|n?[iıuü]n)\b(?=\W|$)", re.IGNORECASE)


@lru_cache(maxsize=65536)
def read_date(text: str, style: DateStyle) -> PartialDate | None:
    """Read one written date; the text itself is kept in `written`. None where it says no date."""
    written = text.strip()
    if not written or len(written) > _MAX_CHARS:
        return None
    plain = without_weekday(_CASE_OF_NUMBER.sub("", plain_digits(written)).strip().rstrip(".;,"))[0]
    if not plain:
        return None
    found = _read(plain, style)
    if found is not None and found.calendar is Calendar.ETHIOPIAN and found.earliest > style.today:
        found = _of_our_calendar(plain, style) or found
    if found is None or found.latest.year < 1850:
        return None
    unsure = plain[0] in "~≈±" or written[-1] == "?"
    precision = DatePrecision.ABOUT if unsure and found.precision is not DatePrecision.DAY else found.precision
    return PartialDate(found.earliest, found.latest, precision, found.calendar, written)


def _of_our_calendar(plain: str, style: DateStyle) -> PartialDate | None:
    """A day that would be to come in the Ethiopian calendar, by ours; None where the words name that one."""
    if names_ethiopian(plain):
        return None
    return _read(in_gregorian_months(plain, in_latin=True) or plain, replace(style, calendar=Calendar.GREGORIAN))


def _read(plain: str, style: DateStyle) -> PartialDate | None:
    return (
        read_feast(plain, style)
        or _read_day_range(plain, style)
        or _read_single(plain, style)
        or _read_range(plain, style)
    )


def read_birth_date(text: str, style: DateStyle) -> PartialDate | None:
    """Read a date of birth: the first of January (or of a calendar's own year) means that only the year is known."""
    found = read_date(text, replace(style, past_only=True))
    if found is None or found.earliest > style.today or _is_zero(found):
        return None
    return birth_as_known(_of_both_days(found))


def read_event_date(text: str, style: DateStyle) -> PartialDate | None:
    """Read the day of a finding or of a report in a sheet: the zero of a program is none."""
    found = read_date(text, style)
    return None if found is None or _is_zero(found, _ZERO_OF_EVENTS) else found


def _is_zero(found: PartialDate, zeros: frozenset[datetime.date] = _ZERO_DAYS) -> bool:
    """The day that a program shows for an empty cell."""
    if _ZERO_WRITTEN.match(plain_digits(found.written)):
        return True
    return found.precision is DatePrecision.DAY and found.earliest in zeros


def _of_both_days(found: PartialDate) -> PartialDate:
    """A program west of Greenwich writes the evening before for the midnight with which a day begins."""
    if found.precision is not DatePrecision.DAY or not _EVENING.search(found.written):
        return found
    return replace(found, latest=found.latest + datetime.timedelta(days=1), precision=DatePrecision.RANGE)


def birth_as_known(found: PartialDate) -> PartialDate:
    """A date of birth that a clerk wrote: the year alone where the day is the first of a year."""
    return (_as_year(found) if found.precision is DatePrecision.DAY else None) or found


def _as_year(found: PartialDate) -> PartialDate | None:
    for calendar in (found.calendar, Calendar.GREGORIAN):
        for year in _years_near(found.earliest, calendar):
            span = days(year, None, None, calendar)
            if span and span[0] == found.earliest:
                return PartialDate(*span, DatePrecision.YEAR, calendar, found.written)
    return None


def _years_near(day: datetime.date, calendar: Calendar) -> range:
    offset = {Calendar.SOLAR_HIJRI: -621, Calendar.ETHIOPIAN: -8}.get(calendar, 0)
    if calendar is Calendar.HIJRI:
        lunar = int((day.year - 622) * 33 / 32)
        return range(lunar - 1, lunar + 3)
    return range(day.year + offset - 1, day.year + offset + 2)


def _read_single(plain: str, style: DateStyle) -> PartialDate | None:
    plain = _TIME.sub("", plain).strip(" -–—") or plain
    if (cjk := _CJK.search(plain)) is not None:
        return build(number(cjk[1]), number(cjk[2]), number(cjk[3]), style)
    if (numeric := _NUMERIC.match(plain)) is not None:
        return from_three(numeric[1], numeric[2], numeric[3], style)
    if re.fullmatch(r"\d+(\.\d+)?", plain):
        return from_one_number(plain, style)
    if (two := re.fullmatch(r"(\d{1,2})\s*[./\-]\s*(\d{4})", plain)) is not None:
        return build(int(two[2]), int(two[1]), None, style)
    if (two := re.fullmatch(r"(\d{4})\s*[./\-]\s*(\d{1,2})", plain)) is not None:
        return build(int(two[1]), int(two[2]), None, style)
    return decade(plain) or from_words(plain, style)


def _read_day_range(plain: str, style: DateStyle) -> PartialDate | None:
    """`3 - 5 May 2021`: two days of one month."""
    found = re.match(
        r"^(\d{1,2})\s*(?:-|–|—|/|al?|to|bis|au|y|e|et|und|and|до|по|έως)\s*(\d{1,2})\.?(?=\s+\D|\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{4}$)",
        plain,
    )
    if (
        found is None
        or (last := _read_single(plain[found.start(2) :], style)) is None
        or last.precision is not DatePrecision.DAY
    ):
        return None
    day = int(found[1])
    if not 1 <= day < last.earliest.day or (
        re.fullmatch(r"[\d\s./-]+", plain) and last.earliest.month == int(found[2])
    ):
        return None
    return PartialDate(last.earliest.replace(day=day), last.latest, DatePrecision.RANGE, last.calendar)


def _read_range(plain: str, style: DateStyle) -> PartialDate | None:
    """Two dates with a word or dash between; the first may leave out what the second says (`3 - 5 May 2021`)."""
    parts = _RANGE.split(_LEAD.sub("", plain))
    if len(parts) != 2:
        return None
    last = _read_single(parts[1].strip(), style)
    first = _read_single(parts[0].strip(), style)
    if last is not None and first is None and (start := re.fullmatch(r"\D{0,6}(\d{1,2})\D{0,4}", parts[0])) is not None:
        day = int(start[1])
        first = PartialDate(last.earliest.replace(day=day), last.earliest) if 1 <= day <= last.earliest.day else None
    if first is None or last is None or first.earliest > last.latest:
        return None
    return PartialDate(first.earliest, last.latest, DatePrecision.RANGE, last.calendar)
