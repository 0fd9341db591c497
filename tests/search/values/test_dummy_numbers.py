"""Numbers that are typed because a field wants one."""

import pytest

from search.values.dummy_numbers import is_dummy


@pytest.mark.parametrize(
    "number",
    [
        "0000000000", "000 000 000", "9999999999", "111-111-1111", "+34 666666666", "1234567890", "0123456789",
        "1234567", "9876543210", "0414-0000000", "+52 55 0000 0000",
        "0000000001",
    ],
)  # fmt: skip
def test_a_number_that_only_fills_the_field_is_no_number(number: str) -> None:
    assert is_dummy(number)


@pytest.mark.parametrize("number", ["+584125551234", "0412 123 4567", "666 111 222", "+961 3 123456", "70000012", ""])
def test_a_number_with_figures_of_its_own_is_one(number: str) -> None:
    assert not is_dummy(number)
