from matching.record import Mark
from search.documents import Description
from search.vocabulary import BodyPlace
from tests.web.committee.cards import card
from web.committee.body_figure import figure


def test_the_persons_left_is_on_the_right_of_the_picture() -> None:
    shown = card(sought=Description(marks=(Mark("scar", "forearm", "left"),)))
    (dot,) = figure(shown)
    assert (dot.side, dot.x > 100, dot.sure) == ("sought", True, True)


def test_a_limb_of_unknown_side_is_shown_on_both_as_unsure() -> None:
    left, right = figure(card(found=Description(marks=(Mark("scar", "knee"),))))
    assert (left.x + right.x, left.sure, right.sure) == (200, False, False)


def test_every_place_of_the_body_can_be_drawn() -> None:
    marks = tuple(Mark("scar", place, "left") for place in BodyPlace)
    assert len(figure(card(sought=Description(marks=marks)))) == len(BodyPlace)


def test_a_mark_without_a_place_is_not_drawn() -> None:
    assert figure(card(sought=Description(marks=(Mark("tattoo"),)))) == ()
