"""Where both sides saw marks, on a drawn body seen from the front: the person's left is on the right of the picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from matching.record import Mark, Side
from search.summaries import ProposalCard
from search.vocabulary import BodyPlace, BodySide

_MIDDLE = 100
# Distance from the middle line and height in the picture, of 200 by 370.
_AT: dict[BodyPlace, tuple[int, int]] = {
    BodyPlace.HEAD: (0, 14),
    BodyPlace.FACE: (8, 34),
    BodyPlace.EYE: (8, 27),
    BodyPlace.EAR: (20, 30),
    BodyPlace.NOSE: (0, 32),
    BodyPlace.MOUTH: (0, 42),
    BodyPlace.NECK: (0, 58),
    BodyPlace.SHOULDER: (36, 78),
    BodyPlace.CHEST: (14, 98),
    BodyPlace.BACK: (14, 118),
    BodyPlace.ABDOMEN: (10, 142),
    BodyPlace.HIP: (24, 172),
    BodyPlace.UPPER_ARM: (48, 104),
    BodyPlace.ELBOW: (52, 128),
    BodyPlace.FOREARM: (56, 150),
    BodyPlace.WRIST: (60, 174),
    BodyPlace.HAND: (62, 190),
    BodyPlace.FINGER: (64, 204),
    BodyPlace.THIGH: (18, 218),
    BodyPlace.KNEE: (18, 256),
    BodyPlace.LOWER_LEG: (18, 294),
    BodyPlace.ANKLE: (18, 332),
    BodyPlace.FOOT: (22, 348),
    BodyPlace.TOE: (26, 358),
}
# On the middle line where the side is not known; of a limb, both sides are shown.
_CENTRAL = {
    BodyPlace.HEAD, BodyPlace.FACE, BodyPlace.NOSE, BodyPlace.MOUTH, BodyPlace.NECK, BodyPlace.CHEST, BodyPlace.BACK,
    BodyPlace.ABDOMEN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark of one side. `sure` is False where the side of the body is not known and it may be the other one."""

    side: str
    x: int
    y: int
    sure: bool


def figure(card: ProposalCard) -> tuple[Dot, ...]:
    """The marks of both sides whose place is known; empty when there is nothing to draw."""
    return (*_dots(Side.SOUGHT, card.sought.marks), *_dots(Side.FOUND, card.found.marks))


def _dots(side: Side, marks: Iterable[Mark]) -> Iterable[Dot]:
    for mark in marks:
        if mark.place in set(BodyPlace):
            away, height = _AT[BodyPlace(mark.place)]
            for sign in _signs(mark):
                yield Dot(side.value, _MIDDLE + sign * away, height, len(_signs(mark)) == 1)


def _signs(mark: Mark) -> tuple[int, ...]:
    if mark.side == BodySide.LEFT:
        return (1,)
    if mark.side == BodySide.RIGHT:
        return (-1,)
    return (0,) if BodyPlace(mark.place) in _CENTRAL else (-1, 1)
