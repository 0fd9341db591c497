"""Ages as people write them are ranges of completed years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.ages import read_age, unit_of_words


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
        ("0", 0, 0),
        ("120", 120, 120),
        ("18 meses", 1, 1),
        ("11 - 23 months", 0, 1),
        ("104 weeks", 2, 2),
        ("800 días", 2, 2),
        ("1 ± 3", 0, 4),
        ("~1", 0, 3),
        (">50", 50, 80),
        ("100+", 100, 120),
        ("<18", 0, 17),
        ("<20", 2, 19),
        ("30-20", 20, 30),
        ("2023-12-08 00:00:00", 8, 12),
        ("joven adulto", 18, 35),
    ],
)
def test_ages_at_their_edges(text: str, low: int, high: int) -> None:
    age = read_age(text)
    assert age is not None
    assert (age.low, age.high) == (low, high)


@pytest.mark.parametrize("text", ["", "unos", "121", "115 ± 6", "60-121", "1 2 3 4"])
def test_what_says_no_age_of_a_person_is_none(text: str) -> None:
    assert read_age(text) is None


@pytest.mark.parametrize(("text", "estimated"), [("25", False), ("3 meses", False), ("ca. 25", True), ("25?", True)])
def test_a_round_about_age_says_so(text: str, *, estimated: bool) -> None:
    age = read_age(text)
    assert age is not None
    assert (age.estimated, age.written) == (estimated, text)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    age = read_age(text)
    assert age is None or 0 <= age.low <= age.high <= 120


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("18m", 1), ("30 m", 2), ("9M", 0), ("1a6m", 1), ("1 a 6 m", 1), ("2 y 3 m", 2), ("3 años 11 meses", 3),
        ("1 an et 2 mois", 1), ("trois mois", 0), ("dos años", 2), ("eighteen months", 1), ("३ महीने", 0),
        ("১৪ মাস", 1), ("20 tage", 0), ("60 wks", 1), ("400 días", 1), ("18 شهر", 1), ("14 месяцев", 1), ("2y", 2),
        ("2 ans et demi", 2),
    ],
)  # fmt: skip
def test_months_weeks_and_days_are_parts_of_years(text: str, years: int) -> None:
    age = read_age(text)
    assert age is not None
    assert (age.low, age.high) == (years, years)


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("8", "month", 0, 0), ("30", "month", 2, 2), ("10-30", "month", 0, 2), ("20", "day", 0, 0),
        ("60", "week", 1, 1),
        ("3 años", "month", 3, 3), ("18 months", "year", 1, 1), ("adult", "month", 18, 99),
    ],
)  # fmt: skip
def test_a_number_without_a_unit_has_that_of_its_column(text: str, unit: str, low: int, high: int) -> None:
    age = read_age(text, unit)
    assert age is not None
    assert (age.low, age.high) == (low, high)


@pytest.mark.parametrize("text", ["-1", "-9", "−1", "999", "2o", "3l", "6/12", "11/12", "45M", "3 শিশু"])
def test_codes_for_not_known_and_spoilt_figures_are_no_age(text: str) -> None:
    assert read_age(text) is None


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Age in months", "month"),
        ("Edad (meses)", "month"),
        ("Âge (semaines)", "week"),
        ("Edad", ""),
        ("Edad (años/meses)", ""),
    ],
)
def test_a_header_can_say_the_unit(header: str, unit: str) -> None:
    assert unit_of_words(header) == unit


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("vinte e dois anos", 22, 22),
        ("тридцать пять лет", 35, 35),
        ("двадцять п'ять років", 25, 25),
        ("veintiuno", 21, 21),
        ("trent'anni", 30, 30),
        ("quarante-cinq ans environ", 43, 47),
        ("40 y tantos", 40, 49),
        ("20 something", 20, 29),
        ("Mitte 30", 30, 39),
        ("begin 30", 30, 39),
        ("early thirties", 30, 39),
        ("sulla trentina", 30, 39),
        ("في الثلاثينات", 30, 39),
        ("unos 40", 38, 42),
        ("30ish", 28, 32),
        ("30 ó 35", 30, 35),
        ("17 ou 18", 17, 18),
        ("año y medio", 1, 1),
        ("полтора года", 1, 1),
        ("سنتان", 2, 2),
        ("شهرين", 0, 0),
        ("1 г. 6 мес.", 1, 1),
        ("30 yaşlarında", 28, 32),
        ("3ra edad", 60, 99),
    ],
)
def test_ages_in_words_and_round_numbers_of_many_languages(text: str, low: int, high: int) -> None:
    found = read_age(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["no menor", "no es menor de edad", "kein Kind", "1 xyz 6 months", "o", "a", "dos hijos"]
)
def test_a_word_that_is_denied_and_a_number_of_something_else_are_no_age(text: str) -> None:
    assert read_age(text) is None


def test_a_number_in_words_can_be_about_right() -> None:
    read = {text: read_age(text) for text in ("about thirty", "unos treinta", "حوالي الثلاثين", "vers trente")}
    assert {(age.low, age.high, age.estimated) if age else None for age in read.values()} == {(28, 32, True)}
    assert {text: read_age(text) for text in ("unos", "about a", "about thirty men")} == {
        "unos": None,
        "about a": None,
        "about thirty men": None,
    }
