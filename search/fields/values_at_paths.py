"""Reading and replacing what a document holds at a path of the field table.

`description.journey.vessel` is a field of a nested document, which appears with its first value and goes with its
last; `description.names:father` the first name of this kind, `description.traits:eyes` the value of this feature; the
path of a list whose kinds have rows of their own means the other elements.
"""

import dataclasses
from functools import cache
from typing import Any, TypeVar

from matching.record import PersonName, Trait
from search.fields.document_types import nested_document, type_at
from search.fields.table import kinds_of

Document = TypeVar("Document")


def value_at(document: Any, path: str) -> Any:
    """What the document says at a path; the blank of its type where it says nothing."""
    whole, _, kind = path.partition(":")
    held = _held(document, whole)
    if kind:
        return _plain(_first(held, kind))
    return _others(held, whole) if kinds_of(whole) else held


def with_value(document: Document, path: str, value: Any) -> Document:
    """The document with another value at a path; everything else stays as it is."""
    whole, _, kind = path.partition(":")
    if kind or kinds_of(whole):
        value = _list_with(_held(document, whole), whole, kind, value)
    changed: Document = _replaced(document, whole.split("."), 1, value)
    return changed


def _held(document: Any, whole: str) -> Any:
    section, *names = whole.split(".")
    for place, name in enumerate(names):
        if document is None:
            document = _blank(".".join((section, *names[:place])))
        document = getattr(document, name)
    return document


def _replaced(document: Any, names: list[str], place: int, value: Any) -> Any:
    name = names[place]
    if place + 1 < len(names):
        blank = _blank(".".join(names[: place + 1]))
        inner = _replaced(getattr(document, name) or blank, names, place + 1, value)
        value = None if inner == blank else inner
    return dataclasses.replace(document, **{name: value})


@cache
def _blank(path: str) -> Any:
    """The nested document at a path when it says nothing yet."""
    kind = nested_document(type_at(path))
    if kind is None:
        raise KeyError(path)
    return kind()


def _kind_of(element: Any) -> str:
    return str(element.feature if isinstance(element, Trait) else element.kind)


def _first(elements: tuple[Any, ...], kind: str) -> Any:
    return next((one for one in elements if _kind_of(one) == kind), None)


def _plain(element: Any) -> Any:
    """A trait is known by its value alone; a name keeps the language that was noted with it."""
    if isinstance(element, Trait):
        return element.value
    return element


def _others(elements: tuple[Any, ...], whole: str) -> tuple[Any, ...]:
    """The elements that no field of their kind takes: each takes one."""
    taken = {id(_first(elements, kind)) for kind in kinds_of(whole)}
    return tuple(one for one in elements if id(one) not in taken)


def _list_with(elements: tuple[Any, ...], whole: str, kind: str, value: Any) -> tuple[Any, ...]:
    """The list with another element of a kind, or other elements without a field of their own."""
    alone = {each: _first(elements, each) for each in kinds_of(whole)}
    others = _others(elements, whole) if kind else value
    if kind:
        alone[kind] = value if isinstance(value, PersonName) else Trait(kind, value) if value else None
    return (*(one for one in alone.values() if one is not None), *others)
