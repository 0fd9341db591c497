"""How the fields of a report are called when its sender reads it again."""

from collections.abc import Iterator

import pytest
from flask import Flask

from search.commands import ReportFound
from search.documents import Description, FieldNote, Whereabouts
from search.vocabulary import ReportKind
from web.partner.whole_report import fields_of_row


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        (ReportKind.SHELTER, "When they were found or met"),
        (ReportKind.WITNESS, "When the witness saw them last"),
        (ReportKind.MORTUARY, "When the body was found"),
    ],
)
def test_a_day_that_could_not_be_read_is_of_a_body_only_where_there_is_one(kind: ReportKind, label: str) -> None:
    note = FieldNote(field="description.event.when", words="45/13/2026")
    living = None if kind is ReportKind.MORTUARY else Whereabouts()
    (field,) = fields_of_row(ReportFound(kind=kind, found=Description(notes=(note,)), whereabouts=living))
    assert field.label == label
