"""A report's form filled in with what is known of a report, as its sender said it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from search.documents import FieldNote, PostMortem, Whereabouts
from search.documents.field_notes import note_of, part_notes
from search.documents.note_merging import held_at
from search.documents.report_documents import ReportDocuments
from search.fields import FieldRow
from search.fields.table import Widget
from search.fields.values_at_paths import value_at
from search.vocabulary import LIVING_KINDS, ReportKind
from web.fields import answers, elements
from web.fields.answers import Answered
from web.fields.elements import Parts
from web.fields.typed import ANSWER, Typed
from web.partner.report_fields import SentReport, fields_of

_BLANKS = {"whereabouts": Whereabouts(), "post_mortem": PostMortem()}


@dataclass(frozen=True, slots=True)
class FilledReport:
    """What is known of a report as its form shows it, and the values and notes behind what is shown."""

    shown: SentReport
    said: Mapping[str, Answered]


def which_of(documents: ReportDocuments) -> str:
    """The form of a report: of a living person, of a body, or of somebody whom a witness saw."""
    if documents.kind is ReportKind.WITNESS:
        return documents.kind.value
    return "living" if documents.kind in LIVING_KINDS else "body"


def filled_report(documents: ReportDocuments) -> FilledReport:
    """The form of a report with everything that it asks filled in."""
    which = which_of(documents)
    sections = {name: _BLANKS.get(name) if document is None else document for name, document in documents.sections()}
    said = {row.path: said_of(row, sections[row.section]) for row in fields_of(which)}
    rows = {row.path: row for row in fields_of(which)}
    fields = {path: _shown(rows[path], one) for path, one in said.items()}
    items = {path: shown_elements(rows[path], one) for path, one in said.items() if rows[path].widget is Widget.ITEMS}
    return FilledReport(SentReport(which, documents.kind.value, fields, items, frozenset()), said)


def said_of(row: FieldRow, document: Any) -> Answered:
    """A field's value with its note; of a list, notes of its parts count the elements that the form shows."""
    value = value_at(document, row.path)
    if row.widget is not Widget.ITEMS:
        return Answered(value, note_of(document, row.path))
    every = held_at(document, row.path) or ()
    places = [next(place for place, one in enumerate(every) if one is element) for element in value]
    notes = [
        FieldNote(field=note.field, answer=note.answer, words=note.words, element=places.index(note.element))
        for note in part_notes(document, row.path)
        if note.element in places
    ]
    return Answered(value, note_of(document, row.path), tuple(notes))


def shown_elements(row: FieldRow, said: Answered) -> dict[int, Parts]:
    """The elements of a list, and the words that make none, by number."""
    return dict(enumerate(elements.filled(row, said.value, said.note, said.parts)))


def _shown(row: FieldRow, said: Answered) -> Typed:
    if row.widget is not Widget.ITEMS:
        return answers.filled(row, said.value, said.note)
    return {ANSWER: [said.note.answer.value]} if said.note.answer else {}
