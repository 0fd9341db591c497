"""The types behind the paths of documents: which section a document is, and what a path of it holds."""

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from matching.record import MatchRecord
from search.documents import (
    PHOTO_DOCUMENTS,
    Description,
    FieldNote,
    Filing,
    FollowUp,
    Identifiers,
    PostMortem,
    Provenance,
    Whereabouts,
)

SECTIONS: Mapping[type[Any], str] = {
    Description: "description",
    Identifiers: "identifiers",
    Filing: "filing",
    Provenance: "provenance",
    Whereabouts: "whereabouts",
    PostMortem: "post_mortem",
    FollowUp: "follow_up",
    MatchRecord: "matching",
    **{document: name for name, document in PHOTO_DOCUMENTS.items()},
}
DOCUMENTS: Mapping[str, type[Any]] = {name: document for document, name in SECTIONS.items()}


def field_paths(document: type[Any], prefix: str) -> Iterator[str]:
    """The paths of all fields of a document type, those of nested documents included; a note is one field."""
    for name, kind in typing.get_type_hints(document).items():
        path = f"{prefix}.{name}"
        nested = nested_document(kind)
        if nested is None or nested is FieldNote:
            yield path
        else:
            yield from field_paths(nested, path)


@cache
def type_at(path: str) -> Any:
    """The annotation of a path; of `list:kind` that of the list. Raises KeyError for a path that no document has."""
    section, *names = path.partition(":")[0].split(".")
    kind: Any = DOCUMENTS[section]
    for name in names:
        holder = nested_document(kind)
        if holder is None:
            raise KeyError(path)
        kind = typing.get_type_hints(holder)[name]
    return kind


def nested_document(kind: Any) -> type[Any] | None:
    """The dataclass behind `X`, `X | None` or `tuple[X, ...]`; None for a plain value."""
    plain = without_none(kind)
    if typing.get_origin(plain) is tuple:
        plain = typing.get_args(plain)[0]
    return plain if dataclasses.is_dataclass(plain) and isinstance(plain, type) else None


def without_none(kind: Any) -> Any:
    """`X` of `X | None`; anything else as it is."""
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return next(one for one in typing.get_args(kind) if one is not types.NoneType)
    return kind
