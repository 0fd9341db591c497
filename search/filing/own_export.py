"""An organisation takes its own reports out as a sheet; a row that comes back as it went out says nothing new.

The first columns are under headers that the importer knows; everything else that was sent stands in columns of our own,
which are passed over when the sheet comes back. The token of a row names its report and holds its cells. What a
post-mortem examination recorded is left out, as in every list.
"""

import datetime
import html
import unicodedata
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.record import NameKind
from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.documents.field_notes import note_of
from search.documents.report_documents import ReportDocuments
from search.documents.told_values import told
from search.errors import Refused
from search.fields import FieldRow, Purpose, visible
from search.fields.table import AskedOf, asked_rows, list_of
from search.fields.values_at_paths import value_at
from search.filing.row_plans import kept_documents
from search.models import FoundReport
from search.records.change_numbers import PUBLISHED
from search.records.chunks import chunks
from search.records.sections import READABLE, vault_of
from search.sheets.returned_names import OURS, ROW
from search.storage.encryption import Vault

_OF_RELATIVES = frozenset({NameKind.FATHER, NameKind.GRANDFATHER, NameKind.MOTHER})
_OWN = "own"
_HEX = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnExport:
    """A sheet of an organisation's own reports."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def export_own_reports(session: Session, actor: Actor, *, now: datetime.datetime) -> OwnExport:
    """Take all reports of the actor's own organisation out, oldest first."""
    if actor.organisation_id is None:
        raise Refused("no_organisation")
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.READ_OWN_REPORTS, own)
    told_rows = list(_told(session, actor, own))
    more = sorted({path for _, _, others in told_rows for path in others}, key=_PLACES.__getitem__)
    vault = vault_of(session)
    rows = tuple(
        (*cells, *(others.get(path, "") for path in more), own_token(vault, report_id, _HEADERS, cells))
        for report_id, cells, others in told_rows
    )
    subject = ("organisation", actor.organisation_id)
    record_act(session, actor, Action.READ_OWN_REPORTS, subject=subject, now=now, detail={"records": len(rows)})
    return OwnExport(headers=(*_HEADERS, *(f"{OURS}{path}" for path in more), ROW), rows=rows)


def own_token(vault: Vault, report_id: uuid.UUID, headers: Sequence[str], cells: Sequence[str]) -> str:
    """By what a row of this report with these cells is known when it comes back, in whatever order its columns are."""
    said = sorted((_plain(header), _plain(cell)) for header, cell in zip(headers, cells, strict=False) if _plain(cell))
    content = msgspec.json.encode([report_id.hex, said]).decode()
    return f"{_OWN}-{report_id.hex}-{vault.digest('own row', content) & 0xFFFFFFFFFFFF:012x}"


def report_of_token(said: str) -> uuid.UUID | None:
    """The report that a token names, None for any other text."""
    kind, _, rest = said.partition("-")
    named = rest.partition("-")[0]
    if kind != _OWN or len(named) != _HEX or any(sign not in "0123456789abcdef" for sign in named):
        return None
    return uuid.UUID(named)


def _plain(text: str) -> str:
    """A cell without what a spreadsheet, or reading it, may change: unseen signs, blanks, the guards of formulas."""
    seen = "".join(sign for sign in html.unescape(text) if unicodedata.category(sign) != "Cf")
    return "".join(unicodedata.normalize("NFKC", seen).replace("'", "").split())


def _told(session: Session, actor: Actor, own: Subject) -> Iterator[tuple[uuid.UUID, tuple[str, ...], dict[str, str]]]:
    """Each report with the cells of the first columns, and all else that was said, by path."""
    mine = FoundReport.organisation_id == own.organisation_id, FoundReport.erased_at.is_(None), PUBLISHED, READABLE
    numbers = list(session.scalars(select(FoundReport.number).where(*mine).order_by(FoundReport.number)))
    for some in chunks(numbers, _AT_ONCE):
        reports = session.scalars(select(FoundReport).where(FoundReport.number.in_(some)).order_by(FoundReport.number))
        listed = list(reports)
        kept = kept_documents(session, listed)
        for report in listed:
            if report.number in kept:
                documents = _shown(kept[report.number], actor, own)
                numbered = report.sender_number_digest is not None
                cells = tuple(
                    cell(documents) if numbered or header != _NUMBER else "" for header, cell in _COLUMNS.items()
                )
                yield report.id, cells, _others(documents)


def _shown(documents: ReportDocuments, actor: Actor, own: Subject) -> ReportDocuments:
    """What the actor may see of a report in a list."""
    seen: dict[str, Any] = {
        name: visible(document, actor, own, Purpose.LIST) if document is not None else None
        for name, document in documents.sections()
    }
    return ReportDocuments(kind=documents.kind, **seen)


def _others(documents: ReportDocuments) -> dict[str, str]:
    """Every field that is asked of an organisation with its value and its words, where anything was said."""
    sections = dict(documents.sections())
    found = {
        row.path: _line(told(value_at(sections[row.section], row.path)), _noted(sections[row.section], row))
        for row in _ROWS
        if sections.get(row.section) is not None
    }
    return {path: text for path, text in found.items() if text}


def _noted(document: Any, row: FieldRow) -> str:
    note = note_of(document, row.path)
    return _line(note.answer or "", note.words)


def _line(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _event(documents: ReportDocuments) -> Any:
    return documents.whereabouts.found if documents.whereabouts else documents.description.event


def _day(documents: ReportDocuments) -> str:
    """The day of the finding, where one day was said."""
    event = _event(documents)
    when = event.when if event else None
    return when.earliest.isoformat() if when and when.earliest == when.latest else ""


def _place(documents: ReportDocuments) -> str:
    event = _event(documents)
    return event.place.text if event and event.place else ""


def _name(documents: ReportDocuments) -> str:
    return next((name.text for name in documents.description.names if name.kind not in _OF_RELATIVES), "")


_NUMBER = "Case number"
_AT_ONCE = 200
_COLUMNS: Mapping[str, Callable[[ReportDocuments], str]] = {
    _NUMBER: lambda one: one.provenance.sender_number,
    "Type of place": lambda one: one.kind.value,
    "Full name": _name,
    "Sex": lambda one: told(one.description.sex),
    "Age": lambda one: told(one.description.age),
    "Date found": _day,
    "Place found": _place,
    "Height (cm)": lambda one: told(one.description.height),
    "Marks": lambda one: "; ".join(map(told, one.description.marks)),
    "Belongings": lambda one: "; ".join(map(told, one.description.effects)),
    "Phone": lambda one: "; ".join(map(told, one.identifiers.phones)),
    "Notes": lambda one: one.description.words,
}
_HEADERS = tuple(_COLUMNS)
_ROWS = tuple(
    {
        row.path: row
        for asked in (AskedOf.LIVING, AskedOf.DEAD)
        for row in asked_rows(asked)
        if list_of(row.path) is None
    }.values()
)
_PLACES = {row.path: place for place, row in enumerate(_ROWS)}
