"""A field that is answered in two ways is named, whichever door it came through."""

import pytest

from matching.record import Mark
from search.documents import Answer, Description, FieldNote, Identifiers
from search.fields.contradictions import contradictions, contradicts

SCAR = Mark(kind="scar")


def noted(path: str, answer: Answer | None, words: str = "") -> FieldNote:
    return FieldNote(field=path, answer=answer, words=words)


@pytest.mark.parametrize(
    ("value", "answer", "words", "both"),
    [
        ((SCAR,), Answer.NONE, "", True),
        ((SCAR,), Answer.UNKNOWN, "", True),
        ((SCAR,), None, "", False),
        ((), Answer.NONE, "", False),
        ((), Answer.NONE, "a scar, perhaps", True),
        ((), Answer.UNKNOWN, "they did not look", False),
        (None, Answer.UNKNOWN, "", False),
        ("", Answer.NONE, "", False),
        (False, Answer.UNKNOWN, "", True),
    ],
)
def test_an_answer_and_a_value_cannot_both_be_so(value: object, answer: Answer, words: str, *, both: bool) -> None:
    assert contradicts(value, noted("description.marks", answer, words)) is both


def test_the_fields_of_a_document_that_are_answered_twice_are_named_in_the_order_of_their_notes() -> None:
    said = Description(
        marks=(SCAR,),
        notes=(noted("description.marks", Answer.NONE), noted("description.effects", Answer.NONE)),
    )
    assert contradictions(said) == ("description.marks",)


def test_notes_about_parts_of_elements_and_about_nothing_are_no_contradictions() -> None:
    said = Identifiers(notes=(noted("identifiers.phones.number", Answer.UNKNOWN), noted("no.such", Answer.NONE)))
    assert contradictions(said) == ()
