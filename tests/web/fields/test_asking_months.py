"""What is asked about a month that can be two, that two calendars call alike, or that is none of ours."""

import datetime

import pytest

from i18n.locales import locale
from matching.record import Calendar
from search.fields import catalogue
from web.fields.dates import ApproximateDate
from web.fields.soft_questions import ASKED, answered, question
from web.fields.widget import Setting

SETTING = Setting(datetime.date(2026, 11, 22))
WHEN = catalogue()["description.event.when"]


def test_which_of_two_months_is_asked_and_the_answer_is_that_month_with_the_words_beside_it() -> None:
    for typed in ({"written": ["تشرين 2022"]}, {"month": ["تشرين"], "year": ["2022"]}):
        asked = question(WHEN, typed, SETTING)
        assert asked is not None, typed
        assert (asked.code, len(asked.options)) == ("which_month", 2)
        chosen = answered(WHEN, {**typed, ASKED: ["1"]}, SETTING)
        read = ApproximateDate().read(WHEN, chosen, SETTING, None).value
        assert (read.earliest, read.latest) == (datetime.date(2022, 11, 1), datetime.date(2022, 11, 30))
        assert "تشرين" in chosen["written"][0]
        assert question(WHEN, chosen, SETTING) is None
        assert question(WHEN, answered(WHEN, {**typed, ASKED: [""]}, SETTING), SETTING) is None


def test_one_month_or_another_is_neither_until_somebody_says_which() -> None:
    typed = {"written": ["March or May 2021"]}
    assert ApproximateDate().read(WHEN, typed, SETTING, None).value is None
    asked = question(WHEN, typed, SETTING)
    assert asked is not None
    assert asked.code == "which_month"


def test_a_month_of_bengal_is_no_hijri_year() -> None:
    typed = {"written": ["পৌষ ১৪২৮"]}
    assert ApproximateDate().read(WHEN, typed, SETTING, None).value is None
    chosen = answered(WHEN, {**typed, ASKED: ["era"]}, SETTING)
    read = ApproximateDate().read(WHEN, chosen, SETTING, None).value
    assert (read.earliest.year, read.earliest.month, read.calendar) == (2021, 12, Calendar.GREGORIAN)
    assert question(WHEN, chosen, SETTING) is None


def test_a_month_that_eritrea_and_ethiopia_call_alike_is_asked_about_where_it_can_be_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = {"day": ["12"], "month": ["መጋቢት"]}
    for reader, year, options in (
        ("ti", "2015", ["gregorian", "ethiopian"]),
        ("ti", "2021", ["gregorian"]),
        ("en", "2021", ["gregorian"]),
    ):
        monkeypatch.setattr("web.fields.asking_months.current_locale", lambda tag=reader: locale(tag))
        asked = question(WHEN, {**said, "year": [year]}, SETTING)
        assert asked is not None, year
        assert (asked.code, [option.value for option in asked.options]) == ("which_calendar", options)
        for option in asked.options:
            chosen = answered(WHEN, {**said, "year": [year], ASKED: [option.value]}, SETTING)
            read = ApproximateDate().read(WHEN, chosen, SETTING, None).value
            assert read.calendar == option.value
            assert question(WHEN, chosen, SETTING) is None
    assert question(WHEN, {**said, "year": ["2015"]}, SETTING) is None


def test_months_of_creole_that_are_other_words_elsewhere_are_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.fields.asking_months.current_locale", lambda: locale("ht"))
    for month, number, options in (("mas", 3, 1), ("me", 5, 1), ("out", 8, 2)):
        for typed in ({"written": [f"13 {month} 2021"]}, {"day": ["13"], "month": [month], "year": ["2021"]}):
            asked = question(WHEN, typed, SETTING)
            assert asked is not None, typed
            assert (asked.code, len(asked.options)) == ("which_month", options)
            chosen = answered(WHEN, {**typed, ASKED: ["0"]}, SETTING)
            read = ApproximateDate().read(WHEN, chosen, SETTING, None).value
            assert read.earliest == datetime.date(2021, number, 13), typed
            assert question(WHEN, chosen, SETTING) is None
    monkeypatch.setattr("web.fields.asking_months.current_locale", lambda: locale("en"))
    assert question(WHEN, {"written": ["let me see, 13 March 2021"]}, SETTING) is None
