import datetime
from zoneinfo import ZoneInfo

import pytest

from i18n.formats import distance, duration, isolate, isolate_ltr, listing, moment, number

pytestmark = pytest.mark.usefixtures("words_of_formats")


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_numbers_have_separators_and_digits_that_all_three_readers_meet_on_papers(tag: str) -> None:
    assert number(tag, 1_234_567.5) == "1,234,567.5"


@pytest.mark.parametrize("tag", ["en", "es", "fr", "pt"])
def test_what_is_less_than_nothing_has_a_minus_and_no_hyphen(tag: str) -> None:
    assert number(tag, -2, 0) == "−2"


def test_decimals_can_be_fixed() -> None:
    assert number("en", 3.14159, 1) == "3.1"
    assert number("en", 2, 1) == "2.0"
    assert number("en", 2.4, 0) == "2"


@pytest.mark.parametrize(
    ("kilometres", "words"),
    [
        (0.0, "less than 100 metres"),
        (0.34, "300 metres"),
        (0.97, "1 kilometre"),
        (4.52, "4.5 kilometres"),
        (119.6, "120 kilometres"),
        (1234.2, "1,234 kilometres"),
    ],
)
def test_a_distance_is_no_finer_than_places_are_known(kilometres: float, words: str) -> None:
    assert distance("en", kilometres) == words


def test_distances_follow_the_plural_of_the_language() -> None:
    assert distance("es", 1) == "1 kilómetro"
    assert distance("ar", 11) == "11 كيلومترًا"
    assert distance("ar", 2000) == "2,000 كيلومتر"


def test_durations_use_one_unit_and_its_plural() -> None:
    assert duration("en", datetime.timedelta(days=10)) == "10 days"
    assert duration("en", datetime.timedelta(days=45)) == "6 weeks"
    assert duration("es", datetime.timedelta(hours=1)) == "60 minutos"
    assert duration("ar", datetime.timedelta(days=2)) == "يومان"
    assert duration("ar", datetime.timedelta(days=3)) == "3 أيام"


def test_lists_end_as_a_sentence_of_the_language_does() -> None:
    assert listing("en", ["a", "b", "c"]) == "a, b and c"
    assert listing("es", ["a", "b"]) == "a y b"
    assert listing("ar", ["أ", "ب"]) == "أ وب"
    assert listing("en", []) == ""


def test_a_moment_is_told_in_the_zone_that_it_carries() -> None:
    when = datetime.datetime(2021, 3, 12, 20, 5, tzinfo=datetime.UTC).astimezone(ZoneInfo("America/Guatemala"))
    assert moment("en", when).replace("\u202f", " ") == "12 March 2021, 2:05 pm"
    assert moment("es", when).startswith("12 de marzo de 2021, 2:05")
    assert moment("ar", when).startswith("12 آذار/مارس 2021، 2:05")


def test_isolated_text_cannot_turn_the_sentence_round_it() -> None:
    assert isolate("حسين") == "\u2068حسين\u2069"
    assert isolate("a\u2069\u202eb") == "\u2068ab\u2069"
    assert isolate_ltr("+502 5555 0101") == "\u2066+502 5555 0101\u2069"
