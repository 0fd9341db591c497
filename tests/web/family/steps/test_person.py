"""Names, age and origin as a family answers them."""

import datetime

import pytest

from matching.record import AgeRange, DatePrecision, NameKind, PartialDate, PersonName, Place, PlacePrecision, Sex
from search.documents import Description
from tests.web.family.answers import RICH, answered, problems_of, read, unchanged
from web.family.case_draft import CaseDraft
from web.family.steps.person import AGE, NAMES, ORIGIN


def test_half_a_name_in_its_own_script_is_kept_as_it_was_written() -> None:
    assert answered("names", name=" ሓጎስ ").sought.names == (PersonName("ሓጎስ", NameKind.FULL),)


def test_the_names_of_the_parents_are_names_of_their_own_kind() -> None:
    names = answered("names", father="Kidane", mother="Abeba").sought.names
    assert names == (PersonName("Kidane", NameKind.FATHER), PersonName("Abeba", NameKind.MOTHER))


def test_another_spelling_without_its_kind_is_a_spelling_on_papers() -> None:
    names = answered("names", **{"others-0-text": "Hagos", "others-0-kind": ""}).sought.names
    assert names == (PersonName("Hagos", NameKind.SPELLING_ON_PAPERS),)


def test_a_kind_without_a_name_is_no_name() -> None:
    assert answered("names", **{"others-0-kind": "nickname"}).sought.names == ()


def test_a_changed_name_loses_what_was_noted_of_the_old_one_and_its_neighbours_keep_theirs() -> None:
    names = read(NAMES, RICH, {**unchanged(NAMES, RICH), "name": ["Tesfalem Kidanemariam"]}).sought.names
    assert PersonName("Tesfalem Kidanemariam", NameKind.FULL) in names
    assert PersonName("Kidane", NameKind.FATHER, "ti") in names
    assert PersonName("Tesfalem", NameKind.GIVEN, "ti") in names
    assert len(names) == len(RICH.sought.names)


@pytest.mark.parametrize(
    ("typed", "age"), [("30", AgeRange(30, 30, written="30")), ("30-35", AgeRange(30, 35, written="30-35")), ("", None)]
)
def test_an_age_is_a_number_or_a_range(typed: str, age: AgeRange | None) -> None:
    read_as = answered("age", age=typed).sought.age
    assert (read_as and (read_as.low, read_as.high)) == (age and (age.low, age.high))


@pytest.mark.parametrize(
    ("age", "shown"),
    [
        (AgeRange(30, 30), "30"),
        (AgeRange(30, 35), "30-35"),
        (AgeRange(20, 25, written="about 22"), "about 22"),
    ],
)
def test_an_age_is_shown_as_it_was_typed_or_else_in_figures(age: AgeRange, shown: str) -> None:
    assert AGE.fill(CaseDraft(sought=Description(age=age)))["age"] == shown


def test_an_age_that_cannot_be_read_is_asked_again() -> None:
    (message,) = problems_of("age", age="ageless")
    assert message.startswith("Please write an age in years")
    assert problems_of("age", age="30-35") == []


def test_digits_of_another_script_are_digits() -> None:
    year = PartialDate(datetime.date(1998, 1, 1), datetime.date(1998, 12, 31), DatePrecision.YEAR)
    assert answered("age", **{"birth-year": "١٩٩٨"}).sought.birth == year


def test_a_month_without_a_year_asks_for_the_year() -> None:
    (message,) = problems_of("age", **{"birth-month": "5"})
    assert message.startswith("Please write the year too")


@pytest.mark.parametrize(("typed", "sex"), [("female", Sex.FEMALE), ("", None), ("enforcement", None)])
def test_a_sex_that_no_page_offers_is_no_answer(typed: str, sex: Sex | None) -> None:
    assert answered("age", sex=typed).sought.sex is sex


def test_countries_and_languages_are_kept_once_and_made_up_ones_not_at_all() -> None:
    countries = {"nationalities-0": ["ER"], "nationalities-1": ["ER"], "nationalities-2": ["ZZ"]}
    languages = {"languages-0": ["ti"], "languages-1": ["xx"]}
    sought = read(ORIGIN, CaseDraft(), {**countries, **languages}).sought
    assert (sought.nationalities, sought.languages) == (("ER",), ("ti",))


def test_a_code_that_a_record_holds_and_no_page_offers_stays() -> None:
    assert "zza" in read(ORIGIN, RICH, unchanged(ORIGIN, RICH)).sought.languages


def test_a_country_alone_is_a_place_as_exact_as_a_country() -> None:
    born = answered("origin", **{"birth_place-country": "ER"}).sought.birth_place
    assert born == Place(countries=("ER",), precision=PlacePrecision.COUNTRY)
