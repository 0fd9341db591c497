"""Written dates in many languages, orders and calendars are the intervals that their writers meant."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import Calendar, DatePrecision
from search.values.dates.date_reading import DateStyle, read_birth_date, read_date, read_event_date

STYLE = DateStyle(datetime.date(2024, 6, 1))


@pytest.mark.parametrize(
    "text",
    [
        "12/08/2021",
        "12.08.2021",
        "12-08-21",
        "12.8.21",
        "2021-08-12",
        "2021/8/12",
        "20210812",
        "12082021",
        "44420",
        "12 de agosto de 2021",
        "12 août 2021",
        "12 agosto 2021",
        "12. August 2021",
        "12 augustus 2021",
        "Aug 12, 2021",
        "August 12th, 2021",
        "12-Aug-21",
        "12 Ağustos 2021",
        "12 Αυγούστου 2021",
        "12 августа 2021 г.",
        "12 серпня 2021",
        "12 sierpnia 2021",
        "12 أغسطس 2021",
        "١٢/٠٨/٢٠٢١",
        "1400/05/21",
        "۱۴۰۰/۵/۲۱",
        "21 مرداد 1400",
        "2021年8月12日",
        "Thursday, 12 August 2021",
        "2021-08-12 14:30:00",
        "12/08/2021 14:30",
        "2021-08-12T10:00:00Z",
    ],
)
def test_one_day_in_many_ways(text: str) -> None:
    found = read_date(text, STYLE)
    assert found is not None
    assert (found.earliest, found.latest, found.precision) == (datetime.date(2021, 8, 12),) * 2 + (DatePrecision.DAY,)
    assert found.written == text


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("03/2021", "2021-03-01", "2021-03-31", "month"),
        ("août 2021", "2021-08-01", "2021-08-31", "month"),
        ("Aug-21", "2021-08-01", "2021-08-31", "month"),
        ("1990s", "1990-01-01", "1999-12-31", "about"),
        ("años 90", "1990-01-01", "1999-12-31", "about"),
        ("about 1985", "1985-01-01", "1985-12-31", "about"),
        ("ca. 1985", "1985-01-01", "1985-12-31", "about"),
        ("vers 1985", "1985-01-01", "1985-12-31", "about"),
        ("hacia 1985", "1985-01-01", "1985-12-31", "about"),
        ("~1985", "1985-01-01", "1985-12-31", "about"),
        ("1985-1990", "1985-01-01", "1990-12-31", "range"),
        ("entre 1985 y 1990", "1985-01-01", "1990-12-31", "range"),
        ("3 - 5 May 2021", "2021-05-03", "2021-05-05", "range"),
        ("12/08/2021 - 15/08/2021", "2021-08-12", "2021-08-15", "range"),
        ("xx/xx/1985", "1985-01-01", "1985-12-31", "year"),
        ("00/03/1985", "1985-03-01", "1985-03-31", "month"),
        ("31/02/2021", "2021-02-01", "2021-02-28", "month"),
        ("été 2021", "2021-06-01", "2021-08-31", "season"),
        ("1443 هـ", "2021-08-09", "2022-07-29", "year"),
        ("2013 ዓ.ም", "2020-09-11", "2021-09-10", "year"),
    ],
)
def test_what_is_not_said_stays_open(text: str, earliest: str, latest: str, precision: str) -> None:
    found = read_date(text, STYLE)
    assert found is not None
    assert [found.earliest.isoformat(), found.latest.isoformat(), found.precision.value] == [
        earliest,
        latest,
        precision,
    ]


@pytest.mark.parametrize("text", ["", "unknown", "1 Jan", "0", "15", "?", "sin dato", "x" * 500])
def test_words_without_a_date_give_none(text: str) -> None:
    assert read_date(text, STYLE) is None


def test_the_columns_order_decides_between_day_and_month() -> None:
    american = read_date("03/04/2021", DateStyle(STYLE.today, "mdy"))
    european = read_date("03/04/2021", STYLE)
    assert american is not None
    assert european is not None
    assert (american.earliest.month, european.earliest.month) == (3, 4)


@pytest.mark.parametrize("text", ["01/01/1998", "1998-01-01", "1 January 1998", "1998"])
def test_a_birth_on_the_first_of_january_means_that_the_year_is_known(text: str) -> None:
    found = read_birth_date(text, STYLE)
    assert found is not None
    assert (found.earliest, found.latest) == (datetime.date(1998, 1, 1), datetime.date(1998, 12, 31))
    assert found.precision is DatePrecision.YEAR


def test_the_first_day_of_a_solar_year_means_that_year_alone() -> None:
    found = read_birth_date("1377/01/01", STYLE)
    assert found is not None
    assert (found.earliest, found.latest) == (datetime.date(1998, 3, 21), datetime.date(1999, 3, 20))
    assert found.calendar is Calendar.SOLAR_HIJRI


def test_two_digits_of_a_birth_lie_in_the_past() -> None:
    born, met = read_birth_date("5/6/31", STYLE), read_date("5/6/21", STYLE)
    assert born is not None
    assert met is not None
    assert (born.earliest.year, met.earliest.year) == (1931, 2021)


@given(st.text(max_size=60), st.sampled_from(["dmy", "mdy", "ymd"]), st.sampled_from(list(Calendar)))
def test_any_text_is_an_interval_or_none(text: str, order: str, calendar: Calendar) -> None:
    found = read_birth_date(text, DateStyle(STYLE.today, order, calendar))
    assert found is None or found.earliest <= found.latest


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_iso_dates_read_back_to_themselves(day: datetime.date) -> None:
    found = read_date(day.isoformat(), STYLE)
    assert found is not None
    assert found.earliest == found.latest == day


@pytest.mark.parametrize(
    "text",
    ["12/05/2030", "2026-12-01", "01/01/1900", "1899-12-31", "1899-12-30", "1904-01-01", "00/01/1900", "1900-01-00"],
)
def test_nobody_is_born_in_the_future_or_on_the_zero_of_a_program(text: str) -> None:
    assert read_birth_date(text, DateStyle(datetime.date(2026, 11, 22))) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("15-06-00", "2000-06-15", "2000-06-15"),
        ("1990-05-11T22:00:00.000Z", "1990-05-11", "1990-05-12"),
        ("Sat May 12 1990", "1990-05-12", "1990-05-12"),
        ("1882", "1882-01-01", "1882-12-31"),
    ],
)
def test_a_birth_is_read_as_programs_and_clerks_write_it(text: str, first: str, last: str) -> None:
    found = read_birth_date(text, DateStyle(datetime.date(2026, 11, 22)))
    assert found is not None
    assert (found.earliest.isoformat(), found.latest.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 Tir 1990", "1998-01-13"),
        ("5 Hedar 1990", "1997-11-14"),
        ("5 ሀምሌ 1990", "1998-07-12"),
        ("12 May 1990", "1990-05-12"),
    ],
)
def test_months_of_a_column_s_own_calendar_come_first(text: str, day: str) -> None:
    found = read_date(text, DateStyle(datetime.date(2026, 11, 22), calendar=Calendar.ETHIOPIAN))
    assert found is not None
    assert found.earliest.isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        *(
            "0001-01-01",
            "01/01/0001",
            "0001-01-01T00:00:00Z",
            "1 January 0001",
            "01 Jan 0001 00:00:00",
            "0001",
            "00010101",
        ),
        *("15/05/0098", "2 May 0098", "May 0025", "098-01-01"),
    ],
)
def test_a_year_of_four_figures_that_begins_with_zero_is_none(text: str) -> None:
    style = DateStyle(datetime.date(2026, 11, 22))
    assert (read_date(text, style), read_birth_date(text, style)) == (None, None)


@pytest.mark.parametrize(
    "text", ["1970-01-01", "01/01/1970 00:00", "1969-12-31T17:00:00Z", "1899-12-30", "0/1/1900", "1904-01-01"]
)
def test_nobody_is_found_on_the_zero_of_a_program(text: str) -> None:
    assert read_event_date(text, DateStyle(datetime.date(2026, 11, 22))) is None


@pytest.mark.parametrize(
    ("text", "year"), [("1970-01-02", 1970), ("1970", 1970), ("xx/05/1988", 1988), ("15-06-00", 2000)]
)
def test_days_beside_the_zeros_and_years_of_two_figures_are_read(text: str, year: int) -> None:
    found = read_event_date(text, DateStyle(datetime.date(2026, 11, 22)))
    assert found is not None
    assert found.earliest.year == year


def test_a_birth_on_the_first_day_of_1970_is_the_year() -> None:
    found = read_birth_date("1970-01-01", DateStyle(datetime.date(2026, 11, 22)))
    assert found is not None
    assert found.precision is DatePrecision.YEAR
