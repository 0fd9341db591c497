"""First words as they are stored, and whether they may go to and fro between a family and who was found."""

import datetime
import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.casework.ages import ages, is_child
from search.casework.person_answers import allowed_by_person
from search.casework.told_rows import told_proposals
from search.casework.undo_periods import TELLING_WAITS, can_be_taken_back
from search.errors import Conflict, Refused
from search.models import Approach, ApproachEnquirer, FirstMessage, MatchProposal
from search.records.associated_data import first_message_place
from search.records.sections import seal_words, unseal_words
from search.records.sent_once import id_of_sent
from search.telling_summaries import MessageSummary

MOST_WORDS = 2000
# First words: a talk that goes on needs no portal.
MOST_MESSAGES = 5


def open_pairs(session: Session, request_number: int, now: datetime.datetime) -> Sequence[MatchProposal]:
    """The pairs of a search whose family was told, of a person who lets words pass and whom somebody asks."""
    told = sorted(told_proposals(session, request_number, now))
    pairs = [pair for pair in (session.get(MatchProposal, one) for one in told) if pair is not None]
    return [pair for pair in pairs if may_pass(session, pair, now)]


def may_pass(session: Session, pair: MatchProposal, now: datetime.datetime) -> bool:
    """Whether first words go to and fro now: an adult said yes, or to this alone, and somebody there passes them on."""
    asker = select(Approach.intermediary_id).where(Approach.report_number == pair.report_number)
    if session.scalars(asker).one_or_none() is None or is_child(
        ages(session, (pair.report_number,))[pair.report_number]
    ):
        return False
    return allowed_by_person(session, pair.id, now=now) is not None


def add_message(
    session: Session, pair: MatchProposal, words: str, now: datetime.datetime, *, from_family: bool, key: str = ""
) -> FirstMessage:
    """Keep first words, sealed under the key of the search; they wait before anybody else reads them.

    The same words that were written last and wait still are not kept twice, nor is the same form, by its `key`, unless
    its words were taken back meanwhile: then they are written anew.
    """
    if not words.strip():
        raise Refused("write_something")
    before = messages_of(session, (pair.id,), from_family=from_family)
    if before and can_be_taken_back(before[-1], now) and shown(session, before[-1], now).words == words:
        return before[-1]
    identifier = id_of_sent(session, f"first message {pair.id}", key)
    earlier = session.get(FirstMessage, identifier)
    if earlier is not None and earlier.taken_back_at is None:
        return earlier
    if earlier is not None:
        identifier = uuid.uuid4()
    if len(words) > MOST_WORDS or len(before) >= MOST_MESSAGES:
        raise Refused("too_many_words")
    row = FirstMessage(
        id=identifier,
        proposal_id=pair.id,
        record_number=pair.request_number,
        from_family=from_family,
        words_sealed=seal_words(session, pair.request_number, words, first_message_place(identifier)),
        made_at=now,
        acts_at=now + TELLING_WAITS,
    )
    session.add(row)
    session.flush()
    return row


def messages_of(session: Session, pairs: Collection[uuid.UUID], *, from_family: bool) -> Sequence[FirstMessage]:
    """The words of one side that were not taken back, the oldest first."""
    asked = select(FirstMessage).where(FirstMessage.proposal_id.in_(list(pairs)), FirstMessage.taken_back_at.is_(None))
    rows = asked.where(FirstMessage.from_family.is_(from_family))
    return session.scalars(rows.order_by(FirstMessage.made_at, FirstMessage.id)).all()


def take_back(row: FirstMessage, now: datetime.datetime) -> None:
    """Undo first words before anybody else reads them."""
    if not can_be_taken_back(row, now):
        raise Conflict("too_late_to_take_back")
    row.taken_back_at = now


def shown(session: Session, row: FirstMessage, now: datetime.datetime) -> MessageSummary:
    """First words as a page shows them."""
    return MessageSummary(
        message_id=row.id,
        proposal_id=row.proposal_id,
        words=unseal_words(session, row.record_number, row.words_sealed, first_message_place(row.id)),
        made_at=row.made_at,
        acts_at=row.acts_at,
        can_be_taken_back=can_be_taken_back(row, now),
        relayed_at=row.relayed_at,
    )


def enquirers_of(session: Session, approach_id: uuid.UUID) -> Sequence[MatchProposal]:
    """The pairs about which one person is asked."""
    asked = (
        select(MatchProposal)
        .join(ApproachEnquirer, ApproachEnquirer.proposal_id == MatchProposal.id)
        .where(ApproachEnquirer.approach_id == approach_id, ApproachEnquirer.taken_back_at.is_(None))
    )
    return session.scalars(asked.order_by(MatchProposal.entry_date, MatchProposal.id)).all()
