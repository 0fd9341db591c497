"""Both sides of a card laid beside each other, field by field, with how their parts answer each other."""

from dataclasses import dataclass

from matching.evidence import AlignedPart, Evidence, Outcome
from search.summaries import ProposalCard
from search.vocabulary import LIVING_KINDS, BodyPlace, BodySide
from web.description_fields import all_fields
from web.labels import words
from web.values_in_words import Value

# Of somebody living a reader sees the country and the region alone.
_PLACE = "description.event.place"
# The comparison that speaks about a field.
COMPARED = {
    "description.names": "names",
    "description.sex": "sex",
    "description.birth": "birth",
    "description.age": "age",
    "description.nationalities": "nationality",
    "description.languages": "languages",
    "description.event.when": "elapsed",
    "description.event.place": "place",
    "description.journey.companions": "companions",
    "description.height": "height",
    "description.traits": "traits",
    "description.marks": "marks",
    "description.effects": "effects",
    "description.community": "community",
    "description.birth_place": "home",
}
# Parts of other comparisons may quote a number or the exact place of a living person; they are never shown.
_ALIGNED = ("names", "companions", "marks", "effects")


@dataclass(frozen=True, slots=True)
class Row:
    """One field: the values of both sides, the outcome of its comparison (None: not compared), the aligned parts.

    `withheld`: what the report may say of it is not shown here, so that nothing shown is not "not stated".
    """

    label: str
    sought: tuple[Value, ...]
    found: tuple[Value, ...]
    outcome: Outcome | None
    parts: tuple[AlignedPart, ...]
    withheld: bool = False


def rows(card: ProposalCard) -> tuple[Row, ...]:
    """The fields about which at least one side says something."""
    evidence = {one.comparison: one for one in card.evidence}
    pairs = zip(all_fields(card.sought), all_fields(card.found), strict=True)
    return tuple(
        _row(
            sought.label,
            (sought.values, found.values),
            evidence.get(COMPARED.get(sought.path, "")),
            withheld=sought.path == _PLACE and card.report_kind in LIVING_KINDS,
        )
        for sought, found in pairs
        if sought.values or found.values
    )


def _row(
    label: str, sides: tuple[tuple[Value, ...], tuple[Value, ...]], one: Evidence | None, *, withheld: bool
) -> Row:
    drawn = one is not None and one.outcome is not Outcome.BLANK
    return Row(label, *sides, one.outcome if one is not None and drawn else None, _parts(one), withheld)


def _parts(one: Evidence | None) -> tuple[AlignedPart, ...]:
    if one is None or one.comparison not in _ALIGNED:
        return ()
    read = {"marks": _mark, "effects": _effect}.get(one.comparison, str)
    return tuple(AlignedPart(read(part.sought), read(part.found), part.reason) for part in one.parts)


def _mark(codes: str) -> str:
    """A mark's codes as the engine joins them (kind, picture, place, side, those that are known) in words."""
    kind, *others = codes.split() or [""]
    return " · ".join(filter(None, (words(kind, "mark_kind"), *(words(code, _table(code)) for code in others))))


def _table(code: str) -> str:
    if code in set(BodySide):
        return "body_side"
    return "body_place" if code in set(BodyPlace) else "motif"


def _effect(codes: str) -> str:
    item, *colour = codes.split() or [""]
    return " · ".join(filter(None, (words(item, "effect_item"), *(words(code, "colour") for code in colour))))
