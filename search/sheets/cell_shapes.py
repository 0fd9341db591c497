"""What the cells of a column look like: the share of them that reads as each kind of value."""

import datetime
import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from matching.record import Calendar
from search.sheets.column_targets import Target
from search.values.ages import read_age
from search.values.blanks import is_blank
from search.values.country_names import country
from search.values.dates.date_reading import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, DateStyle, read_date
from search.values.dates.weekdays import without_weekday
from search.values.dummy_numbers import is_dummy
from search.values.effect_words import read_effects
from search.values.folding import fold, plain_digits, single_blanks
from search.values.heights import read_height
from search.values.mark_words import read_marks
from search.values.names_and_sex import sex_word
from search.values.no_names import is_no_name
from search.values.phone_numbers import read_phones
from search.values.place_texts import coordinates

SAMPLE = 60
# What a cell looks like shows in its beginning.
_LONGEST = 500
_NUMBER = re.compile(r"^[+-]?\d+(?:[.,]\d+)?$")
_SEX_LETTERS = frozenset("mfhwvkeuçdмжчθαγذا12♂♀男女") | frozenset("ወሴ")
_TURN = 7
_THREE_NUMBERS = re.compile(r"^\D{0,3}(\d{1,4})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{1,4})(?!\d)")
_YEAR_IN_FRONT, _EITHER = "year_in_front", "either"
ANY_DAY = datetime.date(2030, 1, 1)


def sample(values: list[str]) -> list[str]:
    """Up to sixty cells that say something, spread over the whole column."""
    said = [value[:_LONGEST] for value in values if not is_blank(value)]
    step = len(said) // SAMPLE
    if step < 2:
        return said[:SAMPLE]
    # One of each stretch, not always at the same place: of couples in turn every second is a man.
    return [said[at * step + at * _TURN % step] for at in range(SAMPLE)]


class Shapes:
    """How large a part of a column's cells (0 to 1) looks like each kind of value, found out when asked."""

    def __init__(self, values: list[str], languages: tuple[str, ...]) -> None:
        self.values = values
        self._languages = languages
        self._shares: dict[Target, float] = {}

    def share(self, target: Target) -> float:
        """The share of one target; 0 for a target whose values have no shape of their own."""
        if target not in self._shares:
            self._shares[target] = self._count(target)
        return self._shares[target]

    def _count(self, target: Target) -> float:
        if not self.values:
            return 0.0
        if target is Target.SENDER_NUMBER:
            return _number_share(self.values)
        if target is Target.MARKS:
            return self._part(lambda v: bool(read_marks(v, self._languages).marks))
        if target is Target.EFFECTS:
            return self._part(lambda v: bool(read_effects(v, self._languages).effects))
        return self._part(_TESTS[target]) if target in _TESTS else 0.0

    def _part(self, test: Callable[[str], bool]) -> float:
        return sum(map(test, self.values)) / len(self.values)


@lru_cache(maxsize=65536)
def is_date(value: str) -> bool:
    """A whole or partial date, but no plain number."""
    plain = plain_digits(value)
    if re.fullmatch(r"\d{1,4}(?:\.0)?|\d{6,7}|\d{8,}", plain):
        return False
    return read_date(value, DateStyle(ANY_DAY)) is not None


def _is_sex(value: str) -> bool:
    folded = fold(value)
    return folded in _SEX_LETTERS or (bool(sex_word(value)) and len(folded.split()) <= 2)


def _is_phone(value: str) -> bool:
    digits = re.sub(r"\D", "", plain_digits(value))
    letters = sum(c.isalpha() for c in value)
    return (
        len(digits) >= 7
        and letters <= len(digits)
        and not is_date(value)
        and "." not in value.strip()[3:6]
        and (is_dummy(digits) or bool(read_phones(value)))
    )


def _is_age(value: str) -> bool:
    plain = plain_digits(value)
    return (
        len(value) < 40
        and (found := read_age(value)) is not None
        and found.high <= 100
        and not re.match(r"^[12][.,]\d", plain)
    )


def _is_height(value: str) -> bool:
    plain = plain_digits(value)
    found = read_height(value) if len(value) < 30 else None
    return (
        found is not None
        and 60 <= found.low_cm <= 215
        and not re.match(r"^\d{2}(?!\d|[.,]\d|\s*(?:\"|in|″))", plain)
        and not is_date(value)
    )


def _is_name(value: str) -> bool:
    """One to seven words of letters that are no word of another kind."""
    words = value.split()
    if (
        not 1 <= len(words) <= 7
        or len(value) > 70
        or any(c.isdigit() for c in plain_digits(value))
        or is_no_name(value)
    ):
        return False
    if country(value) or sex_word(value) or any(c in value for c in ";:?!@#/"):
        return False
    starts = [w for w in words if w[0].isupper() or not w[0].islower()]
    return len(starts) >= len(words) * 0.5


def _is_country(value: str) -> bool:
    return bool(country(value)) and len(fold(value)) > 2 and not sex_word(value)


def _is_coordinates(value: str) -> bool:
    return coordinates(value) is not None and bool(re.search(r"\d[.,°]\d", value))


_TESTS: dict[Target, Callable[[str], bool]] = {
    Target.FOUND_DATE: is_date,
    Target.SEX: _is_sex,
    Target.PHONES: _is_phone,
    Target.NATIONALITY: _is_country,
    Target.COORDINATES: _is_coordinates,
    Target.AGE: _is_age,
    Target.HEIGHT: _is_height,
    Target.FULL_NAME: _is_name,
}


# The targets whose values have a shape of their own.
SHAPED = (*_TESTS, Target.SENDER_NUMBER, Target.MARKS, Target.EFFECTS)


def _number_share(values: list[str]) -> float:
    """Codes with figures, nearly all different, short: somebody's own numbers."""
    coded = [
        v for v in values if len(v) <= 30 and any(c.isdigit() for c in v) and not is_date(v) and len(v.split()) <= 2
    ]
    unlike_numbers = sum(1 for v in coded if not _NUMBER.match(plain_digits(v)))
    distinct = len(set(values)) / len(values)
    return len(coded) / len(values) * distinct * (0.6 + 0.4 * unlike_numbers / max(1, len(coded)))


def number_values(values: list[str]) -> list[float]:
    """The cells that are plain numbers, with a decimal point or comma."""
    return [float(plain.replace(",", ".")) for v in values if _NUMBER.match(plain := plain_digits(v.strip()))]


def is_counter(values: list[str]) -> bool:
    """1, 2, 3 …: the sheet's own count of its rows."""
    numbers = number_values(values)
    return (
        len(numbers) == len(values) >= 1
        and numbers == [numbers[0] + step for step in range(len(numbers))]
        and numbers[0] <= 1
    )


def date_order(values: list[str]) -> tuple[str, bool]:
    """Return dmy, mdy or ymd for the column, and whether its own values prove it.

    A year of four digits in front shows the order of its own cell alone.
    """
    shown = Counter(map(_order_shown, values))
    if shown[_YEAR_IN_FRONT] and set(shown) <= {_YEAR_IN_FRONT, ""}:
        return YEAR_FIRST, True
    counts = {order: shown[order] for order in (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)}
    order = max(counts, key=lambda key: counts[key])
    proven = counts[order] > 0 and sum(counts.values()) < counts[order] * 1.2 + 1
    return (order, proven) if counts[order] else ("", False)


def _order_shown(value: str) -> str:
    """The order that one cell proves; `year_in_front` and `either` prove nothing of others, "" is no such date."""
    plain, weekday = without_weekday(plain_digits(single_blanks(value)))
    parts = _THREE_NUMBERS.match(plain)
    if parts is None:
        return ""
    if len(parts[1]) >= len("991"):
        return _YEAR_IN_FRONT
    if int(parts[1]) > 31 and len(parts[3]) <= 2:
        return YEAR_FIRST
    if int(parts[1]) > 12:
        return DAY_FIRST
    if int(parts[2]) > 12:
        return MONTH_FIRST
    return (_order_of_weekday(plain, weekday) if weekday else "") or _EITHER


def _order_of_weekday(plain: str, weekday: int) -> str:
    """The one order in which a date falls on the day of the week that stands beside it, or ""."""
    fitting = [
        order
        for order in (DAY_FIRST, MONTH_FIRST)
        if (day := read_date(plain, DateStyle(ANY_DAY, order))) and day.earliest.isoweekday() == weekday
    ]
    return fitting[0] if len(fitting) == 1 else ""


def has_numeric_dates(values: list[str]) -> bool:
    """Some cells are three numbers, of which the order must be known."""
    return any(_THREE_NUMBERS.match(plain_digits(single_blanks(value))) for value in values)


def calendar_of(values: list[str], language: str) -> str:
    """Return the calendar that the years of a column belong to, or "" where they are Gregorian."""
    years = [int(y) for v in values for y in re.findall(r"(?<!\d)(1[2-4]\d\d)(?!\d)", plain_digits(v))]
    gregorian = [v for v in values if re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", plain_digits(v))]
    if not years or len(years) < len(values) * 0.4 or len(gregorian) > len(years):
        return ""
    if max(years) > 1410:
        return Calendar.HIJRI
    return Calendar.SOLAR_HIJRI if language != "ar" or max(years) < 1405 else Calendar.HIJRI
