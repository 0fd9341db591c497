"""Numbers among words in a date: a month's name, `about`, a season, a decade, a calendar's sign."""

import datetime
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from matching.record import Calendar, DatePrecision, PartialDate
from search.values import lexicon
from search.values.dates.calendar_days import days, month_names
from search.values.dates.date_parts import DateStyle, build, from_three, year_of
from search.values.folding import fold

_DECADE = re.compile(r"^(?:the )?'?(\d{2}|\d{4})\s?(?:s|'s|er|er jahre|er jaren|е|х|ers|lar|ler|li yillar|lu yillar)$")
_DECADE_WORDS = re.compile(
    r"^(?:los anos|anos|decada de los|decada de|les annees|annees|gli anni|anni|de jaren|jaren|δεκαετια|سنوات|دهه) "
    r"(\d{2}|\d{4})$"
)
_MONTH_YEAR = re.compile(r"^[^\W\d]+\.?\s*[-/'’]\s*\d{2}$")
_WRITTEN_DECADE = re.compile(r"\b(\d{2}|\d{4})(?:s|er|['’]s)\b")
_MOST_TOKENS = 14
# From which year on a year is no Hijri one, and the calendars of which a month may stand beside it.
_GREGORIAN_YEARS, _MOVING = 1850, (Calendar.HIJRI, Calendar.SOLAR_HIJRI)
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
    # A word is whatever stands between spaces: `\w` knows no vowel sign of Indic, Thai and Khmer months.
    tokens = _named(re.findall(r"\d+|[^\s\d]+", fold(plain.replace("'", " "))), plain, style.language)
    if len(tokens) > _MOST_TOKENS:
        return None
    words = _sorted(tokens, style.calendar)
    found = _from_parts(plain, words, replace(style, calendar=words.calendar(style.calendar)))
    return _narrowed(found, words.codes) if found else None


def _named(tokens: list[str], plain: str, language: str) -> list[str]:
    """The tokens with the names of months that are other words elsewhere, in the language that has them.

    Where nobody knows the language, only between a day and a year: `3 mas 2021`. `14/out/2021` is Portuguese.
    """
    own, short = _short_names(f"in_{language}"), _short_names("between_numbers")
    found = []
    for at, token in enumerate(tokens):
        between = token in short and _is_day_and_year(tokens[at - 1 : at], tokens[at + 1 : at + 2])
        if between and token in month_names() and not re.search(rf"\d\s+{token}\s+\d", plain.lower()):
            between = False
        found.append(own.get(token) or (short[token] if between else token))
    return found


def _is_day_and_year(before: list[str], behind: list[str]) -> bool:
    return all(part.isdigit() for part in (*before, *behind)) and list(map(len, behind)) == [4] and bool(before)


@lru_cache(maxsize=64)
def _short_names(kind: str) -> dict[str, str]:
    rows = lexicon.rows("date_words")
    return {word: plain for plain, of, words in rows if of == kind for word in map(fold, words)}


@dataclass(slots=True)
class _Words:
    """What the tokens of a date are: its numbers, codes such as `about`, and the first name of a month."""

    numbers: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    month: tuple[Calendar, int] | None = None

    def calendar(self, otherwise: Calendar) -> Calendar:
        """The calendar that the last sign names, or else the month, if it is no Gregorian one."""
        signs = [code.removeprefix("calendar_") for code in self.codes if code.startswith("calendar_")]
        if signs:
            return Calendar(signs[-1])
        if self.month is None or (self.month[0] is Calendar.GREGORIAN and otherwise is not Calendar.ETHIOPIAN):
            return otherwise
        return self.month[0]


@lru_cache(maxsize=1)
def _date_words() -> dict[str, str]:
    return {
        fold(word): code
        for code, calendar, words in lexicon.rows("date_words")
        if calendar == "*"
        for word in words
        if fold(word)
    }


def _sorted(tokens: list[str], own: Calendar) -> _Words:
    words = _Words()
    at = 0
    while at < len(tokens):
        at += _take(words, tokens[at : at + 3], own)
    return words


def _take(words: _Words, tokens: list[str], own: Calendar) -> int:
    """Sort in the first of some tokens, or two or three that make one name; return how many were taken."""
    months, codes = month_names(own), _date_words()
    token, pair, three = tokens[0], " ".join(tokens[:2]), " ".join(tokens)
    if token.isdigit():
        words.numbers.append(token)
    elif words.month is None and len(tokens) > 2 and three in months:
        words.month = months[three]
        return 3
    elif words.month is None and pair in months:
        words.month = months[pair]
        return 2
    elif words.month is None and (named := months.get(token) or months.get(token.removeprefix("ال"))):
        words.month = named
    elif pair in codes:
        words.codes.append(codes[pair])
        return 2
    elif token in codes:
        words.codes.append(codes[token])
    return 1


def _from_parts(plain: str, words: _Words, style: DateStyle) -> PartialDate | None:
    numbers, codes = words.numbers, words.codes
    if words.month is not None:
        return _of_named_month(plain, words.month[1], numbers, style)
    if len(numbers) == 1:
        return _from_one(plain, numbers[0], codes, style)
    if len(numbers) == 2:
        return _from_two(numbers[0], numbers[1], codes, style)
    if len(numbers) == 3 and not any(code.startswith(("season", "part")) for code in codes):
        return from_three(numbers[0], numbers[1], numbers[2], style)
    return None


def _of_named_month(plain: str, month: int, numbers: list[str], style: DateStyle) -> PartialDate | None:
    """The year has four digits, or is the second of two numbers, or stands behind a dash (`Aug-21`)."""
    years = [n for n in numbers if len(n) == 4]
    if not years and (len(numbers) == 2 or _MONTH_YEAR.match(plain)):
        years = numbers[-1:]
    if not years:
        return None
    rest = list(numbers)
    rest.remove(years[0])
    numbers_of_days = [int(n) for n in rest if len(n) <= 2]
    day = (numbers_of_days[0] or None) if numbers_of_days else None
    year = year_of(years[0])
    if year is not None and year >= _GREGORIAN_YEARS and style.calendar in _MOVING:
        return _of_our_year(year, month, day, style.calendar)
    return build(year, month, day, style)


def _of_our_year(year: int, month: int, day: int | None, calendar: Calendar) -> PartialDate | None:
    """A month of another calendar with a Gregorian year (`Ramadan 2023`): the one that begins in it."""
    behind = 622 if calendar is Calendar.SOLAR_HIJRI else 0
    own = range(year - behind, year - behind + 2) if behind else range((year - 623) * 33 // 32, (year - 620) * 33 // 32)
    found = [span for one in own if (span := days(one, month, day, calendar)) and span[0].year == year]
    precision = DatePrecision.DAY if day else DatePrecision.MONTH
    return PartialDate(*found[0], precision, calendar) if len(found) == 1 else None


def _from_one(plain: str, year: str, codes: list[str], style: DateStyle) -> PartialDate | None:
    """A year of four digits; of two only beside a word of dates."""
    if len(year) != 4 and not (codes and len(year) == 2):
        return None
    written = _WRITTEN_DECADE.search(plain)
    return (decade(written[0]) if written else None) or build(year_of(year), None, None, style)


def _from_two(first: str, second: str, codes: list[str], style: DateStyle) -> PartialDate | None:
    """A month and a year; with the year behind, a word of dates must tell them from an age or a number of persons."""
    if codes and len(first) <= 2 and len(second) == 4:
        return build(year_of(second), int(first), None, style)
    return build(year_of(first), int(second), None, style) if len(first) == 4 and len(second) <= 2 else None


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
