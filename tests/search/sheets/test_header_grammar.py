"""The words of a header name a thing and turn it; about the record there is nothing to file."""

import pytest

from search.sheets.column_targets import Target
from search.sheets.header_grammar import is_stop, meaning, read_parts


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("fecha de nacimiento", Target.BIRTH_DATE),
        ("lieu de décès", Target.FOUND_PLACE),
        ("Sterbedatum", Target.FOUND_DATE),
        ("baba adi", Target.FATHER),
        ("телефон родственников", Target.CONTACT_PHONES),
        ("تاريخ الاستشهاد", Target.FOUND_DATE),
        ("home city", Target.RESIDENCE),
        ("coordinate luogo morte", Target.COORDINATES),
        ("name of officer", Target.REPORTER),
    ],
)
def test_a_thing_and_its_turn_have_a_meaning_together(header: str, target: Target) -> None:
    assert meaning(read_parts(header).parts) is target
    assert read_parts(header).whole


@pytest.mark.parametrize("header", ["date", "city", "number", "xyzzy", "", "date modified", "birth"])
def test_a_word_alone_and_the_keeping_of_records_have_none(header: str) -> None:
    assert meaning(read_parts(header).parts) is None


def test_a_word_that_stands_for_nothing_is_left_over() -> None:
    assert not read_parts("fecha de xyzzy").whole
    assert read_parts("data di nascita").languages == {"it"}


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Last permanent residence country", Target.RESIDENCE),
        ("¿Cuándo fue encontrada?", Target.FOUND_DATE),
        ("Où se trouve-t-elle actuellement", Target.PRESENT_PLACE),
        ("مكان الاحتجاز الحالي", Target.PRESENT_PLACE),
        ("هاتف ذويه", Target.CONTACT_PHONES),
        ("اسم مدخل البيانات", Target.REPORTER),
        ("የቤተሰብ ስልክ", Target.CONTACT_PHONES),
        ("የትውልድ ቦታ", Target.BIRTH_PLACE),
        ("Серія та номер паспорта", Target.DOCUMENT),
        ("Bairro de origem", Target.RESIDENCE),
        ("Telefon aparținători", Target.CONTACT_PHONES),
        ("Boat arrival date", Target.FOUND_DATE),
    ],
)
def test_headers_of_many_languages_and_whole_questions_are_put_together(header: str, target: Target) -> None:
    assert meaning(read_parts(header).parts) is target


@pytest.mark.parametrize(
    "header",
    [
        "Number of persons",
        "Número de hijos",
        "Nombre de personnes",
        "عدد أفراد الأسرة",
        "Кількість осіб",
        "Name of ship",
        "اسم السفينة",
        "provincia_codigo",
        "checkout date",
        "Data externării",
        "País de destino",
        "Passport expiry",
        "Скан паспорта",
    ],
)
def test_counts_ships_codes_of_places_and_departures_are_nobody_s(header: str) -> None:
    assert read_parts(header).administrative


@pytest.mark.parametrize(
    "header", ["Date of birth of mother", "Fecha de nacimiento del familiar", "Father's age", "Возраст матери"]
)
def test_what_a_relative_is_is_not_what_the_person_is(header: str) -> None:
    assert meaning(read_parts(header).parts) is Target.RELATIVE


def test_a_word_counts_in_the_language_of_its_neighbours() -> None:
    assert "relative" not in read_parts("¿Es hombre o mujer?").parts
    assert "relative" in read_parts("Eş adı").parts
    assert not is_stop("es", "tr")
    assert is_stop("es", "es")


@pytest.mark.parametrize("header", ["Passport issue date", "Passport country", "Name in passport"])
def test_a_paper_s_day_country_or_holder_is_not_its_number(header: str) -> None:
    assert meaning(read_parts(header).parts) is not Target.DOCUMENT
