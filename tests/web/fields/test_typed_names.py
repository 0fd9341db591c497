"""Places, countries and languages by typing."""

import datetime

import pytest
from babel import Locale

from i18n.formats import enumeration
from i18n.locales import LOCALES
from i18n.overrides import own_names
from matching.record import Place, PlacePrecision
from search.fields import catalogue
from web.fields.typed_names import (
    COUNTRIES,
    LANGUAGES,
    NO_COUNTRY,
    Countries,
    Languages,
    OneCountry,
    PlaceAndCountry,
    answers_by_itself,
    countries_in_words,
    country_codes,
    language_codes,
    suggestions,
)
from web.fields.widget import Reading, Setting

SETTING = Setting(datetime.date(2026, 11, 22))
PLACE = catalogue()["description.birth_place"]
NATIONALITIES = catalogue()["description.nationalities"]


def place(text: str, country: str, old: Place | None = None) -> Reading:
    return PlaceAndCountry().read(PLACE, {"text": [text], "country": [country]}, SETTING, old)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("Eritrea", ("ER",)), ("إريتريا", ("ER",)), ("Níger", ("NE",)), ("Libya, Sudan", ("LY", "SD")), ("DE", ("DE",))],
)
def test_a_country_is_read_in_any_language(typed: str, codes: tuple[str, ...]) -> None:
    assert country_codes(typed) == (codes, "")


@pytest.mark.parametrize("typed", ["no", "la", "de", "Nowhere land", "stateless", ";"])
def test_a_small_word_is_no_code_and_what_nobody_knows_stays(typed: str) -> None:
    assert country_codes(typed) == ((), typed)


def test_a_line_of_which_a_part_is_read_stays_whole_beside_it() -> None:
    assert language_codes("Sarahule, French") == (("fr",), "Sarahule, French")
    assert country_codes("Kurdistan, Iraq") == (("IQ",), "Kurdistan, Iraq")


def test_a_place_is_its_words_its_country_or_nothing() -> None:
    assert place("Agadez", "Niger") == Reading(Place("Agadez", ("NE",)), part="country")
    assert place("", "Niger").value == Place(countries=("NE",), precision=PlacePrecision.COUNTRY)
    assert place("", "").value is None
    lost = place("Agadez", "Tuareg land")
    assert (lost.value, lost.words, lost.problem) == (Place("Agadez"), "Tuareg land", NO_COUNTRY)


def test_a_place_keeps_its_point_while_its_words_stay() -> None:
    old = Place("Agadez", ("NE",), 16.97, 7.99, PlacePrecision.ROUTE)
    assert place("Agadez", "Libya", old).value == Place("Agadez", ("LY",), 16.97, 7.99, PlacePrecision.ROUTE)
    assert place("Tripoli", "Niger", old).value == Place("Tripoli", ("NE",))


def test_several_are_kept_once_and_a_code_that_no_name_reads_stays() -> None:
    lines = {"": ["Eritrea", "", "eritrea", "Nowhere land"]}
    assert Countries().read(NATIONALITIES, lines, SETTING, ()) == Reading(("ER",), "Nowhere land", NO_COUNTRY)
    languages = catalogue()["description.languages"]
    shown = Languages().fill(languages, ("zza", "ti"), "")
    assert Languages().read(languages, shown, SETTING, ("zza", "ti")).value == ("zza", "ti")


def test_one_country_is_the_first_and_the_others_stay_words() -> None:
    row = catalogue()["identifiers.documents.country"]
    assert OneCountry().read(row, {"": ["Libya, Sudan"]}, SETTING, "") == Reading("LY", "Libya, Sudan")


def test_names_are_suggested_each_once() -> None:
    for listed, codes in (("country", COUNTRIES), ("language", LANGUAGES)):
        assert len(suggestions(listed)) == len(codes)


def test_every_name_that_a_page_shows_is_read_as_itself_in_every_language() -> None:
    misread = []
    for row in LOCALES:
        cldr = Locale.parse(row.cldr)
        own = own_names("countries", row.tag)
        shown = {code: own.get(code) or cldr.territories[code] for code in COUNTRIES}
        misread += [(row.tag, code, name) for code, name in shown.items() if country_codes(name)[0] != (code,)]
        own = own_names("languages", row.tag)
        shown = {code: own.get(code) or cldr.languages.get(code, "") for code in (*LANGUAGES, *own)}
        misread += [
            (row.tag, code, name) for code, name in shown.items() if name and language_codes(name)[0] != (code,)
        ]
    assert misread == []


def test_a_line_of_several_countries_as_a_page_shows_it_is_read_again_in_every_language() -> None:
    for row in LOCALES:
        own, cldr = own_names("countries", row.tag), Locale.parse(row.cldr).territories
        for codes in (("ER", "SD"), ("AF", "PK", "FR"), ("HT", "DO"), ("CD", "CG", "GN")):
            line = enumeration(row.tag, [own.get(code) or cldr[code] for code in codes])
            assert country_codes(line)[0] == codes, line


def test_what_is_denied_is_not_read_and_a_name_of_three_letters_is_no_code() -> None:
    assert language_codes("not Arabic") == ((), "not Arabic")
    assert language_codes("Fur and a bit of Arabic") == (("fvr", "ar"), "Fur and a bit of Arabic")


@pytest.mark.parametrize(
    "typed",
    ["Kurd", "كردي", "کورد", "stateless", "sin nacionalidad", "بلا جنسية", "Rohingya", "روهينغا", "রোহিঙ্গা", "Tuareg",
     "gitano", "Tigray", "ትግራይ", "Habesha", "دارفور", "Chechen", "Arab", "african", "New Mexico"],
)  # fmt: skip
def test_a_people_is_an_answer_and_no_country(typed: str) -> None:
    assert country_codes(typed) == ((), typed)
    if typed != "New Mexico":
        assert answers_by_itself(typed, "country")
        assert Countries().read(NATIONALITIES, {"": [typed]}, SETTING, ()) == Reading((), typed, "")


def test_the_word_of_a_people_stays_beside_a_country_that_is_said_too() -> None:
    told = {"Palestinian": "PS", "فلسطيني": "PS", "Sahrawi": "EH", "Syrian Kurd": "SY", "كردي سوري": "SY"}
    assert {typed: country_codes(typed) for typed in told} == {typed: ((code,), typed) for typed, code in told.items()}


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("Congo", ()), ("congoleño", ()), ("كونغولي", ()), ("Congo RDC", ("CD",)), ("coreano", ()), ("كوري", ()),
     ("Guinea", ("GN",)), ("Georgia", ("GE",)), ("Dominican", ()), ("S. Sudan", ("SS",)), ("Sudán sur", ("SS",)),
     ("السودان الجنوبي", ("SS",)), ("Sudan", ("SD",)), ("Níger", ("NE",)), ("نيجيري", ("NG",)), ("نيجري", ("NE",))],
)  # fmt: skip
def test_a_name_that_two_countries_have_is_read_as_neither(typed: str, codes: tuple[str, ...]) -> None:
    assert country_codes(typed)[0] == codes


@pytest.mark.parametrize(
    ("typed", "codes", "stays"),
    [("Dari", ("fa",), "stays"), ("دری", ("fa",), "stays"), ("Kurmanji", ("ku",), "stays"),
     ("کرمانجی", ("ku",), "stays"),
     ("سۆرانی", ("ckb",), "stays"), ("Tamasheq", ("tmh",), "stays"), ("Creole", (), "stays"), ("Romani", ("rom",), ""),
     ("Latino", (), "stays"), ("Sudanese", (), "stays"), ("ኤርትራ", (), "stays"), ("Fur", ("fvr",), ""),
     ("فور", ("fvr",), ""), ("Q'eqchi'", ("kek",), ""), ("Farsi", ("fa",), "")],
)  # fmt: skip
def test_a_language_is_read_as_no_other_and_the_name_of_a_variety_stays(
    typed: str, codes: tuple[str, ...], stays: str
) -> None:
    assert language_codes(typed) == (codes, typed if stays == "stays" else "")


@pytest.mark.parametrize("words", ["Gulf of Guinea", "Lake Chad", "Niger Delta", "خليج غينيا", "golfo de México"])
def test_waters_named_after_a_country_do_not_lie_in_it(words: str) -> None:
    assert countries_in_words(words) == ()
    assert countries_in_words(f"{words}, Cameroon") == ("CM",)
