"""Words that a family typed for a mark or a thing, read into the codes that its pictures stand for.

Only what was left open is filled in, only from words that were typed just now, and only where they say one thing; it is
shown with the pictures chosen, to be changed. The words stay. What was chosen is never changed, and where words and
pictures do not fit together nothing is read; then it is asked. What was read from words goes when they are changed, as
far as the new ones do not say it too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Final

from matching.record import Effect, Mark
from search.fields import FieldRow
from search.fields.table import Widget, asked_parts
from search.values.effect_words import read_effects
from search.values.mark_words import read_marks
from web.fields.choices import offered_codes
from web.fields.elements import Parts
from web.fields.typed import Typed, one, settled, text

_Read = Callable[[str, tuple[str, ...]], tuple[Mark, ...] | tuple[Effect, ...]]

_READERS: Final[Mapping[str, _Read]] = {
    "description.marks": lambda words, languages: read_marks(words, languages).marks,
    "description.effects": lambda words, languages: read_effects(words, languages).effects,
}
# What says of an element what it is: the part that everything else hangs on.
_WHAT: Final = {"description.marks": "kind", "description.effects": "item"}
_OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Understood:
    """The parts of an element with what was read; `several` are all elements that the words speak of, where not one.

    `against`: whether the words say something else than what was chosen.
    """

    parts: dict[str, Typed]
    read: bool = False
    several: tuple[dict[str, Typed], ...] = ()
    against: bool = False


def understood(row: FieldRow, parts: Parts, before: Parts, language: str) -> Understood:
    """What the words of an element say, where they were typed just now."""
    words = f"{row.path}.words"
    typed = text(parts.get(words, {}))
    if row.path not in _READERS or not typed or typed == text(before.get(words, {})):
        return Understood(dict(parts))
    earlier = _read_before(row, parts, before, language)
    chosen = {path: kept for path, kept in parts.items() if path not in earlier}
    what = _what(row, chosen, before)
    found = _found(row, typed, what, language)
    still = {path: kept for path, kept in earlier.items() if any(_is_said(path, kept, one) for one in found)}
    if len(found) > 1 and not what:
        return Understood({**chosen, **still}, several=found)
    filled = _filled(row, chosen, before, found[0]) if len(found) == 1 else {}
    now = {**chosen, **still, **filled}
    return Understood(now, read=bool(filled), against=not filled and bool(against(row, now, language)))


def several_in(row: FieldRow, parts: Parts, language: str) -> tuple[dict[str, Typed], ...]:
    """The elements that the words of one speak of; empty where they speak of one or none."""
    typed = text(parts.get(f"{row.path}.words", {}))
    found = _found(row, typed, "", language) if row.path in _READERS and typed else ()
    return found if len(found) > 1 else ()


def against(row: FieldRow, parts: Parts, language: str) -> dict[str, Typed]:
    """What the words of an element say, where they say one thing and it is not what is chosen."""
    typed = text(parts.get(f"{row.path}.words", {}))
    if row.path not in _READERS or not typed:
        return {}
    found = _found(row, typed, text(parts.get(_what_path(row), {})), language)
    said = _codes(found[0]) if len(found) == 1 else {}
    return said if any(settled(parts.get(path, {})) not in ({}, settled(kept)) for path, kept in said.items()) else {}


def as_worded(row: FieldRow, parts: Parts, language: str) -> dict[str, Typed]:
    """The element as its words say it; what was chosen of something else than they speak of goes."""
    said, what = against(row, parts, language), _what_path(row)
    other = what in said and settled(said[what]) != settled(parts.get(what, {}))
    gone = coded_parts(row, parts) if said and other else {}
    return {**{path: typed for path, typed in parts.items() if path not in gone}, **said}


def coded_parts(row: FieldRow, parts: Parts) -> dict[str, Typed]:
    """What is chosen of an element, without its words."""
    return {part.path: parts[part.path] for part in asked_parts(row) if part.path in parts and _is_coded(row, part)}


def _read_before(row: FieldRow, parts: Parts, before: Parts, language: str) -> Parts:
    """What stands as it was read from the words of before; what was chosen otherwise since is not among it."""
    earlier, what = text(before.get(f"{row.path}.words", {})), _what_path(row)
    alone = _found(row, earlier, "", language)
    found = alone or _found(row, earlier, text(before.get(what, {})), language)
    # Of several things that were noted apart, the words of all may stand with this one.
    meant = found if len(found) == 1 else [one for one in found if _is_said(what, before.get(what, {}), one)]
    said = _codes(meant[0]) if meant else {}
    return {
        path: parts[path]
        for path, kept in said.items()
        if (alone or path != what) and all(_is_said(path, each.get(path, {}), said) for each in (parts, before))
    }


def _is_said(path: str, typed: Typed, said: Parts) -> bool:
    return path in said and settled(said[path]) == settled(typed)


def _codes(said: Parts) -> dict[str, Typed]:
    return {path: typed for path, typed in said.items() if not path.endswith(".words")}


def _found(row: FieldRow, typed: str, what: str, language: str) -> tuple[dict[str, Typed], ...]:
    """What words say; where it was chosen what they are about, also words that say only where, or in which colour."""
    read, languages = _READERS[row.path], (language,)
    found = read(typed, languages) or (read(f"{what.replace('_', ' ')} {typed}", languages) if what else ())
    return tuple(_typed(row, one) for one in found)


def _typed(row: FieldRow, said: Mark | Effect) -> dict[str, Typed]:
    """An element that was read, as it would be chosen; codes that this page does not offer are left out."""
    offered = {part.path: part for part in asked_parts(row)}
    values = {f"{row.path}.{field.name}": getattr(said, field.name) for field in fields(said)}
    return {
        path: one(value)
        for path, value in values.items()
        if value and path in offered and _may_be(offered[path], value)
    }


def _may_be(part: FieldRow, value: str) -> bool:
    return part.widget is not Widget.CHOICE or value in offered_codes(part)


def _what_path(row: FieldRow) -> str:
    return f"{row.path}.{_WHAT[row.path]}"


def _what(row: FieldRow, parts: Parts, before: Parts) -> str:
    """What was chosen that the element is. "Something else" that stood there before is nobody's choice now."""
    path = _what_path(row)
    chosen = text(parts.get(path, {}))
    return "" if chosen == _OTHER and text(before.get(path, {})) == _OTHER else chosen


def _filled(row: FieldRow, parts: Parts, before: Parts, said: Mapping[str, Typed]) -> dict[str, Typed]:
    """The open parts with what was read; nothing where the pictures that were chosen say something else."""
    what = _what_path(row)
    chosen = {path: settled(typed) for path, typed in parts.items() if settled(typed)}
    if not _what(row, parts, before):
        chosen.pop(what, None)
    read = _codes(said)
    if what not in read or any(path in chosen and chosen[path] != settled(typed) for path, typed in read.items()):
        return {}
    return {path: typed for path, typed in read.items() if path not in chosen}


def _is_coded(row: FieldRow, part: FieldRow) -> bool:
    return part.path != f"{row.path}.words"
