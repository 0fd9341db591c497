"""Dates as a family types them, in the calendar it knows."""

import datetime
from typing import Any

import pytest

from matching.record import Calendar, DatePrecision, PartialDate
from web.family.typed_dates import NotADate, read_parts, shown_parts

TODAY = datetime.date(2026, 11, 22)
EMPTY: dict[str, Any] = {
    "day": None,
    "month": None,
    "year": None,
    "around": False,
    "calendar": "gregorian",
    "written": "",
}


def read(**typed: Any) -> PartialDate | None:
    return read_parts({**EMPTY, **typed}, TODAY)


def test_a_year_alone_is_the_whole_year() -> None:
    assert read(year=1998) == PartialDate(datetime.date(1998, 1, 1), datetime.date(1998, 12, 31), DatePrecision.YEAR)


def test_a_month_reaches_to_its_last_day() -> None:
    assert read(year=2024, month=2) == PartialDate(
        datetime.date(2024, 2, 1), datetime.date(2024, 2, 29), DatePrecision.MONTH
    )


def test_a_day_without_a_month_is_not_believed() -> None:
    assert read(year=1998, day=7) == read(year=1998)


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day", "gregorian"),
    [
        ("ethiopian", 2013, 1, 1, datetime.date(2020, 9, 11)),
        ("hijri", 1442, 7, 28, datetime.date(2021, 3, 12)),
        ("solar_hijri", 1400, 1, 1, datetime.date(2021, 3, 21)),
    ],
)
def test_a_day_of_another_calendar_is_the_same_day(
    calendar: str, year: int, month: int, day: int, gregorian: datetime.date
) -> None:
    found = read(year=year, month=month, day=day, calendar=calendar)
    assert found == PartialDate(gregorian, gregorian, DatePrecision.DAY, Calendar(calendar))


def test_around_says_that_it_is_not_sure() -> None:
    found = read(year=1998, around=True)
    assert found is not None
    assert found.precision is DatePrecision.ABOUT


@pytest.mark.parametrize("typed", [{"year": 1398}, {"year": 2023, "month": 2, "day": 31}, {"year": 2013, "month": 13}])
def test_what_is_no_date_of_the_calendar_is_said_to_be_none(typed: dict[str, int]) -> None:
    with pytest.raises(NotADate):
        read(**typed)


def test_a_date_in_words_is_read_where_no_year_stands_in_its_field() -> None:
    found = read(written="12 de agosto de 2021")
    assert found is not None
    assert found.earliest == datetime.date(2021, 8, 12)
    assert found.written == "12 de agosto de 2021"


def test_words_that_say_no_date_are_none() -> None:
    assert read(written="before the rains") is None


@pytest.mark.parametrize(
    "typed",
    [
        {"year": 1998},
        {"year": 1998, "around": True},
        {"year": 1998, "month": 3},
        {"year": 1990, "month": 13, "calendar": "ethiopian"},
        {"year": 1442, "month": 7, "day": 28, "calendar": "hijri", "written": "in Rajab"},
        {"year": 1375, "calendar": "solar_hijri"},
        {"year": 2021, "month": 3, "day": 9, "around": True},
    ],
)
def test_a_date_is_shown_as_it_was_typed(typed: dict[str, Any]) -> None:
    found = read(**typed)
    assert found is not None
    assert {**EMPTY, **shown_parts(found)} == {**EMPTY, **typed}
