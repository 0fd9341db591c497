"""The engine sees of a report all that it can compare, of either side, and nothing else."""

import dataclasses
from typing import Any

import pytest

from matching.record import Event, IdentityDocument, MatchRecord, PersonName, Place, Side
from search.documents import Description, Identifiers, Journey
from search.documents.engine_view import found_view, sought_view
from search.vocabulary import ReportKind

# Of the engine's fields: which document says each. What only one side can know is left to the engine's own default.
OF_THE_JOURNEY = {"companions"}
OF_NUMBERS = {"phones", "documents"}
OF_THE_REPORT = {"side", "kind"}
FIELDS = {field.name for field in dataclasses.fields(MatchRecord)} - OF_THE_REPORT


def test_every_field_of_the_engine_s_record_is_filled_from_one_of_the_documents() -> None:
    marked = {field.name: f"what was said of {field.name}" for field in dataclasses.fields(Description)}
    numbers = {field.name: f"what was said of {field.name}" for field in dataclasses.fields(Identifiers)}
    companions = (PersonName("Hiwet"),)
    said: dict[str, Any] = {**marked, "journey": Journey(companions=companions)}
    papers = (IdentityDocument("K123"),)
    identifiers: dict[str, Any] = {**numbers, "documents": papers}
    view = sought_view(dataclasses.replace(Description(), **said), dataclasses.replace(Identifiers(), **identifiers))
    seen = {name: getattr(view, name) for name in FIELDS}
    said_alone = {name: f"what was said of {name}" for name in FIELDS - OF_THE_JOURNEY - {"documents"}}
    assert seen == said_alone | {"companions": companions, "documents": papers}


def test_two_papers_of_which_nobody_knows_the_number_are_not_compared() -> None:
    papers = (IdentityDocument("", "passport", "ER"), IdentityDocument("K123"))
    assert sought_view(Description(), Identifiers(documents=papers)).documents == (IdentityDocument("K123"),)


@pytest.mark.parametrize("kind", list(ReportKind))
def test_a_report_is_of_the_found_side_and_of_its_kind(kind: ReportKind) -> None:
    view = found_view(kind, Description(), Identifiers())
    assert (view.side, view.kind) == (Side.FOUND, kind.value)


def test_when_and_where_a_witness_saw_somebody_is_no_finding_to_the_engine() -> None:
    seen = Description(names=(PersonName("Hodan"),), event=Event(place=Place(text="Zuwara")))
    assert found_view(ReportKind.WITNESS, seen, Identifiers()).event is None
    assert found_view(ReportKind.WITNESS, seen, Identifiers()).names == seen.names
    assert found_view(ReportKind.RESCUE, seen, Identifiers()).event == seen.event


def test_a_search_is_of_the_sought_side_and_of_no_kind() -> None:
    view = sought_view(Description(), Identifiers())
    assert view == MatchRecord(side=Side.SOUGHT)
