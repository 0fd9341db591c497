"""What true pairs of a folder are like: fields present, and how both sides differ. For comparing two registries.

A field is present where a record says it. A share of agreement is taken over the true pairs of which both sides say
the field. Whether a report is of a body is told by its kind.
"""

import math
import statistics
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import token_sort_ratio

from benchmarks.invented.known_registry import KnownRegistry
from matching.record import Effect, Mark, MatchRecord, PartialDate, PhoneRole, Place

T = TypeVar("T")
Rate = tuple[str, float]
Pair = tuple[MatchRecord, MatchRecord]
_BODIES = "mortuary"
_EARTH_KM = 12_742.0
_DAYS_A_YEAR = 365.25
_FIELDS = (
    "names",
    "sex",
    "birth",
    "age",
    "nationalities",
    "phones",
    "documents",
    "height",
    "marks",
    "effects",
    "companions",
)


def rates(registry: KnownRegistry) -> Iterator[Rate]:
    """All rates, in reading order; shares of 1 unless the name says another unit."""
    pairs = list(registry.true_pairs())
    sought = list(registry.sought.values())
    yield "true pairs per request", len(pairs) / max(1, len(sought))
    yield from _presence("request", sought)
    yield from _told_places(sought)
    for kind in sorted({record.kind for record in registry.found.values()}):
        yield from _presence(kind, [record for record in registry.found.values() if record.kind == kind])
    yield from _named(pairs)
    yield from _figures(pairs)
    yield from _agreements(pairs)
    yield from _distances(pairs)
    yield from _crowds(registry)


def _presence(label: str, records: Sequence[MatchRecord]) -> Iterator[Rate]:
    for field in _FIELDS:
        share = _share([bool(getattr(record, field)) for record in records], bool)
        if share:
            yield f"{label}: {field}", share


def _told_places(sought: Sequence[MatchRecord]) -> Iterator[Rate]:
    yield (
        "request: last contact to the day",
        _share(sought, lambda one: _to_the_day(one.event.when if one.event else None)),
    )
    yield "request: place in words", _share(sought, lambda one: bool(_place(one).text))
    yield "request: place with coordinates", _share(sought, lambda one: _place(one).latitude is not None)
    yield "request: birth to the day", _share(sought, lambda one: _to_the_day(one.birth))


def _named(pairs: Sequence[Pair]) -> Iterator[Rate]:
    named = [(a.names[0].text, b.names[0].text) for a, b in pairs if a.names and b.names]
    for label, chosen in (
        ("names in Latin letters", [pair for pair in named if _latin(pair[0])]),
        ("names in other letters", [pair for pair in named if not _latin(pair[0])]),
    ):
        folded = [(anyascii(a).lower(), anyascii(b).lower()) for a, b in chosen]
        likeness = sorted(token_sort_ratio(a, b) for a, b in folded)
        nearest = [min(Levenshtein.distance(word, one) for one in a.split()) for a, b in folded for word in b.split()]
        yield f"{label}: token sort ratio, first decile", _quantile(likeness, 0.1)
        yield f"{label}: token sort ratio, median", _quantile(likeness, 0.5)
        yield f"{label}: a found part is a sought one", _share(nearest, lambda edits: edits == 0)
        yield f"{label}: one edit away", _share(nearest, lambda edits: edits == 1)
    fewer = [len(b.split()) - len(a.split()) for a, b in named]
    yield "a name with a part fewer", _share(fewer, lambda more: more < 0)
    yield "a name with a part more", _share(fewer, lambda more: more > 0)
    yield "a name of one part found", _share(named, lambda pair: len(pair[1].split()) == 1)
    yield "a name in capitals", _share(named, lambda pair: pair[1].isupper())
    yield "found in other than Latin letters", _share(named, lambda pair: not _latin(pair[1]))


def _figures(pairs: Sequence[Pair]) -> Iterator[Rate]:
    born = [(a.birth, b.birth) for a, b in pairs if a.birth and b.birth]
    yield "birth: the same", _share(born, lambda dates: _interval(dates[0]) == _interval(dates[1]))
    yield "birth: years differ", _share(born, lambda dates: dates[0].earliest.year != dates[1].earliest.year)
    exact = [(a.earliest, b.earliest) for a, b in born if _to_the_day(a) and _to_the_day(b) and a != b]
    yield (
        "birth: day and month swapped, of those that differ",
        _share(exact, lambda dates: (dates[0].month, dates[0].day) == (dates[1].day, dates[1].month)),
    )
    for label, dead in (("living", False), ("bodies", True)):
        aged = [
            abs((b.age.low + b.age.high) / 2 - (b.event.when.earliest - a.birth.earliest).days / _DAYS_A_YEAR)
            for a, b in pairs
            if _is_body(b) is dead and a.birth and b.age and b.event and b.event.when
        ]
        yield f"age of {label}: years off, mean", statistics.fmean(aged) if aged else 0.0
    tall = [abs(a.height.low_cm - b.height.low_cm) for a, b in pairs if a.height and b.height]
    yield "height: within 3 cm", _share(tall, lambda apart: apart <= 3)
    yield "height: within 6 cm", _share(tall, lambda apart: apart <= 6)


def _agreements(pairs: Sequence[Pair]) -> Iterator[Rate]:
    yield "sex: the same", _share([p for p in pairs if p[0].sex and p[1].sex], lambda p: p[0].sex is p[1].sex)
    nations = [p for p in pairs if p[0].nationalities and p[1].nationalities]
    yield "nationality: shared", _share(nations, lambda p: bool({*p[0].nationalities} & {*p[1].nationalities}))
    phoned = [(a.phones, {one.number for one in b.phones}) for a, b in pairs if a.phones and b.phones]
    shared = [one for told, carried in phoned for one in told if one.number in carried]
    yield "phone: shared", _share(phoned, lambda p: any(one.number in p[1] for one in p[0]))
    yield "phone: the enquirer's, of those shared", _share(shared, lambda one: one.role is PhoneRole.ENQUIRER)
    papers = [p for p in pairs if p[0].documents and p[1].documents]
    yield (
        "document: shared",
        _share(papers, lambda p: bool({d.number for d in p[0].documents} & {d.number for d in p[1].documents})),
    )
    marked = [(one, a.marks) for a, b in pairs if a.marks for one in b.marks]
    yield from _outcomes("mark", [_mark_outcome(one, told) for one, told in marked])
    worn = [(one, a.effects) for a, b in pairs if a.effects for one in b.effects]
    yield from _outcomes("effect", [_effect_outcome(one, told) for one, told in worn])


def _outcomes(label: str, outcomes: Sequence[str]) -> Iterator[Rate]:
    for outcome in ("same", "kind alone", "place or colour alone", "none"):
        yield f"{label}: {outcome}", outcomes.count(outcome) / max(1, len(outcomes))


def _mark_outcome(one: Mark, told: Sequence[Mark]) -> str:
    if any((one.kind, one.place, one.side) == (other.kind, other.place, other.side) for other in told):
        return "same"
    if any(one.kind == other.kind for other in told):
        return "kind alone"
    return "place or colour alone" if any(one.place == other.place for other in told) else "none"


def _effect_outcome(one: Effect, told: Sequence[Effect]) -> str:
    if any((one.item, one.colour) == (other.item, other.colour) for other in told):
        return "same"
    if any(one.item == other.item for other in told):
        return "kind alone"
    return "place or colour alone" if any(one.colour == other.colour for other in told) else "none"


def _distances(pairs: Sequence[Pair]) -> Iterator[Rate]:
    for label, dead in (("living", False), ("bodies", True)):
        days = sorted(
            (b.event.when.earliest - a.event.when.earliest).days
            for a, b in pairs
            if _is_body(b) is dead and a.event and b.event and b.event.when and a.event.when
            if _to_the_day(a.event.when)
        )
        for share in (0.1, 0.5, 0.9):
            yield f"{label}: days from last contact, quantile {share}", _quantile(days, share)
    places = [(_place(a), _place(b)) for a, b in pairs if _is_body(b)]
    apart = sorted(km for one, other in places if (km := _kilometres(one, other)) is not None)
    for share in (0.1, 0.5, 0.9):
        yield f"bodies: km from last contact, quantile {share}", _quantile(apart, share)


def _crowds(registry: KnownRegistry) -> Iterator[Rate]:
    events = [(b.event.when.earliest, _place(b).text) for b in registry.found.values() if b.event and b.event.when]
    yield "reports with a day and place of their own", len(set(events)) / max(1, len(events))


def _share(values: Sequence[T], is_so: Callable[[T], bool | None]) -> float:
    return sum(bool(is_so(value)) for value in values) / len(values) if values else 0.0


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[int(len(ordered) * share)] if ordered else 0.0


def _to_the_day(date: PartialDate | None) -> bool:
    return date is not None and date.earliest == date.latest


def _interval(date: PartialDate) -> tuple[object, object]:
    return date.earliest, date.latest


def _is_body(record: MatchRecord) -> bool:
    return record.kind == _BODIES


def _latin(text: str) -> bool:
    return all(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in text)


def _place(record: MatchRecord) -> Place:
    return (record.event.place if record.event else None) or Place()


def _kilometres(one: Place, other: Place) -> float | None:
    """Along the great circle; None where either has no coordinates."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    a, b, c, d = (
        math.radians(degrees or 0.0) for degrees in (one.latitude, one.longitude, other.latitude, other.longitude)
    )
    chord = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return _EARTH_KM * math.asin(math.sqrt(chord))
