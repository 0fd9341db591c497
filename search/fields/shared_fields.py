"""What an organisation reads of a case that a family opened to it: fields by what was allowed, and all beneath them.

A new field is not among them until somebody adds it here and to the words with which families are asked
(`web/labels/consents.py`). Never who the family is, how to reach it, what it alone knows, or free words, in which all
of this may stand.
"""

import dataclasses
from collections.abc import Collection, Mapping
from typing import Any

from search.vocabulary import ConsentPurpose

_DESCRIBING = (
    "description.names",
    "description.sex",
    "description.birth",
    "description.age",
    "description.birth_place",
    "description.nationalities",
    "description.languages",
    "description.occupation",
    "description.event",
    "description.journey.departure",
    "description.journey.destination",
    "description.journey.legs",
    "description.journey.vessel",
    "description.journey.aboard",
    "description.height",
    "description.traits",
    "description.marks",
    "description.effects",
    # Of a photo the family says as well, one by one, whether it may be shown (`search.filing.shared_photos`).
    "photo.words",
    "photo.taken",
    "photo.preview",
    "photo.picture",
)
SHARED_FIELDS: Mapping[ConsentPurpose, tuple[str, ...]] = {
    ConsentPurpose.SHARING: _DESCRIBING,
    ConsentPurpose.FORENSIC: (*_DESCRIBING, "description.medical", "identifiers.documents"),
}


def opened_fields(purposes: Collection[ConsentPurpose]) -> tuple[str, ...]:
    """The fields that are open for some purposes."""
    return tuple(field for purpose in sorted(purposes) for field in SHARED_FIELDS[purpose])


def is_within(path: str, opened: tuple[str, ...]) -> bool:
    """Whether a path is an opened field, or beneath one."""
    return any(path == field or path.startswith((f"{field}.", f"{field}:")) for field in opened)


def only(document: Any, path: str, opened: tuple[str, ...]) -> Any:
    """The document with every field blanked that is neither opened nor holds one that is."""
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(document):
        below = f"{path}.{field.name}"
        value = getattr(document, field.name)
        if below in opened:
            continue
        if field.name == "notes":
            changes["notes"] = tuple(note for note in value if is_within(note.field, opened))
            continue
        holds_opened = any(one.startswith(f"{below}.") for one in opened)
        changes[field.name] = only(value, below, opened) if holds_opened and value is not None else field.default
    return dataclasses.replace(document, **changes)
