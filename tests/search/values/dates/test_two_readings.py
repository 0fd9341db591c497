"""Dates of which two readers make two days."""

import datetime

import pytest

from search.values.dates.date_parts import DateStyle
from search.values.dates.two_readings import two_readings

STYLE = DateStyle(datetime.date(2026, 11, 29))


@pytest.mark.parametrize("text", ["03/04/2026", "3-4-26", "03.04.2026", "٠٣/٠٤/٢٠٢٦", "03/04/2026 10:30"])
def test_a_day_and_a_month_that_could_change_places_are_two_days(text: str) -> None:
    readings = two_readings(text, STYLE)
    assert readings is not None
    assert [one.earliest for one in readings] == [datetime.date(2026, 4, 3), datetime.date(2026, 3, 4)]


@pytest.mark.parametrize(
    "text", ["13/04/2026", "04/13/2026", "5/5/2026", "2026-03-04", "3 April 2026", "April 2026", "before Eid", ""]
)
def test_what_everybody_reads_alike_or_nobody_as_a_day_is_no_question(text: str) -> None:
    assert two_readings(text, STYLE) is None
