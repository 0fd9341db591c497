"""Clothing and belongings: item and colour."""

import pytest

from matching import Effect
from matching.comparisons.effects import EffectsComparison
from tests.matching.records import BODY, judged, person


@pytest.mark.parametrize(
    ("effect", "level"),
    [
        (Effect("jacket", "blue"), "same"),
        (Effect("jacket"), "colour_open"),
        (Effect("jacket", "red"), "colour_differs"),
        (Effect("coat", "blue"), "other_word"),
        (Effect("hoodie", "blue"), "other_word"),
        (Effect("coat", "red"), "unlike"),
        (Effect("coat"), "unlike"),
        (Effect("ring", "blue"), "unlike"),
    ],
)
def test_things_agree_in_part(effect: Effect, level: str) -> None:
    assert judged(EffectsComparison, {"effects": (Effect("jacket", "blue"),)}, {"effects": (effect,)}).level == level


def test_what_is_shown_and_counted_are_the_items() -> None:
    worn = person(BODY, effects=(Effect("ring", "gold"), Effect("cap")))
    assert list(EffectsComparison.unweighted().shown(worn)) == ["ring gold", "cap"]
    assert list(EffectsComparison.kinds(worn)) == ["ring", "cap"]
