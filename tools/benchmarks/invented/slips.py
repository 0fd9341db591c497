"""What goes wrong with figures on the way to a record: birth dates, ages, heights, numbers."""

import calendar
import datetime
import random
from itertools import accumulate

from matching.record import AgeRange, DatePrecision, PartialDate

_DAYS_A_YEAR = 365.25
# How a birth date goes wrong: nothing, so many years, day and month swapped, another day; and how often, cumulated.
_SLIPS = ("", "1", "2", "10", "swapped", "other")
_SLIP_SHARES = tuple(accumulate((0.58, 0.055, 0.03, 0.03, 0.16, 0.145)))
_REMEMBERED_YEAR_OFF, _AGE_RIGHT = 0.11, 0.12
_WIDTHS = (5, 10, 15)


def day(date: datetime.date) -> PartialDate:
    """A date known to the day."""
    return PartialDate(date, date)


def year(number: int) -> PartialDate:
    """A date known by its year."""
    return PartialDate(datetime.date(number, 1, 1), datetime.date(number, 12, 31), DatePrecision.YEAR)


def month(date: datetime.date) -> PartialDate:
    """A date known by its month."""
    last = calendar.monthrange(date.year, date.month)[1]
    return PartialDate(date.replace(day=1), date.replace(day=last), DatePrecision.MONTH)


def slipped_birth(born: datetime.date, rng: random.Random) -> datetime.date:
    """A birth date as a clerk wrote it down: mostly right, else a year, the day or the order of both is wrong."""
    slip = rng.choices(_SLIPS, cum_weights=_SLIP_SHARES)[0]
    if slip == "swapped":
        return _swapped(born)
    if slip == "other":
        return born + datetime.timedelta(days=rng.randint(-400, 400))
    return _years_off(born, rng.choice((-1, 1)) * int(slip)) if slip else born


def remembered_year(born: datetime.date, rng: random.Random) -> int:
    """The year of birth where nothing more is known, now and then the one beside it."""
    return born.year + (rng.choice((-1, 1)) if rng.random() < _REMEMBERED_YEAR_OFF else 0)


def stated_age(born: datetime.date, at: datetime.date, rng: random.Random) -> AgeRange:
    """An age as somebody says or guesses it: right in one of five, else off by some years."""
    age = int((at - born).days / _DAYS_A_YEAR)
    if rng.random() >= _AGE_RIGHT:
        age = max(1, round(age + rng.gauss(0.4, 2.9)))
    return AgeRange(age, age)


def assessed_age(born: datetime.date, at: datetime.date, rng: random.Random) -> AgeRange:
    """A range as a forensic service assesses it; one in six does not hold the true age."""
    width = rng.choice(_WIDTHS)
    middle = (at - born).days / _DAYS_A_YEAR + rng.gauss(0.0, 3.9)
    low = max(0, round(middle - width / 2))
    return AgeRange(low, low + width, estimated=True)


def wrong_digit(number: str, rng: random.Random) -> str:
    """A number with one digit changed, or two neighbours swapped."""
    at = rng.randrange(max(1, len(number) - 6), len(number) - 1)
    if rng.random() < 0.5 and number[at] != number[at + 1]:
        return number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    return number[:at] + str((int(number[at]) + rng.randint(1, 9)) % 10) + number[at + 1 :]


def _years_off(date: datetime.date, years: int) -> datetime.date:
    return date.replace(year=date.year + years, day=min(date.day, 28))


def _swapped(date: datetime.date) -> datetime.date:
    return date.replace(month=date.day, day=date.month) if date.day <= 12 else date
