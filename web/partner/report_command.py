"""From what was typed into a report's form to the command that files it; what no type takes stays under its field."""

from dataclasses import replace
from typing import Any

from search.commands import ReportFound
from search.documents import Answer, Description, FieldNote, Identifiers, PostMortem, Provenance, Whereabouts
from search.documents.field_notes import note_of, with_note, with_part_notes
from search.fields import FieldRow
from search.fields.table import Widget
from search.fields.values_at_paths import value_at, with_value
from search.values.no_countries import says_stateless
from search.vocabulary import Channel, ReportKind
from web.fields import elements
from web.fields.answers import Answered, answered
from web.fields.typed import ANSWER, texts
from web.fields.widget import Setting
from web.partner.report_fields import SentReport, setting

_NATIONALITIES = "description.nationalities"
_NOTHING = (None, "", ())


def report_of(sent: SentReport) -> ReportFound:
    """The command of a form whose kind of place was chosen."""
    parts = documents_of(sent)
    provenance = parts["provenance"]
    living = "whereabouts" in parts
    return ReportFound(
        kind=ReportKind(sent.kind),
        sender_number=provenance.sender_number,
        source_date=provenance.source_date,
        told_by=provenance.told_by,
        told_by_contact=provenance.told_by_contact,
        provenance_notes=provenance.notes,
        found=_with_finding(parts["description"], parts["whereabouts"]) if living else parts["description"],
        identifiers=parts["identifiers"],
        whereabouts=parts.get("whereabouts"),
        post_mortem=parts.get("post_mortem"),
        channel=Channel.WEB,
    )


def documents_of(sent: SentReport) -> dict[str, Any]:
    """The documents that the fields make, by the section of each."""
    own = {"whereabouts": Whereabouts()} if sent.is_living else {"post_mortem": PostMortem()}
    documents: dict[str, Any] = {
        "description": Description(), "identifiers": Identifiers(), "provenance": Provenance(), **own,
    }  # fmt: skip
    for row in sent.rows:
        said = answer_to(row, sent, setting(), documents[row.section])
        documents[row.section] = _with_answer(documents[row.section], row, said)
    return {**documents, "description": _with_statelessness(documents["description"])}


def answer_to(row: FieldRow, sent: SentReport, how: Setting, blank: Any) -> Answered:
    """What a field says: its value, and the answer or the words that were noted."""
    if row.widget is not Widget.ITEMS:
        return answered(row, sent.fields[row.path], how, Answered(value_at(blank, row.path), FieldNote(field=row.path)))
    read = elements.read_all(row, list(sent.standing(row).values()), Answered((), FieldNote(field=row.path)), how)
    given = texts(sent.fields[row.path], ANSWER)
    answer = next((Answer(one) for one in row.answers if one in given), None)
    return Answered(read.value, FieldNote(field=row.path, answer=answer, words=read.words), read.notes)


def _with_answer(document: Any, row: FieldRow, said: Answered) -> Any:
    """The document with a field's answer; where nothing was said, the type's own blank stays."""
    stated = document if said.value in _NOTHING else with_value(document, row.path, said.value)
    return with_part_notes(with_note(stated, said.note), row.path, said.parts)


def _with_finding(found: Description, whereabouts: Whereabouts) -> Description:
    """The description with time and place of the finding, which filing makes coarse."""
    return replace(found, event=whereabouts.found)


def _with_statelessness(found: Description) -> Description:
    """To have no nationality is a statement and no country."""
    return replace(found, stateless=True) if says_stateless(note_of(found, _NATIONALITIES).words) else found
