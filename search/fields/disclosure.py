"""Who may see which field: the one rule behind pages, API, exports and messages.

They show what `visible` leaves. A path that no line of the table covers is seen by nobody, and a test holds the lines
against the tables and the documents.
"""

import dataclasses
import typing
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from matching.evidence import Evidence
from search.access import Actor, ActorKind, Subject, opened_to, shared_purposes
from search.documents import FieldNote
from search.fields.document_types import SECTIONS
from search.fields.placeless import placeless, placeless_evidence
from search.fields.shared_fields import is_within, only, opened_fields
from search.fields.table import DisclosureLevel, catalogue, rule_of
from search.vocabulary import ConsentPurpose

Document = TypeVar("Document")


class Purpose(StrEnum):
    """Why something is shown."""

    LIST = "list"
    """One line among others."""
    READ = "read"
    """One case, report or pair that was opened."""
    REVEAL = "reveal"
    """Contacts and documents of one pair, for a reason that was typed and audited."""


# The stored field that the parts of a comparison's evidence are made of. The engine sees the exact place even of a
# living person, so what it says about places counts as whereabouts. A comparison that is not listed shows no parts.
EVIDENCE_PATHS: Mapping[str, str] = {
    "names": "description.names.text",
    "parents": "description.names.text",
    "birth": "description.birth.written",
    "age": "description.age.written",
    "sex": "description.sex",
    "nationality": "description.nationalities",
    "languages": "description.languages",
    "community": "description.community",
    "home": "description.birth_place.text",
    "elapsed": "description.event.when.written",
    "place": "whereabouts.found.place.text",
    "origin": "whereabouts.found.place.text",
    "together": "whereabouts.found.place.text",
    "phones": "identifiers.phones.number",
    "documents": "identifiers.documents.number",
    "height": "description.height.written",
    "marks": "description.marks.words",
    "effects": "description.effects.words",
    "traits": "description.traits.value",
    "companions": "description.journey.companions.text",
}


def can_see(actor: Actor, path: str, subject: Subject, purpose: Purpose) -> bool:
    """Whether `actor` may be shown the field at `path` of `subject`'s record; False for a path that no line covers."""
    rule = rule_of(path)
    if rule is None or rule.level not in levels_seen(actor, subject, purpose):
        return False
    opened = _opened(actor, subject)
    return opened is None or is_within(path, opened)


def levels_seen(actor: Actor, subject: Subject, purpose: Purpose) -> frozenset[DisclosureLevel]:
    """The levels of `subject`'s record that are open to `actor` for `purpose`; nobody ever sees D0."""
    match actor.kind:
        case ActorKind.FAMILY | ActorKind.RELATIVE if _same(actor.case_id, subject.case_id):
            return frozenset({DisclosureLevel.D1, DisclosureLevel.D2, DisclosureLevel.D3})
        case ActorKind.PARTNER if _same(actor.organisation_id, subject.organisation_id):
            return _organisation_sees(purpose)
        case ActorKind.PARTNER if purpose is Purpose.READ and opened_to(actor, subject):
            return _AN_ACT_OPENS
        case ActorKind.PARTNER if purpose is not Purpose.REVEAL and (shared := shared_purposes(actor, subject)):
            papers = {DisclosureLevel.D3} if ConsentPurpose.FORENSIC in shared else set()
            return frozenset({DisclosureLevel.D1, DisclosureLevel.D2}) | papers
        case ActorKind.REVIEWER if _same(actor.organisation_id, subject.committee_id):
            return _REVIEWER_SEES[purpose]
        case ActorKind.OPERATOR:
            return frozenset({DisclosureLevel.D1})
        case _:
            return frozenset()


def visible(document: Document, actor: Actor, subject: Subject, purpose: Purpose) -> Document:
    """The section `document` with every field that `actor` may not see blanked to its default.

    An element that cannot be without a hidden field, such as a phone without its number, is left out altogether. Of
    somebody living whoever did not report them is shown no place.
    """
    levels = levels_seen(actor, subject, purpose)
    kind = type(document)
    opened = _opened(actor, subject)
    within = document if opened is None else only(document, SECTIONS[kind], opened)
    shown = _shown(within, SECTIONS[kind], levels)
    if shown is _HIDDEN:
        return kind()
    document = typing.cast(Document, shown)
    return placeless(document, words=subject.words_placeless) if _is_placeless(actor, subject) else document


def visible_evidence(
    evidence: tuple[Evidence, ...], actor: Actor, subject: Subject, purpose: Purpose
) -> tuple[Evidence, ...]:
    """Codes and weights of all comparisons; the parts, which are values, only where the actor may see their field.

    Of somebody living, what moves with the place is left out: `placeless_weight` is the sum that goes with the rest.
    """
    if _is_placeless(actor, subject):
        evidence = placeless_evidence(evidence)
    return tuple(
        one
        if can_see(actor, EVIDENCE_PATHS.get(one.comparison, ""), subject, purpose)
        else dataclasses.replace(one, parts=())
        for one in evidence
    )


_HIDDEN = object()
# Whatever was opened field by field, but never where somebody living is.
_AN_ACT_OPENS = frozenset({DisclosureLevel.D1, DisclosureLevel.D2, DisclosureLevel.D3, DisclosureLevel.D5})
_REVIEWER_SEES: Mapping[Purpose, frozenset[DisclosureLevel]] = {
    Purpose.LIST: frozenset({DisclosureLevel.D1, DisclosureLevel.D2, DisclosureLevel.DM}),
    Purpose.READ: frozenset({DisclosureLevel.D1, DisclosureLevel.D2, DisclosureLevel.D5, DisclosureLevel.DM}),
    Purpose.REVEAL: frozenset({DisclosureLevel.D1, DisclosureLevel.D2, DisclosureLevel.D3, DisclosureLevel.DM}),
}


def _opened(actor: Actor, subject: Subject) -> tuple[str, ...] | None:
    """The fields of somebody else's case that are open by the family's consents; None where consents do not matter."""
    if actor.kind is not ActorKind.PARTNER or _same(actor.organisation_id, subject.organisation_id):
        return None
    return opened_to(actor, subject) or opened_fields(shared_purposes(actor, subject))


def _organisation_sees(purpose: Purpose) -> frozenset[DisclosureLevel]:
    """An organisation sees all of its own report, but no post-mortem findings in a list."""
    hidden = {DisclosureLevel.D0} if purpose is Purpose.READ else {DisclosureLevel.D0, DisclosureLevel.D5}
    return frozenset(DisclosureLevel) - hidden


def _is_placeless(actor: Actor, subject: Subject) -> bool:
    return subject.placeless and not (
        actor.kind is ActorKind.PARTNER and _same(actor.organisation_id, subject.organisation_id)
    )


def _same(mine: object, other: object) -> bool:
    """Nobody's is not the same as nobody's."""
    return mine is not None and mine == other


def _shown(value: Any, path: str, levels: frozenset[DisclosureLevel]) -> Any:
    if isinstance(value, tuple):
        shown = (_shown(one, path, levels) for one in value)
        return tuple(one for one in shown if one is not _HIDDEN)
    if isinstance(value, FieldNote):
        return _shown_value(value, value.field, levels)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _shown_document(value, path, levels)
    return _shown_value(value, path, levels)


def _shown_value(value: Any, path: str, levels: frozenset[DisclosureLevel]) -> Any:
    """A value by the level of its field; what was noted under a field is as secret as the field."""
    rule = rule_of(path)
    return value if rule is not None and rule.level in levels else _HIDDEN


def _shown_document(document: Any, path: str, levels: frozenset[DisclosureLevel]) -> Any:
    if levels.isdisjoint(_levels_within(path)):
        return _HIDDEN
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(document):
        shown = _shown(getattr(document, field.name), f"{path}.{field.name}", levels)
        if shown is _HIDDEN and field.default is dataclasses.MISSING:
            return _HIDDEN
        changes[field.name] = field.default if shown is _HIDDEN else shown
    return dataclasses.replace(document, **changes)


@cache
def _levels_within(path: str) -> frozenset[DisclosureLevel]:
    """The levels of the fields at and beneath a path."""
    own = rule_of(path)
    beneath = {row.level for row in catalogue().values() if row.path.startswith(f"{path}.")}
    return frozenset(beneath | ({own.level} if own is not None else set()))
