"""What was answered under a field beside its value."""

from search.documents import Answer, Description, FieldNote
from search.documents.field_notes import note_of, stated, with_note

EID = FieldNote(field="description.birth", words="before Eid")
NO_MARKS = FieldNote(field="description.marks", answer=Answer.NONE)


def test_a_field_has_one_note_and_the_last_counts() -> None:
    noted = with_note(with_note(Description(), EID), NO_MARKS)
    assert noted.notes == (EID, NO_MARKS)
    later = FieldNote(field="description.birth", words="after Eid")
    assert with_note(noted, later).notes == (later, NO_MARKS)


def test_an_empty_note_takes_the_earlier_one_away() -> None:
    noted = Description(notes=(EID, NO_MARKS))
    assert with_note(noted, FieldNote(field="description.birth")).notes == (NO_MARKS,)
    assert with_note(Description(), FieldNote(field="description.birth")) == Description()


def test_a_field_without_a_note_has_an_empty_one() -> None:
    assert note_of(Description(notes=(EID,)), "description.birth") is EID
    assert note_of(Description(notes=(EID,)), "description.marks") == FieldNote(field="description.marks")


def test_only_what_says_something_is_a_note() -> None:
    assert stated([EID, FieldNote(field="description.sex"), NO_MARKS]) == (EID, NO_MARKS)
