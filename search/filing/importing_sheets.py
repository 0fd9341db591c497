"""Files of other registries and senders' own sheets: understood, shown, and stored as a whole or not at all."""

import datetime
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.commands import ImportSheet, RegisterSearch
from search.errors import NotFound
from search.files.request_lines import RequestRead, read_requests
from search.filing.registering_searches import import_searches
from search.filing.reporting_found_persons import (
    ACCEPTED,
    ALREADY_KNOWN,
    UPDATED,
    erased_before,
    foresee_outcomes,
    store_reports,
)
from search.models import ImportBatch, Organisation, SenderProfile
from search.records.sections import vault_of
from search.sheets.column_mapping import Mapping, fingerprint, to_profile
from search.sheets.column_targets import Target
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.parser_process import read_table_bounded
from search.sheets.sheet_rows import RowRead, RowRefusal, SheetContext, read_rows
from search.sheets.sheet_table import Table
from search.summaries import ColumnPreview, ImportReceipt, RowOutcome, SampleRow, SheetPreview
from search.vocabulary import MAY_REPORT, OrganisationKind

REFUSED = "refused"
SAMPLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedSearches:
    """What became of the lines of a file of searches."""

    accepted: int
    already_known: int
    refused: tuple[RowOutcome, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sheet as it was understood: its rows as reports, those refused, and cells that were kept as words only."""

    table: Table
    mapping: Mapping
    remembered: bool
    rows: tuple[RowRead, ...]
    refused: tuple[RowOutcome, ...]
    notes: tuple[RowOutcome, ...]


def import_search_lines(
    session: Session, actor: Actor, lines: Iterable[bytes], *, now: datetime.datetime
) -> ImportedSearches:
    """File the searches of another registry, one JSON object a line; a line that cannot be read is refused."""
    require(actor, Action.IMPORT_REQUESTS)
    commands: list[RegisterSearch] = []
    refused: list[RowOutcome] = []
    for outcome in read_requests(lines, today=now.date()):
        if isinstance(outcome, RequestRead):
            commands.append(outcome.command)
        else:
            refused.append(_refusal(outcome))
    accepted, already_known = import_searches(session, actor, commands, now=now)
    return ImportedSearches(accepted=accepted, already_known=already_known, refused=tuple(refused))


def preview_sheet(session: Session, actor: Actor, command: ImportSheet, *, now: datetime.datetime) -> SheetPreview:
    """What a sheet seems to say and what sending it would do; nothing is stored."""
    organisation = _sender(session, actor)
    reading = _without_erased(session, organisation, _read(session, organisation, command, now))
    outcomes = foresee_outcomes(session, organisation.id, [row.report for row in reading.rows])
    return SheetPreview(
        filename=command.filename,
        worksheet=reading.table.worksheet,
        left_out=reading.table.left_out,
        rows=len(reading.table.rows),
        columns=_columns(reading.mapping),
        targets=tuple(target.value for target in Target),
        kinds=MAY_REPORT[OrganisationKind(organisation.kind)],
        kind=reading.mapping.kind,
        kind_certain=reading.mapping.kind_certain,
        samples=tuple(SampleRow(row=row.number, report=row.report) for row in reading.rows[:SAMPLES]),
        accepted=outcomes.count(ACCEPTED),
        already_known=outcomes.count(ALREADY_KNOWN),
        updated=outcomes.count(UPDATED),
        refused=reading.refused,
        notes=reading.notes,
        profile=to_profile(reading.mapping),
        remembered=reading.remembered,
    )


def import_sheet(session: Session, actor: Actor, command: ImportSheet, *, now: datetime.datetime) -> ImportReceipt:
    """Store a whole sheet: every row accepted, already known, updated, or refused with column and reason.

    Raises SheetError, and stores nothing, where the file cannot be read as a whole.
    """
    organisation = _sender(session, actor)
    reading = _without_erased(session, organisation, _read(session, organisation, command, now))
    receipts = store_reports(session, organisation.id, [row.report for row in reading.rows], now=now)
    stored = [
        RowOutcome(row=row.number, outcome=receipt.outcome) for row, receipt in zip(reading.rows, receipts, strict=True)
    ]
    _remember(session, organisation, reading.mapping)
    batch = _batch(session, organisation, command, stored, reading, now)
    session.add(batch)
    session.flush()
    detail = {"accepted": batch.accepted, "updated": batch.updated, "refused": batch.refused}
    record_act(session, actor, Action.IMPORT_REPORTS, subject=("import_batch", batch.id), now=now, detail=detail)
    return _receipt(batch)


def read_receipt(session: Session, actor: Actor, batch_id: uuid.UUID) -> ImportReceipt:
    """What became of an earlier sheet of the actor's own organisation."""
    batch = session.get(ImportBatch, batch_id)
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=batch.organisation_id if batch else None))
    if batch is None:
        raise NotFound("not_found")
    return _receipt(batch)


def _sender(session: Session, actor: Actor) -> Organisation:
    require(actor, Action.IMPORT_REPORTS, Subject(organisation_id=actor.organisation_id))
    organisation = session.get(Organisation, actor.organisation_id)
    if organisation is None:
        raise NotFound("not_found")
    return organisation


def _read(session: Session, organisation: Organisation, command: ImportSheet, now: datetime.datetime) -> _Reading:
    table = read_table_bounded(command.content, command.filename)
    profile = session.get(SenderProfile, (organisation.id, fingerprint(table.headers)))
    kind = OrganisationKind(organisation.kind)
    mapping = propose_mapping(
        table,
        profile.mapping if profile else None,
        command.profile,
        organisation=kind,
        sender=organisation.name,
    )
    rows: list[RowRead] = []
    refused: list[RowOutcome] = []
    for outcome in read_rows(table, mapping, SheetContext(today=now.date(), organisation=kind)):
        if isinstance(outcome, RowRead):
            rows.append(outcome)
        elif isinstance(outcome, RowRefusal):
            refused.append(_refusal(outcome))
    notes = [
        RowOutcome(row=warning.row, outcome=ACCEPTED, column=warning.column, reason=warning.code)
        for row in rows
        for warning in row.warnings
    ]
    return _Reading(table, mapping, profile is not None, tuple(rows), tuple(refused), tuple(notes))


def _without_erased(session: Session, organisation: Organisation, reading: _Reading) -> _Reading:
    """The sheet with the rows refused whose report was erased: nobody is stored again against their wish."""
    erased = erased_before(session, organisation.id, [row.report for row in reading.rows])
    rows = tuple(row for place, row in enumerate(reading.rows) if place not in erased)
    refused = [
        RowOutcome(row=reading.rows[place].number, outcome=REFUSED, reason="report_was_erased")
        for place in sorted(erased)
    ]
    return replace(reading, rows=rows, refused=(*reading.refused, *refused))


def _refusal(refusal: RowRefusal) -> RowOutcome:
    return RowOutcome(row=refusal.number, outcome=REFUSED, column=refusal.column, reason=refusal.code)


def _columns(mapping: Mapping) -> tuple[ColumnPreview, ...]:
    return tuple(
        ColumnPreview(
            index=column.index,
            header=column.header,
            examples=column.examples,
            target=column.target.value,
            doubt=column.doubt,
            date_order=column.order,
        )
        for column in mapping.columns
    )


def _remember(session: Session, organisation: Organisation, mapping: Mapping) -> None:
    key = (organisation.id, mapping.fingerprint)
    profile = session.get(SenderProfile, key) or SenderProfile(
        organisation_id=organisation.id, fingerprint=mapping.fingerprint
    )
    profile.mapping = to_profile(mapping)
    session.add(profile)


def _batch(
    session: Session,
    organisation: Organisation,
    command: ImportSheet,
    stored: Sequence[RowOutcome],
    reading: _Reading,
    now: datetime.datetime,
) -> ImportBatch:
    outcomes = [one.outcome for one in stored]
    everything = [*stored, *reading.refused]
    return ImportBatch(
        id=uuid.uuid4(),
        organisation_id=organisation.id,
        file_digest=vault_of(session).digest("file", command.content.hex()),
        accepted=outcomes.count(ACCEPTED),
        already_known=outcomes.count(ALREADY_KNOWN),
        updated=outcomes.count(UPDATED),
        refused=len(reading.refused),
        outcomes={"rows": _plain(everything), "notes": _plain(reading.notes)},
        at=now,
    )


def _plain(outcomes: Iterable[RowOutcome]) -> list[list[str | int]]:
    return [[one.row, one.outcome, one.column, one.reason] for one in outcomes]


def _receipt(batch: ImportBatch) -> ImportReceipt:
    rows, notes = (
        tuple(
            RowOutcome(row=row, outcome=outcome, column=column, reason=reason) for row, outcome, column, reason in part
        )
        for part in (batch.outcomes["rows"], batch.outcomes["notes"])
    )
    return ImportReceipt(
        accepted=batch.accepted,
        already_known=batch.already_known,
        updated=batch.updated,
        refused=batch.refused,
        outcomes=tuple(sorted(rows, key=lambda one: one.row)),
        notes=notes,
        stored=True,
        batch_id=batch.id,
    )
