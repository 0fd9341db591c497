"""Height: the last centimetre of each level, and what partial remains do not show."""

import pytest

from matching import HeightRange, Outcome, Remains
from matching.comparisons.height import HeightComparison
from tests.matching.records import judged


@pytest.mark.parametrize(
    ("first", "last", "level"),
    [
        (0, 3, "within_3"),
        (4, 6, "within_6"),
        (7, 10, "within_10"),
        (11, 15, "within_15"),
        (16, 20, "within_20"),
        (21, 90, "far"),
    ],
)
def test_each_level_has_a_first_and_a_last_centimetre(first: int, last: int, level: str) -> None:
    said = {"height": HeightRange(168, 172)}
    for apart in (first, last):
        for low, high in ((172 + apart, 180 + apart), (160 - apart, 168 - apart)):
            assert judged(HeightComparison, said, {"height": HeightRange(low, high)}).level == level


def test_intervals_that_meet_are_not_apart() -> None:
    evidence = judged(HeightComparison, {"height": HeightRange(160, 175)}, {"height": HeightRange(170, 185)})
    assert evidence.level == "within_3"
    assert [(part.sought, part.found, part.reason) for part in evidence.parts] == [("160-175", "170-185", "fits")]


@pytest.mark.parametrize("remains", list(Remains))
def test_only_of_partial_remains_nobody_knows_the_height(remains: Remains) -> None:
    found = {"height": HeightRange(140, 140), "remains": remains}
    evidence = judged(HeightComparison, {"height": HeightRange(170, 170)}, found)
    assert (evidence.outcome is Outcome.NOT_COMPARABLE) is (remains is Remains.PARTIAL)
