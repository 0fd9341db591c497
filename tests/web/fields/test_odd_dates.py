"""Dates that cannot be read as they stand."""

import datetime

from matching.record import Calendar
from web.fields.odd_dates import as_written, boxed, full_years, month_first, of_that_year

TODAY = datetime.date(2026, 11, 29)


def typed(**parts: str) -> dict[str, list[str]]:
    return {part: [said] for part, said in parts.items()}


def test_what_was_typed_in_boxes_and_kept_in_words_stands_in_its_boxes_again() -> None:
    told = {
        "1375": typed(year="1375"),
        "98": typed(year="98"),
        "رمضان · ٢٠٢٣": typed(month="رمضان", year="٢٠٢٣"),
        "5 · 13 · 1992": typed(day="5", month="13", year="1992"),
    }
    assert {words: boxed(typed(written=words)) for words in told} == told


def test_other_words_stay_words() -> None:
    others = ("", "in the rains", "5 · 6", "before Eid · 2023", "7", "1 · 2 · 3 · 2021", "12/11/2025", "31 cows · 2021")
    assert [words for words in others if boxed(typed(written=words)) != typed(written=words)] == []
    filled = typed(written="1375", year="1996")
    assert boxed(filled) == filled
    assert as_written(typed(day="5", month="May", year="1992", written="or so")) == "5 May 1992"


def test_a_month_and_a_day_change_places_only_where_they_are_no_date_as_they_stand() -> None:
    found = month_first(typed(day="5", month="13", year="1992"), TODAY)
    assert found is not None
    assert found.earliest == datetime.date(1992, 5, 13)
    others = (("5", "6", "1992"), ("14", "13", "1992"), ("5", "32", "1992"), ("5", "13", "2030"))
    for day, month, year in others:
        assert month_first(typed(day=day, month=month, year=year), TODAY) is None, (day, month, year)


def test_two_digits_are_the_years_that_have_been() -> None:
    assert list(full_years(typed(year="98"), 1916, TODAY)) == [1998]
    assert list(full_years(typed(year="٢١"), 1916, TODAY)) == [2021, 1921]
    assert list(full_years(typed(year="1998"), 1916, TODAY)) == []


def test_a_usual_month_beside_a_year_of_another_calendar_is_the_one_in_that_year() -> None:
    told = of_that_year(typed(month="May", year="1375"), 1375, Calendar.SOLAR_HIJRI)
    assert told is not None
    assert (told["year"], told["month"]) == (["1996"], ["5"])
    assert of_that_year(typed(month="رمضان"), 1375, Calendar.SOLAR_HIJRI) is None
