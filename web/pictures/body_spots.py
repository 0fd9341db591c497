"""Where each place of the body lies in the drawings of `static/body.svg` and `static/teeth.svg`.

The drawings are never mirrored, whatever the direction of the page. Seen from the front, the person's left is on the
right of the picture; seen from behind, on the left.
"""

from dataclasses import dataclass
from functools import cache

from search.vocabulary import BodyPlace, BodySide


@dataclass(frozen=True, slots=True)
class View:
    """One drawing: its name and its file, its size, and whether it shows the person from behind."""

    name: str
    width: int
    height: int
    behind: bool = False
    file: str = "body.svg"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a side of the body in one drawing; `side` is empty on the middle line."""

    view: str
    place: BodyPlace
    side: str
    x: int
    y: int


FRONT, BACK = View("front", 200, 442), View("back", 200, 442, behind=True)
FACE, HANDS, FEET = View("face", 120, 140), View("hands", 200, 150), View("feet", 200, 150)
TEETH = View("teeth", 320, 384, file="teeth.svg")
VIEWS = (FRONT, BACK, FACE, HANDS, FEET, TEETH)

# Distance from the middle line and height in the drawing: places of which there are two.
_ON_BOTH_SIDES: dict[View, dict[BodyPlace, tuple[int, int]]] = {
    FRONT: {
        BodyPlace.SHOULDER: (47, 100),
        BodyPlace.CHEST: (18, 116),
        BodyPlace.UPPER_ARM: (53, 131),
        BodyPlace.ELBOW: (61, 163),
        BodyPlace.FOREARM: (70, 194),
        BodyPlace.HAND: (81, 240),
        BodyPlace.ABDOMEN: (20, 168),
        BodyPlace.HIP: (32, 214),
        BodyPlace.THIGH: (23, 268),
        BodyPlace.KNEE: (22, 322),
        BodyPlace.LOWER_LEG: (23, 368),
        BodyPlace.FOOT: (25, 425),
    },
    BACK: {
        BodyPlace.SHOULDER: (47, 100),
        BodyPlace.BACK: (22, 122),
        BodyPlace.UPPER_ARM: (53, 131),
        BodyPlace.ELBOW: (60, 164),
        BodyPlace.FOREARM: (70, 194),
        BodyPlace.HAND: (81, 240),
        BodyPlace.HIP: (22, 222),
        BodyPlace.THIGH: (23, 276),
        BodyPlace.KNEE: (22, 324),
        BodyPlace.LOWER_LEG: (22, 368),
        BodyPlace.FOOT: (23, 424),
    },
    FACE: {BodyPlace.EYE: (18, 57), BodyPlace.EAR: (40, 62), BodyPlace.FACE: (26, 80), BodyPlace.NECK: (13, 118)},
    HANDS: {BodyPlace.WRIST: (49, 27), BodyPlace.HAND: (51, 64), BodyPlace.FINGER: (52, 118)},
    FEET: {BodyPlace.ANKLE: (46, 52), BodyPlace.FOOT: (45, 92), BodyPlace.TOE: (46, 132)},
    TEETH: {BodyPlace.UPPER_BACK_TEETH: (76, 128), BodyPlace.LOWER_BACK_TEETH: (76, 230)},
}
# Height in the drawing: on the middle line.
_IN_THE_MIDDLE: dict[View, dict[BodyPlace, int]] = {
    FRONT: {BodyPlace.HEAD: 22, BodyPlace.NECK: 76, BodyPlace.CHEST: 143, BodyPlace.ABDOMEN: 192},
    BACK: {BodyPlace.HEAD: 30, BodyPlace.NECK: 74, BodyPlace.BACK: 162},
    FACE: {BodyPlace.HEAD: 18, BodyPlace.FACE: 38, BodyPlace.NOSE: 70, BodyPlace.MOUTH: 92},
    TEETH: {BodyPlace.UPPER_FRONT_TEETH: 82, BodyPlace.LOWER_FRONT_TEETH: 290},
}
# The eight teeth of a quarter, from the middle backwards: distance from the middle line and from the upper edge, which
# in the lower jaw is the lower edge.
_TEETH_OF_A_QUARTER = ((13, 34), (38, 40), (60, 52), (80, 68), (95, 87), (108, 110), (116, 134), (120, 159))
# The quarters by the first digit of their teeth's numbers, on which side of the picture and in which jaw: the person's
# upper right, upper left, lower left, lower right.
_QUARTERS = {1: (-1, False), 2: (1, False), 3: (1, True), 4: (-1, True)}


def middle(view: View) -> int:
    """The middle line of a drawing."""
    return view.width // 2


@cache
def spots(view: View) -> tuple[Spot, ...]:
    """Every place that a drawing shows, from head to foot."""
    central = [Spot(view.name, place, "", middle(view), y) for place, y in _IN_THE_MIDDLE.get(view, {}).items()]
    paired = [
        Spot(view.name, place, side.value, middle(view) + _direction(view, side) * away, y)
        for place, (away, y) in _ON_BOTH_SIDES[view].items()
        for side in (BodySide.RIGHT, BodySide.LEFT)
    ]
    teeth = _numbered_teeth() if view is TEETH else []
    return (*sorted((*central, *paired), key=lambda spot: spot.y), *teeth)


@cache
def spots_of(place: BodyPlace, side: str = "") -> tuple[Spot, ...]:
    """Where a mark is drawn: one spot, or both where its side is not known; always in one drawing."""
    known = [tuple(spot for spot in spots(view) if spot.place == place) for view in VIEWS]
    exact = [spot for shown in known for spot in shown if spot.side == side]
    if exact:
        return (exact[0],)
    shown = next(filter(None, known))
    return tuple(spot for spot in shown if not spot.side) or shown


def _numbered_teeth() -> list[Spot]:
    return [
        Spot(
            TEETH.name,
            BodyPlace(f"tooth_{quarter}{number}"),
            "",
            middle(TEETH) + direction * away,
            TEETH.height - edge if lower else edge,
        )
        for quarter, (direction, lower) in _QUARTERS.items()
        for number, (away, edge) in enumerate(_TEETH_OF_A_QUARTER, start=1)
    ]


def _direction(view: View, side: BodySide) -> int:
    """The way from the middle line to a side of the person: to the right of the picture is 1."""
    return 1 if (side is BodySide.LEFT) != view.behind else -1
