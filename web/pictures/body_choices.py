"""Choosing a place on the drawn body: one group of radio buttons that fills two fields, the place and its side.

A button's value is the place and the side with a full stop between them (`knee.left`, `head.`). It is sent under the
name of the place's field with `spot` at its end (`marks-0-spot` beside `marks-0-place` and `marks-0-side`) and read
into those two before a form sees them.
"""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from search.vocabulary import NUMBERED_TEETH, BodyPlace, BodySide
from web.pictures.body_spots import TEETH, VIEWS, Spot, View, spots

# What fields send for "I do not know" (`web.fields.typed.DO_NOT_KNOW`).
UNSURE = "?"
SPOT, PLACE, SIDE = "spot", "place", "side"
_LISTED = [place for place in BodyPlace if place not in NUMBERED_TEETH]
_OF_TEETH = frozenset(spot.place for spot in spots(TEETH))


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: what it sends, the codes of its words, whether it is chosen."""

    value: str
    place: BodyPlace
    side: str
    chosen: bool
    # Of a button on a drawing: its rule in `static/body-spots.css`, and where its words go.
    position: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class DrawnChoices:
    """One drawing and the buttons on it."""

    view: View
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class BodyChoices:
    """The buttons on the drawings, and the choices of the list beside them, a row for each place.

    Where a place is drawn twice, the first button is the chosen one; `in_list` says that none on a drawing is.
    """

    drawings: tuple[DrawnChoices, ...]
    rows: tuple[tuple[Choice, ...], ...]
    in_list: bool


def body_choices(place: str, side: str, *, teeth: bool = True, body: bool = True) -> BodyChoices:
    """What can be chosen when a place and a side, or nothing, are chosen already."""
    views = [view for view in VIEWS if (teeth if view is TEETH else body)]
    chosen = _value(place, side) if place else ""
    drawings, left = [], chosen
    for view in views:
        drawn = tuple(_drawn(view, spot, left) for spot in spots(view))
        left = "" if any(choice.chosen for choice in drawn) else left
        drawings.append(DrawnChoices(view, drawn))
    listed = [place for place in _LISTED if (teeth if place in _OF_TEETH else body)]
    return BodyChoices(tuple(drawings), tuple(_row(place, left) for place in listed), bool(left))


def with_spots_read(sent: MultiDict[str, str]) -> MultiDict[str, str]:
    """What was sent, with every place that was chosen on a drawing in the fields of place and side."""
    read = sent.copy()
    for name in [name for name in sent if name == SPOT or name.endswith(f"-{SPOT}")]:
        read.poplist(name)
        spot = read_spot(sent[name])
        if spot is not None:
            stem = name.removesuffix(SPOT)
            place, read[stem + SIDE] = spot
            read[stem + PLACE] = place or UNSURE
    return read


def read_spot(value: str) -> tuple[str, str] | None:
    """The place and side of a button's value, both empty for "I do not know"; None for what no button sends."""
    place, _, side = value.partition(".")
    known = place in ("", *BodyPlace) and side in ("", *BodySide)
    return (place, side) if known and (place or not side) else None


def spot_name(place_field: str) -> str:
    """The name of the buttons that fill a field of places."""
    return place_field.removesuffix(PLACE) + SPOT


def position_class(spot: Spot) -> str:
    """The name of a spot's rule in the style sheet."""
    return "-".join(filter(None, ("at", spot.view, spot.place.replace("_", "-"), spot.side)))


def _drawn(view: View, spot: Spot, chosen: str) -> Choice:
    value = _value(spot.place, spot.side)
    return Choice(value, spot.place, spot.side, value == chosen, position_class(spot), _look(view, spot))


def _look(view: View, spot: Spot) -> str:
    """Where a button's words stand in the drawing; those of a part of a jaw, which has no outline, are always shown."""
    third = ("", "mid", "second")[min(3 * spot.x // view.width, 2)]
    return f"rough {third}".strip() if view is TEETH and spot.place not in NUMBERED_TEETH else third


def _row(place: BodyPlace, chosen: str) -> tuple[Choice, ...]:
    values = [(side, _value(place, side)) for side in (BodySide.RIGHT, BodySide.LEFT, "")]
    return tuple(Choice(value, place, side, value == chosen) for side, value in values)


def _value(place: str, side: str) -> str:
    return f"{place}.{side}"
