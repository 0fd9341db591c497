"""Ages, heights, phones, places, countries, documents, languages, sex and names as clerks write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import NameKind, PlacePrecision, Sex
from search.values.ages_and_heights import read_age, read_height
from search.values.country_names import nationalities
from search.values.identity_documents import read_documents
from search.values.language_names import read_languages
from search.values.names_and_sex import read_names, read_sex, sex_coding
from search.values.phone_numbers import read_phones
from search.values.place_texts import coordinate, coordinates, read_place


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("25", 25, 25),
        ("20-30", 20, 30),
        ("20 a 30 años", 20, 30),
        ("entre 25 et 30 ans", 25, 30),
        ("aprox. 25", 23, 27),
        ("25 +/- 5", 20, 30),
        ("25±5", 20, 30),
        ("٢٥-٣٠", 25, 30),
        ("30s", 30, 39),
        ("40+", 40, 70),
        ("menor de 18", 0, 17),
        ("3 meses", 0, 0),
        ("recién nacido", 0, 0),
        ("adult", 18, 99),
        ("mineur", 0, 17),
        ("2023-08-12", 8, 12),
        ("12-Aug", 8, 12),
        ("около 25", 23, 27),
        ("25 Jahre", 25, 25),
        ("25.0", 25, 25),
    ],
)
def test_ages_are_ranges(text: str, low: int, high: int) -> None:
    age = read_age(text)
    assert age is not None
    assert (age.low, age.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("175", 175, 175),
        ("1,75 m", 175, 175),
        ("1.75", 175, 175),
        ("1m75", 175, 175),
        ("175 cm", 175, 175),
        ("5'8\"", 173, 173),
        ("5 ft 8 in", 173, 173),
        ("68 in", 173, 173),
        ("170-175", 170, 175),
        ("1.70 a 1.75", 170, 175),
        ("1m70-1m75", 170, 175),
        ("1750", 175, 175),
        ("165 +/- 5", 160, 170),
        ("١٧٥", 175, 175),
    ],
)
def test_heights_are_ranges_in_centimetres(text: str, low: int, high: int) -> None:
    height = read_height(text)
    assert height is not None
    assert (height.low_cm, height.high_cm) == (low, high)


@pytest.mark.parametrize("text", ["", "tall", "0", "12", "9999"])
def test_what_no_body_measures_is_no_height(text: str) -> None:
    assert read_height(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+52 664 123 4567", ["+526641234567"]),
        ("0039 333 1234567", ["+393331234567"]),
        ("664-123-4567", ["+526641234567"]),
        ("5512345678; 5587654321", ["+525512345678", "+525587654321"]),
        ("+218 91 234 5678 (hermano), +216 20 123 456", ["+218912345678", "+21620123456"]),
        ("+52 1 55 1234 5678", ["+525512345678"]),
        ("+9835762753", ["+9835762753"]),
        ("12/08/2021", []),
        ("no tiene", []),
    ],
)
def test_phones_are_found_in_a_cell(text: str, numbers: list[str]) -> None:
    assert [phone.number for phone in read_phones(text, ("MX",))] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "31.795, 22.76",
        "31,795; 22,76",
        "31°47'42\"N 22°45'36\"E",
        "N 31.795 E 22.76",
        "31.795 / 22.760",
        "(31.795,22.76)",
    ],
)
def test_coordinates_in_one_cell(text: str) -> None:
    assert coordinates(text) == (31.795, 22.76)


def test_western_and_southern_coordinates_are_negative() -> None:
    assert coordinate("110,5 W", 180.0) == -110.5
    assert coordinate("N31.5", 90.0) == 31.5
    assert coordinate("95", 90.0) is None
    assert coordinates("0, 0") is None


@pytest.mark.parametrize(
    ("text", "countries", "precision"),
    [
        ("Sabratha, Libya", ("LY",), PlacePrecision.MUNICIPALITY),
        ("Libia", ("LY",), PlacePrecision.COUNTRY),
        ("US-Mexico border crossing", ("US", "MX"), PlacePrecision.ROUTE),
        ("Off Almeria, Spain - departure from Oran, Algeria", ("ES",), PlacePrecision.MUNICIPALITY),
        ("Altar, Sonora", ("MX",), PlacePrecision.MUNICIPALITY),
        ("near Tucson, Arizona", ("US",), PlacePrecision.MUNICIPALITY),
        ("somewhere", (), PlacePrecision.MUNICIPALITY),
    ],
)
def test_places_know_their_countries(text: str, countries: tuple[str, ...], precision: PlacePrecision) -> None:
    place = read_place(text)
    assert place is not None
    assert (place.text, place.countries, place.precision) == (text, countries, precision)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("México", ("MX",)),
        ("Côte d'Ivoire", ("CI",)),
        ("hondureña", ("HN",)),
        ("سوداني", ("SD",)),
        ("ERI", ("ER",)),
        ("DZ", ("DZ",)),
        ("Sénégalaise", ("SN",)),
        ("nigeriano", ("NG",)),
        ("Niger", ("NE",)),
        ("Afganistan", ("AF",)),
        ("Türkiye", ("TR",)),
        ("palestinese", ("PS",)),
        ("marroquí / española", ("MA", "ES")),
        ("Sudán del Sur", ("SS",)),
        ("apatride", ("STATELESS",)),
        ("Erytrea", ("ER",)),
        ("қазақ", ()),
        ("", ()),
        ("Венесуэла", ("VE",)),
        ("Αφγανιστάν", ("AF",)),
        ("Syrer", ("SY",)),
    ],
)
def test_nationalities_in_many_languages(text: str, codes: tuple[str, ...]) -> None:
    assert nationalities(text) == codes


@pytest.mark.parametrize(
    ("values", "language", "coding"),
    [
        (["H", "M"], "es", {"h": "male", "m": "female"}),
        (["M", "F"], "it", {"m": "male", "f": "female"}),
        (["V", "M"], "nl", {"v": "female", "m": "male"}),
        (["V", "M"], "es", {"v": "male", "m": "female"}),
        (["m", "w"], "de", {"m": "male", "w": "female"}),
        (["E", "K"], "tr", {"e": "male", "k": "female"}),
        (["Α", "Θ"], "el", {"α": "male", "θ": "female"}),
        (["м", "ж"], "ru", {"м": "male", "ж": "female"}),
        (["1", "2"], "en", {"1": "male", "2": "female"}),
        (["ذكر", "أنثى"], "ar", {"ذكر": "male", "انثي": "female"}),
        (["M"], "fr", {"m": "male"}),
    ],
)
def test_sex_letters_are_read_from_the_whole_column(values: list[str], language: str, coding: dict[str, str]) -> None:
    assert sex_coding(values, language).items() >= coding.items()


def test_an_undetermined_sex_is_understood_as_not_known() -> None:
    assert read_sex("Indeterminado", {}) == (None, True)
    assert read_sex("mujer", {}) == (Sex.FEMALE, True)
    assert read_sex("qwerty", {}) == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "NN",
        "N.N.",
        "Desconocido",
        "unknown",
        "Unidentified male #4",
        "inconnu",
        "مجهول الهوية",
        "неизвестный",
        "John Doe",
        "-",
        "sin identificar",
        "?",
        "X",
        "αγνώστων στοιχείων",
    ],
)
def test_words_for_no_name_are_no_name(text: str) -> None:
    assert read_names(text) == ()


@pytest.mark.parametrize("text", ["Nada", "Nil", "Maria de la O García", "RODRÍGUEZ PÉREZ, JUAN", "سالم", "No Kwang"])
def test_names_stay_as_written(text: str) -> None:
    assert [(name.text, name.kind) for name in read_names(text)] == [(text, NameKind.FULL)]


def test_other_names_in_the_cell_are_kept_apart() -> None:
    names = {(name.text, name.kind) for name in read_names('Juan "Pepe" Cruz alias El Chino')}
    assert names == {("Juan Cruz", NameKind.FULL), ("Pepe", NameKind.NICKNAME), ("El Chino", NameKind.NICKNAME)}


@pytest.mark.parametrize(
    ("text", "header", "kind", "number"),
    [
        ("Pasaporte A1234567", "", "passport", "A1234567"),
        ("L7648088", "Documento", "", "L7648088"),
        ("12345678", "DNI", "identity_card", "12345678"),
        ("UNHCR card 123-45C67890", "", "refugee_card", "123-45C67890"),
    ],
)
def test_documents_have_kind_and_number(text: str, header: str, kind: str, number: str) -> None:
    assert [(d.kind, d.number) for d in read_documents(text, header)] == [(kind, number)]


def test_languages_become_codes() -> None:
    assert read_languages("peul, français y árabe") == ("ff", "fr", "ar")
    assert read_languages("tigrinya / አማርኛ") == ("ti", "am")


@given(st.text(max_size=80))
def test_no_text_breaks_a_reader(text: str) -> None:
    age, height = read_age(text), read_height(text)
    assert age is None or 0 <= age.low <= age.high
    assert height is None or height.low_cm <= height.high_cm
    read_names(text), read_documents(text), read_phones(text, ("MX",)), nationalities(text), read_languages(text)
    place = read_place(text)
    assert place is None or place.text == text.strip()
    assert coordinates(text) is None or all(abs(c) <= 180 for c in coordinates(text) or ())
