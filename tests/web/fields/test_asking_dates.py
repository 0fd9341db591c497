"""What is asked about a date: each question once, and never about a sure one."""

import datetime
from dataclasses import replace

import pytest
from flask import g

from i18n.locales import locale
from matching.record import Calendar, DatePrecision, PartialDate
from search.fields import catalogue
from web.fields.dates import ApproximateDate
from web.fields.soft_questions import ASKED, answered, question
from web.fields.widget import Setting

TODAY = datetime.date(2026, 11, 29)
WHEN, BIRTH = catalogue()["description.event.when"], catalogue()["description.birth"]
LATER = PartialDate(datetime.date(2001, 1, 1), datetime.date(2001, 12, 31), DatePrecision.YEAR)


def setting(*regions: str, birth: PartialDate | None = None) -> Setting:
    return Setting(TODAY, regions, birth=birth)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.fields.two_days.now", lambda: datetime.datetime(2026, 11, 29, tzinfo=datetime.UTC))


# Words that were read by themselves, as the page of a case shows them: nobody has said that they mean this.
READ_AS_SOLAR = {"written": "1375", "year": "1375", "calendar": "solar_hijri"}
READ_DAY_FIRST = {"written": "03/04/2021", "day": "3", "month": "4", "year": "2021"}
# What is typed, the question, the answer to it, and the first day that is then read.
ASKS = (
    (WHEN, setting(), {"written": "03/04/2021"}, "which_day", "month_first", "2021-03-04"),
    (BIRTH, setting(), {"year": "1375"}, "which_calendar", "solar_hijri", "1996-03-20"),
    (BIRTH, setting(), {"year": "۱۳۷۵", "month": "۳"}, "which_calendar", "hijri", "1955-10-18"),
    (BIRTH, setting("ET"), {"year": "1985"}, "which_calendar", "ethiopian", "1992-09-11"),
    (BIRTH, setting(), {"year": "1985", "month": "13", "day": "5"}, "which_day", "ethiopian", "1993-09-10"),
    # What was kept in words out of the boxes, and what two digits may mean.
    (WHEN, setting(), {"written": "1375"}, "which_calendar", "solar_hijri", "1996-03-20"),
    (
        WHEN,
        setting(),
        {"written": "1375", "year": "1375", "calendar": "solar_hijri"},
        "which_calendar",
        "hijri",
        "1955-08-20",
    ),
    (WHEN, setting(), {"written": "رمضان · ٢٠٢٣"}, "which_calendar", "mixed", "2023-03-22"),
    (WHEN, setting(), {"written": "5 · 13 · 1992"}, "which_day", "month_first", "1992-05-13"),
    (WHEN, setting(), {"written": "May · 1375"}, "which_calendar", "solar_hijri", "1996-05-01"),
    (WHEN, setting(), {"written": "98"}, "which_year", "1998", "1998-01-01"),
    (BIRTH, setting(), {"year": "21"}, "which_year", "1921", "1921-01-01"),
    (
        WHEN,
        setting(),
        {"day": "3", "month": "4", "year": "2021", "written": "03/04/2021"},
        "which_day",
        "month_first",
        "2021-03-04",
    ),
    (BIRTH, setting(), {"year": "2541"}, "which_calendar", "buddhist", "1998-01-01"),
    (BIRTH, setting("NP"), {"year": "2055"}, "which_calendar", "era-NP", "1998-01-01"),
    (BIRTH, setting(), {"year": "1998", "calendar": "hijri"}, "which_calendar", "gregorian", "1998-01-01"),
    (WHEN, setting(), {"year": "2023", "month": "رمضان", "day": "3"}, "which_calendar", "mixed", "2023-03-25"),
    (WHEN, setting(), {"written": "before Eid"}, "which_year", "2023", "2023-03-21"),
    (WHEN, setting(), {"written": "14 de mayo"}, "which_year", "2025", "2025-05-14"),
    (WHEN, setting(), {"day": "3", "month": "5"}, "which_year", "2024", "2024-05-03"),
    (WHEN, setting(), {"written": "three weeks ago"}, "which_days", "counted", "2026-11-08"),
)


def test_what_is_not_sure_is_asked_about_and_the_answer_is_read_without_another_question() -> None:
    for row, within, parts, code, chosen, first in ASKS:
        typed = {part: [said] for part, said in parts.items()}
        asked = question(row, typed, within)
        assert asked is not None, parts
        assert asked.code == code, parts
        now_typed = answered(row, {**typed, ASKED: [chosen]}, within)
        found = ApproximateDate().read(row, now_typed, within, None).value
        assert found is not None, parts
        assert found.earliest == datetime.date.fromisoformat(first), parts
        assert question(row, now_typed, within) is None, parts
        kept = [word for part, said in parts.items() if part != "calendar" for word in said.split(" · ")]
        assert all(word in str(now_typed) for word in kept), parts


def test_whoever_reads_the_ethiopian_calendar_is_asked_in_which_calendar_a_year_is_that_both_have() -> None:
    g.locale = replace(locale("en"), calendar="ethiopian")
    asked = question(BIRTH, {"year": ["1985"]}, setting())
    assert asked is not None
    assert [option.value for option in asked.options] == ["ethiopian", "gregorian"]
    sure = ({"year": "2026"}, {"year": "1985", "month": "May"}, {"year": "1985", "calendar": "ethiopian"})
    assert [parts for parts in sure if question(BIRTH, {part: [said] for part, said in parts.items()}, setting())] == []


def test_a_day_that_cannot_be_is_asked_about_and_stays_as_it_is() -> None:
    told = {
        "day_to_come": question(WHEN, {"year": ["2030"]}, setting()),
        "long_ago": question(BIRTH, {"year": ["1900"]}, setting()),
        "no_date": question(WHEN, {"written": ["31 · 2 · 2021"]}, setting()),
        "before_birth": question(WHEN, {"year": ["1999"]}, setting(birth=LATER)),
    }
    assert {code: asked.code if asked else None for code, asked in told.items()} == {code: code for code in told}


def test_a_sure_date_is_not_asked_about() -> None:
    sure = (
        {"year": "2021"}, {"year": "2021", "month": "August"}, {"year": "1445", "month": "رمضان"},
        {"year": "1400", "calendar": "solar_hijri"}, {"year": "2013", "calendar": "ethiopian", "month": "13"},
        {"written": "13/04/2021"}, {"written": "Christmas 2024"}, {"written": "it may be"}, {"written": "in the rains"},
        {"year": "2023", "written": "قبل العيد"}, {"written": "۱۵ خرداد ۱۴۰۰"}, {"calendar": Calendar.HIJRI},
    )  # fmt: skip
    asked = [parts for parts in sure if question(WHEN, {part: [said] for part, said in parts.items()}, setting("SY"))]
    assert asked == []


def test_none_of_hundreds_of_plain_dates_is_asked_about() -> None:
    asked = []
    for past in range(0, 9000, 23):
        day = TODAY - datetime.timedelta(days=past)
        typed = {"year": [str(day.year)], "month": [day.strftime("%B")], "day": [str(day.day)]}
        if question(WHEN, typed, setting("SY")) or question(WHEN, {"written": [day.strftime("%d %B %Y")]}, setting()):
            asked.append(day)
    assert asked == []
