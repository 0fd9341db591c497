"""A forensic service reads what it was handed, says what it would need, and enters what its examination came to.

It reads what describes the person, and papers, on both sides: never who the family is, how to reach it, its reference
or what it alone knows. With the family's yes that reading ends, whatever was entered stays.
"""

import datetime
import uuid
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.approaching.approach_rows import account_of, hold_report, next_revision, opening
from search.approaching.handover_rows import entries_of, wishes_of
from search.casework.undo_periods import ASKING_WAITS, in_force
from search.consents import forensic_may_receive
from search.documents import Description, Identifiers, PostMortem
from search.errors import NotFound, Refused
from search.fields import Purpose, visible
from search.fields.shared_fields import SHARED_FIELDS
from search.located_commands import Identify, MakeWish
from search.located_summaries import HandedLine, HandedPair
from search.models import (
    ForensicHandover,
    ForensicWishRow,
    FoundReport,
    Identification,
    MatchProposal,
    Organisation,
    SearchRequest,
)
from search.records.associated_data import identification_document_place
from search.records.consent_rows import answers_of, standing_of
from search.records.sections import held_keys, read_section, seal_words
from search.vocabulary import (
    ConsentPurpose,
    OrganisationKind,
    ProposalState,
    StaffRole,
)

# Of both sides what a family is asked about; of the body its findings, in which no living person's place stands.
HANDED_FIELDS = (*SHARED_FIELDS[ConsentPurpose.FORENSIC], "post_mortem")
_LONGEST_NUMBER = 100
_Document = TypeVar("_Document")


def read_handed(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[HandedLine, ...]:
    """The pairs that the actor's forensic service was handed and may still read, oldest first."""
    require(actor, Action.EXAMINE, _subject(session, actor, actor.organisation_id))
    asked = select(ForensicHandover).where(ForensicHandover.service_id == actor.organisation_id)
    rows = session.scalars(asked.order_by(ForensicHandover.made_at, ForensicHandover.id)).all()
    lines = [(row, _open_pair(session, row, now)) for row in rows]
    return tuple(_line(session, row, pair) for row, pair in lines if pair is not None)


def open_handed(session: Session, actor: Actor, handover_id: uuid.UUID, *, now: datetime.datetime) -> HandedPair:
    """Both sides of one pair; the reading is noted, and reaches the family's account only once it was told."""
    row, pair = _held(session, actor, handover_id, now)
    shown = _shown(session, row, pair, actor)
    numbers = (pair.request_number, pair.report_number)
    note_reading(session, actor, numbers, ReadingPurpose.FORENSIC, now=now, caused_by=pair.id)
    record_act(session, actor, Action.EXAMINE, subject=("forensic_handover", row.id), now=now)
    return shown


def make_wish(session: Session, actor: Actor, command: MakeWish, *, now: datetime.datetime) -> None:
    """Tell the committee what the service would need; wishing twice is wishing once."""
    row, _ = _held(session, actor, command.handover_id, now)
    if command.wish not in {one.wish for one in wishes_of(session, row.id)}:
        session.add(
            ForensicWishRow(
                id=uuid.uuid4(),
                handover_id=row.id,
                wish=command.wish.value,
                account_id=account_of(actor),
                made_at=now,
                settled_at=None,
                settled_by=None,
            )
        )
        session.flush()
    record_act(session, actor, Action.EXAMINE, subject=("forensic_handover", row.id), now=now)


def identify(session: Session, actor: Actor, command: Identify, *, now: datetime.datetime) -> None:
    """Append what an examination came to, with the number of its document; a later entry corrects an earlier one."""
    row, pair = _held(session, actor, command.handover_id, now)
    document = command.document.strip()[:_LONGEST_NUMBER]
    if not document:
        raise Refused("document_needed")
    identifier = uuid.uuid4()
    place = identification_document_place(identifier)
    session.add(
        Identification(
            id=identifier,
            handover_id=row.id,
            revision=next_revision(session, Identification.revision, Identification.handover_id == row.id),
            account_id=account_of(actor),
            organisation_id=row.service_id,
            method=command.method.value,
            result=command.result.value,
            document_sealed=seal_words(session, pair.report_number, document, place),
            made_at=now,
            acts_at=now + ASKING_WAITS,
        )
    )
    session.flush()
    record_act(session, actor, Action.EXAMINE, subject=("forensic_handover", row.id), now=now)


def _subject(session: Session, actor: Actor, service_id: uuid.UUID | None) -> Subject:
    service = session.get(Organisation, service_id) if service_id else None
    kind = OrganisationKind(service.kind) if service else None
    return Subject(organisation_id=service_id if actor.organisation_id == service_id else None, organisation_kind=kind)


def _held(
    session: Session, actor: Actor, handover_id: uuid.UUID, now: datetime.datetime
) -> tuple[ForensicHandover, MatchProposal]:
    """A pair that the actor's service was handed and may read now, held; NotFound for any other."""
    row = session.get(ForensicHandover, handover_id)
    require(actor, Action.EXAMINE, _subject(session, actor, row.service_id if row else None))
    if row is None:
        raise NotFound("not_found")
    hold_report(session, session.scalar(select(MatchProposal.report_number).where(MatchProposal.id == row.proposal_id)))
    session.refresh(row)
    pair = _open_pair(session, row, now)
    if pair is None:
        raise NotFound("not_found")
    return row, pair


def _open_pair(session: Session, row: ForensicHandover, now: datetime.datetime) -> MatchProposal | None:
    """The pair, while readers agree, both records are open and the family lets this service be handed its search."""
    pair = session.get_one(MatchProposal, row.proposal_id)
    case = session.get_one(SearchRequest, pair.request_number)
    report = session.get_one(FoundReport, pair.report_number)
    both = (pair.request_number, pair.report_number)
    open_now = case.withdrawn_at is None and report.withdrawn_at is None and len(held_keys(session, both)) == len(both)
    if not open_now or not in_force(row, now) or pair.state != ProposalState.AGREED.value:
        return None
    answers = answers_of(session, [case.number])[case.number]
    return pair if forensic_may_receive(answers, standing_of(session, row.service_id)) else None


def _line(session: Session, row: ForensicHandover, pair: MatchProposal) -> HandedLine:
    entries = entries_of(session, row.id)
    return HandedLine(
        handover_id=row.id,
        committee=session.get_one(Organisation, pair.committee_id).name,
        result=entries[-1].result if entries else None,
    )


def _shown(session: Session, row: ForensicHandover, pair: MatchProposal, actor: Actor) -> HandedPair:
    opened = opening(actor, StaffRole.REPORTER, HANDED_FIELDS)
    report = session.get_one(FoundReport, pair.report_number)
    sought, found = Subject(opening=opened), Subject(organisation_id=report.organisation_id, opening=opened)
    return HandedPair(
        handover_id=row.id,
        committee=session.get_one(Organisation, pair.committee_id).name,
        sought=_read(session, pair.request_number, Description, actor, sought),
        sought_papers=_read(session, pair.request_number, Identifiers, actor, sought),
        found=_read(session, pair.report_number, Description, actor, found),
        found_papers=_read(session, pair.report_number, Identifiers, actor, found),
        post_mortem=_read(session, pair.report_number, PostMortem, actor, found),
        wishes=wishes_of(session, row.id),
        entries=entries_of(session, row.id, report_number=pair.report_number),
    )


def _read(session: Session, number: int, document: type[_Document], actor: Actor, subject: Subject) -> _Document:
    return visible(read_section(session, number, document) or document(), actor, subject, Purpose.READ)
