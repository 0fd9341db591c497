"""Dates as people write them, in any order, language and calendar, as intervals of days.

`03/04/2021`, `12 de agosto de 2021`, `août 2021`, `about 1985`, `1990s`, `1400/05/21`, `44420` (a spreadsheet's day
number). What cannot be read is None; nothing is invented for a part that was not written.
"""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from matching.record import Calendar, DatePrecision, PartialDate
from search.exchange import lexicon
from search.exchange.calendars import days, month_names
from search.exchange.folding import fold, plain_digits

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "dmy", "mdy", "ymd"
_EXCEL_EPOCH = datetime.date(1899, 12, 30)
_TIME = re.compile(
    r"[T ,]+(?:at |a las |um |alle |à )?\d{1,2}[:h]\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?\s?m\.?|Z|h|hrs|Uhr|UTC)?(?:\s?[+-]\d{2}:?\d{2})?\s*$",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"^(\d{1,4}|[x?*_-]{1,4})\s*[./\-\s،,]\s*(\d{1,2}|[x?*_-]{1,2})\s*[./\-\s،,]\s*(\d{1,4}|[x?*_-]{1,4})$",
    re.IGNORECASE,
)
_CJK = re.compile(r"(\d{2,4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일号])?)?")
_DECADE = re.compile(r"^(?:the )?'?(\d{2}|\d{4})\s?(?:s|'s|er|er jahre|er jaren|е|х|ers|lar|ler|li yillar|lu yillar)$")
_DECADE_WORDS = re.compile(
    r"^(?:los anos|anos|anos|decada de los|les annees|gli anni|de jaren|decada de|annees|anni|jaren|δεκαετια|дeкада|سنوات|دهه) (\d{2}|\d{4})$"
)
_RANGE = re.compile(
    r"\s+(?:-|–|—|to|a|al|au|à|bis|tot|y|e|et|and|und|en|до|по|έως|ως|الى|إلى|تا|ile)\s+|\s*[–—]\s*|(?<=\d{4})\s*-\s*(?=\d{4}(?!\d))|(?<=\d{2})/(?=\d{4}-\d)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:between|entre|zwischen|tussen|tra|fra|from|de|del|desde|von|van|da|dal|du|с|з|від|μεταξύ|από|بين|من|از|بین)\s+",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(r"^[^\W\d]+\.?\s*[-/'’]\s*\d{2}$")
_SEASONS = {"season_spring": (3, 5), "season_summer": (6, 8), "season_autumn": (9, 11), "season_winter": (12, 14)}
_MAX_CHARS = 120


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a column or a form writes dates. `today` says which century two digits mean and what lies in the future.

    `past_only`: a date of birth, where `31` is 1931.
    """

    today: datetime.date
    order: str = DAY_FIRST
    calendar: Calendar = Calendar.GREGORIAN
    past_only: bool = False


@lru_cache(maxsize=65536)
def read_date(text: str, style: DateStyle) -> PartialDate | None:
    """Read one written date; the text itself is kept in `written`. None where it says no date."""
    written = text.strip()
    if not written or len(written) > _MAX_CHARS:
        return None
    plain = plain_digits(written).strip().rstrip(".;,")
    if not plain:
        return None
    found = _read_day_range(plain, style) or _read_single(plain, style) or _read_range(plain, style)
    if found is None or found.latest.year < 1850:
        return None
    unsure = plain[0] in "~≈±" or written[-1] == "?"
    precision = DatePrecision.ABOUT if unsure and found.precision is not DatePrecision.DAY else found.precision
    return PartialDate(found.earliest, found.latest, precision, found.calendar, written)


def read_birth_date(text: str, style: DateStyle) -> PartialDate | None:
    """Read a date of birth: the first of January (or of a calendar's own year) means that only the year is known."""
    found = read_date(text, DateStyle(style.today, style.order, style.calendar, past_only=True))
    if found is None or found.precision is not DatePrecision.DAY:
        return found
    return _as_year(found) or found


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
    plain = _TIME.sub("", plain).strip() or plain
    if (cjk := _CJK.search(plain)) is not None:
        return _build(_number(cjk[1]), _number(cjk[2]), _number(cjk[3]), style)
    if (numeric := _NUMERIC.match(plain)) is not None:
        return _from_three(numeric[1], numeric[2], numeric[3], style)
    if re.fullmatch(r"\d+(\.\d+)?", plain):
        return _from_one_number(plain, style)
    if (two := re.fullmatch(r"(\d{1,2})\s*[./\-]\s*(\d{4})", plain)) is not None:
        return _build(int(two[2]), int(two[1]), None, style)
    if (two := re.fullmatch(r"(\d{4})\s*[./\-]\s*(\d{1,2})", plain)) is not None:
        return _build(int(two[1]), int(two[2]), None, style)
    return _decade(plain) or _from_words(plain, style)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() and int(text) > 0 else None


def _from_one_number(plain: str, style: DateStyle) -> PartialDate | None:
    """A year, eight digits in a row, or the number of days that spreadsheets count from 1900."""
    whole = plain.split(".", maxsplit=1)[0]
    if len(whole) == 4 and plain.removesuffix(".0") == whole:
        return _build(int(whole), None, None, style)
    if len(whole) == 8:
        year_first = _build(int(whole[:4]), int(whole[4:6]) or None, int(whole[6:]) or None, style)
        return (
            year_first
            if year_first and 1850 < int(whole[:4]) < 2200
            else _from_three(whole[:2], whole[2:4], whole[4:], style)
        )
    if len(whole) == 5 and 10_000 <= int(whole) <= 60_000:
        day = _EXCEL_EPOCH + datetime.timedelta(days=int(whole))
        return PartialDate(day, day)
    return None


def _from_three(first: str, second: str, third: str, style: DateStyle) -> PartialDate | None:
    """Three numbers: the year is the one of four digits; between day and month the column's order decides."""
    a, b, c = _number(first), _number(second), _number(third)
    if len(first) >= 3 or (style.order == YEAR_FIRST and len(third) <= 2):
        year, month, day = a, b, c
    elif style.order == MONTH_FIRST:
        month, day, year = a, b, c
    else:
        day, month, year = a, b, c
    if year is None and c is None and a and len(third) == 4:
        return None
    if year is None or (len(first if year == a and len(first) >= 3 else third) < 3 and year > 99):
        return None
    year = _full_year(year, style)
    return _build(year, month, day, style) or (_build(year, day, month, style) if day and month else None)


def _full_year(year: int, style: DateStyle) -> int:
    if year > 99:
        return year
    if style.calendar is not Calendar.GREGORIAN:
        century = {Calendar.HIJRI: 1400, Calendar.SOLAR_HIJRI: 1300, Calendar.ETHIOPIAN: 2000}[style.calendar]
        return century + year
    limit = style.today.year % 100 + (0 if style.past_only else 5)
    return 2000 + year if year <= limit else 1900 + year


def _build(year: int | None, month: int | None, day: int | None, style: DateStyle) -> PartialDate | None:
    if year is None:
        return None
    year = _full_year(year, style)
    calendar = _calendar_of(year, style)
    year = year - 543 if calendar is Calendar.GREGORIAN and 2400 <= year <= 2650 else year
    span = days(year, month, day if month else None, calendar)
    if span is None and day and 28 < day < 32:
        # The thirtieth of February: somebody's slip, but the month was meant.
        day, span = None, days(year, month, None, calendar)
    if span is None:
        return None
    precision = DatePrecision.YEAR if not month else DatePrecision.DAY if day else DatePrecision.MONTH
    return PartialDate(*span, precision, calendar)


def _calendar_of(year: int, style: DateStyle) -> Calendar:
    """A year of the 1300s or 1400s is no Gregorian one: Solar Hijri up to the present year of it, Hijri after."""
    if style.calendar is not Calendar.GREGORIAN:
        # A Gregorian year in a column of another calendar shows itself by its number.
        return Calendar.GREGORIAN if style.calendar is not Calendar.ETHIOPIAN and year >= 1850 else style.calendar
    if 1250 <= year <= style.today.year - 621:
        return Calendar.SOLAR_HIJRI
    return Calendar.HIJRI if style.today.year - 621 < year <= 1500 else Calendar.GREGORIAN


def _decade(plain: str) -> PartialDate | None:
    folded = fold(plain)
    found = _DECADE.match(folded) or _DECADE_WORDS.match(folded)
    if found is None:
        return None
    year = int(found[1]) if len(found[1]) == 4 else (1900 if int(found[1]) > 20 else 2000) + int(found[1])
    if year % 10 or not 1850 <= year <= 2100:
        return None
    return PartialDate(datetime.date(year, 1, 1), datetime.date(year + 9, 12, 31), DatePrecision.ABOUT)


@lru_cache(maxsize=1)
def _date_words() -> dict[str, str]:
    return {
        fold(word): code
        for code, calendar, words in lexicon.rows("date_words")
        if calendar == "*"
        for word in words
        if fold(word)
    }


def _from_words(plain: str, style: DateStyle) -> PartialDate | None:
    """Numbers among words: a month's name, `about`, a season, a calendar's sign; other words are passed over."""
    tokens = re.findall(r"\d+|[^\W\d_]+", fold(plain.replace("'", " ")))
    if len(tokens) > 14:
        return None
    codes, month, month_calendar, numbers = _sort_tokens(tokens)
    if month_calendar is not None and month_calendar is not Calendar.GREGORIAN:
        style = DateStyle(style.today, style.order, month_calendar, style.past_only)
    for code in codes:
        if code.startswith("calendar_"):
            style = DateStyle(style.today, style.order, Calendar(code.removeprefix("calendar_")), style.past_only)
    found = _from_parts(plain, numbers, month, codes, style)
    if found is None:
        return None
    return _narrowed(found, codes)


def _sort_tokens(tokens: list[str]) -> tuple[list[str], int | None, Calendar | None, list[str]]:
    codes: list[str] = []
    numbers: list[str] = []
    month: int | None = None
    calendar: Calendar | None = None
    at = 0
    while at < len(tokens):
        pair = " ".join(tokens[at : at + 2])
        if tokens[at].isdigit():
            numbers.append(tokens[at])
        elif (named := month_names().get(pair)) is not None and month is None:
            calendar, month = named
            at += 1
        elif (
            named := month_names().get(tokens[at]) or month_names().get(tokens[at].removeprefix("ال"))
        ) is not None and month is None:
            calendar, month = named
        elif (code := _date_words().get(pair)) is not None:
            codes.append(code)
            at += 1
        elif (code := _date_words().get(tokens[at])) is not None:
            codes.append(code)
        at += 1
    return codes, month, calendar, numbers


def _from_parts(
    plain: str, numbers: list[str], month: int | None, codes: list[str], style: DateStyle
) -> PartialDate | None:
    if month is not None:
        years = [n for n in numbers if len(n) == 4] or (
            [numbers[-1]] if len(numbers) == 2 or _MONTH_YEAR.match(plain) else []
        )
        others = [int(n) for n in numbers if n not in years[:1] and len(n) <= 2]
        if len(numbers) == 2 and numbers[0] == numbers[1]:
            others = [int(numbers[0])]
        return _build(int(years[0]), month, others[0] if others and others[0] else None, style) if years else None
    if len(numbers) == 3 and not any(code.startswith(("season", "part")) for code in codes):
        return _from_three(*numbers, style)
    if (
        len(numbers) == 1
        and (codes or len(numbers[0]) == 4)
        and (len(numbers[0]) == 4 or (len(numbers[0]) == 2 and codes))
    ):
        decade = re.search(r"\b(\d{2}|\d{4})(?:s|er|['’]s)\b", plain)
        if decade and (span := _decade(decade[0])) is not None:
            return span
        return _build(int(numbers[0]), None, None, style)
    if len(numbers) == 2 and codes and len(numbers[1]) == 4 and len(numbers[0]) <= 2:
        return _build(int(numbers[1]), int(numbers[0]), None, style)
    if len(numbers) == 2 and len(numbers[0]) == 4 and len(numbers[1]) <= 2:
        return _build(int(numbers[0]), int(numbers[1]), None, style)
    return None


def _narrowed(found: PartialDate, codes: list[str]) -> PartialDate:
    earliest, latest, precision = found.earliest, found.latest, found.precision
    for code in codes:
        if code in _SEASONS and precision is DatePrecision.YEAR and found.calendar is Calendar.GREGORIAN:
            first, last = _SEASONS[code]
            earliest = datetime.date(found.earliest.year, first, 1)
            latest = datetime.date(found.earliest.year + (last > 12), last - 12 if last > 12 else last, 28)
            precision = DatePrecision.SEASON
        elif code.startswith("part_") and precision in (DatePrecision.YEAR, DatePrecision.MONTH):
            third = (found.latest - found.earliest) / 3
            at = ("part_early", "part_middle", "part_late").index(code)
            earliest, latest = found.earliest + third * at, found.earliest + third * (at + 1)
            precision = DatePrecision.RANGE
    if "about" in codes:
        precision = DatePrecision.ABOUT
    return PartialDate(earliest, latest, precision, found.calendar)


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
