"""Approximate dates as they are typed."""

import datetime
from dataclasses import replace

import pytest
from flask import g

from i18n.locales import locale
from matching.record import Calendar, DatePrecision, PartialDate
from search.fields import catalogue
from web.fields.dates import DAY, MONTH, NO_DATE, NO_YEAR, YEAR, ApproximateDate, Day, shown_parts
from web.fields.widget import Reading, Setting

SETTING = Setting(datetime.date(2026, 11, 22))
ROW = catalogue()["description.birth"]


def read(**parts: str) -> Reading:
    return ApproximateDate().read(ROW, {part: [text] for part, text in parts.items()}, SETTING, None)


def span(earliest: datetime.date, latest: datetime.date, precision: DatePrecision, **more: Calendar) -> PartialDate:
    return PartialDate(earliest, latest, precision, **more)


def test_as_much_as_is_remembered_is_enough() -> None:
    year = span(datetime.date(1998, 1, 1), datetime.date(1998, 12, 31), DatePrecision.YEAR)
    assert read(year="١٩٩٨") == Reading(year)
    month = span(datetime.date(2024, 2, 1), datetime.date(2024, 2, 29), DatePrecision.MONTH)
    assert read(year="2024", month="2") == read(year="2024", month="February") == Reading(month)
    around = read(year="1998", around="y").value
    assert around.precision is DatePrecision.ABOUT


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day", "gregorian"),
    [
        ("ethiopian", "2013", "1", "1", datetime.date(2020, 9, 11)),
        ("hijri", "1442", "7", "28", datetime.date(2021, 3, 12)),
        ("", "1442", "رجب", "28", datetime.date(2021, 3, 12)),
        ("solar_hijri", "1400", "1", "1", datetime.date(2021, 3, 21)),
    ],
)
def test_a_day_of_another_calendar_is_the_same_day(
    calendar: str, year: str, month: str, day: str, gregorian: datetime.date
) -> None:
    found = read(year=year, month=month, day=day, calendar=calendar).value
    assert (found.earliest, found.latest) == (gregorian, gregorian)
    assert found.calendar is not Calendar.GREGORIAN


def test_words_that_say_a_date_are_one_and_others_stay_words() -> None:
    found = read(written="12 de agosto de 2021").value
    assert (found.earliest, found.written) == (datetime.date(2021, 8, 12), "12 de agosto de 2021")
    assert read(written="قبل العيد") == Reading(None, "قبل العيد")


@pytest.mark.parametrize(
    ("parts", "words", "problem", "part"),
    [
        ({"year": "19x8"}, "19x8", YEAR, "year"),
        ({"year": "98"}, "98", YEAR, "year"),
        ({"month": "5"}, "5", NO_YEAR, "year"),
        ({"day": "7", "written": "in the rains"}, "7 · in the rains", NO_YEAR, "year"),
        ({"year": "2021", "month": "2", "day": "30"}, "30 · 2 · 2021", NO_DATE, "year"),
        ({"year": "1398"}, "1398", NO_DATE, "year"),
        ({"year": "2021", "month": "رجب", "calendar": "ethiopian"}, "رجب · 2021", NO_DATE, "year"),
    ],
)
def test_what_is_no_date_stays_in_words_and_is_asked_about(
    parts: dict[str, str], words: str, problem: str, part: str
) -> None:
    found = read(**parts)
    assert (found.value, found.problem, found.part) == (None, problem, part)
    assert found.words.startswith(words)


@pytest.mark.parametrize(
    ("parts", "precision", "problem"),
    [
        ({"year": "1998", "day": "7"}, DatePrecision.YEAR, ""),
        ({"year": "1998", "day": "32", "month": "3"}, DatePrecision.MONTH, DAY),
        ({"year": "1998", "month": "soon"}, DatePrecision.YEAR, MONTH),
    ],
)
def test_what_can_be_read_in_part_keeps_the_part_and_the_words(
    parts: dict[str, str], precision: DatePrecision, problem: str
) -> None:
    found = read(**parts)
    assert (found.value.precision, found.problem) == (precision, problem)
    assert all(text in found.words for text in parts.values())


@pytest.mark.parametrize(
    "parts",
    [
        {"year": "1998"},
        {"year": "1998", "around": "y"},
        {"year": "1990", "month": "13", "calendar": "ethiopian"},
        {"year": "1442", "month": "7", "day": "28", "calendar": "hijri", "written": "in Rajab"},
    ],
)
def test_a_date_is_shown_as_it_was_typed(parts: dict[str, str]) -> None:
    shown = {part: text for part, text in shown_parts(read(**parts).value).items() if text}
    assert shown == {"calendar": "gregorian", **parts}


def test_a_day_of_an_office_is_one_day_or_words() -> None:
    row = catalogue()["provenance.source_date"]
    assert Day().read(row, {"": ["2026-03-12"]}, SETTING, None) == Reading(datetime.date(2026, 3, 12))
    assert Day().read(row, {"": ["last week"]}, SETTING, None).words == "last week"
    assert Day().fill(row, datetime.date(2026, 3, 12), "") == {"": ["2026-03-12"]}


def test_a_feast_in_words_beside_the_box_of_the_year_is_its_days_and_is_read_so_again() -> None:
    found = read(year="2023", written="before Eid al-Fitr").value
    assert (found.earliest, found.latest) == (datetime.date(2023, 3, 21), datetime.date(2023, 4, 19))
    assert found.written == "before Eid al-Fitr 2023"
    assert read(**shown_parts(found)).value == found
    assert read(year="2021", written="it may be").value.precision is DatePrecision.YEAR


def test_the_readers_own_calendar_is_named_first_and_none_is_chosen() -> None:
    first = {}
    for calendar in ("gregorian", "ethiopian", "solar_hijri"):
        g.locale = replace(locale("en"), calendar=calendar)
        options = next(one.options for one in ApproximateDate().controls(ROW, {}) if one.part == "calendar")
        assert not any(option.chosen for option in options)
        assert {option.value for option in options} == {"", *Calendar}
        first[calendar] = options[1].value
    assert first == {calendar: calendar for calendar in first}
