"""Dates that two readers read as two days: 03/04/2026 is the third of April, or the fourth of March."""

from dataclasses import replace

from matching.record import DatePrecision, PartialDate
from search.values.dates.date_parts import DAY_FIRST, MONTH_FIRST, DateStyle
from search.values.dates.date_reading import read_date


def two_readings(text: str, style: DateStyle) -> tuple[PartialDate, PartialDate] | None:
    """Both days, that with the day first before the other; None where everybody reads the same, or nobody any day."""
    first, second = (read_date(text, replace(style, order=order)) for order in (DAY_FIRST, MONTH_FIRST))
    if first is None or second is None or first.earliest == second.earliest:
        return None
    return (first, second) if {first.precision, second.precision} == {DatePrecision.DAY} else None
