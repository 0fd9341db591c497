"""An organisation reports a person it met, or a body it holds, and reads its own reports again."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matching.record import Event, Place, PlacePrecision
from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.commands import ReportFound
from search.documents import Description, FieldNote, Provenance, Whereabouts
from search.documents.blankness import says_something
from search.documents.engine_view import found_view
from search.documents.field_notes import note_of, stated, with_note
from search.documents.residences import with_residence_apart
from search.errors import Busy, Refused
from search.fields import Purpose, visible
from search.filing.record_storing import Filed, new_id, store_new, store_revision
from search.models import FoundReport, Organisation, RecordSide
from search.records.change_numbers import NOT_YET, PUBLISHED, next_version
from search.records.chunks import chunks
from search.records.erased_marks import content_number, sender_number, which_were_erased
from search.records.sections import encode, read_sections, vault_of
from search.storage.encryption import Vault
from search.summaries import OwnReport, ReportReceipt
from search.vocabulary import LIVING_KINDS, MAY_REPORT, Channel, OrganisationKind, ReportKind

ACCEPTED, UPDATED, ALREADY_KNOWN = "accepted", "updated", "already_known"
PAGE = 50
# One decimal of a degree is about eleven kilometres: no finer than a municipality for the living.
_COARSE_DECIMALS = 1
_COARSE_PLACE, _EXACT_PLACE = "description.event.place", "whereabouts.found.place"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A report on its way in, with the digests of its sender's number (None without) and of all that it says."""

    command: ReportFound
    number_digest: int | None
    content_digest: int


def report_found(session: Session, actor: Actor, command: ReportFound, *, now: datetime.datetime) -> ReportReceipt:
    """File one report, or a newer version of one that the sender numbered before."""
    organisation_id = _organisation(actor)
    require(actor, Action.REPORT_FOUND, Subject(organisation_id=organisation_id))
    if actor.report_kinds is not None and command.kind not in actor.report_kinds:
        raise Refused("kind_not_of_token")
    (receipt,) = store_reports(session, organisation_id, (command,), now=now)
    detail = {"outcome": receipt.outcome}
    subject = ("found_report", receipt.report_id)
    record_act(session, actor, Action.REPORT_FOUND, subject=subject, now=now, detail=detail)
    return receipt


def store_reports(
    session: Session, organisation_id: uuid.UUID, commands: Sequence[ReportFound], *, now: datetime.datetime
) -> list[ReportReceipt]:
    """Store reports of one organisation in their order, knowing those it sent before by its own case numbers.

    The caller has asked for permission and writes the audit entry. Raises Refused for one that was erased, and for a
    kind of report that the kind of organisation may not file: all doors lead through here.
    """
    allowed = MAY_REPORT[OrganisationKind(session.get_one(Organisation, organisation_id).kind)]
    for command in commands:
        if command.kind not in allowed:
            raise Refused("kind_not_yours")
        if not says_something(command.found, command.identifiers):
            raise Refused("report_says_nothing")
    # Taken before looking for earlier versions: the same file sent twice at once waits here for the first.
    version = next_version(session)
    incoming = [incoming_of(vault_of(session), command) for command in commands]
    if erased_before(session, organisation_id, commands):
        raise Refused("report_was_erased")
    known = known_reports(session, organisation_id, incoming)
    new: list[tuple[FoundReport, Incoming]] = []
    outcomes: list[tuple[FoundReport, str]] = []
    for one in incoming:
        identity = identity_of(one.number_digest, one.content_digest)
        report = known.get(identity)
        if report is None:
            report = known[identity] = new_report(organisation_id, one, version, now)
            new.append((report, one))
            outcomes.append((report, ACCEPTED))
        else:
            outcomes.append((report, _update(session, report, one, version)))
    store_new(session, [filed_of(report, one.command) for report, one in new])
    return [
        ReportReceipt(report_id=report.id, sender_number=one.command.sender_number, outcome=outcome)
        for one, (report, outcome) in zip(incoming, outcomes, strict=True)
    ]


def erased_before(session: Session, organisation_id: uuid.UUID, commands: Sequence[ReportFound]) -> set[int]:
    """The places of those reports that were erased and come again, by the sender's number or else by what they say."""
    numbers = [_erasable(organisation_id, incoming_of(vault_of(session), command)) for command in commands]
    erased = which_were_erased(session, list(dict.fromkeys(numbers)))
    return {place for place, number in enumerate(numbers) if number in erased}


def _erasable(organisation_id: uuid.UUID, one: Incoming) -> str:
    if one.number_digest is None:
        return content_number(organisation_id, one.content_digest)
    return sender_number(organisation_id, one.number_digest)


def foresee_outcomes(session: Session, organisation_id: uuid.UUID, commands: Sequence[ReportFound]) -> list[str]:
    """What storing these reports would do to each, for a dry run; the caller has asked for permission."""
    incoming = [incoming_of(vault_of(session), command) for command in commands]
    known = {
        identity: report.content_digest
        for identity, report in known_reports(session, organisation_id, incoming).items()
    }
    outcomes: list[str] = []
    for one in incoming:
        identity = identity_of(one.number_digest, one.content_digest)
        if identity not in known:
            outcomes.append(ACCEPTED)
        else:
            outcomes.append(ALREADY_KNOWN if known[identity] == one.content_digest else UPDATED)
        known[identity] = one.content_digest
    return outcomes


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
    reports = session.scalars(statement).all()
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


def coarse_for_people(command: ReportFound) -> ReportFound:
    """For a living person, keep the exact place, words about it and where they live among the whereabouts.

    The description holds only a coarse place.
    """
    if command.kind not in LIVING_KINDS:
        return command
    found, whereabouts = with_residence_apart(command.found, command.whereabouts)
    command = _with_place_words_apart(replace(command, found=found, whereabouts=whereabouts))
    event = command.found.event
    if event is None or event.place is None:
        return command
    whereabouts = command.whereabouts or Whereabouts()
    if whereabouts.found is None:
        whereabouts = replace(whereabouts, found=event)
    coarse = Event(when=event.when, place=_coarse(event.place))
    return replace(command, found=replace(command.found, event=coarse), whereabouts=whereabouts)


def _with_place_words_apart(command: ReportFound) -> ReportFound:
    """The report with what was noted under the place of the finding beside the exact place."""
    note = note_of(command.found, _COARSE_PLACE)
    if not stated([note]):
        return command
    whereabouts = command.whereabouts or Whereabouts()
    kept = note_of(whereabouts, _EXACT_PLACE)
    words = "\n".join(dict.fromkeys(filter(None, (kept.words, note.words))))
    moved = with_note(whereabouts, replace(kept, answer=kept.answer or note.answer, words=words))
    found = with_note(command.found, FieldNote(field=_COARSE_PLACE))
    return replace(command, found=found, whereabouts=moved)


def _coarse(place: Place) -> Place:
    """Countries and a rounded point; the words for the place may name a street and stay behind."""
    if place.latitude is None or place.longitude is None:
        return Place(countries=place.countries)
    return Place(
        countries=place.countries,
        latitude=round(place.latitude, _COARSE_DECIMALS),
        longitude=round(place.longitude, _COARSE_DECIMALS),
        precision=PlacePrecision.MUNICIPALITY,
    )


def filed_of(report: FoundReport, command: ReportFound) -> Filed:
    """The report's row with the documents to seal for it."""
    kept = coarse_for_people(command)
    provenance = Provenance(
        sender_number=command.sender_number, source_date=command.source_date, notes=command.provenance_notes
    )
    optional = [document for document in (kept.whereabouts, kept.post_mortem) if document is not None]
    return Filed(
        report,
        (kept.found, kept.identifiers, provenance, *optional),
        found_view(command.kind, command.found, command.identifiers),
    )


def incoming_of(vault: Vault, command: ReportFound) -> Incoming:
    """A report with the digests by which its sender's earlier versions are known."""
    bare = replace(command, channel=Channel.WEB)
    return Incoming(
        command=command,
        number_digest=vault.digest("sender number", command.sender_number) if command.sender_number else None,
        content_digest=vault.digest("content", encode(bare).hex()),
    )


def known_reports(session: Session, organisation_id: uuid.UUID, incoming: Sequence[Incoming]) -> dict[int, FoundReport]:
    """What the organisation reported before, by number digest, or by content digest where it gave no number."""
    numbered = [one.number_digest for one in incoming if one.number_digest is not None]
    unnumbered = [one.content_digest for one in incoming if one.number_digest is None]
    known: dict[int, FoundReport] = {}
    # The number is part of the content, so equal content has none either; to ask for "no number" as well would lead
    # through all reports without one.
    for column, wanted in (
        (FoundReport.sender_number_digest, numbered),
        (FoundReport.content_digest, unnumbered),
    ):
        for chunk in chunks(wanted):
            statement = select(FoundReport).where(
                FoundReport.organisation_id == organisation_id,
                column.in_(chunk),
            )
            for report in session.scalars(statement):
                known[identity_of(report.sender_number_digest, report.content_digest)] = report
    return known


def identity_of(number_digest: int | None, content_digest: int) -> int:
    """What tells reports of one sender apart: the number, or what they say where there is none."""
    return content_digest if number_digest is None else number_digest


def new_report(organisation_id: uuid.UUID, one: Incoming, version: int, now: datetime.datetime) -> FoundReport:
    """The row of a report that is new."""
    return FoundReport(
        id=new_id(),
        side=RecordSide.FOUND.value,
        organisation_id=organisation_id,
        kind=one.command.kind.value,
        channel=one.command.channel.value,
        sender_number_digest=one.number_digest,
        content_digest=one.content_digest,
        version=version,
        revision=1,
        entry_date=now,
    )


def _update(session: Session, report: FoundReport, one: Incoming, version: int) -> str:
    if report.version == NOT_YET:
        raise Busy("sheet_being_stored")
    if report.content_digest == one.content_digest:
        return ALREADY_KNOWN
    if report.number is None:
        raise Refused("number_twice_in_file")
    report.content_digest, report.version = one.content_digest, version
    report.kind = one.command.kind.value
    store_revision(session, filed_of(report, one.command))
    return UPDATED


def _organisation(actor: Actor) -> uuid.UUID:
    if actor.organisation_id is None:
        raise Refused("no_organisation")
    return actor.organisation_id
