"""Numbers among words in a date: a month's name, `about`, a season, a decade, a calendar's sign."""

import datetime
import re
from functools import lru_cache

from matching.record import Calendar, DatePrecision, PartialDate
from search.values import lexicon
from search.values.dates.calendar_days import month_names
from search.values.dates.date_parts import DateStyle, build, from_three
from search.values.folding import fold

_DECADE = re.compile(r"^(?:the )?'?(\d{2}|\d{4})\s?(?:s|'s|er|er jahre|er jaren|е|х|ers|lar|ler|li yillar|lu yillar)$")
_DECADE_WORDS = re.compile(
    r"^(?:los anos|anos|decada de los|decada de|les annees|annees|gli anni|anni|de jaren|jaren|δεκαετια|سنوات|دهه) "
    r"(\d{2}|\d{4})$"
)
_MONTH_YEAR = re.compile(r"^[^\W\d]+\.?\s*[-/'’]\s*\d{2}$")
# The first of the three months of a season.
_SEASONS = {"season_spring": 3, "season_summer": 6, "season_autumn": 9, "season_winter": 12}
_SEASON_MONTHS = 3


def decade(plain: str) -> PartialDate | None:
    """`1990s`, `años 90`, `90er Jahre`."""
    folded = fold(plain)
    found = _DECADE.match(folded) or _DECADE_WORDS.match(folded)
    if found is None:
        return None
    year = int(found[1]) if len(found[1]) == 4 else (1900 if int(found[1]) > 20 else 2000) + int(found[1])
    if year % 10 or not 1850 <= year <= 2100:
        return None
    return PartialDate(datetime.date(year, 1, 1), datetime.date(year + 9, 12, 31), DatePrecision.ABOUT)


def from_words(plain: str, style: DateStyle) -> PartialDate | None:
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


@lru_cache(maxsize=1)
def _date_words() -> dict[str, str]:
    return {
        fold(word): code
        for code, calendar, words in lexicon.rows("date_words")
        if calendar == "*"
        for word in words
        if fold(word)
    }


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
        return build(int(years[0]), month, others[0] if others and others[0] else None, style) if years else None
    if len(numbers) == 3 and not any(code.startswith(("season", "part")) for code in codes):
        return from_three(numbers[0], numbers[1], numbers[2], style)
    if (
        len(numbers) == 1
        and (codes or len(numbers[0]) == 4)
        and (len(numbers[0]) == 4 or (len(numbers[0]) == 2 and codes))
    ):
        written = re.search(r"\b(\d{2}|\d{4})(?:s|er|['’]s)\b", plain)
        if written and (span := decade(written[0])) is not None:
            return span
        return build(int(numbers[0]), None, None, style)
    if len(numbers) == 2 and codes and len(numbers[1]) == 4 and len(numbers[0]) <= 2:
        return build(int(numbers[1]), int(numbers[0]), None, style)
    if len(numbers) == 2 and len(numbers[0]) == 4 and len(numbers[1]) <= 2:
        return build(int(numbers[0]), int(numbers[1]), None, style)
    return None


def _narrowed(found: PartialDate, codes: list[str]) -> PartialDate:
    earliest, latest, precision = found.earliest, found.latest, found.precision
    for code in codes:
        if code in _SEASONS and precision is DatePrecision.YEAR and found.calendar is Calendar.GREGORIAN:
            earliest, latest = _season(found.earliest.year, code)
            precision = DatePrecision.SEASON
        elif code.startswith("part_") and precision in (DatePrecision.YEAR, DatePrecision.MONTH):
            third = (found.latest - found.earliest) / 3
            at = ("part_early", "part_middle", "part_late").index(code)
            earliest, latest = found.earliest + third * at, found.earliest + third * (at + 1)
            precision = DatePrecision.RANGE
    if "about" in codes:
        precision = DatePrecision.ABOUT
    return PartialDate(earliest, latest, precision, found.calendar)


def _season(year: int, code: str) -> tuple[datetime.date, datetime.date]:
    """The first and last day of a northern season: a winter ends with the next year's February."""
    first = _SEASONS[code]
    years, month = divmod(first + _SEASON_MONTHS - 1, 12)
    return datetime.date(year, first, 1), datetime.date(year + years, month + 1, 1) - datetime.timedelta(days=1)
