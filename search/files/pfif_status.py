"""Whether a PFIF person is looked for, was found, or is believed dead: the latest word of the notes decides.

"Latest" is by the day on which it was said at the source, not by when a copy was entered somewhere.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from search.files.pfif_fields import PfifRecord, moment

STATUSES = ("information_sought", "is_note_author", "believed_alive", "believed_missing", "believed_dead")
_BEGINNING = datetime.datetime.min.replace(tzinfo=datetime.UTC)
_YES = frozenset({"true", "1", "yes"})


class Said(StrEnum):
    """What the notes come to. `UNCLEAR`: two that were said at once differ, or one says what it contradicts."""

    FOUND = "found"
    SOUGHT = "sought"
    DEAD = "dead"
    NOTHING = "nothing"
    UNCLEAR = "unclear"


_OF_STATUS = {
    "information_sought": Said.SOUGHT,
    "believed_missing": Said.SOUGHT,
    "is_note_author": Said.FOUND,
    "believed_alive": Said.FOUND,
    "believed_dead": Said.DEAD,
}


@dataclass(frozen=True, slots=True)
class Decided:
    """What the notes come to, and the note that decides; None where none does."""

    said: Said
    note: PfifRecord | None = None


def decided_by(notes: Sequence[PfifRecord]) -> Decided:
    """What the latest note that says anything of the person's fate says."""
    saying = sorted(_saying(notes), key=lambda one: said_at(one[1]))
    if not saying:
        return Decided(Said.NOTHING)
    said, note = saying[-1]
    at_once = {other for other, one in saying if said_at(one) == said_at(note)}
    return Decided(said if len(at_once) == 1 else Said.UNCLEAR, note)


def said_at(note: PfifRecord) -> datetime.datetime:
    """When something was said at its source; one that does not tell comes before all others."""
    return moment(note.get("source_date")) or _BEGINNING


def _saying(notes: Sequence[PfifRecord]) -> Iterator[tuple[Said, PfifRecord]]:
    for note in notes:
        status, met = note.get("status").lower(), note.get("author_made_contact").lower() in _YES
        if status:
            said = _OF_STATUS.get(status, Said.UNCLEAR)
            # Whoever was met is not missing.
            yield Said.UNCLEAR if met and said in (Said.SOUGHT, Said.DEAD) else said, note
        elif met:
            yield Said.FOUND, note
