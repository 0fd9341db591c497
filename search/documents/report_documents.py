"""A found report as its documents, in the one form in which it is compared with its news."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from matching.record import Event
from search.documents.description import Description
from search.documents.field_notes import FieldNote, note_of, stated, with_note
from search.documents.found_person import PostMortem, Provenance, Whereabouts
from search.documents.identifiers import Identifiers
from search.documents.residences import with_residence_apart
from search.vocabulary import LIVING_KINDS, ReportKind

COARSE_PLACE, EXACT_PLACE = "description.event.place", "whereabouts.found.place"
_SECTIONS = ("description", "identifiers", "whereabouts", "post_mortem", "provenance")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocuments:
    """Everything that was said in a report; time and place of the finding of the living lie with the whereabouts."""

    kind: ReportKind
    description: Description = field(default_factory=Description)
    identifiers: Identifiers = field(default_factory=Identifiers)
    whereabouts: Whereabouts | None = None
    post_mortem: PostMortem | None = None
    provenance: Provenance = field(default_factory=Provenance)

    def sections(self) -> Iterator[tuple[str, Any]]:
        """Each document by the name of its section in the table of fields, None where there is none."""
        return ((name, getattr(self, name)) for name in _SECTIONS)


def in_form_of(documents: ReportDocuments, kind: ReportKind) -> ReportDocuments:
    """The documents as those of a report of this kind: the finding where that kind has it, and there alone."""
    event = _finding(documents)
    described = replace(documents.description, event=None if kind in LIVING_KINDS else event)
    whereabouts = documents.whereabouts
    if kind in LIVING_KINDS:
        described, whereabouts = words_of_place_apart(*with_residence_apart(described, whereabouts))
        if event is not None or whereabouts is not None:
            whereabouts = replace(whereabouts or Whereabouts(), found=event)
    elif whereabouts is not None:
        described, whereabouts = _words_of_place_back(described, replace(whereabouts, found=None))
    return replace(documents, kind=kind, description=described, whereabouts=whereabouts)


def words_of_place_apart(
    described: Description, whereabouts: Whereabouts | None
) -> tuple[Description, Whereabouts | None]:
    """What was noted under the place of the finding of somebody living, beside the exact place."""
    note = note_of(described, COARSE_PLACE)
    if not stated([note]):
        return described, whereabouts
    whereabouts = whereabouts or Whereabouts()
    moved = _beside(note_of(whereabouts, EXACT_PLACE), note)
    return with_note(described, FieldNote(field=COARSE_PLACE)), with_note(whereabouts, moved)


def _words_of_place_back(described: Description, whereabouts: Whereabouts) -> tuple[Description, Whereabouts]:
    note = note_of(whereabouts, EXACT_PLACE)
    if not stated([note]):
        return described, whereabouts
    moved = _beside(note_of(described, COARSE_PLACE), note)
    return with_note(described, moved), with_note(whereabouts, FieldNote(field=EXACT_PLACE))


def _beside(kept: FieldNote, note: FieldNote) -> FieldNote:
    words = "\n".join(dict.fromkeys(filter(None, (kept.words, note.words))))
    return replace(kept, answer=kept.answer or note.answer, words=words)


def _finding(documents: ReportDocuments) -> Event | None:
    """When and where somebody was found: of the living the exact place, else what the description says."""
    exact = documents.whereabouts.found if documents.whereabouts else None
    told = documents.description.event
    if exact is None or told is None:
        return exact or told
    return Event(when=exact.when or told.when, place=exact.place or told.place)
