from itertools import combinations
from math import dist

import pytest

from search.vocabulary import BodyPlace, BodySide
from web.pictures.body_spots import BACK, FRONT, TEETH, VIEWS, View, middle, spots, spots_of

# The least distance of two spots on a phone of 360 pixels, where a line holds two drawings of the body or one of the
# teeth.
NEAREST = 24
SHOWN = {TEETH: 320}


@pytest.mark.parametrize("place", BodyPlace)
@pytest.mark.parametrize("side", BodySide)
def test_every_place_and_side_of_the_body_is_somewhere(place: BodyPlace, side: BodySide) -> None:
    (spot,) = spots_of(place, side)
    assert (spot.place, spot.side in (side, "")) == (place, True)


def test_their_left_is_on_the_right_of_the_picture_from_the_front_and_on_the_left_from_behind() -> None:
    front = next(spot for spot in spots(FRONT) if (spot.place, spot.side) == (BodyPlace.KNEE, "left"))
    behind = next(spot for spot in spots(BACK) if (spot.place, spot.side) == (BodyPlace.KNEE, "left"))
    assert front.x > middle(FRONT)
    assert behind.x < middle(BACK)


def test_a_limb_of_unknown_side_may_be_either() -> None:
    assert {spot.side for spot in spots_of(BodyPlace.KNEE)} == {"left", "right"}
    assert [spot.side for spot in spots_of(BodyPlace.CHEST)] == [""]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_spots_are_inside_their_drawing_and_far_enough_apart_for_a_finger(view: View) -> None:
    shown = spots(view)
    assert all(8 <= spot.x <= view.width - 8 and 8 <= spot.y <= view.height - 8 for spot in shown)
    nearest = min(dist((one.x, one.y), (other.x, other.y)) for one, other in combinations(shown, 2))
    assert nearest * SHOWN.get(view, 160) / view.width >= NEAREST
