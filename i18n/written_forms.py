"""How a day, an hour, a length of time and a distance are written in a language: by our own file, else by the CLDR.

`overrides/formats/<tag>.tsv` has what the CLDR lacks, has in another language, or writes so that it can be misread:

- `day`, `month_and_year`: patterns with day, month and year; `first` is what stands for the first of a month;
- `month.01` to `month.12`: names of the months of the Gregorian year;
- `time`: a pattern with `phone` (20:05), `twelve` (8:05), `six` (2:05, counted from six o'clock as in Ethiopia) and
  `part`, the part of the day; `part.18` is the one that begins at 18 o'clock;
- `hour.one`, `hour.other` and so on: a number of units, in the plural forms of the CLDR; `other` stands in for all;
- `list.two`, `list.more`, `list.last`: two items, all before the last, and the last of several.
"""

import datetime
from collections.abc import Sequence

from babel import Locale
from babel.dates import TIMEDELTA_UNITS, format_date, format_skeleton, format_time, format_timedelta
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from i18n.digits import in_digits
from i18n.locales import locale
from i18n.overrides import own_names

# Where a month has another form beside a day than alone. For the others Babel has one under both names, and keeps what
# it found first where all of them look: a reader of Urdu saw the March of whoever had asked before.
_BENT_MONTHS = ("ru", "uk")
# A unit is used from twice its length on: "10 days" rather than "1 week", "45 days" rather than "2 months".
_UNITS_BEFORE_THE_NEXT = 2
_HALF_A_DAY = 12
_FIRST_HOUR_OF_SIX = 6


def gregorian_day(tag: str, day: datetime.date) -> str:
    """A day of the Gregorian calendar in words, "12 March 2021"."""
    own, cldr = own_names("formats", tag), locale(tag).cldr
    if "day" not in own:
        words = format_date(day, "long", locale=cldr)
        return in_digits(tag, own["first"] + words[1:] if day.day == 1 and "first" in own else words)
    month = own.get(f"month.{day.month:02}") or Locale.parse(cldr).months["format"]["wide"][day.month]
    return in_digits(tag, own["day"] % {"day": day.day, "month": month, "year": day.year})


def gregorian_month(tag: str, day: datetime.date) -> str:
    """The month of a day with its year, "March 2021"."""
    own, cldr = own_names("formats", tag), locale(tag).cldr
    if "month_and_year" not in own:
        return in_digits(tag, format_skeleton("yMMMM", day, locale=cldr))
    form = "stand-alone" if tag in _BENT_MONTHS else "format"
    month = own.get(f"month.{day.month:02}") or Locale.parse(cldr).months[form]["wide"][day.month]
    return in_digits(tag, own["month_and_year"] % {"month": month, "year": day.year})


def gregorian_year(tag: str, day: datetime.date) -> str:
    """The year of a day."""
    return in_digits(tag, format_skeleton("y", day, locale=locale(tag).cldr))


def clock(tag: str, when: datetime.datetime) -> str:
    """The time of day, in the zone that `when` carries."""
    pattern = own_names("formats", tag).get("time")
    if pattern is None:
        return in_digits(tag, format_time(when, "short", tzinfo=when.tzinfo, locale=locale(tag).cldr))
    named = {
        "phone": f"{when:%H:%M}",
        "twelve": f"{_of_twelve(when.hour)}:{when:%M}",
        "six": f"{_of_twelve(when.hour - _FIRST_HOUR_OF_SIX)}:{when:%M}",
        "part": _part_of_day(tag, when.hour),
    }
    return in_digits(tag, pattern % named)


def length_of_time(tag: str, length: datetime.timedelta) -> str:
    """A span of time in its one fitting unit, "3 days"."""
    unit, number = _fitting(length)
    own = _own_amount(tag, number, unit)
    return in_digits(tag, own or format_timedelta(length, threshold=_UNITS_BEFORE_THE_NEXT, locale=locale(tag).cldr))


def amount(tag: str, number: float, unit: str) -> str:
    """A number of metres or kilometres, "120 kilometres"."""
    own = _own_amount(tag, number, unit)
    return in_digits(tag, own or format_unit(number, unit, locale=locale(tag).cldr))


def joined(tag: str, items: Sequence[str]) -> str:
    """Items as a sentence joins them: "a, b and c"."""
    own = own_names("formats", tag)
    if "list.two" not in own or len(items) < 2:
        return format_list(items, locale=locale(tag).cldr)
    if len(items) == 2:
        return own["list.two"] % {"a": items[0], "b": items[1]}
    before = items[0]
    for item in items[1:-1]:
        before = own["list.more"] % {"a": before, "b": item}
    return own["list.last"] % {"a": before, "b": items[-1]}


def _of_twelve(hour: int) -> int:
    return hour % _HALF_A_DAY or _HALF_A_DAY


def _part_of_day(tag: str, hour: int) -> str:
    """The last part of the day that has begun; a language without any has none."""
    parts = {key: word for key, word in own_names("formats", tag).items() if key.startswith("part.")}
    begun = [word for key, word in sorted(parts.items()) if int(key.removeprefix("part.")) <= hour]
    return begun[-1] if begun else ""


def _fitting(length: datetime.timedelta) -> tuple[str, int]:
    """The unit in which a span is told, and how many of it, as Babel counts them."""
    seconds = abs(length.total_seconds())
    for unit, seconds_each in TIMEDELTA_UNITS:
        if seconds / seconds_each >= _UNITS_BEFORE_THE_NEXT or unit == "second":
            break
    return unit, round(seconds / seconds_each)


def _own_amount(tag: str, number: float, unit: str) -> str:
    """A number of units by our own file; nothing where it has none."""
    own, cldr = own_names("formats", tag), Locale.parse(locale(tag).cldr)
    form = own.get(f"{unit}.{cldr.plural_form(number)}") or own.get(f"{unit}.other")
    return form % {"n": format_decimal(number, locale=cldr)} if form else ""
