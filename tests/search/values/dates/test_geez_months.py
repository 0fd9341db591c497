"""Months that two calendars call alike."""

import datetime

from matching.record import Calendar
from search.values.dates.date_parts import DateStyle
from search.values.dates.date_reading import read_date
from search.values.dates.geez_months import in_gregorian_months

STYLE = DateStyle(datetime.date(2026, 11, 29))


def test_the_words_are_told_with_the_month_of_ours_that_has_the_same_name() -> None:
    assert in_gregorian_months("12 መጋቢት 2015") == "12 March 2015"
    assert in_gregorian_months("1 መስከረም 2015") == "1 September 2015"
    assert in_gregorian_months("ታሕሳስ 2015") == "December 2015"
    for sure in ("12 ማርች 2015", "5 ጳጉሜ 2013", "መጋቢት 3 2013 ዓ.ም", "12 Megabit 2015", ""):
        assert in_gregorian_months(sure) == "", sure


def test_a_day_that_would_be_to_come_in_the_ethiopian_calendar_is_one_of_ours() -> None:
    found = read_date("12 መጋቢት 2021", STYLE)
    assert found is not None
    assert (found.earliest, found.calendar) == (datetime.date(2021, 3, 12), Calendar.GREGORIAN)
    past = read_date("12 መጋቢት 2015", STYLE)
    assert past is not None
    assert (past.earliest, past.calendar) == (datetime.date(2023, 3, 21), Calendar.ETHIOPIAN)


def test_a_column_of_such_months_has_days_of_ours_where_its_own_calendar_has_not_come_so_far() -> None:
    style = DateStyle(STYLE.today, calendar=Calendar.ETHIOPIAN)
    for text in ("14/06/2023", "14 sene 2023", "14 ሰነ 2023"):
        found = read_date(text, style)
        assert found is not None
        assert (found.earliest, found.calendar) == (datetime.date(2023, 6, 14), Calendar.GREGORIAN), text
    named = read_date("ጥር 3 2023 ዓ.ም", style)
    assert named is not None
    assert named.calendar is Calendar.ETHIOPIAN
