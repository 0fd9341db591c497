"""One stroke of the pen: a sign that differs, is missing, or changed places with its neighbour."""

import pytest

from matching.comparisons.one_stroke import one_stroke_apart


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("12345", "12345", False),
        ("12345", "12945", True),
        ("12345", "1245", True),
        ("12345", "123456", True),
        ("12345", "21345", True),
        ("12345", "32145", False),
        ("12345", "12954", False),
        ("12345", "1234567", False),
        ("", "1", True),
        ("", "", False),
    ],
)
def test_numbers_are_one_stroke_apart_in_either_order_as_text_or_bytes(one: str, other: str, near: bool) -> None:  # noqa: FBT001 - a case
    assert one_stroke_apart(one, other) is one_stroke_apart(other, one) is near
    assert one_stroke_apart(one.encode(), other.encode()) is near
