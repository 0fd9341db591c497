"""What may be read of somebody living before they agreed: nothing that says where they are, nearer than a country.

`visible` and `visible_evidence` ask this of every subject that is `placeless`, for everybody but those who reported.

Not the place alone tells it. Whoever files searches and looks at the sums learns it from a bit that moves with the
place, from an incident nearby, from a sentence, so what weighs with the place is taken out of every sum here, and words
are shown where the sender passed them as telling no place. What is not named here as harmless is not shown.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from matching.evidence import Evidence, Outcome
from matching.places.resolved_place import resolve
from matching.record import AgeRange, Event, HeightRange, PartialDate, Place
from search.documents import Description, FieldNote, Identifiers, Photo, Provenance
from search.documents.description import WeightRange
from search.vocabulary import LIVING_KINDS, ReportKind

Document = TypeVar("Document")
WHEREABOUTS = "whereabouts"
"""The one word under which everything that weighs with the place is told."""

# What looks at where somebody was found; the last, and a companion nearby, weigh nothing and say what lies near it.
PLACING = frozenset({"place", "together", "origin", "incident"})
_NEAR_THE_FINDING = frozenset({("travelled", "companion_reported_nearby")})
_PARTS_KEPT = frozenset({"names", "parents", "companions", "marks", "effects"})
# Words that are shown as they were said: names, and what the engine compares as a code.
_HARMLESS_WORDS = frozenset(
    {
        *("names.text", "names.kind", "names.language", "asks_for.name"),
        *("journey.companions.text", "journey.companions.kind", "journey.companions.language"),
        *("nationalities", "languages", "community"),
        *("traits.feature", "traits.value", "marks.kind", "marks.place", "marks.side", "marks.motif"),
        *("effects.item", "effects.colour"),
    }
)
# Words that name a place, whatever the sender passed.
_WORDS_OF_PLACES = frozenset(
    {
        "asks_for.where",
        "medical.records_held_at",
        "medical.fingerprints_held_at",
        "medical.dental_chart_held_at",
        "medical.family_dna_kits",
    }
)
# Where somebody was born is not where they are.
_KEPT_PLACES = frozenset({"birth_place"})
_WITH_WORDS = (PartialDate, AgeRange, HeightRange, WeightRange)


class Whereabout(StrEnum):
    """How the country of a finding lies to that of the last contact."""

    SAME_COUNTRY = "same_country"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


def is_placeless(kind: ReportKind | None) -> bool:
    """Whether a report is of somebody living, of whom no place is shown; None is a search."""
    return kind in LIVING_KINDS


def placeless(document: Document, *, words: bool = False) -> Document:
    """A description of somebody living, or what was said of their photo, as those may read it who did not meet them.

    `words`: the sender passed the free words as telling no place.
    """
    if isinstance(document, Photo):
        return document if document.placeless else type(document)()
    if isinstance(document, Identifiers):
        # A telephone number tells a town, or the house in which the call was made.
        return type(document)(documents=document.documents)
    if isinstance(document, Provenance):
        return replace(document, sender_number="", notes=())
    bare: Document = _bare(document, "", words=words)
    return bare


def whereabout(sought: Description, found: Description) -> Whereabout:
    """Whether the last contact and the finding were in one country, as far as both say."""
    one, other = _countries_of(sought.event), _countries_of(found.event)
    if not one or not other:
        return Whereabout.UNKNOWN
    return Whereabout.ELSEWHERE if one.isdisjoint(other) else Whereabout.SAME_COUNTRY


def placeless_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence about somebody living without what moves with the place, and without parts that may tell it."""
    kept = (one for one in evidence if not _places(one.comparison, one.level))
    return tuple(one if one.comparison in _PARTS_KEPT else replace(one, parts=()) for one in kept)


def with_whereabout(evidence: tuple[Evidence, ...], sought: Description, found: Description) -> tuple[Evidence, ...]:
    """The evidence with the one line about the country, which weighs nothing."""
    where = whereabout(sought, found)
    return (*evidence, Evidence(WHEREABOUTS, where.value, Outcome.AGREES, 0.0))


def placeless_weight(prior: float, evidence: Iterable[Evidence]) -> float:
    """The sum in bits that may be shown of a pair with somebody living: as if nobody had said where they are.

    Summed anew and not taken from the whole weight, whose last digits would tell what was taken away.
    """
    return round(prior + sum(one.weight for one in evidence if not _places(one.comparison, one.level)), 2)


def stored_evidence(rows: Sequence[Sequence[Any]]) -> tuple[Evidence, ...]:
    """Evidence as a proposal keeps it: codes and bits."""
    return tuple(Evidence(comparison, level, Outcome(outcome), weight) for comparison, level, outcome, weight in rows)


def _places(comparison: str, level: str) -> bool:
    return comparison in PLACING or (comparison, level) in _NEAR_THE_FINDING


def _countries_of(event: Event | None) -> frozenset[str]:
    if event is None or event.place is None:
        return frozenset()
    known = resolve(event.place)
    return known.countries if known else frozenset()


def _bare(value: Any, path: str, *, words: bool) -> Any:
    """A value without what its path does not allow; only documents and what they are made of come here."""
    if isinstance(value, tuple):
        kept = (_bare(one, path, words=words) for one in value)
        return tuple(one for one in kept if one not in ("", None))
    if isinstance(value, StrEnum) or (not isinstance(value, str | FieldNote) and not dataclasses.is_dataclass(value)):
        return value
    if isinstance(value, str):
        return value if _may_be_read(path, words=words) else ""
    if isinstance(value, FieldNote):
        return value if words else replace(value, words="", right=()) if value.answer else None
    if isinstance(value, Place):
        return value if path in _KEPT_PLACES else _country_of(value)
    if isinstance(value, _WITH_WORDS):
        return value if words else replace(value, written="")
    return _bare_document(value, path, words=words)


def _bare_document(document: Any, path: str, *, words: bool) -> Any:
    inside = {
        field.name: _bare(getattr(document, field.name), f"{path}.{field.name}".lstrip("."), words=words)
        for field in dataclasses.fields(document)
    }
    return replace(document, **inside)


def _may_be_read(path: str, *, words: bool) -> bool:
    return path in _HARMLESS_WORDS or (words and path not in _WORDS_OF_PLACES)


def _country_of(place: Place) -> Place | None:
    """The countries alone, those also that words or a point tell."""
    known = resolve(place)
    countries = place.countries or (tuple(sorted(known.countries)) if known else ())
    return Place(countries=countries) if countries else None
