"""Feasts with a year, in several calendars, scripts and languages."""

import datetime

import pytest

from matching.record import Calendar
from search.values import lexicon
from search.values.dates.calendar_days import days
from search.values.dates.date_parts import DateStyle
from search.values.dates.date_reading import read_date
from search.values.dates.feasts import names_feast, read_feast

STYLE = DateStyle(datetime.date(2026, 11, 29))
# Text, a day that lies within what is read, and one that does not.
HELD = (
    ("Eid al-Fitr 2023", "2023-04-21", "2023-04-30"),
    ("عيد الأضحى 1444", "2023-06-28", "2023-07-10"),
    ("العيد الكبير 2019", "2019-08-11", "2019-08-20"),
    ("before Eid al-Fitr 2023", "2023-04-10", "2023-04-21"),
    ("قبل عيد الفطر ٢٠٢٣", "2023-04-10", "2023-04-21"),
    ("بعد عيد الفطر 1444", "2023-05-01", "2023-04-21"),
    ("Ramadan 2021", "2021-04-13", "2021-05-20"),
    ("عاشوراء 1442", "2020-08-29", "2020-09-05"),
    ("عید نوروز ۱۴۰۲", "2023-03-21", "2023-05-01"),
    ("پیش از نوروز ۱۴۰۲", "2023-03-10", "2023-03-25"),
    ("Navidad de 2022", "2022-12-25", "2022-12-10"),
    ("después de la Semana Santa 2019", "2019-05-01", "2019-04-21"),
    ("día de muertos 2018", "2018-11-01", "2018-11-10"),
    ("avant Noël 2020", "2020-12-10", "2020-12-25"),
    ("Orthodox Easter 2024", "2024-05-05", "2024-03-31"),
    ("ጥምቀት 2021", "2021-01-19", "2021-02-01"),
    ("ከገና በፊት 2015 ዓ.ም", "2022-12-20", "2023-01-08"),
    ("ঈদুল ফিতরের আগে ২০২৩", "2023-04-01", "2023-04-22"),
    ("Kurban Bayramı 2022", "2022-07-09", "2022-07-20"),
    ("Tabaski 2020", "2020-07-31", "2020-08-10"),
    ("last Ramadan 2022", "2022-04-15", "2022-05-10"),
)


def test_a_feast_with_its_year_is_the_days_round_which_it_was_held() -> None:
    wrong = {}
    for text, within, outside in HELD:
        found = read_date(text, STYLE)
        day, other = datetime.date.fromisoformat(within), datetime.date.fromisoformat(outside)
        if (
            found is None
            or not found.earliest <= day <= found.latest
            or found.earliest <= other <= found.latest
            or found.written != text
            or found.earliest == found.latest
        ):
            wrong[text] = found
    assert wrong == {}


def test_eid_alone_may_be_either_and_both_are_within_it() -> None:
    found = read_feast("Eid 2023", STYLE)
    assert found is not None
    assert (found.earliest, found.latest) == (datetime.date(2023, 4, 20), datetime.date(2023, 7, 2))


def test_a_feast_beside_another_number_or_word_and_a_month_of_its_own_year_are_none() -> None:
    none = ("Eid", "2 days before Eid 2023", "Eid 2022 or 2023", "12 Ramadan 1444", "Ramadan 1444", "Eid Garcia 2023")
    for text in none:
        assert read_feast(text, STYLE) is None, text
    month = read_date("رمضان 1444", STYLE)
    assert month is not None
    assert (month.calendar, month.earliest) == (Calendar.HIJRI, datetime.date(2023, 3, 23))


def test_words_name_a_feast_with_or_without_a_year() -> None:
    said = ("before Eid", "قبل العيد", "ከፋሲካ በፊት", "two weeks after Christmas", "in prison", "no sé")
    assert [names_feast(text) for text in said] == [True, True, True, True, False, False]


def test_every_name_of_the_list_is_read_with_a_year_and_each_calendar_is_asked_for_a_few_years_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[int, Calendar]] = []

    def counted(year: int, month: int, day: int, calendar: Calendar) -> tuple[datetime.date, datetime.date] | None:
        asked.append((year, calendar))
        return days(year, month, day, calendar)

    monkeypatch.setattr("search.values.dates.feasts.days", counted)
    names = [name for _, _, words in lexicon.rows("feasts") for name in words]
    assert [name for name in names if read_feast(f"{name} 2021", STYLE) is None] == []
    assert len(asked) < 10 * len(names)


def test_a_feast_in_ethiopian_letters_is_of_their_year_unless_that_is_still_to_come() -> None:
    days_of = {text: read_feast(text, STYLE) for text in ("ገና 2015", "ገና 2023")}
    assert {text: str(found and found.earliest) for text, found in days_of.items()} == {
        "ገና 2015": "2023-01-06",
        "ገና 2023": "2023-01-06",
    }
