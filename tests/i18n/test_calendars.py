"""Days in the calendars that families know, and the names of their months."""

import datetime

import pytest

from i18n.calendars import GREGORIAN, CalendarDay, in_calendar, knows, month_name, with_calendar_name
from i18n.offered_languages import offered

DAY = datetime.date(2021, 3, 12)
MONTHS = {"hijri": 12, "solar_hijri": 12, "ethiopian": 13}


@pytest.mark.parametrize(
    ("day", "calendar", "own"),
    [
        (DAY, "hijri", (1442, 7, 28)),
        (DAY, "solar_hijri", (1399, 12, 22)),
        (DAY, "ethiopian", (2013, 7, 3)),
        # New year's days, one after a leap day.
        (datetime.date(2021, 8, 9), "hijri", (1443, 1, 1)),
        (datetime.date(2021, 3, 21), "solar_hijri", (1400, 1, 1)),
        (datetime.date(2023, 9, 12), "ethiopian", (2016, 1, 1)),
        (datetime.date(2023, 9, 11), "ethiopian", (2015, 13, 6)),
    ],
)
def test_a_day_has_its_date_in_every_calendar(day: datetime.date, calendar: str, own: tuple[int, int, int]) -> None:
    assert in_calendar(day, calendar) == CalendarDay(*own)


@pytest.mark.parametrize("day", [datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)])
def test_outside_its_tables_a_calendar_has_no_date(day: datetime.date) -> None:
    assert in_calendar(day, "hijri") is None


def test_a_calendar_without_a_conversion_is_an_error() -> None:
    assert [knows(name) for name in (GREGORIAN, *MONTHS, "mayan")] == [True, True, True, True, False]
    with pytest.raises(KeyError):
        in_calendar(DAY, "mayan")


@pytest.mark.parametrize("tag", [row.tag for row in offered()])
@pytest.mark.parametrize("calendar", MONTHS)
def test_every_month_has_a_name_of_its_own_in_every_language(calendar: str, tag: str) -> None:
    names = [month_name(tag, calendar, month) for month in range(1, MONTHS[calendar] + 1)]
    assert all(names)
    assert len(set(names)) == MONTHS[calendar]


def test_months_are_counted_from_one() -> None:
    assert month_name("en", "hijri", 1) == "Muharram"
    assert month_name("en", "hijri", 9) == "Ramadan"
    assert month_name("ar", "hijri", 9) == "رمضان"
    assert month_name("en", "ethiopian", 13) == "Pagumen"
    with pytest.raises(IndexError):
        month_name("en", "solar_hijri", 13)


@pytest.mark.parametrize("tag", [row.tag for row in offered()])
def test_the_name_of_the_calendar_stands_beside_the_date(tag: str) -> None:
    named = {calendar: with_calendar_name(tag, calendar, "28") for calendar in MONTHS}
    assert all("28" in date for date in named.values())
    assert len(set(named.values())) == len(MONTHS)
