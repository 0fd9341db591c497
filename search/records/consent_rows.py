"""Rows of consents: which answers count now, and which cases they open to an organisation."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from search.consents import Answer, Receiver, Standing, receivers_of
from search.errors import NotFound
from search.models import Consent, Organisation, SearchRequest
from search.records.chunks import chunks
from search.records.sections import OPEN
from search.vocabulary import ConsentAnswer, ConsentPurpose, OrganisationKind, ReceiverKind, StateRun


def standing_of(session: Session, organisation_id: object) -> Standing:
    """An organisation as consents see it, or NotFound."""
    found = session.get(Organisation, organisation_id)
    if found is None:
        raise NotFound("not_found")
    return Standing(
        organisation_id=found.id,
        kind=OrganisationKind(found.kind),
        country=found.country,
        state_run=StateRun(found.state_run),
    )


def answers_of(session: Session, numbers: Collection[int]) -> dict[int, frozenset[Answer]]:
    """What each of some cases answered and has not taken back; a case without answers has an empty set."""
    found: dict[int, set[Answer]] = {number: set() for number in numbers}
    for chunk in chunks(sorted(numbers)):
        for row in session.scalars(select(Consent).where(Consent.record_number.in_(chunk), _COUNTS)):
            found[row.record_number].add(answer_of(row))
    return {number: frozenset(answers) for number, answers in found.items()}


def answer_of(row: Consent) -> Answer:
    """A row as the rules of `search.consents` read it."""
    return Answer(ConsentPurpose(row.purpose), receiver_of(row), row.answer == ConsentAnswer.YES)


def receiver_of(row: Consent) -> Receiver:
    """The receiver of a row."""
    return Receiver(ReceiverKind(row.receiver_kind), row.receiver)


def numbers_shared_with(organisation: Standing, purposes: Iterable[ConsentPurpose]) -> Select[int]:
    """The numbers of the open cases that an organisation may read, for one of the purposes at least.

    SQL finds them; whether each may be read is asked of `search.consents` again, with the answers of the case.
    """
    allowing = [_allowing(purpose, organisation) for purpose in purposes]
    return select(SearchRequest.number).where(*OPEN, or_(*allowing))


_COUNTS = Consent.withdrawn_at.is_(None)


def _allowing(purpose: ConsentPurpose, organisation: Standing) -> ColumnElement[bool]:
    """Yes of the organisation alone, or yes of the wider receiver and nothing of the organisation alone."""
    alone, wider = receivers_of(purpose, organisation)
    said_yes = [_among(purpose, alone, ConsentAnswer.YES)]
    if wider is not None:
        said_nothing_else = ~_among(purpose, alone, ConsentAnswer.NO)
        said_yes.append(and_(_among(purpose, wider, ConsentAnswer.YES), said_nothing_else))
    return or_(*said_yes)


def _among(purpose: ConsentPurpose, receiver: Receiver | None, answer: ConsentAnswer) -> ColumnElement[bool]:
    kind, code = (receiver.kind.value, receiver.code) if receiver else ("", "")
    rows = select(Consent.record_number).where(
        _COUNTS,
        Consent.purpose == purpose.value,
        Consent.receiver_kind == kind,
        Consent.receiver == code,
        Consent.answer == answer.value,
    )
    return SearchRequest.number.in_(rows)
