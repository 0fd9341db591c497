"""The dates in a row, each in its column's own order and calendar; also a birth that stands in the column of ages."""

import re

from matching.record import Calendar, DatePrecision, PartialDate
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target
from search.sheets.row_keeping import RowKeeping
from search.values.blanks import is_blank
from search.values.dates.date_reading import DAY_FIRST, DateStyle, read_birth_date, read_event_date
from search.values.folding import plain_digits

_BIRTHS = (Target.BIRTH_DATE, Target.BIRTH_YEAR)
_WHOLE_DATE = re.compile(r"(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})(?:[ T].*)?")
_YEAR = re.compile(r"(?:19|20)\d{2}")
# A spreadsheet that takes `8-12` for a date gives it the year in which it was typed.
_YEARS_OF_TYPING = 6


def date_of(row: RowKeeping, target: Target) -> PartialDate | None:
    """The first date of a target that could be read."""
    return next(iter(dates_of(row, (target,))), None)


def birth_of(row: RowKeeping) -> PartialDate | None:
    """The most exact date of birth, also one that stands in the column of ages."""
    found = dates_of(row, _BIRTHS)
    found += [
        birth
        for column, cell in row.cells.columns
        if column.target is Target.AGE and (birth := birth_in_age(row, column, cell)) is not None
    ]
    return min(found, key=lambda date: date.latest - date.earliest) if found else None


def birth_in_age(row: RowKeeping, column: ColumnGuess, cell: str) -> PartialDate | None:
    """The date of birth that a cell for an age holds (`12/05/1990`, `1985`); None for an age."""
    plain = plain_digits(cell).strip().removesuffix(".0")
    whole = _WHOLE_DATE.fullmatch(plain)
    if whole is None and not _YEAR.fullmatch(plain):
        return None
    if whole and len(whole[1]) == len("1990") and int(whole[1]) >= row.today.year - _YEARS_OF_TYPING:
        return None
    return read_birth_date(plain, _style(row, column))


def dates_of(row: RowKeeping, targets: tuple[Target, ...]) -> list[PartialDate]:
    """The dates in the cells of some targets; what cannot be read is kept, and a finding in the future warned of."""
    found = []
    for column, cell in row.cells.columns:
        if column.target in targets and not is_blank(cell):
            style = _style(row, column)
            date = read_birth_date(cell, style) if column.target in _BIRTHS else read_event_date(cell, style)
            if date is None:
                row.keep(column.target, column.header, cell, "date_unread")
                continue
            if column.target not in _BIRTHS and date.earliest > row.today:
                row.warnings.append((column.header, "date_in_future"))
            if date.precision is DatePrecision.MONTH and _WHOLE_DATE.fullmatch(_without_day_zero(cell)):
                row.warnings.append((column.header, "no_such_day"))
            found.append(date)
    return found


def _without_day_zero(cell: str) -> str:
    """The cell in plain figures; "" where a part of it is only zeros, which stand for what is not known."""
    plain = plain_digits(cell).strip()
    return "" if re.search(r"(?<!\d)0+(?!\d)", plain) else plain


def _style(row: RowKeeping, column: ColumnGuess) -> DateStyle:
    calendar = Calendar(column.calendar) if column.calendar else Calendar.GREGORIAN
    language = row.mapping.language
    return DateStyle(row.today, column.order or DAY_FIRST, calendar, buddhist=column.buddhist, language=language)
