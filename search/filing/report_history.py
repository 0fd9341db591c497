"""An organisation reads what its report said at each of its revisions, brings one back, and corrects its report.

Nothing is written over: what is brought back is a new revision that says what an earlier one said.
"""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.record import MatchRecord
from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.commands import Again, AmendReport, BringBack, ReportFound
from search.documents import Description, FollowUp, Identifiers, PostMortem, Provenance, Whereabouts
from search.documents.contradictions import person_contradictions
from search.documents.field_changes import FieldChange
from search.documents.merging import merged, replaced
from search.documents.report_documents import ReportDocuments, in_form_of
from search.errors import HeldBack, NotFound, Outdated, Refused
from search.fields import SECTIONS, Purpose, visible
from search.filing.coarse_places import command_of, documents_of, filed_of
from search.filing.own_reports import WholeReport, own_report
from search.filing.record_storing import store_revision
from search.filing.report_identity import essence_of
from search.filing.reporting_found_persons import refuse_unfit, report_found
from search.filing.row_plans import TOLD_AS_DEAD, USED_AGAIN
from search.filing.taken_values import taken_report
from search.models import FoundReport, Organisation, ReportRevision
from search.records.change_numbers import next_version
from search.records.sections import read_section_at, vault_of
from search.records.sender_numbers import number_digests
from search.summaries import ReportReceipt
from search.vocabulary import LIVING_KINDS, MAY_REPORT, Channel, FollowUpAct, OrganisationKind, ReportKind

BROUGHT_BACK = "brought_back"
# Of a report that is sent every week, a year.
MOST_SHOWN = 52
_DOCUMENTS: tuple[type[Any], ...] = (Description, Identifiers, Provenance, Whereabouts, PostMortem)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionLine:
    """One revision: when, by which act and door it came, and what it changed; None where nobody wrote that down."""

    revision: int
    at: datetime.datetime | None
    act: str
    channel: Channel | None
    changes: tuple[FieldChange, ...]
    told: FollowUp | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHistory:
    """The revisions of a report, newest first; `left_out` is how many older ones are not among them."""

    report_id: uuid.UUID
    revision: int
    lines: tuple[RevisionLine, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStanding:
    """Of which kind a report is now, and its newest revision."""

    kind: ReportKind
    revision: int


def read_history(session: Session, actor: Actor, report_id: uuid.UUID) -> ReportHistory:
    """Read which revisions a report of the actor's own organisation has. Raises NotFound for any other."""
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.READ_OWN_REPORTS, own)
    report = own_report(session, actor.organisation_id, report_id)
    first = max(1, report.revision - MOST_SHOWN + 1)
    asked = select(ReportRevision).where(
        ReportRevision.record_number == report.number, ReportRevision.revision <= report.revision
    )
    acts = {row.revision: row for row in session.scalars(asked)}
    lines: list[RevisionLine] = []
    earlier = _documents_at(session, actor, own, report, first - 1) if first > 1 else None
    for revision in range(first, report.revision + 1):
        said = _documents_at(session, actor, own, report, revision)
        changes = replaced(earlier, said).changes if earlier is not None and said is not None else ()
        line = _line(revision, acts.get(revision), changes)
        lines.append(replace(line, told=_told_at(session, actor, own, report, line)))
        earlier = said
    return ReportHistory(
        report_id=report.id, revision=report.revision, lines=tuple(reversed(lines)), left_out=first - 1
    )


def read_revision(session: Session, actor: Actor, report_id: uuid.UUID, revision: int) -> WholeReport:
    """Read all that a report of the actor's own organisation said at one of its revisions."""
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.READ_OWN_REPORTS, own)
    report = own_report(session, actor.organisation_id, report_id)
    if not 1 <= revision <= report.revision:
        raise NotFound("not_found")
    read = _read_at(session, actor, own, report, revision)
    return WholeReport(
        report_id=report.id,
        kind=_kind_at(session, report, revision),
        entry_date=report.entry_date,
        revision=revision,
        documents={SECTIONS[type(document)]: document for document in read},
    )


def read_documents(
    session: Session, actor: Actor, report_id: uuid.UUID, revision: int | None = None
) -> tuple[int, ReportDocuments]:
    """Read a report of the actor's own organisation as it is compared with its news; the newest revision, or this."""
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.READ_OWN_REPORTS, own)
    report = own_report(session, actor.organisation_id, report_id)
    asked = report.revision if revision is None else revision
    said = _documents_at(session, actor, own, report, asked) if 1 <= asked <= report.revision else None
    if said is None:
        raise NotFound("not_found")
    return asked, said


def bring_back(session: Session, actor: Actor, command: BringBack, *, now: datetime.datetime) -> ReportReceipt:
    """Let a report say again what an earlier revision said: as a new revision, after all that came since.

    Raises Conflict where it changed since it was read. The sender's number stays what it is.
    """
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.REPORT_FOUND, own)
    # Whoever changes the same report at once waits here.
    version = next_version(session)
    report = own_report(session, actor.organisation_id, command.report_id)
    if report.revision != command.seen_revision:
        raise Outdated("changed_meanwhile")
    said = _documents_at(session, actor, own, report, command.revision)
    present = _documents_at(session, actor, own, report, report.revision)
    if said is None or present is None or not 1 <= command.revision < report.revision:
        raise NotFound("not_found")
    number = present.provenance.sender_number
    if present.kind in LIVING_KINDS and said.kind not in LIVING_KINDS:
        raise Refused(TOLD_AS_DEAD)
    done = replaced(present, replace(said, provenance=replace(said.provenance, sender_number=number)))
    filed = command_of(done.documents, ReportFound(kind=done.documents.kind, found=Description(), channel=Channel.WEB))
    refuse_unfit(filed, MAY_REPORT[OrganisationKind(session.get_one(Organisation, report.organisation_id).kind)])
    report.kind, report.version = filed.kind.value, version
    report.essence_digest = essence_of(vault_of(session), documents_of(filed))
    store_revision(session, filed_of(report, filed))
    _note(session, actor, report, now)
    outcome = {"outcome": BROUGHT_BACK}
    record_act(session, actor, Action.REPORT_FOUND, subject=("found_report", report.id), now=now, detail=outcome)
    return ReportReceipt(
        report_id=report.id,
        sender_number=number,
        outcome="updated",
        revision=report.revision,
        changes=done.changes,
    )


def report_standing(session: Session, actor: Actor, report_id: uuid.UUID) -> ReportStanding:
    """What an own report is now, for whoever may change it and perhaps not read it. Raises NotFound for any other."""
    require(actor, Action.REPORT_FOUND, Subject(organisation_id=actor.organisation_id))
    report = own_report(session, actor.organisation_id, report_id)
    return ReportStanding(kind=ReportKind(report.kind), revision=report.revision)


def amend_report(session: Session, actor: Actor, command: AmendReport, *, now: datetime.datetime) -> ReportReceipt:
    """Take news and corrections of one own report that was read before.

    Raises Outdated where it changed since, HeldBack where it would be of another person and that was not answered,
    and Refused where the number that it is given is that of another report.
    """
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.REPORT_FOUND, own)
    # Whoever changes the same report at once waits here.
    next_version(session)
    report = own_report(session, actor.organisation_id, command.report_id)
    if report.revision != command.seen_revision:
        raise Outdated("changed_meanwhile")
    _refuse_numbers_of_others(session, report, command.news.sender_number)
    if command.again is Again.ASK:
        _hold_another_person(session, actor, own, report, command, now.date())
    news = replace(command.news, alike=report.id, again=Again.SAME, corrections=command.corrections)
    return report_found(session, actor, news, now=now)


def _refuse_numbers_of_others(session: Session, report: FoundReport, typed: str) -> None:
    """Raises Refused where another own report has the number that is given."""
    digests = number_digests(vault_of(session), typed)
    mine = FoundReport.organisation_id == report.organisation_id, FoundReport.number != report.number
    held = select(FoundReport.id).where(*mine, FoundReport.sender_number_digest.in_(digests))
    if digests and session.scalars(held).first() is not None:
        raise Refused("number_of_another_report")


def _hold_another_person(
    session: Session, actor: Actor, own: Subject, report: FoundReport, command: AmendReport, today: datetime.date
) -> None:
    """Raises HeldBack where the report would then be of somebody whom its present words contradict."""
    present = _documents_at(session, actor, own, report, report.revision)
    if present is None:
        raise NotFound("not_found")
    news = documents_of(taken_report(command.news))
    found = person_contradictions(present, merged(present, news, command.corrections).documents, today)
    if found:
        raise HeldBack(USED_AGAIN, report_id=str(report.id), contradictions=" ".join(found))


def _read_at(session: Session, actor: Actor, own: Subject, report: FoundReport, revision: int) -> list[Any]:
    """The documents of a revision, as far as the actor may read them."""
    read = (read_section_at(session, report.number, revision, document) for document in _DOCUMENTS)
    return [visible(document, actor, own, Purpose.READ) for document in read if document is not None]


def _documents_at(
    session: Session, actor: Actor, own: Subject, report: FoundReport, revision: int
) -> ReportDocuments | None:
    """What a report said at a revision, in the form in which it is compared."""
    read = {type(document): document for document in _read_at(session, actor, own, report, revision)}
    if Description not in read:
        return None
    kind = _kind_at(session, report, revision)
    documents = ReportDocuments(
        kind=kind,
        description=read[Description],
        identifiers=read.get(Identifiers, Identifiers()),
        whereabouts=read.get(Whereabouts),
        post_mortem=read.get(PostMortem),
        provenance=read.get(Provenance, Provenance()),
    )
    return in_form_of(documents, kind)


def _kind_at(session: Session, report: FoundReport, revision: int) -> ReportKind:
    """Of which kind the report was; the engine's view of each revision says it."""
    seen = read_section_at(session, report.number, revision, MatchRecord)
    return ReportKind(seen.kind if seen is not None and seen.kind else report.kind)


def _line(revision: int, row: ReportRevision | None, changes: Sequence[FieldChange]) -> RevisionLine:
    return RevisionLine(
        revision=revision,
        at=row.at if row else None,
        act=row.act if row else "",
        channel=Channel(row.channel) if row else None,
        changes=tuple(changes),
    )


def _told_at(session: Session, actor: Actor, own: Subject, report: FoundReport, line: RevisionLine) -> FollowUp | None:
    """What was told of the person with this revision, as far as the actor may read it."""
    told = read_section_at(session, report.number, line.revision, FollowUp) if line.act in tuple(FollowUpAct) else None
    return visible(told, actor, own, Purpose.READ) if told is not None else None


def _note(session: Session, actor: Actor, report: FoundReport, now: datetime.datetime) -> None:
    session.add(
        ReportRevision(
            record_number=report.number,
            revision=report.revision,
            at=now,
            account_id=actor.account_id,
            channel=Channel.WEB.value,
            act=BROUGHT_BACK,
        )
    )
    session.flush()
