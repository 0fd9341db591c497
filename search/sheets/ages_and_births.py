"""Ages as a check on birth dates: where each row's age is the same years away from them, a calendar was misread."""

from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from matching.record import Calendar
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target
from search.sheets.sheet_table import SheetRow, Table
from search.values.ages import read_age
from search.values.dates.date_reading import DAY_FIRST, DateStyle, read_date

# Years between two calendars that are written with years alike: the Ethiopian one is seven or eight behind.
_LEAST_APART, _MOST_APART = 6, 9
# Years of two figures of the Buddhist era, read as ours: 2520 is 1977, and not 1920 or 2020. Of births, or of findings.
_BUDDHIST_APART, _CENTURY = (57, 43), 100
_LEAST_ROWS, _MOST_ROWS = 4, 60
_NEARLY_ALL = 0.8


def doubted_by_ages(columns: tuple[ColumnGuess, ...], table: Table, style: DateStyle) -> tuple[ColumnGuess, ...]:
    """Ask for the calendar of the births where the ages beside them say, row by row, that it is another one."""
    birth, found, age = (_one(columns, target) for target in (Target.BIRTH_DATE, Target.FOUND_DATE, Target.AGE))
    if birth is None or found is None or age is None or birth.doubt:
        return columns
    apart = list(_years_apart(table.rows[:_MOST_ROWS], birth, found, age, style))
    if len(apart) < _LEAST_ROWS or not (_tells_a_calendar(apart) or _tells_an_era(apart)):
        return columns
    return tuple(replace(one, doubt="calendar") if one is birth else one for one in columns)


def _tells_a_calendar(apart: list[int]) -> bool:
    alike = sum(abs(years - median(apart)) <= 1 for years in apart)
    return _LEAST_APART <= abs(median(apart)) <= _MOST_APART and alike >= _NEARLY_ALL * len(apart)


def _tells_an_era(apart: list[int]) -> bool:
    """Whichever century was taken for each row, what is left of the years between two eras is the same."""
    alike = (sum(abs(years % _CENTURY - left) <= 1 for years in apart) for left in _BUDDHIST_APART)
    return max(alike) >= _NEARLY_ALL * len(apart)


def _one(columns: tuple[ColumnGuess, ...], target: Target) -> ColumnGuess | None:
    fits = [column for column in columns if column.target is target]
    return fits[0] if len(fits) == 1 else None


def _years_apart(
    rows: tuple[SheetRow, ...], birth: ColumnGuess, found: ColumnGuess, age: ColumnGuess, style: DateStyle
) -> Iterator[int]:
    """How many years older than its age each row would be by its two dates."""
    for row in rows:
        born = read_date(row.cells[birth.index], _style(birth, style))
        met = read_date(row.cells[found.index], _style(found, style))
        years = read_age(row.cells[age.index])
        if born and met and years and not years.estimated:
            yield met.earliest.year - born.earliest.year - years.low


def _style(column: ColumnGuess, style: DateStyle) -> DateStyle:
    calendar = Calendar(column.calendar) if column.calendar else Calendar.GREGORIAN
    return replace(style, order=column.order or DAY_FIRST, calendar=calendar, buddhist=column.buddhist)
