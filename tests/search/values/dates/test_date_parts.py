"""Days, months and years as numbers, in a column's order and calendar."""

import datetime

import pytest

from matching.record import Calendar, DatePrecision, PartialDate
from search.values.dates.date_parts import DateStyle, build, from_one_number, from_three, number

TODAY = datetime.date(2024, 6, 1)
STYLE = DateStyle(TODAY)


def told(found: PartialDate | None) -> tuple[str, str] | None:
    return (found.earliest.isoformat(), found.latest.isoformat()) if found else None


@pytest.mark.parametrize(("text", "value"), [("7", 7), ("07", 7), ("0", None), ("xx", None), ("", None), (None, None)])
def test_a_part_that_is_not_known_is_none(text: str | None, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("plain", "span"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2021.0", ("2021-01-01", "2021-12-31")),
        ("2021.5", None),
        ("20210812", ("2021-08-12", "2021-08-12")),
        ("20210800", ("2021-08-01", "2021-08-31")),
        ("12082021", ("2021-08-12", "2021-08-12")),
        ("44420", ("2021-08-12", "2021-08-12")),
        ("44420.75", ("2021-08-12", "2021-08-12")),
        ("10000", ("1927-05-18", "1927-05-18")),
        ("60000", ("2064-04-08", "2064-04-08")),
        ("60001", None),
        ("123", None),
        ("123456", None),
    ],
)
def test_one_number_is_a_year_a_day_or_a_spreadsheets_count(plain: str, span: tuple[str, str] | None) -> None:
    assert told(from_one_number(plain, STYLE)) == span


@pytest.mark.parametrize(
    ("parts", "order", "day"),
    [
        (("3", "4", "2021"), "dmy", "2021-04-03"),
        (("3", "4", "2021"), "mdy", "2021-03-04"),
        (("2021", "4", "3"), "dmy", "2021-04-03"),
        (("21", "4", "3"), "ymd", "2021-04-03"),
        (("3", "4", "21"), "dmy", "2021-04-03"),
        (("25", "12", "2021"), "mdy", "2021-12-25"),
        (("12", "25", "2021"), "dmy", "2021-12-25"),
    ],
)
def test_the_order_decides_unless_only_another_is_possible(parts: tuple[str, str, str], order: str, day: str) -> None:
    assert told(from_three(*parts, DateStyle(TODAY, order))) == (day, day)


@pytest.mark.parametrize("parts", [("3", "4", "0000"), ("3", "4", "xx"), ("3", "4", "0"), ("13", "13", "2021")])
def test_three_numbers_without_a_year_or_month_are_no_date(parts: tuple[str, str, str]) -> None:
    assert from_three(*parts, STYLE) is None


@pytest.mark.parametrize(
    ("year", "month", "day", "span", "precision"),
    [
        (2021, None, None, ("2021-01-01", "2021-12-31"), DatePrecision.YEAR),
        (2021, 2, None, ("2021-02-01", "2021-02-28"), DatePrecision.MONTH),
        (2020, 2, 29, ("2020-02-29", "2020-02-29"), DatePrecision.DAY),
        (2021, 2, 29, ("2021-02-01", "2021-02-28"), DatePrecision.MONTH),
        (2020, 2, 31, ("2020-02-01", "2020-02-29"), DatePrecision.MONTH),
        (2021, 4, 31, ("2021-04-01", "2021-04-30"), DatePrecision.MONTH),
        (2021, None, 5, ("2021-01-01", "2021-12-31"), DatePrecision.YEAR),
        (2564, 8, 12, ("2021-08-12", "2021-08-12"), DatePrecision.DAY),
    ],
)
def test_a_date_is_as_exact_as_its_parts(
    year: int, month: int | None, day: int | None, span: tuple[str, str], precision: DatePrecision
) -> None:
    found = build(year, month, day, STYLE)
    assert told(found) == span
    assert found is not None
    assert found.precision is precision


@pytest.mark.parametrize("parts", [(None, 1, 1), (2021, 13, None), (2021, 1, 32), (1700, 1, 1)])
def test_parts_that_make_no_date_are_none(parts: tuple[int | None, int | None, int | None]) -> None:
    assert build(*parts, STYLE) is None


@pytest.mark.parametrize(
    ("year", "past_only", "full"),
    [(29, False, 2029), (30, False, 1930), (24, True, 2024), (25, True, 1925), (0, False, 2000)],
)
def test_two_digits_lie_at_most_five_years_ahead_and_a_birth_not_at_all(
    year: int, full: int, *, past_only: bool
) -> None:
    found = build(year, None, None, DateStyle(TODAY, past_only=past_only))
    assert found is not None
    assert found.earliest.year == full


@pytest.mark.parametrize(
    ("year", "column", "calendar"),
    [
        (1249, Calendar.GREGORIAN, None),
        (1250, Calendar.GREGORIAN, Calendar.SOLAR_HIJRI),
        (1403, Calendar.GREGORIAN, Calendar.SOLAR_HIJRI),
        (1404, Calendar.GREGORIAN, Calendar.HIJRI),
        (1500, Calendar.GREGORIAN, Calendar.HIJRI),
        (2021, Calendar.HIJRI, Calendar.GREGORIAN),
        (2013, Calendar.ETHIOPIAN, Calendar.ETHIOPIAN),
        (43, Calendar.HIJRI, Calendar.HIJRI),
        (99, Calendar.SOLAR_HIJRI, Calendar.SOLAR_HIJRI),
    ],
)
def test_a_years_number_shows_its_calendar(year: int, column: Calendar, calendar: Calendar | None) -> None:
    found = build(year, 1, 1, DateStyle(TODAY, calendar=column))
    assert (found.calendar if found else None) is calendar


@pytest.mark.parametrize(
    ("year", "past", "whole"), [("69", False, "2026"), ("33", True, "1990"), ("68", True, "1925"), ("11", True, "1968")]
)
def test_years_of_two_figures_in_a_column_of_the_buddhist_era(year: str, whole: str, *, past: bool) -> None:
    found = from_three("2", "9", year, DateStyle(TODAY, past_only=past, buddhist=True))
    assert told(found) == (f"{whole}-09-02", f"{whole}-09-02")
