"""Heights as people write them are ranges of centimetres."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.heights import apart_from_weight, read_height


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
def test_no_text_breaks_the_reader(text: str) -> None:
    height = read_height(text)
    assert height is None or height.low_cm <= height.high_cm


@pytest.mark.parametrize(
    ("text", "centimetres"),
    [
        ("1'70", 170), ("1’65", 165), ("1´70", 170), ("1`80", 180), ("1:70", 170), ("1-68", 168), ("1 70", 170),
        ("1'7", 170), ("1'70 m", 170), ("1m 70", 170), ("1.70 mts", 170), ("5’ 7’’", 170), ("5´7", 170),
        ("6'2''", 188), ("5 pies 7", 170), ("4'11\"", 150),
    ],
)  # fmt: skip
def test_whatever_stands_for_the_point_of_metres(text: str, centimetres: int) -> None:
    height = read_height(text)
    assert height is not None
    assert (height.low_cm, height.high_cm) == (centimetres, centimetres)


@pytest.mark.parametrize("text", ["509", "600", "2'70\" 5", "1'12 3/4 x"])
def test_a_code_of_feet_and_inches_is_no_height_in_millimetres(text: str) -> None:
    height = read_height(text)
    assert height is None or height.low_cm > 100


@pytest.mark.parametrize(
    ("text", "height", "kilograms"),
    [
        ("176 cm / 70 kg", "176 cm", 70),
        ("1,68 m; 62 kilos", "1,68 m", 62),
        ("165/55", "165", 55),
        ("170-175", "170-175", None),
        ("165/170", "165/170", None),
        ("1.70", "1.70", None),
    ],
)
def test_a_weight_beside_a_height_is_no_second_height(text: str, height: str, kilograms: int | None) -> None:
    alone, weight = apart_from_weight(text)
    assert alone == height
    assert (weight.low_kg if weight else None) == kilograms


def test_feet_and_inches_are_read_in_many_languages() -> None:
    said = ("5 ফুট 7 ইঞ্চি", "5 قدم و 7 انش", "5 pies y 7 pulgadas", "५ फुट ७ इंच", "5 ft 7 in", "5 قدم 7 بوصة")
    found = {text: read.low_cm if (read := read_height(text)) else None for text in said}
    assert found == dict.fromkeys(said, 170)


def test_feet_and_inches_are_read_in_words_and_metres_in_words_never_by_half() -> None:
    for text in ("five foot nine", "cinco pies y nueve pulgadas", "خمسة أقدام وتسع بوصات"):
        found = read_height(text)
        assert (found and (found.low_cm, found.high_cm)) == (175, 175), text
    assert read_height("one metre seventy") is None
    assert read_height("five foot twenty") is None
