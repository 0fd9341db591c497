"""Which order and calendar the dates of each column are written in, from all its cells and those of its neighbours."""

from dataclasses import replace

from matching.record import Calendar
from search.sheets import cell_shapes
from search.sheets.cell_evidence import Column
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target
from search.values import lexicon
from search.values.dates.column_calendars import buddhist_told, calendar_told
from search.values.dates.date_reading import DAY_FIRST, MONTH_FIRST, YEAR_FIRST
from search.values.folding import fold

DATES = frozenset({Target.FOUND_DATE, Target.BIRTH_DATE, Target.REPORT_DATE, Target.BIRTH_YEAR})
_CALENDARS = ("solar_hijri", "hijri", "ethiopian")


def with_dates(guess: ColumnGuess, column: Column, language: str) -> ColumnGuess:
    """Return a date column's guess with the order that its cells prove and the calendar that header or years show."""
    if guess.target not in DATES or guess.order:
        return guess
    told = guess.calendar or _header_calendar(guess.header) or calendar_told(column.values)
    calendar = told or cell_shapes.calendar_of(column.values, language)
    order, proven = cell_shapes.date_order(column.values)
    if calendar == Calendar.ETHIOPIAN and order != YEAR_FIRST:
        # Of thirteen months no figure proves that it is a day, and nobody there writes the month first.
        order, proven = DAY_FIRST, True
    unclear = not proven and order != YEAR_FIRST and cell_shapes.has_numeric_dates(column.values)
    doubt = guess.doubt or ("date_order" if unclear else "")
    buddhist = not calendar and buddhist_told(column.values, guess.header)
    settled = order if proven or order == YEAR_FIRST else ""
    return replace(guess, order=settled, calendar=calendar, buddhist=buddhist, doubt=doubt)


def orders_agreed(columns: tuple[ColumnGuess, ...], language: str) -> tuple[ColumnGuess, ...]:
    """Give a column that cannot prove its order that of one that can, else day first: in English that is a doubt."""
    proven = [g.order for g in columns if g.target in DATES and g.order in (DAY_FIRST, MONTH_FIRST)]
    if any(g.buddhist for g in columns):
        # A sheet keeps to one era: years of two figures in the next column are of the same.
        columns = tuple(replace(g, buddhist=g.target in DATES and not g.calendar) for g in columns)
    return tuple(_agreed(g, proven, language) if g.target in DATES and not g.order else g for g in columns)


def _agreed(guess: ColumnGuess, proven: list[str], language: str) -> ColumnGuess:
    settled = guess.doubt == "date_order" and (proven or language != "en")
    return replace(guess, order=proven[0] if proven else DAY_FIRST, doubt="" if settled else guess.doubt)


def _header_calendar(header: str) -> str:
    folded = f" {fold(header)} "
    signs = ((code, lexicon.words("header_signs", f"calendar_{code}")) for code in _CALENDARS)
    return next((code for code, words in signs if any(f" {word} " in folded for word in words)), "")
