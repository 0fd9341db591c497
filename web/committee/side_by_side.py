"""Both sides of a card laid beside each other, field by field, with how their parts answer each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from babel.core import get_global

from matching.evidence import AlignedPart, Evidence, Outcome
from matching.names.shown_readings import is_in_latin
from matching.names.turned_chains import turned_round
from search.fields.table import Widget, catalogue
from search.summaries import ProposalCard
from search.vocabulary import LIVING_KINDS, BodyPlace, BodySide
from web.committee.waterfall import is_said
from web.description_fields import Field, all_fields
from web.labels import words
from web.values_in_words import Value

# Of somebody living a reader sees the country alone, and no words that were not passed as telling no place.
_KEPT_BACK = frozenset(
    {"description.event.place", "description.journey.departure.place", "description.journey.destination"}
)
_NAMED = frozenset({"description.names", "description.journey.companions", "description.asks_for"})
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
    `comparison` is the code of what compares it, empty for none; `named`: its values are names; `words`: free words.
    """

    label: str
    sought: tuple[Value, ...]
    found: tuple[Value, ...]
    outcome: Outcome | None
    parts: tuple[AlignedPart, ...]
    withheld: bool = False
    comparison: str = ""
    named: bool = False
    words: bool = False


def rows(card: ProposalCard) -> tuple[Row, ...]:
    """The fields about which at least one side says something."""
    evidence = {one.comparison: one for one in card.evidence}
    pairs = zip(all_fields(card.sought), all_fields(card.found), strict=True)
    living = card.report_kind in LIVING_KINDS
    return tuple(
        _row(sought, found, evidence.get(COMPARED.get(sought.path, "")), living=living)
        for sought, found in pairs
        if sought.values or found.values
    )


def values_met(shown: tuple[Row, ...]) -> Mapping[str, Row]:
    """By comparison the field beside its bar; beside an age that nobody stated stands the birth it was counted from."""
    met = {row.comparison: row for row in shown if row.comparison}
    age, birth = met.get("age"), met.get("birth")
    if age is not None and birth is not None:
        met["age"] = replace(age, sought=age.sought or birth.sought, found=age.found or birth.found)
    return met


def language_of(words: str, spoken: Iterable[str]) -> str:
    """The first of some languages that is written in the script of these words; empty for none."""
    latin = is_in_latin(words)
    written = get_global("likely_subtags")
    fitting = (one for one in spoken if ("_Latn" in written.get(one, one)) is latin)
    return next(fitting, "")


def turned_names(card: ProposalCard) -> tuple[str, ...]:
    """Two names of a pair whose first two parts are exchanged; none where there are none."""
    for one in card.sought.names:
        for other in card.found.names:
            if turned_round(one.text, other.text):
                return one.text, other.text
    return ()


def _row(sought: Field, found: Field, one: Evidence | None, *, living: bool) -> Row:
    said = one is not None and one.outcome is not Outcome.BLANK and (is_said(one) or not one.weight)
    return Row(
        label=sought.label,
        sought=sought.values,
        found=found.values,
        outcome=one.outcome if one is not None and said else None,
        parts=_parts(one),
        withheld=living and (sought.path in _KEPT_BACK or _is_words(sought.path)),
        comparison=COMPARED.get(sought.path, ""),
        named=sought.path in _NAMED,
        words=_is_words(sought.path),
    )


def _is_words(path: str) -> bool:
    """Whether a field holds free words, in the language of whoever wrote them."""
    return catalogue()[path].widget in (Widget.TEXT, Widget.LINE, Widget.LINES) and path not in _NAMED


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
