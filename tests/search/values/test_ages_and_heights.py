"""Ages and heights as people write them are ranges, of years and of centimetres."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.ages_and_heights import read_age, read_height


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


@pytest.mark.parametrize(
    ("text", "low", "high", "estimated"),
    [
        ("30", 30, 30, False),
        ("250", 250, 250, False),
        ("0.30", 30, 30, False),
        ("2.5", 250, 250, False),
        ("2500", 250, 250, False),
        ("300", 30, 30, False),
        ("4 ft", 122, 122, False),
        ("ca. 6'", 183, 183, True),
        ("1.70 ± 0.05", 165, 175, True),
        ("175-170", 170, 175, True),
        ("~170", 170, 170, True),
    ],
)
def test_heights_at_their_edges(text: str, low: int, high: int, *, estimated: bool) -> None:
    height = read_height(text)
    assert height is not None
    assert (height.low_cm, height.high_cm, height.estimated) == (low, high, estimated)


@pytest.mark.parametrize("text", ["29", "0.2", "2.6", "2501", "299"])
def test_a_height_just_beyond_the_edges_is_none(text: str) -> None:
    assert read_height(text) is None


@given(st.text(max_size=80))
def test_no_text_breaks_a_reader(text: str) -> None:
    age, height = read_age(text), read_height(text)
    assert age is None or 0 <= age.low <= age.high <= 120
    assert height is None or height.low_cm <= height.high_cm
