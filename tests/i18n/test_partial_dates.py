from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.calendars import CalendarDay, in_calendar
from i18n.errors import UnknownCode
from i18n.partial_dates import PRECISIONS, full_date, partial_date

DAY = (date(2021, 3, 12), date(2021, 3, 12), "day")
MONTH = (date(2021, 3, 1), date(2021, 3, 31), "month")
YEAR = (date(2021, 1, 1), date(2021, 12, 31), "year")
ABOUT = (date(2019, 1, 1), date(2023, 12, 31), "about")
ABOUT_A_MONTH = (date(2021, 2, 10), date(2021, 4, 10), "about")
ABOUT_A_DAY = (date(2021, 3, 10), date(2021, 3, 14), "about")
SEASON = (date(2021, 3, 1), date(2021, 5, 31), "season")
YEARS = (date(2019, 1, 1), date(2021, 12, 31), "range")
DAYS = (date(2021, 3, 12), date(2021, 4, 2), "range")

Interval = tuple[date, date, str]


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (DAY, "12 March 2021"),
        (MONTH, "March 2021"),
        (YEAR, "2021"),
        (ABOUT, "around 2021"),
        (ABOUT_A_MONTH, "around March 2021"),
        (ABOUT_A_DAY, "around 12 March 2021"),
        (SEASON, "between March 2021 and May 2021"),
        (YEARS, "between 2019 and 2021"),
        (DAYS, "between 12 March 2021 and 2 April 2021"),
        ((date.min, date(2021, 3, 12), "range"), "12 March 2021 or earlier"),
        ((date(2021, 3, 12), date.max, "range"), "12 March 2021 or later"),
        ((date.min, date.max, "range"), "date not known"),
    ],
)
def test_a_date_is_said_no_finer_than_it_is_known(interval: Interval, words: str) -> None:
    assert partial_date("en", *interval) == words


@pytest.mark.usefixtures("words_of_formats")
@pytest.mark.parametrize(
    ("tag", "interval", "words"),
    [
        ("es", DAY, "12 de marzo de 2021"),
        ("es", MONTH, "marzo de 2021"),
        ("es", ABOUT, "alrededor de 2021"),
        ("es", YEARS, "entre 2019 y 2021"),
        ("ar", DAY, "12 آذار/مارس 2021"),
        ("ar", ABOUT, "حوالي 2021"),
        ("ar", YEARS, "بين 2019 و2021"),
    ],
)
def test_a_date_is_said_in_the_readers_language(tag: str, interval: Interval, words: str) -> None:
    assert partial_date(tag, *interval) == words


@pytest.mark.parametrize(
    ("calendar", "words"),
    [
        ("gregorian", "12 March 2021"),
        ("hijri", "28 Rajab 1442 Hijri (12 March 2021)"),
        ("solar_hijri", "22 Hut/Esfand 1399 Solar Hijri (12 March 2021)"),
        ("ethiopian", "3 Megabit 2013 Ethiopian (12 March 2021)"),
    ],
)
def test_a_date_is_shown_first_in_the_calendar_in_which_it_was_said(calendar: str, words: str) -> None:
    assert partial_date("en", *DAY, calendar) == words


def test_a_year_of_another_calendar_keeps_its_number_and_tells_the_gregorian_days() -> None:
    year = (date(1979, 11, 21), date(1980, 11, 8), "year")
    assert partial_date("en", *year, "hijri") == "1400 Hijri (between 21 November 1979 and 8 November 1980)"


def test_a_month_of_another_calendar_is_named() -> None:
    month = (date(2021, 2, 13), date(2021, 3, 13), "month")
    assert partial_date("en", *month, "hijri").startswith("Rajab 1442 Hijri (")


def test_an_approximate_year_of_another_calendar_stays_approximate() -> None:
    about = (date(1978, 9, 11), date(1983, 9, 10), "about")
    assert partial_date("en", *about, "ethiopian") == "around 1973 Ethiopian (around 1981)"


@pytest.mark.usefixtures("words_of_formats")
def test_a_day_of_the_service_is_told_in_the_readers_calendar_with_the_gregorian_one_beside_it() -> None:
    day = DAY[0]
    assert full_date("am", day) == "መጋቢት 3 ቀን 2013 (ማርች 12 ቀን 2021)"
    assert full_date("fa", day) == "22 حوت/اسفند 1399 (12 مارچ 2021)"
    assert full_date("ti", day) == "12 መጋቢት 2021"
    # What a family said in the Gregorian calendar stays in it.
    assert partial_date("am", *DAY) == "ማርች 12 ቀን 2021"
    assert partial_date("fa", *DAY, "solar_hijri") == "22 حوت/اسفند 1399 هجری شمسی (12 مارچ 2021)"


@pytest.mark.usefixtures("words_of_formats")
def test_arabic_writes_a_hijri_date_with_its_sign() -> None:
    assert partial_date("ar", *DAY, "hijri") == "28 رجب 1442 هـ (الموافق 12 آذار/مارس 2021)"


def test_a_year_before_the_hijri_tables_is_told_in_gregorian_only() -> None:
    assert partial_date("en", date(1890, 1, 1), date(1890, 12, 31), "year", "hijri") == "1890"


@pytest.mark.parametrize(
    ("calendar", "day", "expected"),
    [
        ("ethiopian", date(2007, 9, 12), (2000, 1, 1)),
        ("ethiopian", date(2019, 9, 11), (2011, 13, 6)),
        ("solar_hijri", date(2021, 3, 21), (1400, 1, 1)),
        ("hijri", date(2021, 8, 9), (1443, 1, 1)),
    ],
)
def test_new_years_days_and_leap_days_are_those_of_their_calendar(
    calendar: str, day: date, expected: tuple[int, int, int]
) -> None:
    assert in_calendar(day, calendar) == CalendarDay(*expected)


@pytest.mark.parametrize(("precision", "calendar"), [("hour", "gregorian"), ("day", "mayan")])
def test_an_unknown_code_is_refused(precision: str, calendar: str) -> None:
    with pytest.raises(UnknownCode):
        partial_date("en", *DAY[:2], precision, calendar)


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(0, 4000),
    st.sampled_from(sorted(PRECISIONS)),
    st.sampled_from(["gregorian", "hijri", "solar_hijri", "ethiopian"]),
)
def test_every_interval_of_a_living_memory_has_words(first: date, days: int, precision: str, calendar: str) -> None:
    last = date.fromordinal(first.toordinal() + days)
    words = partial_date("en", first, last, precision, calendar)
    assert words
    assert "%" not in words
