"""Where a living person lives lies with their whereabouts, whichever door it came through."""

from dataclasses import replace

from search.documents.description import Description
from search.documents.field_notes import FieldNote, note_of, with_note
from search.documents.found_person import Whereabouts

_OF_THE_DEAD, _OF_THE_LIVING = "description.residence", "whereabouts.residence"


def with_residence_apart(found: Description, whereabouts: Whereabouts | None) -> tuple[Description, Whereabouts | None]:
    """The documents of a living person without a residence in the description, which committees and others read."""
    note = note_of(found, _OF_THE_DEAD)
    if found.residence is None and note == FieldNote(field=_OF_THE_DEAD):
        return found, whereabouts
    kept = whereabouts or Whereabouts()
    earlier = note_of(kept, _OF_THE_LIVING)
    words = [earlier.words, note.words]
    if kept.residence is not None and found.residence is not None and found.residence != kept.residence:
        words.append(found.residence.text)
    moved = with_note(
        replace(kept, residence=kept.residence or found.residence),
        replace(earlier, answer=earlier.answer or note.answer, words="\n".join(dict.fromkeys(filter(None, words)))),
    )
    return with_note(replace(found, residence=None), FieldNote(field=_OF_THE_DEAD)), moved
