"""A report as its sender reads it again: everything that was sent, in the words of the table of fields."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from matching.record import Remains
from search.commands import ReportFound
from search.documents.field_notes import note_of, part_notes
from search.fields import FieldRow
from search.fields.contradictions import contradicts
from search.fields.table import catalogue, list_of
from search.fields.values_at_paths import value_at
from search.filing.own_reports import WholeReport
from search.vocabulary import LIVING_KINDS, ReportKind, WantsContact
from web.fields.showing import shown
from web.labels.field_words import FIELDS, report_part, reported_label
from web.values_in_words import Value

# For a living person the exact finding stands among the whereabouts; the description holds a coarse copy of it.
_FINDING, _COARSE_COPY = "whereabouts.found", "description.event"


@dataclass(frozen=True, slots=True)
class ReportedField:
    """One field with what was sent for it; `twice` says that two answers stand in it that do not fit together."""

    label: str
    values: tuple[Value, ...]
    twice: bool


@dataclass(frozen=True, slots=True)
class ReportedPart:
    """One part of a report under its heading."""

    title: str
    fields: tuple[ReportedField, ...]


def parts_of(report: WholeReport) -> list[ReportedPart]:
    """The parts in which something was sent."""
    return _parts(report.documents, report.kind)


def fields_of_row(report: ReportFound) -> list[ReportedField]:
    """What a row of a sheet would be stored as, field by field, without the number that stands above it."""
    said = replace(report.found, remains=None) if report.found.remains is Remains.UNKNOWN else report.found
    documents: dict[str, Any] = {"description": said, "identifiers": report.identifiers}
    documents |= {"whereabouts": report.whereabouts} if report.whereabouts else {}
    documents |= {"post_mortem": report.post_mortem} if report.post_mortem else {}
    return [field for part in _parts(documents, report.kind) for field in part.fields]


def _parts(documents: Mapping[str, Any], kind: ReportKind) -> list[ReportedPart]:
    rows = [row for row in catalogue().values() if _is_field(row, documents)]
    parts = [
        (group, tuple(field for row in some if (field := _field(row, documents[row.section], kind)).values))
        for group, some in groupby(rows, key=lambda row: row.group)
    ]
    return [ReportedPart(report_part(group), fields) for group, fields in parts if fields]


def _is_field(row: FieldRow, documents: Mapping[str, Any]) -> bool:
    if row.section not in documents or row.widget is None or list_of(row.path) is not None:
        return False
    whereabouts = documents.get("whereabouts")
    exact = whereabouts is not None and value_at(whereabouts, _FINDING) is not None
    return not (exact and row.path.startswith(f"{_COARSE_COPY}."))


def _field(row: FieldRow, document: Any, kind: ReportKind) -> ReportedField:
    value, note = value_at(document, row.path), note_of(document, row.path)
    said = None if value is WantsContact.NOT_ASKED else value
    return ReportedField(
        _label(row.path, kind),
        shown(row, said, note, part_notes(document, row.path)),
        contradicts(value, note),
    )


def _label(path: str, kind: ReportKind) -> str:
    """A day or place of somebody living that could not be read stays at the coarse copy, and is of no body."""
    exact = path.replace(_COARSE_COPY, _FINDING, 1)
    seen = "witness" if kind is ReportKind.WITNESS else ""
    return reported_label(exact if kind in LIVING_KINDS and exact in FIELDS else path, seen)
