"""A case goes to another committee, with its open pairs: judgements stay with whoever made them, and still count."""

import datetime
import uuid
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from search.errors import NotFound, Refused
from search.models import CaseMove, DuplicateProposal, MatchProposal, Organisation, Record, RecordSide, SearchRequest
from search.records.search_rows import committees_of
from search.vocabulary import OrganisationKind

_DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What a family agreed to: the digest and the language of the text, on which day, and who asked it, if anybody."""

    text_digest: bytes
    language: str
    on: datetime.date
    account_id: uuid.UUID | None = None


def held_case(session: Session, request: SearchRequest) -> SearchRequest:
    """The case, held until the end: a worker that stores pairs of it waits, and reads whose it is afterwards."""
    # In the order in which a worker takes them: what it compares first, then whose the search is.
    record, search = Record.__table__.c, SearchRequest.__table__.c
    held = select(record.number).where(record.number == request.number)
    session.execute(held.with_for_update(key_share=True)).one()
    session.execute(select(search.number).where(search.number == request.number).with_for_update()).one()
    session.refresh(request)
    return request


def move_to(
    session: Session, request: SearchRequest, committee_id: uuid.UUID, agreed: Agreed, *, now: datetime.datetime
) -> None:
    """Let another committee read a case that is held; the one until now reads nothing of it any more."""
    if len(agreed.text_digest) != _DIGEST_BYTES:
        raise Refused("consent_not_asked")
    if committee_id == request.committee_id:
        raise Refused("committee_is_the_same")
    chosen = session.get(Organisation, committee_id)
    if chosen is None or chosen.kind != OrganisationKind.COMMITTEE.value:
        raise NotFound("not_found")
    move = CaseMove(
        id=uuid.uuid4(),
        record_number=request.number,
        from_id=request.committee_id,
        to_id=committee_id,
        account_id=agreed.account_id,
        text_digest=agreed.text_digest,
        language=agreed.language,
        agreed_on=agreed.on,
        made_at=now,
    )
    session.add(move)
    request.committee_id = committee_id
    session.flush()
    _move_pairs(session, request.number, committee_id)
    _move_duplicates(session, request.number)
    session.flush()


def _move_pairs(session: Session, number: int, committee_id: uuid.UUID) -> None:
    pairs = select(MatchProposal).where(MatchProposal.request_number == number).order_by(MatchProposal.id)
    for pair in session.scalars(pairs.with_for_update().execution_options(populate_existing=True)):
        pair.committee_id = committee_id


def _move_duplicates(session: Session, number: int) -> None:
    """Two searches that may be of one person are read by the committee of both; where they are two, by none."""
    either = or_(DuplicateProposal.first_number == number, DuplicateProposal.second_number == number)
    sought = select(DuplicateProposal).where(either, DuplicateProposal.side == RecordSide.SOUGHT.value)
    held = sought.order_by(DuplicateProposal.id).with_for_update().execution_options(populate_existing=True)
    pairs = session.scalars(held).all()
    committees = committees_of(session, {one for pair in pairs for one in (pair.first_number, pair.second_number)})
    for pair in pairs:
        both = {committees.get(pair.first_number), committees.get(pair.second_number)}
        pair.committee_id = next(iter(both)) if len(both) == 1 else None
