"""The marks of two records on the drawn body: a disc for what a family says, a diamond for what a report says."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import hypot

from matching.record import Mark, Side
from search.vocabulary import BodyPlace
from web.pictures.body_spots import BACK, FRONT, TEETH, VIEWS, View, middle, spots_of

# Shapes on one spot stand beside one another, so that none hides another.
_APART = 18


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark in a drawing: whose word it is, its number in that side's list, where.

    `sure` is False where the side of the body is not known and it may be the other one.
    """

    side: str
    number: int
    x: int
    y: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Drawing:
    """One view with the marks on it."""

    view: View
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A mark that can be drawn, with its number in its side's list."""

    side: str
    number: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class MarkedBody:
    """What a card shows: the drawings, and the marks that their numbers stand for."""

    drawings: tuple[Drawing, ...]
    located: tuple[Located, ...]


def marked_body(sought: Iterable[Mark], found: Iterable[Mark]) -> MarkedBody | None:
    """The marks of both sides whose place is known; None where there is nothing to draw.

    The body is shown from both sides; close-ups only where a mark is in one.
    """
    located = (*_located(Side.SOUGHT, sought), *_located(Side.FOUND, found))
    if not located:
        return None
    on = _by_view(located)
    shown = (view for view in VIEWS if view in (FRONT, BACK) or view.name in on)
    return MarkedBody(tuple(Drawing(view, _apart(view, on.get(view.name, []))) for view in shown), located)


def _located(side: Side, marks: Iterable[Mark]) -> list[Located]:
    known = [mark for mark in marks if mark.place in set(BodyPlace)]
    return [Located(side.value, number, mark) for number, mark in enumerate(known, start=1)]


def _by_view(located: Iterable[Located]) -> dict[str, list[Shape]]:
    on: defaultdict[str, list[Shape]] = defaultdict(list)
    for one in located:
        where = spots_of(BodyPlace(one.mark.place), one.mark.side)
        for spot in where:
            on[spot.view].append(Shape(one.side, one.number, spot.x, spot.y, len(where) == 1))
    return on


def _apart(view: View, shapes: list[Shape]) -> tuple[Shape, ...]:
    """Moves shapes that fall on one spot beside each other."""
    rows: defaultdict[tuple[int, int], list[Shape]] = defaultdict(list)
    for shape in shapes:
        rows[shape.x, shape.y].append(shape)
    return tuple(_moved(view, shape, at, len(row)) for row in rows.values() for at, shape in enumerate(row))


def _moved(view: View, shape: Shape, at: int, of: int) -> Shape:
    """The shape in its place in a row: level round the spot, or from a tooth inwards, so as not to lie on the next."""
    if view is not TEETH:
        return replace(shape, x=round(shape.x + (at - (of - 1) / 2) * _APART))
    inwards = (middle(view) - shape.x, view.height / 2 - shape.y)
    step = at * _APART / hypot(*inwards)
    return replace(shape, x=round(shape.x + step * inwards[0]), y=round(shape.y + step * inwards[1]))
