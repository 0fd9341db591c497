"""Marks: kind, place, side and motif, and what a skeleton cannot show."""

import pytest

from matching import Mark, Outcome, Remains
from matching.comparisons.marks import MarksComparison
from tests.matching.records import BODY, judged, person

LEFT_HAND = Mark("scar", "hand", "left")
OF_THE_SKIN = ("tattoo", "scar", "mole", "birthmark", "burn", "piercing", "vitiligo", "scarification", "henna")
OF_THE_BONE = ("healed_fracture", "amputation", "gold_tooth", "missing_tooth", "operation", "implant")


@pytest.mark.parametrize(
    ("mark", "level"),
    [
        (LEFT_HAND, "same"),
        (Mark("scar", "hand"), "side_open"),
        (Mark("scar", "hand", "right"), "side_differs"),
        (Mark("scar"), "kind_alone"),
        (Mark("scar", "wrist", "left"), "neighbouring"),
        (Mark("scar", "back"), "place_differs"),
        (Mark("burn", "hand", "left"), "other_word"),
        (Mark("burn", "wrist", "left"), "unlike"),
        (Mark("burn"), "unlike"),
        (Mark("mole", "hand", "left"), "unlike"),
    ],
)
def test_marks_agree_in_part(mark: Mark, level: str) -> None:
    assert judged(MarksComparison, {"marks": (LEFT_HAND,)}, {"marks": (mark,)}).level == level
    assert judged(MarksComparison, {"marks": (mark,)}, {"marks": (LEFT_HAND,)}).level == level


def test_a_mark_with_another_motif_is_another_mark_or_a_misread_one() -> None:
    rose, lion = Mark("tattoo", "neck", "", "rose"), Mark("tattoo", "neck", "", "lion")
    assert judged(MarksComparison, {"marks": (rose,)}, {"marks": (lion,)}).level == "motif_differs"
    assert (
        judged(MarksComparison, {"marks": (rose,)}, {"marks": (Mark("tattoo", "back", "", "lion"),)}).level == "unlike"
    )


def test_where_a_tooth_sits_is_not_asked() -> None:
    said = {"marks": (Mark("gold_tooth", "face"),)}
    assert judged(MarksComparison, said, {"marks": (Mark("gold_tooth"),)}).level == "kind_alone"


@pytest.mark.parametrize("kind", OF_THE_SKIN)
def test_a_skeleton_has_no_skin(kind: str) -> None:
    said, found = {"marks": (Mark(kind, "hand"),)}, {"marks": (Mark("healed_fracture", "hand"),)}
    for remains in Remains:
        outcome = judged(MarksComparison, said, found | {"remains": remains}).outcome
        assert (outcome is Outcome.NOT_COMPARABLE) is (remains is Remains.SKELETAL)


@pytest.mark.parametrize("kind", OF_THE_BONE)
def test_a_skeleton_keeps_its_bones_and_teeth(kind: str) -> None:
    marks = (Mark(kind, "hand", "left"),)
    evidence = judged(MarksComparison, {"marks": marks}, {"marks": marks, "remains": Remains.SKELETAL})
    assert evidence.outcome is Outcome.AGREES


def test_what_is_shown_are_all_codes_and_what_is_counted_the_kinds() -> None:
    marked = person(BODY, marks=(Mark("tattoo", "neck", "left", "rose"), Mark("mole")))
    assert list(MarksComparison.unweighted().shown(marked)) == ["tattoo rose neck left", "mole"]
    assert list(MarksComparison.kinds(marked)) == ["tattoo", "mole"]
