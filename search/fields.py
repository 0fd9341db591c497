"""The field catalogue: every stored column and every field of a sealed document, and who may see it.

`field_rules.tsv` has one line per path: `table.column` for a column, `section.field.field` for a field of a document.
A path that has no line is seen by nobody, and a test holds the lines against the tables and the documents.
Pages, API, exports and messages show what `visible` leaves.
"""

import csv
import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from matching.evidence import Evidence
from matching.record import MatchRecord
from search.access import Actor, ActorKind, Subject
from search.documents import Description, Filing, Identifiers, PostMortem, Provenance, Whereabouts

Document = TypeVar("Document")


class DisclosureLevel(StrEnum):
    """How far a field may travel; the rule of each is in `levels_seen`."""

    D0 = "D0"
    """Nobody is shown it: keys, digests, the engine's own copy."""
    D1 = "D1"
    """Coarse: that there is a record, of what kind and when."""
    D2 = "D2"
    """Name, marks, what happened: the assigned committee, and whoever said it."""
    D3 = "D3"
    """Contacts, documents, control facts: one case at a time, for a typed reason."""
    D4 = "D4"
    """The whereabouts of a living person: the organisation that reported them and nobody else."""
    D5 = "D5"
    """What a post-mortem examination recorded: on an opened page, never in a list."""


class Encryption(StrEnum):
    """How a field lies in the database; a digest is keyed, or slow where it guards a secret."""

    SEALED = "sealed"
    DIGEST = "digest"
    PLAIN = "plain"


class Retention(StrEnum):
    """How long a field is kept."""

    RECORD = "record"
    """As long as its record; destroying the record's key erases it."""
    ORGANISATION = "organisation"
    """As long as the organisation or account takes part."""
    REGISTRY = "registry"
    """As long as the registry: the audit and what keeps it in order."""
    UNTIL_EXPIRY = "until_expiry"
    """Until the moment that stands beside it: sessions, tokens, drafts."""
    HOUR = "hour"
    """One hour: failed attempts to sign in."""


class LogRule(StrEnum):
    """Whether a log or an audit entry may hold the value."""

    NEVER = "never"
    AUDIT = "audit"
    """In the audit only: ids of people and things."""
    ALLOWED = "allowed"
    """Codes, counts and moments."""


class Purpose(StrEnum):
    """Why something is shown."""

    LIST = "list"
    """One line among others."""
    READ = "read"
    """One case, report or pair that was opened."""
    REVEAL = "reveal"
    """Contacts and documents of one pair, for a reason that was typed and audited."""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One line of the catalogue."""

    path: str
    level: DisclosureLevel
    encryption: Encryption
    retention: Retention
    log: LogRule


SECTIONS: Mapping[type[Any], str] = {
    Description: "description",
    Identifiers: "identifiers",
    Filing: "filing",
    Provenance: "provenance",
    Whereabouts: "whereabouts",
    PostMortem: "post_mortem",
    MatchRecord: "matching",
}

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


@cache
def catalogue() -> Mapping[str, FieldRule]:
    """Every rule by its path, as read from `field_rules.tsv`."""
    with Path(__file__).with_name("field_rules.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        rules = [
            FieldRule(
                path=row["path"],
                level=DisclosureLevel(row["level"]),
                encryption=Encryption(row["encryption"]),
                retention=Retention(row["retention"]),
                log=LogRule(row["log"]),
            )
            for row in rows
        ]
    return {rule.path: rule for rule in rules}


def can_see(actor: Actor, path: str, subject: Subject, purpose: Purpose) -> bool:
    """Whether `actor` may be shown the field at `path` of `subject`'s record; False for a path that is not listed."""
    rule = catalogue().get(path)
    return rule is not None and rule.level in levels_seen(actor, subject, purpose)


def levels_seen(actor: Actor, subject: Subject, purpose: Purpose) -> frozenset[DisclosureLevel]:
    """The levels of `subject`'s record that are open to `actor` for `purpose`; nobody ever sees D0."""
    match actor.kind:
        case ActorKind.FAMILY if _same(actor.case_id, subject.case_id):
            return frozenset({DisclosureLevel.D1, DisclosureLevel.D2, DisclosureLevel.D3})
        case ActorKind.PARTNER if _same(actor.organisation_id, subject.organisation_id):
            return _organisation_sees(purpose)
        case ActorKind.REVIEWER if _same(actor.organisation_id, subject.committee_id):
            return _REVIEWER_SEES[purpose]
        case ActorKind.OPERATOR:
            return frozenset({DisclosureLevel.D1})
        case _:
            return frozenset()


def visible(document: Document, actor: Actor, subject: Subject, purpose: Purpose) -> Document:
    """The section `document` with every field that `actor` may not see blanked to its default.

    An element that cannot be without a hidden field, such as a phone without its number, is left out altogether.
    """
    levels = levels_seen(actor, subject, purpose)
    kind = type(document)
    shown = _shown(document, SECTIONS[kind], levels)
    return kind() if shown is _HIDDEN else typing.cast(Document, shown)


def visible_evidence(
    evidence: tuple[Evidence, ...], actor: Actor, subject: Subject, purpose: Purpose
) -> tuple[Evidence, ...]:
    """Codes and weights of all comparisons; the parts, which are values, only where the actor may see their field."""
    return tuple(
        one
        if can_see(actor, EVIDENCE_PATHS.get(one.comparison, ""), subject, purpose)
        else dataclasses.replace(one, parts=())
        for one in evidence
    )


def field_paths(document: type[Any], prefix: str) -> Iterator[str]:
    """The paths of all fields of a document type, those of nested documents included."""
    for name, kind in typing.get_type_hints(document).items():
        path = f"{prefix}.{name}"
        nested = _nested_document(kind)
        if nested is None:
            yield path
        else:
            yield from field_paths(nested, path)


_HIDDEN = object()
_REVIEWER_SEES: Mapping[Purpose, frozenset[DisclosureLevel]] = {
    Purpose.LIST: frozenset({DisclosureLevel.D1, DisclosureLevel.D2}),
    Purpose.READ: frozenset({DisclosureLevel.D1, DisclosureLevel.D2, DisclosureLevel.D5}),
    Purpose.REVEAL: frozenset({DisclosureLevel.D1, DisclosureLevel.D2, DisclosureLevel.D3}),
}


def _organisation_sees(purpose: Purpose) -> frozenset[DisclosureLevel]:
    """An organisation sees all of its own report, but no post-mortem findings in a list."""
    hidden = {DisclosureLevel.D0} if purpose is Purpose.READ else {DisclosureLevel.D0, DisclosureLevel.D5}
    return frozenset(DisclosureLevel) - hidden


def _same(mine: object, other: object) -> bool:
    """Nobody's is not the same as nobody's."""
    return mine is not None and mine == other


def _shown(value: Any, path: str, levels: frozenset[DisclosureLevel]) -> Any:
    if isinstance(value, tuple):
        shown = (_shown(one, path, levels) for one in value)
        return tuple(one for one in shown if one is not _HIDDEN)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _shown_document(value, path, levels)
    rule = catalogue().get(path)
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
    """The levels of the fields beneath a path."""
    return frozenset(rule.level for rule in catalogue().values() if rule.path.startswith(f"{path}."))


def _nested_document(kind: Any) -> type[Any] | None:
    """The dataclass behind `X`, `X | None` or `tuple[X, ...]`; None for a plain value."""
    if typing.get_origin(kind) in (types.UnionType, typing.Union, tuple):
        inner = [one for one in typing.get_args(kind) if one not in (types.NoneType, Ellipsis)]
        return _nested_document(inner[0])
    return kind if dataclasses.is_dataclass(kind) and isinstance(kind, type) else None
