"""Words in dates: a season, a decade, the end of a month, each as the whole of the interval that it names."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import Calendar, DatePrecision, PartialDate
from search.values.dates.date_parts import DateStyle
from search.values.dates.date_words import decade, from_words

STYLE = DateStyle(datetime.date(2024, 6, 1))


def read(text: str, style: DateStyle = STYLE) -> tuple[str, str, str]:
    """The first and last day that the words mean, and how exactly they say it."""
    found = from_words(text, style)
    assert found is not None, text
    return told(found)


def told(found: PartialDate) -> tuple[str, str, str]:
    return found.earliest.isoformat(), found.latest.isoformat(), found.precision.value


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("primavera 2021", "2021-03-01", "2021-05-31"),
        ("verano 2021", "2021-06-01", "2021-08-31"),
        ("outono de 2021", "2021-09-01", "2021-11-30"),
        ("winter 2021", "2021-12-01", "2022-02-28"),
        ("зимой 2019", "2019-12-01", "2020-02-29"),
        ("الصيف 2021", "2021-06-01", "2021-08-31"),
    ],
)
def test_a_season_ends_on_the_last_day_of_its_third_month(text: str, earliest: str, latest: str) -> None:
    assert read(text) == (earliest, latest, "season")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("end of March 2021", "2021-03-21", "2021-03-31"),
        ("fin février 2020", "2020-02-19", "2020-02-29"),
        ("finales de 2021", "2021-08-31", "2021-12-31"),
        ("mediados de abril 2021", "2021-04-10", "2021-04-20"),
        ("early 2021", "2021-01-01", "2021-05-02"),
        ("اواخر 1443 هـ", "2022-04-02", "2022-07-29"),
    ],
)
def test_a_part_of_a_year_or_month_is_its_third(text: str, earliest: str, latest: str) -> None:
    assert read(text) == (earliest, latest, "range")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Februar 2020", "2020-02-01", "2020-02-29"),
        ("febrero de 1900", "1900-02-01", "1900-02-28"),
        ("April 2021", "2021-04-01", "2021-04-30"),
        ("Dec 2021", "2021-12-01", "2021-12-31"),
        ("Aug-21", "2021-08-01", "2021-08-31"),
        ("محرم 1443", "2021-08-09", "2021-09-07"),
        ("صفر 1443", "2021-09-08", "2021-10-06"),
        ("ذو الحجة 1443", "2022-06-30", "2022-07-29"),
        ("مرداد 1400", "2021-07-23", "2021-08-22"),
        ("اسفند 1399", "2021-02-19", "2021-03-20"),
        ("اسفند 1400", "2022-02-20", "2022-03-20"),
        ("ነሐሴ 2013", "2021-08-07", "2021-09-05"),
        ("ጳጉሜ 2013", "2021-09-06", "2021-09-10"),
        ("ጳጉሜ 2011", "2019-09-06", "2019-09-11"),
    ],
)
def test_a_month_ends_on_the_last_day_that_its_calendar_gives_it(text: str, earliest: str, latest: str) -> None:
    assert read(text) == (earliest, latest, "month")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1990s", 1990, 1999),
        ("the '90s", 1990, 1999),
        ("años 80", 1980, 1989),
        ("década de 1970", 1970, 1979),
        ("90er Jahre", 1990, 1999),
        ("20s", 2020, 2029),
        ("30s", 1930, 1939),
        ("1850s", 1850, 1859),
        ("2100s", 2100, 2109),
    ],
)
def test_a_decade_is_ten_whole_years(text: str, first: int, last: int) -> None:
    found = decade(text)
    assert found is not None
    assert told(found) == (f"{first}-01-01", f"{last}-12-31", "about")


@pytest.mark.parametrize("text", ["1995s", "1840s", "2110s", "90", "años", "s", "in the 1990s"])
def test_what_names_no_ten_years_is_no_decade(text: str) -> None:
    assert decade(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 1985", ("1985-01-01", "1985-12-31", "about")),
        ("ca. 1985", ("1985-01-01", "1985-12-31", "about")),
        ("early 1990s", ("1990-01-01", "1999-12-31", "about")),
        ("hacia marzo 1985", ("1985-03-01", "1985-03-31", "about")),
        ("about winter 1985", ("1985-12-01", "1986-02-28", "about")),
    ],
)
def test_a_word_for_about_keeps_the_interval_and_takes_its_exactness(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 de agosto de 2021", "2021-08-12"),
        ("August 12th, 2021", "2021-08-12"),
        ("Thursday, 12 August 2021", "2021-08-12"),
        ("12 Aug 21", "2021-08-12"),
        ("21 مرداد 1400", "2021-08-12"),
        ("12 12 2021 gregorian", "2021-12-12"),
        ("3 محرم 1443", "2021-08-11"),
        ("08/12/1443 هـ", "2022-07-07"),
        ("the 5 5 2021", "2021-05-05"),
    ],
)
def test_a_whole_day_among_words(text: str, day: str) -> None:
    assert read(text) == (day, day, "day")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("año 1985", ("1985-01-01", "1985-12-31", "year")),
        ("approx 85", ("1985-01-01", "1985-12-31", "about")),
        ("approx 3 2021", ("2021-03-01", "2021-03-31", "about")),
        ("2021 in 3", ("2021-03-01", "2021-03-31", "month")),
        ("1400 شمسی", ("2021-03-21", "2022-03-20", "year")),
        ("2013 ዓ.ም", ("2020-09-11", "2021-09-10", "year")),
    ],
)
def test_a_year_alone_or_with_a_number_of_a_month(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["", "hola", "85", "1 Jan", "1 2 3 4", "around", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 2021"]
)
def test_words_without_a_year_say_no_date(text: str) -> None:
    assert from_words(text, STYLE) is None


def test_fourteen_words_are_read_and_fifteen_are_a_story() -> None:
    thirteen = "they say that he was seen by the river then in the year"
    assert len(thirteen.split()) == 13
    assert from_words(f"{thirteen} 2021", STYLE) is not None
    assert from_words(f"well {thirteen} 2021", STYLE) is None


def test_the_month_decides_the_calendar_and_a_sign_decides_it_again() -> None:
    hijri, signed = from_words("5 صفر 1443", STYLE), from_words("1400 هجري", STYLE)
    assert hijri is not None
    assert signed is not None
    assert (hijri.calendar, signed.calendar) == (Calendar.HIJRI, Calendar.HIJRI)


@given(st.integers(1900, 2100), st.sampled_from(["spring", "summer", "autumn", "winter"]))
def test_the_day_after_a_season_is_the_first_of_a_month(year: int, season: str) -> None:
    found = from_words(f"{season} {year}", STYLE)
    assert found is not None
    assert found.precision is DatePrecision.SEASON
    assert (found.latest + datetime.timedelta(days=1)).day == 1
    assert 89 <= (found.latest - found.earliest).days <= 91


@pytest.mark.parametrize(
    ("text", "month"),
    [("12 अगस्त 2001", 8), ("12 আগস্ট 2001", 8), ("6 అక్టో 2021", 10), ("3 มกราคม 2001", 1), ("3 កុម្ភៈ 2001", 2)],
)
def test_months_whose_letters_carry_vowel_signs_are_read_whole(text: str, month: int) -> None:
    found = from_words(text, STYLE)
    assert found is not None
    assert (found.earliest.month, found.latest.month) == (month, month)


@pytest.mark.parametrize(
    ("language", "text", "month"),
    [
        ("ht", "out 2023", "2023-08"),
        ("pt", "out 2023", "2023-10"),
        ("ht", "14/out/2023", "2023-08"),
        ("pt", "14 out 2023", "2023-10"),
        ("", "14/out/2023", "2023-10"),
        ("", "14 out 2023", "2023-08"),
        ("ht", "mas 2023", "2023-03"),
        ("ht", "1ye me 2023", "2023-05"),
    ],
)
def test_a_short_name_is_the_month_of_the_language_that_is_known(language: str, text: str, month: str) -> None:
    assert read(text, DateStyle(datetime.date(2024, 6, 1), language=language))[0].startswith(month)
