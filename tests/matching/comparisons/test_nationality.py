"""Nationality: one in common is enough, none is none."""

import pytest

from matching.comparisons.nationality import NationalityComparison
from tests.matching.records import judged

BOTH = ("ET", "ER")


@pytest.mark.parametrize(
    ("sought", "found", "level"),
    [
        (("ER",), ("ER",), "shared"),
        (("ER",), BOTH, "shared"),
        (BOTH, ("ER",), "shared"),
        (("ER",), ("HN",), "different"),
        (BOTH, ("HN",), "different"),
        (("ER",), (), "blank"),
    ],
)
def test_one_in_common_is_shared(sought: tuple[str, ...], found: tuple[str, ...], level: str) -> None:
    assert judged(NationalityComparison, {"nationalities": sought}, {"nationalities": found}).level == level


def test_all_of_both_sides_stand_on_the_card() -> None:
    (part,) = judged(NationalityComparison, {"nationalities": BOTH}, {"nationalities": ("HN",)}).parts
    assert (part.sought, part.found, part.reason) == (" ".join(sorted(BOTH)), "HN", "contradicts")
