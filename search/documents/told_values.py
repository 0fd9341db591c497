"""Values of a report as short texts: by them a change is shown, and a correction names what it means."""

import datetime
from collections.abc import Callable
from enum import Enum
from typing import Any

from matching.record import (
    Effect,
    IdentityDocument,
    Mark,
    PartialDate,
    PersonName,
    Phone,
    Place,
    Trait,
)
from search.documents.description import AskedRelative, JourneyLeg
from search.documents.found_person import BodyPart, Sample

_PARTS = " · "


def told(value: Any) -> str:
    """A value in one line: words as they were written, codes, days as ISO dates with `/` between two."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    for kind, words in _TOLD:
        if isinstance(value, kind):
            return words(value)
    ends = ends_of(value)
    if ends is None:
        return "" if value is None else str(value)
    return _interval(str(ends[0]), str(ends[1]), "-")


def ends_of(value: Any) -> tuple[Any, Any] | None:
    """Both ends of a value that is an interval: a date, an age, a height, a weight."""
    for low, high in (("earliest", "latest"), ("low", "high"), ("low_cm", "high_cm"), ("low_kg", "high_kg")):
        if hasattr(value, low):
            return getattr(value, low), getattr(value, high)
    return None


def _place(place: Place) -> str:
    point = "" if place.latitude is None or place.longitude is None else f"{place.latitude}, {place.longitude}"
    return _joined(place.text, " ".join(place.countries), "" if place.text else point)


def _leg(leg: JourneyLeg) -> str:
    return _joined(told(leg.origin), told(leg.destination), told(leg.departed), leg.means)


def _interval(low: str, high: str, between: str) -> str:
    return low if low == high else f"{low}{between}{high}"


def _joined(*parts: str) -> str:
    return _PARTS.join(filter(None, parts))


_TOLD: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (Enum, lambda code: str(code.value)),
    (PersonName, lambda name: name.text),
    (Phone, lambda phone: phone.number),
    (PartialDate, lambda date: _interval(date.earliest.isoformat(), date.latest.isoformat(), "/")),
    (datetime.date, lambda day: day.isoformat()),
    (Place, _place),
    (tuple, lambda values: "\n".join(map(told, values))),
    (IdentityDocument, lambda paper: _joined(paper.kind, paper.number, paper.country)),
    (Mark, lambda mark: _joined(mark.kind, mark.place, mark.side, mark.motif, mark.words)),
    (Effect, lambda effect: _joined(effect.item, effect.colour, effect.brand, effect.words)),
    (Trait, lambda trait: trait.value),
    (JourneyLeg, _leg),
    (Sample, lambda one: _joined(one.kind, one.number, one.held_at, one.status or "")),
    (BodyPart, lambda part: _joined(part.tag, part.what, part.found_with)),
    (AskedRelative, lambda one: _joined(one.name, one.relation or "", one.where)),
)
