"""An organisation reports a person it met, or a body it holds, and reads its own reports again."""

import datetime
import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.commands import ReportFound
from search.documents import Description, Provenance
from search.documents.blankness import says_something
from search.errors import Busy, HeldBack, NotFound, Refused
from search.fields import Purpose, visible
from search.filing.coarse_places import documents_of, filed_of
from search.filing.given_numbers import give_numbers_up
from search.filing.record_storing import new_id, store_new, store_revision
from search.filing.report_identity import essence_of, origin_digest
from search.filing.row_plans import ACCEPTED, CHANGING, HELD, UPDATED, RowPlan, plan_rows
from search.filing.taken_values import taken_report
from search.models import FoundReport, Organisation, RecordSide, ReportRevision
from search.records.change_numbers import PUBLISHED, next_version
from search.records.erased_marks import origin_number, sender_number, which_were_erased
from search.records.sections import read_sections, vault_of
from search.records.sender_numbers import number_digests
from search.storage.encryption import Vault
from search.summaries import OwnReport, ReportReceipt
from search.vocabulary import MAY_REPORT, OrganisationKind, ReportAgreement, ReportKind

PAGE = 50


def report_found(session: Session, actor: Actor, command: ReportFound, *, now: datetime.datetime) -> ReportReceipt:
    """File one report, or news of one that the sender reported before.

    Raises HeldBack, with nothing stored, where a number may be used again for another person.
    """
    organisation_id = _organisation(actor)
    require(actor, Action.REPORT_FOUND, Subject(organisation_id=organisation_id))
    if actor.report_kinds is not None and command.kind not in actor.report_kinds:
        raise Refused("kind_not_of_token")
    command = taken_report(command)
    version, (plan,) = storable(session, organisation_id, (command,), now=now)
    if command.alike is not None and (plan.report is None or plan.report.id != command.alike):
        raise NotFound("not_found")
    if plan.outcome == HELD:
        report_id = str(plan.report.id) if plan.report else ""
        raise HeldBack(plan.question, report_id=report_id, contradictions=" ".join(plan.contradictions))
    (receipt,) = store_plans(session, organisation_id, (plan,), version, Source(now, actor.account_id))
    detail = {"outcome": receipt.outcome}
    subject = ("found_report", receipt.report_id)
    record_act(session, actor, Action.REPORT_FOUND, subject=subject, now=now, detail=detail)
    return receipt


def store_reports(
    session: Session,
    organisation_id: uuid.UUID,
    commands: Sequence[ReportFound],
    *,
    now: datetime.datetime,
    account_id: uuid.UUID | None = None,
    batch_id: uuid.UUID | None = None,
) -> list[ReportReceipt]:
    """Store reports of one organisation in their order, as news of those it sent before.

    The caller has asked for permission and writes the audit entry. Raises Refused for one that was erased, and for a
    kind of report that the kind of organisation may not file: all doors lead through here.
    """
    version, plans = storable(session, organisation_id, commands, now=now)
    return store_plans(session, organisation_id, plans, version, Source(now, account_id, batch_id))


def storable(
    session: Session, organisation_id: uuid.UUID, commands: Sequence[ReportFound], *, now: datetime.datetime
) -> tuple[int, list[RowPlan]]:
    """A change number, and what storing these reports does to each; whoever stores the same at once waits for it."""
    allowed = MAY_REPORT[OrganisationKind(session.get_one(Organisation, organisation_id).kind)]
    kinds = _kinds_of_named(session, organisation_id, commands)
    for command in commands:
        refuse_unfit(command, (*allowed, *kinds.get(command.alike, ())))
    # Taken before looking for earlier versions: the same file sent twice at once waits here for the first.
    version = next_version(session)
    if erased_before(session, organisation_id, commands):
        raise Refused("report_was_erased")
    plans = plan_rows(session, organisation_id, commands, today=now.date())
    if any(plan.being_stored for plan in plans):
        raise Busy("sheet_being_stored")
    return version, plans


def _kinds_of_named(
    session: Session, organisation_id: uuid.UUID, commands: Sequence[ReportFound]
) -> dict[uuid.UUID | None, tuple[ReportKind, ...]]:
    """The kinds of the own reports that are named: one of somebody who died meanwhile may be of no other kind."""
    named = {command.alike for command in commands if command.alike is not None}
    mine = FoundReport.organisation_id == organisation_id, FoundReport.id.in_(named)
    asked = select(FoundReport.id, FoundReport.kind).where(*mine)
    return {report_id: (ReportKind(kind),) for report_id, kind in session.execute(asked)} if named else {}


def refuse_unfit(command: ReportFound, allowed: Collection[ReportKind]) -> None:
    """Raises Refused for a report that no door would take from an organisation of this kind.

    News of a report that the sender named itself may say as little as they like.
    """
    if command.kind not in allowed:
        raise Refused("kind_not_yours")
    if command.whereabouts is not None and command.whereabouts.agreed is ReportAgreement.NO:
        raise Refused("person_said_no")
    if command.alike is None and not command.corrections and not says_something(command.found, command.identifiers):
        raise Refused("report_says_nothing")


@dataclass(frozen=True, slots=True)
class Source:
    """When reports came, who sent them, and in which file."""

    at: datetime.datetime
    account_id: uuid.UUID | None = None
    batch_id: uuid.UUID | None = None

    def revision(self, plan: RowPlan, number: int, revision: int) -> dict[str, Any]:
        """What is written down of a revision: who made it, when, by which door, and from where it came."""
        return {
            "record_number": number,
            "revision": revision,
            "at": self.at,
            "account_id": self.account_id,
            "channel": plan.incoming.command.channel.value,
            "batch_id": self.batch_id,
            "act": plan.act,
            "origin_digest": plan.incoming.origin,
            "sent_digest": plan.incoming.sent,
        }


def store_plans(
    session: Session, organisation_id: uuid.UUID, plans: Sequence[RowPlan], version: int, source: Source
) -> list[ReportReceipt]:
    """Carry out what was planned in this transaction; what is held is left alone."""
    moved = [(plan.moved, plan.command.channel) for plan in plans if plan.moved is not None]
    for earlier, channel in moved:
        give_numbers_up(session, [earlier], now=source.at, account_id=source.account_id, channel=channel)
    session.flush()
    reports = [_stored(session, organisation_id, plan, version, source) for plan in plans]
    new = [(report, plan) for report, plan in zip(reports, plans, strict=True) if plan.outcome == ACCEPTED]
    store_new(session, [filed_of(report, plan.command) for report, plan in new if report is not None])
    by_identity = {key: report for report, plan in new for key in _keys(plan)}
    receipts = []
    for report, plan in zip(reports, plans, strict=True):
        # A row that says again, or otherwise, what a row before it said is answered with that row's report.
        meant = report or next((by_identity[key] for key in _keys(plan) if key in by_identity), None)
        if meant is None:
            raise LookupError("a plan without its report")
        if plan.outcome in CHANGING:
            session.add(ReportRevision(**source.revision(plan, meant.number, meant.revision)))
        receipts.append(_receipt(meant, plan))
    session.flush()
    return receipts


def _stored(
    session: Session, organisation_id: uuid.UUID, plan: RowPlan, version: int, source: Source
) -> FoundReport | None:
    if plan.outcome == ACCEPTED:
        return new_report(organisation_id, plan, version, source.at)
    if plan.outcome == UPDATED and plan.report is not None:
        _update(session, plan.report, plan, version)
    return plan.report


def _keys(plan: RowPlan) -> list[tuple[str, int]]:
    one = plan.incoming
    return [(name, key) for name, key in (("number", one.number), ("origin", one.origin)) if key is not None]


def _receipt(report: FoundReport, plan: RowPlan) -> ReportReceipt:
    return ReportReceipt(
        report_id=report.id,
        sender_number=plan.incoming.command.sender_number,
        outcome=plan.outcome,
        revision=report.revision,
        question=plan.question,
        changes=plan.changes,
        perhaps_again=plan.alike,
    )


def erased_before(session: Session, organisation_id: uuid.UUID, commands: Sequence[ReportFound]) -> set[int]:
    """The places of those reports that were erased and come again, by the sender's number or else by their origin."""
    vault = vault_of(session)
    numbers = [set(_erasable(vault, organisation_id, command)) for command in commands]
    erased = which_were_erased(session, sorted(set().union(*numbers)))
    return {place for place, mine in enumerate(numbers) if mine & erased}


def _erasable(vault: Vault, organisation_id: uuid.UUID, command: ReportFound) -> Iterator[str]:
    for digest in number_digests(vault, command.sender_number):
        yield sender_number(organisation_id, digest)
    if command.origin:
        yield origin_number(organisation_id, origin_digest(vault, command.origin))


def own_reports(session: Session, actor: Actor, *, page: int = 1) -> tuple[OwnReport, ...]:
    """One page of what the actor's organisation reported, newest first."""
    organisation_id = _organisation(actor)
    own = Subject(organisation_id=organisation_id)
    require(actor, Action.READ_OWN_REPORTS, own)
    statement = (
        select(FoundReport)
        .where(FoundReport.organisation_id == organisation_id, FoundReport.erased_at.is_(None), PUBLISHED)
        .order_by(FoundReport.number.desc())
        .limit(PAGE)
        .offset(PAGE * max(page - 1, 0))
    )
    return report_lines(session, actor, own, session.scalars(statement).all())


def report_lines(session: Session, actor: Actor, own: Subject, reports: Sequence[FoundReport]) -> tuple[OwnReport, ...]:
    """Own reports as lines of a list."""
    require(actor, Action.READ_OWN_REPORTS, own)
    numbers = [report.number for report in reports]
    descriptions = read_sections(session, numbers, Description)
    provenances = read_sections(session, numbers, Provenance)
    return tuple(
        OwnReport(
            report_id=report.id,
            kind=ReportKind(report.kind),
            sender_number=visible(provenances[report.number], actor, own, Purpose.LIST).sender_number,
            entry_date=report.entry_date,
            found=visible(descriptions[report.number], actor, own, Purpose.LIST),
            number_given=report.sender_number_digest is None and bool(provenances[report.number].sender_number),
        )
        for report in reports
        # Where only a key was destroyed there is nothing left to tell.
        if report.number in provenances and report.number in descriptions
    )


def own_report_count(session: Session, actor: Actor) -> int:
    """How many reports the actor's organisation made."""
    organisation_id = _organisation(actor)
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=organisation_id))
    mine = (FoundReport.organisation_id == organisation_id, FoundReport.erased_at.is_(None), PUBLISHED)
    statement = select(func.count()).select_from(FoundReport).where(*mine)
    return session.execute(statement).scalar_one()


def new_report(organisation_id: uuid.UUID, plan: RowPlan, version: int, now: datetime.datetime) -> FoundReport:
    """The row of a report that is new."""
    return FoundReport(
        id=new_id(),
        side=RecordSide.FOUND.value,
        organisation_id=organisation_id,
        kind=plan.command.kind.value,
        channel=plan.command.channel.value,
        sender_number_digest=plan.number,
        origin_digest=plan.origin,
        essence_digest=plan.incoming.essence,
        content_digest=plan.incoming.content,
        version=version,
        revision=1,
        entry_date=now,
        expiry_date=plan.command.expires,
    )


def _update(session: Session, report: FoundReport, plan: RowPlan, version: int) -> None:
    report.content_digest, report.version = plan.incoming.content, version
    report.essence_digest = essence_of(vault_of(session), documents_of(plan.command))
    report.kind, report.sender_number_digest = plan.command.kind.value, plan.number
    store_revision(session, filed_of(report, plan.command))


def _organisation(actor: Actor) -> uuid.UUID:
    if actor.organisation_id is None:
        raise Refused("no_organisation")
    return actor.organisation_id
