"""Senders' own sheets: shown as they were understood, and answered row by row when they are stored."""

import datetime
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, allowed, clerk_of, require
from search.accounts.audit_chain import STEP, record_act
from search.commands import ImportSheet
from search.errors import Busy, NotFound
from search.filing.asked_rows import with_both_sides
from search.filing.missing_lists import is_answered_so, may_be_listed, searches_of, with_searches
from search.filing.record_expiry import end_or_extend
from search.filing.registering_searches import which_are_unknown
from search.filing.reporting_found_persons import erased_before, store_reports
from search.filing.returned_rows import with_returned
from search.filing.row_plans import ACCEPTED, ALREADY_KNOWN, HELD, UPDATED, RowPlan, plan_rows
from search.filing.sender_layouts import remember_layout
from search.filing.sends import held_row, number_send, settle_rows
from search.filing.sheet_answers import by_profile_keys, sheet_doubts
from search.filing.sheet_news import Answers, answered, row_doubts, with_origins
from search.models import BatchState, ImportBatch, Organisation, SenderProfile
from search.sheet_summaries import ColumnPreview, RowOutcome, SampleRow, SheetDoubt, SheetPreview
from search.sheets.column_mapping import Mapping, to_profile
from search.sheets.column_targets import Target
from search.sheets.parser_process import NAME_CHARS
from search.sheets.row_outcomes import RowRefusal
from search.sheets.sheet_reading import SheetQuestion, SheetReading
from search.summaries import ImportReceipt
from search.vocabulary import MAY_REPORT, OrganisationKind, StateRun

REFUSED = "refused"
SAMPLES = 5
# So many rows with news are kept to be shown; their number is told of all.
_MOST_UPDATES = 200
# Layouts of one sender that are remembered for reading; nobody has so many.
_MOST_PROFILES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSender:
    """Who sends a sheet, and the mappings that were confirmed by layout: what reading it needs of the database."""

    organisation_id: uuid.UUID
    kind: OrganisationKind
    name: str
    profiles: dict[str, dict[str, str]]
    state_run: StateRun = StateRun.UNKNOWN


def sheet_sender(session: Session, actor: Actor) -> SheetSender:
    """The actor's organisation as a sender of sheets."""
    require(actor, Action.IMPORT_REPORTS, Subject(organisation_id=actor.organisation_id))
    organisation = session.get(Organisation, actor.organisation_id)
    if organisation is None:
        raise NotFound("not_found")
    asked = select(SenderProfile).where(SenderProfile.organisation_id == organisation.id).limit(_MOST_PROFILES)
    profiles = {profile.fingerprint: dict(profile.mapping) for profile in session.scalars(asked)}
    return SheetSender(
        organisation_id=organisation.id,
        kind=OrganisationKind(organisation.kind),
        name=organisation.name,
        profiles=profiles,
        state_run=StateRun(organisation.state_run),
    )


def subject_of(sender: SheetSender) -> Subject:
    """A sender as the rules see it that ask for the kind of organisation."""
    return Subject(organisation_id=sender.organisation_id, organisation_kind=sender.kind, state_run=sender.state_run)


def question_of(sender: SheetSender, command: ImportSheet, *, today: datetime.date) -> SheetQuestion:
    """What the child is asked that reads the sheet."""
    return SheetQuestion(
        filename=command.filename[:NAME_CHARS],
        content=command.content,
        today=today,
        organisation=sender.kind,
        sender=sender.name,
        profiles=sender.profiles,
        answers=by_profile_keys(command.profile),
    )


def foresee_sheet(
    session: Session,
    actor: Actor,
    reading: SheetReading,
    file_digest: int,
    *,
    today: datetime.date,
    answers: Answers | None = None,
) -> SheetPreview:
    """What a sheet seems to say and what sending it with these answers would do; nothing is stored."""
    sender = sheet_sender(session, actor)
    reading = with_origins(with_returned(session, sender.organisation_id, reading), file_digest)
    lists = may_be_listed(reading) and allowed(actor, Action.LIST_MISSING, subject_of(sender))
    if lists and is_answered_so(answers):
        outcomes = _as_searches(session, sender, reading, today)
        doubts = with_searches(sheet_doubts(reading, sender.kind), answers)
        return _preview(sender, reading, outcomes, doubts, searches=True)
    reading = without_erased(session, sender.organisation_id, reading)
    asked = plans = plan_rows(session, sender.organisation_id, [row.report for row in reading.rows], today=today)
    if answers:
        decided = answered(reading, asked, answers)
        plans = plan_rows(session, sender.organisation_id, [row.report for row in decided.rows], today=today)
    of_rows = with_both_sides(session, actor, row_doubts(reading, asked, answers or {}), reading, asked)
    doubts = (*sheet_doubts(reading, sender.kind), *of_rows)
    shown = with_searches(doubts, answers) if lists else doubts
    updates = tuple(islice(_updates(reading, plans), _MOST_UPDATES))
    return replace(_preview(sender, reading, [plan.outcome for plan in plans], shown), updates=updates)


def _as_searches(session: Session, sender: SheetSender, reading: SheetReading, today: datetime.date) -> list[str]:
    """What would become of each row of a list of missing people."""
    moment = datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    commands = searches_of(reading, sender.name, sender.organisation_id.hex)
    unknown = which_are_unknown(session, commands, now=moment)
    return [ACCEPTED if new else ALREADY_KNOWN for new in unknown]


def _preview(
    sender: SheetSender,
    reading: SheetReading,
    outcomes: Sequence[str],
    doubts: tuple[SheetDoubt, ...],
    *,
    searches: bool = False,
) -> SheetPreview:
    return SheetPreview(
        filename=reading.filename,
        worksheet=reading.worksheet,
        left_out=reading.left_out,
        rows=reading.row_count,
        columns=_columns(reading.mapping),
        targets=tuple(target.value for target in Target),
        kinds=MAY_REPORT[sender.kind],
        kind=reading.mapping.kind,
        kind_certain=reading.mapping.kind_certain,
        samples=tuple(SampleRow(row=row.number, report=row.report) for row in reading.rows[:SAMPLES]),
        accepted=outcomes.count(ACCEPTED),
        already_known=outcomes.count(ALREADY_KNOWN),
        updated=outcomes.count(UPDATED),
        refused=tuple(map(_refusal, reading.refused)),
        notes=_notes(reading),
        profile=to_profile(reading.mapping),
        remembered=reading.remembered,
        doubts=doubts,
        searches=searches,
    )


def store_sheet(
    session: Session, actor: Actor, reading: SheetReading, file_digest: int, *, now: datetime.datetime
) -> ImportReceipt:
    """Store a whole sheet in this one transaction, for few rows: every row accepted, already known or updated."""
    sender = sheet_sender(session, actor)
    reading = with_returned(session, sender.organisation_id, reading)
    reading = without_erased(session, sender.organisation_id, with_origins(reading, file_digest))
    batch = new_batch(session, actor, reading, file_digest, now=now)
    receipts = store_reports(
        session,
        sender.organisation_id,
        [row.report for row in reading.rows],
        now=now,
        account_id=actor.account_id,
        batch_id=batch.id,
    )
    stored = [
        (row.number, receipt.outcome, receipt.question) for row, receipt in zip(reading.rows, receipts, strict=True)
    ]
    held = [
        held_row(row, question)
        for row, (_, outcome, question) in zip(reading.rows, stored, strict=True)
        if outcome == HELD
    ]
    settle_rows(session, batch, held)
    say_outcomes(batch, outcomes_told(batch, stored), now=now)
    finish_batch(session, actor, batch, now=now)
    return receipt_of(batch)


def new_batch(
    session: Session, actor: Actor, reading: SheetReading, file_digest: int, *, now: datetime.datetime
) -> ImportBatch:
    """The row of a file that is to be stored, with what is known before; the sender's mapping is remembered.

    Raises Busy while another file of this sender is on its way: each is compared with all that came before.
    """
    require(actor, Action.IMPORT_REPORTS, Subject(organisation_id=actor.organisation_id))
    unfinished = ImportBatch.state.in_((BatchState.RECEIVING.value, BatchState.STORING.value))
    under_way = select(ImportBatch.id).where(ImportBatch.organisation_id == actor.organisation_id, unfinished)
    if session.scalars(under_way.limit(1)).first() is not None:
        raise Busy("sheet_being_stored")
    batch = ImportBatch(
        id=uuid.uuid4(),
        organisation_id=actor.organisation_id,
        file_digest=file_digest,
        accepted=0,
        already_known=0,
        updated=0,
        refused=len(reading.refused),
        outcomes={"rows": _plain(map(_refusal, reading.refused)), "notes": _plain(_notes(reading))},
        at=now,
        state=BatchState.RECEIVING.value,
        touched_at=now,
        sent_by=actor.account_id,
        row_count=len(reading.rows),
    )
    number_send(session, batch, reading)
    session.add(batch)
    end_or_extend(session, batch.organisation_id, reading, actor.account_id, now=now)
    remember_layout(session, batch.organisation_id, reading)
    session.flush()
    return batch


@dataclass(frozen=True, slots=True)
class OutcomesTold:
    """What became, or will become, of every row of a file: counts, and the rows as they are kept."""

    accepted: int
    updated: int
    already_known: int
    outcomes: dict[str, list[list[str | int]]]


def outcomes_told(batch: ImportBatch, stored: Sequence[tuple[int, str, str]]) -> OutcomesTold:
    """Numbers of rows with their outcomes and questions, beside those that were refused; said once or again."""
    outcomes = [outcome for _, outcome, _ in stored]
    answered = _plain(RowOutcome(row=row, outcome=outcome, reason=question) for row, outcome, question in stored)
    return OutcomesTold(
        accepted=outcomes.count(ACCEPTED),
        updated=outcomes.count(UPDATED),
        already_known=outcomes.count(ALREADY_KNOWN),
        outcomes={**batch.outcomes, "rows": [*answered, *_refused_rows(batch)]},
    )


def say_outcomes(batch: ImportBatch, told: OutcomesTold, *, now: datetime.datetime) -> None:
    """Keep what becomes of every row."""
    batch.accepted, batch.updated, batch.already_known = told.accepted, told.updated, told.already_known
    batch.outcomes, batch.touched_at = told.outcomes, now


def forget_outcomes(batch: ImportBatch) -> None:
    """A file is given up: nothing became of its rows."""
    batch.accepted = batch.updated = batch.already_known = 0
    batch.outcomes = {**batch.outcomes, "rows": _refused_rows(batch)}
    batch.state = BatchState.GIVEN_UP.value


def finish_batch(session: Session, actor: Actor, batch: ImportBatch, *, now: datetime.datetime) -> None:
    """Say that this act was done."""
    require(actor, Action.IMPORT_REPORTS, Subject(organisation_id=batch.organisation_id))
    batch.state, batch.staged_count = BatchState.STORED.value, batch.row_count
    session.flush()
    detail = {"accepted": batch.accepted, "updated": batch.updated, "refused": batch.refused}
    record_act(session, actor, Action.IMPORT_REPORTS, subject=("import_batch", batch.id), now=now, detail=detail)


def note_step(session: Session, batch: ImportBatch, step: str, *, now: datetime.datetime) -> None:
    """Say in the audit how far a file on its way came; the entry carries the anchors of what was written of it."""
    sender = replace(clerk_of(batch.organisation_id), account_id=batch.sent_by)
    subject = ("import_batch", batch.id)
    record_act(session, sender, Action.IMPORT_REPORTS, subject=subject, now=now, detail={STEP: step})


def read_receipt(session: Session, actor: Actor, batch_id: uuid.UUID) -> ImportReceipt:
    """What became of an earlier sheet of the actor's own organisation."""
    batch = session.get(ImportBatch, batch_id)
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=batch.organisation_id if batch else None))
    if batch is None:
        raise NotFound("not_found")
    return receipt_of(batch)


def without_erased(session: Session, organisation_id: uuid.UUID, reading: SheetReading) -> SheetReading:
    """The sheet with the rows refused whose report was erased: nobody is stored again against their wish."""
    erased = erased_before(session, organisation_id, [row.report for row in reading.rows])
    rows = tuple(row for place, row in enumerate(reading.rows) if place not in erased)
    refused = [RowRefusal(reading.rows[place].number, "", "report_was_erased") for place in sorted(erased)]
    return msgspec.structs.replace(reading, rows=rows, refused=(*reading.refused, *refused))


def _refusal(refusal: RowRefusal) -> RowOutcome:
    return RowOutcome(row=refusal.number, outcome=REFUSED, column=refusal.column, reason=refusal.code)


def _updates(reading: SheetReading, plans: Sequence[RowPlan]) -> Iterator[RowOutcome]:
    """The rows that have news, with what they would change."""
    for row, plan in zip(reading.rows, plans, strict=True):
        if plan.outcome == UPDATED:
            yield RowOutcome(row=row.number, outcome=plan.outcome, changes=plan.changes)


def _columns(mapping: Mapping) -> tuple[ColumnPreview, ...]:
    return tuple(
        ColumnPreview(
            index=column.index,
            header=column.header,
            examples=column.examples,
            target=column.target.value,
            doubt=column.doubt,
            date_order=column.order,
            suggested=column.suggested.value if column.suggested else "",
            must_answer=column.must_answer,
        )
        for column in mapping.columns
    )


def _notes(reading: SheetReading) -> tuple[RowOutcome, ...]:
    """Cells of rows that are taken, which are kept as words only."""
    return tuple(
        RowOutcome(row=warning.row, outcome=ACCEPTED, column=warning.column, reason=warning.code)
        for row in reading.rows
        for warning in row.warnings
    )


def _refused_rows(batch: ImportBatch) -> list[list[str | int]]:
    return [row for row in batch.outcomes["rows"] if row[1] == REFUSED]


def _plain(outcomes: Iterable[RowOutcome]) -> list[list[str | int]]:
    return [[one.row, one.outcome, one.column, one.reason] for one in outcomes]


def receipt_of(batch: ImportBatch) -> ImportReceipt:
    """What is known of a file and of its rows so far."""
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
        stored=batch.state == BatchState.STORED.value,
        given_up=batch.state == BatchState.GIVEN_UP.value,
        rows=batch.row_count,
        staged=batch.staged_count,
        batch_id=batch.id,
        begun=batch.at,
        touched=batch.touched_at,
    )
