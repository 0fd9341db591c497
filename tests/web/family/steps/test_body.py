"""Height, appearance, marks and belongings as a family answers them."""

import pytest

from matching.record import Effect, HeightRange, Mark, Trait
from search.documents import Description, Medical
from tests.web.family.answers import RICH, answered, problems_of, read, unchanged
from web.family.case_draft import CaseDraft
from web.family.steps.body import BELONGINGS, BODY, MARKS


@pytest.mark.parametrize(("typed", "low", "high"), [("170", 170, 170), ("165-170", 165, 170), ("1,70", 170, 170)])
def test_a_height_is_read_in_centimetres_or_metres(typed: str, low: int, high: int) -> None:
    height = answered("body", height=typed).sought.height
    assert height is not None
    assert (height.low_cm, height.high_cm) == (low, high)


@pytest.mark.parametrize(
    ("height", "shown"),
    [
        (HeightRange(170, 170), "170"),
        (HeightRange(165, 170), "165-170"),
        (HeightRange(168, 172, written="1.70 more or less"), "1.70 more or less"),
    ],
)
def test_a_height_is_shown_as_it_was_typed_or_else_in_figures(height: HeightRange, shown: str) -> None:
    assert BODY.fill(CaseDraft(sought=Description(height=height)))["height"] == shown


def test_a_height_that_cannot_be_read_is_asked_again() -> None:
    (message,) = problems_of("body", height="tall")
    assert message.startswith("Please write a height")
    assert problems_of("body", height="") == problems_of("body", height="170") == []


def test_a_changed_feature_leaves_those_that_are_not_asked_for() -> None:
    after = read(BODY, RICH, {**unchanged(BODY, RICH), "eyes": ["green"]}).sought.traits
    assert set(after) == {Trait("eyes", "green"), Trait("skin", "dark")}


def test_a_value_of_another_feature_is_no_answer() -> None:
    assert answered("body", eyes="slim").sought.traits == ()


def test_illnesses_that_are_struck_out_leave_other_notes_of_the_doctor() -> None:
    after = read(BODY, RICH, {**unchanged(BODY, RICH), "illnesses": [""]}).sought.medical
    assert after == Medical(implant_numbers="not asked for")
    alone = CaseDraft(sought=Description(medical=Medical(illnesses="asthma")))
    assert read(BODY, alone, {**unchanged(BODY, alone), "illnesses": [""]}).sought.medical is None


def test_a_mark_has_its_kind_place_side_and_picture() -> None:
    typed = {"kind": "tattoo", "place": "wrist", "side": "left", "motif": "cross", "words": "blue"}
    marks = answered("marks", **{f"marks-0-{part}": value for part, value in typed.items()}).sought.marks
    assert marks == (Mark("tattoo", "wrist", "left", "cross", "blue"),)


def test_an_emptied_row_is_gone_and_its_neighbour_stays() -> None:
    answers = unchanged(MARKS, RICH)
    emptied = {key: [""] if key.startswith("marks-0-") else values for key, values in answers.items()}
    assert read(MARKS, RICH, emptied).sought.marks == RICH.sought.marks[1:]


@pytest.mark.parametrize(
    ("part", "typed", "mark"),
    [
        ("words", "a bite", Mark("other", words="a bite")),
        ("place", "wrist", Mark("other", "wrist")),
        ("motif", "rose", Mark("other", motif="rose")),
    ],
)
def test_a_mark_without_its_kind_is_another_mark(part: str, typed: str, mark: Mark) -> None:
    assert answered("marks", **{f"marks-0-{part}": typed}).sought.marks == (mark,)


@pytest.mark.parametrize(("part", "typed"), [("side", "left"), ("kind", "chip"), ("words", "  ")])
def test_a_side_alone_or_a_made_up_kind_is_no_mark(part: str, typed: str) -> None:
    assert answered("marks", **{f"marks-0-{part}": typed}).sought.marks == ()


def test_a_thing_is_kept_with_what_is_known_of_it() -> None:
    typed = {"item": "ring", "colour": "gold", "brand": "K", "words": "engraved"}
    effects = answered("belongings", **{f"effects-0-{part}": value for part, value in typed.items()}).sought.effects
    assert effects == (Effect("ring", "gold", "K", "engraved"),)


@pytest.mark.parametrize(
    ("part", "typed", "effect"),
    [
        ("colour", "green", Effect("other", "green")),
        ("brand", "Nika", Effect("other", brand="Nika")),
        ("words", "a letter", Effect("other", words="a letter")),
    ],
)
def test_a_thing_without_its_kind_is_another_thing(part: str, typed: str, effect: Effect) -> None:
    assert answered("belongings", **{f"effects-0-{part}": typed}).sought.effects == (effect,)


def test_two_rows_for_belongings_stand_open_at_first() -> None:
    assert len(BELONGINGS.form().data["effects"]) == 2
    assert len(MARKS.form().data["marks"]) == 1
