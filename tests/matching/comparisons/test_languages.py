"""Languages: one in common is enough, none is none."""

import pytest

from matching.comparisons.languages import LanguagesComparison
from tests.matching.records import judged

BOTH = ("ti", "ar")


@pytest.mark.parametrize(
    ("sought", "found", "level"),
    [
        (("ti",), ("ti",), "shared"),
        (("ti",), BOTH, "shared"),
        (BOTH, ("ti",), "shared"),
        (("ti",), ("es",), "different"),
        (BOTH, ("es",), "different"),
        (("ti",), (), "blank"),
    ],
)
def test_one_in_common_is_shared(sought: tuple[str, ...], found: tuple[str, ...], level: str) -> None:
    assert judged(LanguagesComparison, {"languages": sought}, {"languages": found}).level == level


def test_all_of_both_sides_stand_on_the_card() -> None:
    (part,) = judged(LanguagesComparison, {"languages": BOTH}, {"languages": ("es",)}).parts
    assert (part.sought, part.found, part.reason) == (" ".join(sorted(BOTH)), "es", "contradicts")
