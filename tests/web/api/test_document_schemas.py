"""The documents that the API takes, and what may be said under their fields."""

import dataclasses
import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from search.documents import Answer, Description, FieldNote, Identifiers, PostMortem, Whereabouts
from search.fields.document_types import SECTIONS
from search.fields.table import AskedOf, asked_rows, list_of
from search.vocabulary import ReportKind
from web.api.document_schemas import NOT_TAKEN, DescriptionIn, IdentifiersIn, PostMortemIn, WhereaboutsIn
from web.api.report_bodies import report_command
from web.api.schemas import ReportIn

TODAY = datetime.date(2026, 11, 22)
BODIES = {Description: DescriptionIn, Identifiers: IdentifiersIn, Whereabouts: WhereaboutsIn, PostMortem: PostMortemIn}
ASKED = sorted({row.path for kind in (AskedOf.LIVING, AskedOf.DEAD) for row in asked_rows(kind)})


@pytest.mark.parametrize("document", BODIES)
def test_every_field_of_a_document_is_taken_or_known_not_to_be(document: type[Any]) -> None:
    names = {field.name for field in dataclasses.fields(document)}
    left_out = {path.rpartition(".")[2] for path in NOT_TAKEN if path.startswith(f"{SECTIONS[document]}.")}
    assert set(BODIES[document].model_fields) == names - left_out
    assert left_out <= names


@pytest.mark.parametrize("path", ASKED)
def test_whatever_an_organisation_is_asked_a_program_can_send(path: str) -> None:
    section, name, *_ = path.partition(":")[0].split(".")
    taken = {SECTIONS[document]: set(body.model_fields) for document, body in BODIES.items()}
    taken["provenance"] = set(ReportIn.model_fields)
    assert name in taken[section] or f"{section}.{name}" in NOT_TAKEN


@pytest.mark.parametrize("path", [path for path in ASKED if list_of(path) is None])
def test_words_that_no_type_takes_reach_the_command_under_their_field(path: str) -> None:
    section = path.partition(".")[0]
    note = {"field": path, "words": "before Eid"}
    dead = section == "post_mortem"
    bodies: dict[str, dict[str, Any]] = {
        "provenance": {"provenance_notes": [note]},
        "description": {"found": {"notes": [note]}},
    }
    body = bodies.get(section, {section: {"notes": [note]}})
    command = report_command(ReportIn.model_validate({"kind": "mortuary" if dead else "shelter", **body}), TODAY)
    documents = (command.found, command.identifiers, command.whereabouts, command.post_mortem)
    noted = [*command.provenance_notes, *(note for one in documents if one is not None for note in one.notes)]
    assert noted == [FieldNote(field=path, words="before Eid")]


@pytest.mark.parametrize(
    "note",
    [
        {"field": "description.shoe_size", "words": "x"},
        {"field": "records.id", "words": "x"},
        {"field": "identifiers.phones", "words": "x"},
        {"field": "description.words", "answer": "none"},
        {"field": "description.marks", "answer": "perhaps"},
        {"field": "description.marks", "words": "x" * 5001},
        {"words": "x"},
    ],
)
def test_a_note_names_a_field_of_its_document_and_an_answer_that_the_field_has(note: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        ReportIn.model_validate({"kind": "shelter", "found": {"notes": [note]}})


def test_a_field_has_one_note() -> None:
    notes = [{"field": "description.marks", "answer": "none"}, {"field": "description.marks", "words": "x"}]
    with pytest.raises(ValidationError):
        ReportIn.model_validate({"kind": "shelter", "found": {"notes": notes}})
    (kept,) = report_command(
        ReportIn.model_validate({"kind": ReportKind.SHELTER, "found": {"notes": notes[:1]}}), TODAY
    ).found.notes
    assert kept.answer is Answer.NONE
