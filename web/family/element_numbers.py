"""Which element of a filed list a page is about, although every page that is sent changes the case at once.

An element keeps its number for as long as the family works on its case, whatever is added and taken out meanwhile, also
on another device: it is known by a mark of what it says, and by the marks of what it said before. So a page that is
sent twice, or that was opened before a change, reaches the element that it showed; where that is gone, what was typed
becomes an element of its own.
"""

import hmac
from collections.abc import Iterable, Mapping

import msgspec
from flask import current_app

from web.family.draft_answers import Draft
from web.fields.elements import Parts
from web.fields.typed import settled

# The mark of an element that is not in the case: not yet, or not any more.
_OUTSIDE = ""
_MOST_MARKS = 20


def mark_of(parts: Parts) -> str:
    """What an element says, as a mark that is equal for equal elements alone; empty where nothing is said."""
    said = {path: kept for path, typed in parts.items() if (kept := settled(typed))}
    if not said:
        return _OUTSIDE
    # With a key: the mark stands on a page, and from a bare digest what only a family knows could be guessed.
    key = current_app.config["SECRET_KEY"]
    return hmac.digest(key, b"element " + msgspec.json.encode(said, order="sorted"), "sha256")[:8].hex()


def number_elements(draft: Draft, path: str, said: Iterable[Parts]) -> None:
    """Numbers what a list says now: as before where it is known, anew where it came meanwhile.

    What was changed here and is not saved stays; what was taken out elsewhere goes.
    """
    known, before = draft.known.setdefault(path, {}), draft.items.get(path, {})
    gone = draft.removed.get(path, ())
    free = {number: marks[-1] for number, marks in known.items()}
    found: dict[str, Parts] = {}
    for parts in said:
        mark = mark_of(parts)
        number = next((one for one, last in free.items() if last == mark), None)
        if number is None:
            number = _next(known, before)
            known[number] = [mark]
        free.pop(number, None)
        if number not in gone:
            found[number] = before.get(number, parts)
    left = {
        number: parts
        for number, parts in before.items()
        if number not in found and (number in gone or not _is_as_saved(draft, path, number))
    }
    draft.items[path] = {number: _plain(parts) for number, parts in {**found, **left}.items()}


def note_saved(draft: Draft, path: str, said: Iterable[Parts]) -> None:
    """Notes what the elements of a list say once they are saved."""
    known, gone, items = draft.known.setdefault(path, {}), draft.removed.get(path, ()), draft.items[path]
    saved = list(said)
    changed = []
    for number in items:
        if number in gone:
            _note(known, number, _OUTSIDE)
        elif _is_as_saved(draft, path, number) and (same := _place(saved, known[number][-1])) is not None:
            saved.pop(same)
        else:
            changed.append(number)
    for number in changed[len(saved) :]:
        del items[number]
    for number, parts in zip(changed, saved, strict=False):
        items[number] = _plain(parts)
        _note(known, number, mark_of(parts))


def number_meant(draft: Draft, path: str, number: str, seen: str) -> str:
    """The number of the element that a page showed under `number` with the mark `seen`; else one that is free."""
    known, items = draft.known.get(path, {}), draft.items.get(path, {})
    if seen in known.get(number, ()):
        return number
    others = (one for one in items if seen and seen in known.get(one, ()))
    return next(others, _next(known, items))


def _note(known: dict[str, list[str]], number: str, mark: str) -> None:
    marks = known.get(number, [_OUTSIDE])
    known[number] = marks if marks[-1] == mark else [*marks, mark][-_MOST_MARKS:]


def _is_as_saved(draft: Draft, path: str, number: str) -> bool:
    marks = draft.known.get(path, {}).get(number)
    return marks is not None and marks[-1] == mark_of(draft.items[path][number])


def _place(saved: list[Parts], mark: str) -> int | None:
    return next((place for place, parts in enumerate(saved) if mark_of(parts) == mark), None)


def _next(*numbered: Mapping[str, object]) -> str:
    return str(max((int(number) for numbers in numbered for number in numbers), default=0) + 1)


def _plain(parts: Parts) -> dict[str, dict[str, list[str]]]:
    return {path: dict(typed) for path, typed in parts.items()}
