"""A family answers who may read its case, who may name it and who may be handed it; and takes answers back.

Each answer is appended, and ends when it is taken back or given anew; what counts is what is open at that moment,
so that whoever reads next is refused at once.
"""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.commands import ConsentGiven, GiveConsent, WithdrawConsent
from search.consent_summaries import ConsentSummary, ReceivingOrganisation
from search.consents import CHOSEN_BY_NAME, Receiver, can_be_asked
from search.errors import Refused
from search.filing.record_storing import new_id
from search.models import Consent, Organisation, SearchRequest
from search.records.consent_rows import receiver_of
from search.records.search_rows import find_case
from search.vocabulary import ConsentAnswer, ConsentPurpose, OrganisationKind, ReceiverKind, StateRun

_DIGEST_BYTES = 32


def give_consent(session: Session, actor: Actor, command: GiveConsent, *, now: datetime.datetime) -> None:
    """Keep a family's yes or no; its earlier answer to the same question ends.

    The same answer to the same text, sent once more, leaves the one that stands.
    """
    require(actor, Action.GIVE_CONSENT, Subject(case_id=command.case_id))
    request = _held_case(session, command.case_id)
    if not _stands(session, request, command.given):
        _end(session, request, command.given.purpose, command.given.receiver, now)
        append_consent(session, request, command.given, now)
    detail = {"purpose": command.given.purpose.value}
    record_act(session, actor, Action.GIVE_CONSENT, subject=_subject(request), now=now, detail=detail)


def withdraw_consent(session: Session, actor: Actor, command: WithdrawConsent, *, now: datetime.datetime) -> None:
    """Take an answer back; without one, nothing changes."""
    require(actor, Action.WITHDRAW_CONSENT, Subject(case_id=command.case_id))
    request = _held_case(session, command.case_id)
    _end(session, request, command.purpose, command.receiver, now)
    detail = {"purpose": command.purpose.value}
    record_act(session, actor, Action.WITHDRAW_CONSENT, subject=_subject(request), now=now, detail=detail)


def read_consents(session: Session, actor: Actor, case_id: uuid.UUID) -> tuple[ConsentSummary, ...]:
    """Everything that a family ever answered about its case, the earliest first."""
    require(actor, Action.READ_CONSENTS, Subject(case_id=case_id))
    return consents_of(session, find_case(session, case_id))


def receiving_organisations(
    session: Session, actor: Actor, case_id: uuid.UUID, purpose: ConsentPurpose
) -> tuple[ReceivingOrganisation, ...]:
    """The organisations that a family may choose by name for a purpose, in the order of their names."""
    require(actor, Action.READ_CONSENTS, Subject(case_id=case_id))
    kinds = [kind.value for kind in CHOSEN_BY_NAME[purpose]]
    rows = session.scalars(select(Organisation).where(Organisation.kind.in_(kinds)).order_by(Organisation.name))
    return tuple(
        ReceivingOrganisation(
            organisation_id=row.id,
            name=row.name,
            kind=OrganisationKind(row.kind),
            country=row.country,
            state_run=StateRun(row.state_run),
        )
        for row in rows
    )


def consents_of(session: Session, request: SearchRequest) -> tuple[ConsentSummary, ...]:
    """A case's answers for its own family; the caller has asked for permission."""
    rows = session.scalars(select(Consent).where(Consent.record_number == request.number).order_by(Consent.given_at))
    return tuple(_summary(session, row) for row in rows)


def append_consent(session: Session, request: SearchRequest, given: ConsentGiven, now: datetime.datetime) -> None:
    """Add an answer to a case that has none to this question; Refused where nobody asks it."""
    if len(given.text_digest) != _DIGEST_BYTES or not _is_asked(session, given.purpose, given.receiver):
        raise Refused("consent_not_asked")
    session.add(
        Consent(
            id=new_id(),
            record_number=request.number,
            purpose=given.purpose.value,
            receiver_kind=given.receiver.kind.value,
            receiver=given.receiver.code,
            answer=(ConsentAnswer.YES if given.allowed else ConsentAnswer.NO).value,
            text_digest=given.text_digest,
            language=given.language,
            given_at=now,
        )
    )
    session.flush()


def _held_case(session: Session, case_id: uuid.UUID) -> SearchRequest:
    """The case, held until the end: two answers to one question that arrive at once follow one another."""
    request = find_case(session, case_id)
    session.scalars(
        select(SearchRequest.number).where(SearchRequest.number == request.number).with_for_update(key_share=True)
    ).one()
    return request


def _is_asked(session: Session, purpose: ConsentPurpose, receiver: Receiver) -> bool:
    """Whether there is the question; one organisation has to be there, and of a kind that may be chosen by name."""
    if receiver.kind is not ReceiverKind.ORGANISATION:
        return can_be_asked(purpose, receiver)
    chosen = _organisation(session, receiver)
    return chosen is not None and OrganisationKind(chosen.kind) in CHOSEN_BY_NAME[purpose]


def _organisation(session: Session, receiver: Receiver) -> Organisation | None:
    try:
        return session.get(Organisation, uuid.UUID(receiver.code))
    except ValueError:
        return None


def _end(
    session: Session, request: SearchRequest, purpose: ConsentPurpose, receiver: Receiver, now: datetime.datetime
) -> None:
    for row in _open_ones(session, request, purpose, receiver):
        row.withdrawn_at = now
    session.flush()


def _stands(session: Session, request: SearchRequest, given: ConsentGiven) -> bool:
    """Whether this very answer stands already."""
    standing = _open_ones(session, request, given.purpose, given.receiver)
    said = ConsentAnswer.YES if given.allowed else ConsentAnswer.NO
    return any((row.answer, row.text_digest) == (said, given.text_digest) for row in standing)


def _open_ones(
    session: Session, request: SearchRequest, purpose: ConsentPurpose, receiver: Receiver
) -> Sequence[Consent]:
    query = select(Consent).where(
        Consent.record_number == request.number,
        Consent.withdrawn_at.is_(None),
        Consent.purpose == purpose.value,
        Consent.receiver_kind == receiver.kind.value,
        Consent.receiver == receiver.code,
    )
    return session.scalars(query).all()


def _subject(request: SearchRequest) -> tuple[str, uuid.UUID]:
    return "search_request", request.id


def _summary(session: Session, row: Consent) -> ConsentSummary:
    receiver = receiver_of(row)
    organisation = _organisation(session, receiver) if receiver.kind is ReceiverKind.ORGANISATION else None
    return ConsentSummary(
        purpose=ConsentPurpose(row.purpose),
        receiver=receiver,
        allowed=row.answer == ConsentAnswer.YES,
        language=row.language,
        text_digest=row.text_digest,
        given_at=row.given_at,
        withdrawn_at=row.withdrawn_at,
        organisation=organisation.name if organisation else "",
    )
