import pytest
from werkzeug.datastructures import MultiDict

from search.vocabulary import BodyPlace
from web.fields.typed import DO_NOT_KNOW
from web.pictures.body_choices import UNSURE, BodyChoices, Choice, body_choices, read_spot, spot_name, with_spots_read


def on_drawings(choices: BodyChoices) -> list[Choice]:
    return [choice for drawing in choices.drawings for choice in drawing.choices]


def in_list(choices: BodyChoices) -> list[Choice]:
    return [choice for row in choices.rows for choice in row]


def chosen(choices: BodyChoices) -> list[str]:
    return [choice.value for choice in (*on_drawings(choices), *in_list(choices)) if choice.chosen]


def test_nothing_is_chosen_beforehand() -> None:
    assert chosen(body_choices("", "")) == []
    assert chosen(body_choices("", "left")) == []


@pytest.mark.parametrize("place", BodyPlace)
@pytest.mark.parametrize("side", ["left", "right", ""])
def test_what_was_chosen_is_shown_once_on_a_drawing_or_else_in_the_list(place: BodyPlace, side: str) -> None:
    choices = body_choices(place, side)
    if place.startswith("tooth_") and side:
        assert chosen(choices) == []
    else:
        assert chosen(choices) == [f"{place}.{side}"]
        assert choices.in_list == (not any(choice.chosen for choice in on_drawings(choices)))


def test_every_place_can_be_chosen_on_a_drawing_and_all_but_numbered_teeth_in_the_list() -> None:
    choices = body_choices("", "")
    assert {choice.place for choice in on_drawings(choices)} == set(BodyPlace)
    listed = {choice.value for choice in in_list(choices)}
    assert {"knee.left", "knee.right", "knee.", "upper_front_teeth."} <= listed
    assert not any(value.startswith("tooth_") for value in listed)


def test_teeth_and_the_rest_of_the_body_can_be_asked_apart() -> None:
    assert [drawing.view.name for drawing in body_choices("", "", body=False).drawings] == ["teeth"]
    assert "teeth" not in {drawing.view.name for drawing in body_choices("", "", teeth=False).drawings}
    assert {choice.place for choice in in_list(body_choices("", "", body=False))} == {
        "upper_front_teeth", "upper_back_teeth", "lower_front_teeth", "lower_back_teeth",
    }  # fmt: skip


def test_a_choice_fills_the_place_and_the_side_of_its_own_row() -> None:
    sent = MultiDict(
        [("marks-0-place", "head"), ("marks-0-spot", "knee.left"), ("marks-1-place", "foot"), ("spot", "tooth_11.")]
    )
    assert with_spots_read(sent).to_dict() == {
        "marks-0-place": "knee", "marks-0-side": "left", "marks-1-place": "foot", "place": "tooth_11", "side": "",
    }  # fmt: skip


def test_what_no_button_sends_changes_nothing() -> None:
    sent = MultiDict([("marks-0-place", "head"), ("marks-0-spot", "soul.left")])
    assert with_spots_read(sent).to_dict() == {"marks-0-place": "head"}
    assert [read_spot(value) for value in ("knee.up", ".left", "knee.left.left", "Knee.left")] == [None] * 4


def test_not_to_know_is_the_answer_of_the_place_and_leaves_no_side() -> None:
    sent = MultiDict([("place", "knee"), ("side", "left"), ("spot", ".")])
    assert with_spots_read(sent).to_dict() == {"place": UNSURE, "side": ""}
    assert UNSURE == DO_NOT_KNOW


def test_the_buttons_are_named_after_the_field_that_they_fill() -> None:
    assert (spot_name("marks-3-place"), spot_name("place")) == ("marks-3-spot", "spot")
