"""Phone numbers: how many digits make an ending, and every stroke by which two numbers may differ."""

import pytest

from matching.comparisons.phones import PhonesComparison
from tests.matching.records import judged, numbers

NUMBER = "50412345678"


def _level(one: str, *others: str) -> str:
    return judged(PhonesComparison, {"phones": numbers(one)}, {"phones": numbers(*others)}).level


@pytest.mark.parametrize(
    ("number", "level"),
    [
        ("+504 1234-5678", "same"),
        ("12345678", "same_ending"),
        ("2345678", "same_ending"),
        ("345678", "different"),
        ("997772345678", "same_ending"),
        ("997779345678", "different"),
        ("911", "different"),
        ("+50488887777", "different"),
    ],
)
def test_seven_digits_make_an_ending(number: str, level: str) -> None:
    assert _level(NUMBER, "+1", number) == level
    assert _level(number, NUMBER) == level


# A stroke before the last seven digits leaves the ending as it was, which says more.
@pytest.mark.parametrize("at", range(len(NUMBER)))
def test_a_digit_that_differs_is_missing_or_changed_places_is_one_stroke_wherever_it_stands(at: int) -> None:
    expected = "same_ending" if at < len(NUMBER) - 7 else "one_digit"
    assert _level(NUMBER, f"{NUMBER[:at]}9{NUMBER[at + 1 :]}") == expected
    assert _level(NUMBER, NUMBER[:at] + NUMBER[at + 1 :]) == expected
    if at + 1 < len(NUMBER):
        swapped = NUMBER[:at] + NUMBER[at + 1] + NUMBER[at] + NUMBER[at + 2 :]
        assert _level(NUMBER, swapped) == ("same_ending" if at + 1 < len(NUMBER) - 7 else "one_digit")


def test_two_strokes_are_another_number() -> None:
    for other in ("50412995678", "50412399678", "50412345699", "504123456", "5041234567899"):
        assert _level(NUMBER, other) == "different"


def test_the_best_of_any_two_numbers_counts_and_is_shown_as_it_was_written() -> None:
    said = {"phones": numbers("+504 2222 1111", "+504 1234 5678")}
    evidence = judged(PhonesComparison, said, {"phones": numbers("911", "1234-5678")})
    assert evidence.level == "same_ending"
    assert [(part.sought, part.found, part.reason) for part in evidence.parts] == [
        ("+504 1234 5678", "1234-5678", "fits")
    ]
