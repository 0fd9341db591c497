"""Whoever erases has typed the number, in any case, with any dashes, on any keyboard; nothing else will do."""

import uuid

import pytest

from search.erasing.typed_confirmation import is_reference, number_to_type, require_number
from search.errors import Refused
from search.records.references import new_reference

REPORT = uuid.UUID("8c0f3a52-0000-4000-8000-000000000000")


def test_a_reference_may_be_typed_as_people_type() -> None:
    for _ in range(50):
        reference = new_reference()
        for typed in (reference.lower(), reference.replace("-", " "), f" {reference} ", reference.replace("-", "–")):
            assert is_reference(reference, typed)


def test_digits_of_an_arabic_keyboard_are_digits() -> None:
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    for _ in range(50):
        reference = new_reference()
        assert is_reference(reference, reference.translate(arabic))
    require_number("A 17/3", "a١٧٣")


@pytest.mark.parametrize("typed", ["", "erase", "yes", "----", "0000-0000-0"])
def test_nothing_but_the_reference_will_do(typed: str) -> None:
    reference = "7F3K-92QX-" + "0"
    assert not is_reference(reference, typed)


@pytest.mark.parametrize(("number", "typed"), [("", ""), ("S1", ""), ("S1", "S2"), ("---", "---"), ("S1", "S11")])
def test_nothing_but_the_number_will_do(number: str, typed: str) -> None:
    with pytest.raises(Refused):
        require_number(number, typed)


def test_a_report_without_a_number_that_can_be_typed_has_one_of_its_own() -> None:
    assert number_to_type("S-1", REPORT) == "S-1"
    assert number_to_type("", REPORT) == number_to_type("--", REPORT) == "8C0F3A52"
