"""Places, countries and languages by typing."""

import datetime

import pytest

from i18n.locales import LocaleRow
from i18n.offered_languages import offered
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
    country_codes,
    language_codes,
    suggestions,
)
from web.fields.widget import Reading, Setting
from web.labels.geography import country_name

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
    assert language_codes("Hassaniya, French") == (("fr",), "Hassaniya, French")
    assert country_codes("Kurdistan, Iraq") == (("IQ",), "Kurdistan, Iraq")


@pytest.mark.parametrize("row", offered(), ids=lambda row: row.tag)
def test_every_name_that_a_page_shows_is_read_as_itself(row: LocaleRow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.labels.geography.current_locale", lambda: row)
    misread = {code: found for code in COUNTRIES if (found := country_codes(country_name(code))[0]) != (code,)}
    assert misread == {}


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


def test_what_is_denied_is_not_read_and_a_name_of_three_letters_is_no_code() -> None:
    assert language_codes("not Arabic") == ((), "not Arabic")
    assert language_codes("Fur and a bit of Arabic") == (("fvr", "ar"), "Fur and a bit of Arabic")
