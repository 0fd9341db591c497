"""Days, months and years of four calendars are intervals of Gregorian days."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import Calendar
from search.values.dates.calendar_days import days, month_names

GREGORIAN, HIJRI, SOLAR, ETHIOPIAN = Calendar.GREGORIAN, Calendar.HIJRI, Calendar.SOLAR_HIJRI, Calendar.ETHIOPIAN


@pytest.mark.parametrize(
    ("year", "month", "day", "calendar", "first", "last"),
    [
        (2021, None, None, GREGORIAN, "2021-01-01", "2021-12-31"),
        (2020, 2, None, GREGORIAN, "2020-02-01", "2020-02-29"),
        (2021, 2, None, GREGORIAN, "2021-02-01", "2021-02-28"),
        (2021, 12, None, GREGORIAN, "2021-12-01", "2021-12-31"),
        (1443, None, None, HIJRI, "2021-08-09", "2022-07-29"),
        (1443, 12, None, HIJRI, "2022-06-30", "2022-07-29"),
        (1443, 1, 1, HIJRI, "2021-08-09", "2021-08-09"),
        (1443, 2, 30, HIJRI, "2021-10-06", "2021-10-06"),
        (1342, 1, 1, HIJRI, "1923-08-14", "1923-08-14"),
        (1400, None, None, SOLAR, "2021-03-21", "2022-03-20"),
        (1399, 12, None, SOLAR, "2021-02-19", "2021-03-20"),
        (1399, 12, 30, SOLAR, "2021-03-20", "2021-03-20"),
        (2013, None, None, ETHIOPIAN, "2020-09-11", "2021-09-10"),
        (2011, 13, None, ETHIOPIAN, "2019-09-06", "2019-09-11"),
        (2013, 13, 5, ETHIOPIAN, "2021-09-10", "2021-09-10"),
        (2013, 1, 30, ETHIOPIAN, "2020-10-10", "2020-10-10"),
        (1850, 1, 1, GREGORIAN, "1850-01-01", "1850-01-01"),
        (2150, None, None, GREGORIAN, "2150-01-01", "2150-12-31"),
    ],
)
def test_a_year_month_or_day_is_its_first_and_last_day(
    year: int, month: int | None, day: int | None, calendar: Calendar, first: str, last: str
) -> None:
    assert days(year, month, day, calendar) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("year", "month", "day", "calendar"),
    [
        (2021, 13, None, GREGORIAN),
        (2021, 0, None, GREGORIAN),
        (2021, 2, 29, GREGORIAN),
        (1849, 12, 31, GREGORIAN),
        (2151, 1, 1, GREGORIAN),
        (9999, None, None, GREGORIAN),
        (1443, 1, 31, HIJRI),
        (1400, 12, 30, SOLAR),
        (2013, 1, 31, ETHIOPIAN),
        (2013, 13, 7, ETHIOPIAN),
        (2013, 14, 1, ETHIOPIAN),
        (1400, 13, 1, SOLAR),
    ],
)
def test_what_a_calendar_does_not_have_is_none(year: int, month: int, day: int | None, calendar: Calendar) -> None:
    assert days(year, month, day, calendar) is None


@given(st.integers(1, 12), st.sampled_from([(2021, GREGORIAN), (1443, HIJRI), (1400, SOLAR), (2013, ETHIOPIAN)]))
def test_the_months_of_a_year_follow_without_a_gap(month: int, of: tuple[int, Calendar]) -> None:
    year, calendar = of
    after = (year, month + 1) if month < 12 or calendar is ETHIOPIAN else (year + 1, 1)
    this, following = days(year, month, None, calendar), days(*after, None, calendar)
    assert this is not None
    assert following is not None
    assert following[0] - this[1] == datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("agosto", (GREGORIAN, 8)),
        ("август", (GREGORIAN, 8)),
        ("محرم", (HIJRI, 1)),
        ("مرداد", (SOLAR, 5)),
        ("tir", (SOLAR, 4)),
        ("ጳጉሜ", (ETHIOPIAN, 13)),
    ],
)
def test_a_months_name_knows_its_calendar(name: str, month: tuple[Calendar, int]) -> None:
    assert month_names()[name] == month


def test_no_months_name_is_a_figure_or_one_letter() -> None:
    assert not [name for name in month_names() if name.isdigit() or len(name) < 2]
