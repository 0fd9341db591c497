"""Whoever asks a person passes first words on: the family's to the person, and the person's to the family."""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.told_rows import told_proposals
from search.casework.undo_periods import in_force
from search.errors import Conflict, NotFound
from search.models import Approach, FirstMessage, MatchProposal
from search.telling.message_rows import add_message, enquirers_of, may_pass, messages_of, shown, take_back
from search.telling_commands import WriteForPerson
from search.telling_summaries import Messages


def read_to_pass_on(session: Session, actor: Actor, approach_id: uuid.UUID, *, now: datetime.datetime) -> Messages:
    """The words that families wrote to one person, and what the person let be written back."""
    pairs = _pairs(session, actor, approach_id, now)
    _note(session, actor, approach_id, now)
    return _messages(session, pairs, now)


def write_for_person(session: Session, actor: Actor, command: WriteForPerson, *, now: datetime.datetime) -> Messages:
    """Keep the person's words for one family, which reads them on its page once they waited out their time."""
    pairs = _pairs(session, actor, command.approach_id, now)
    pair = next((one for one in pairs if one.id == command.proposal_id), None)
    if pair is None:
        raise NotFound("not_found")
    add_message(session, pair, command.words, now, from_family=False)
    _note(session, actor, command.approach_id, now)
    return _messages(session, pairs, now)


def note_passed_on(
    session: Session, actor: Actor, approach_id: uuid.UUID, message_id: uuid.UUID, *, now: datetime.datetime
) -> Messages:
    """Keep that the person was given a family's words; nobody else is told."""
    pairs = _pairs(session, actor, approach_id, now)
    row = _row(session, pairs, message_id, from_family=True)
    if not in_force(row, now):
        raise NotFound("not_found")
    if row.relayed_at is not None:
        raise Conflict("passed_on_already")
    row.relayed_at, row.relayed_by = now, actor.account_id
    session.flush()
    _note(session, actor, approach_id, now)
    return _messages(session, pairs, now)


def take_back_for_person(
    session: Session, actor: Actor, approach_id: uuid.UUID, message_id: uuid.UUID, *, now: datetime.datetime
) -> Messages:
    """Undo the person's words before the family reads them."""
    pairs = _pairs(session, actor, approach_id, now)
    take_back(_row(session, pairs, message_id, from_family=False), now)
    session.flush()
    _note(session, actor, approach_id, now)
    return _messages(session, pairs, now)


def _pairs(session: Session, actor: Actor, approach_id: uuid.UUID, now: datetime.datetime) -> Sequence[MatchProposal]:
    """The pairs of a person whom the actor's organisation asks, as far as families were told and words may pass."""
    asker = session.scalars(select(Approach.intermediary_id).where(Approach.id == approach_id)).one_or_none()
    require(actor, Action.RELAY_MESSAGE, Subject(organisation_id=asker))
    pairs = enquirers_of(session, approach_id)
    told = {number: told_proposals(session, number, now) for number in {pair.request_number for pair in pairs}}
    passing = [pair for pair in pairs if pair.id in told[pair.request_number] and may_pass(session, pair, now)]
    if not passing:
        raise NotFound("not_found")
    return passing


def _row(session: Session, pairs: Sequence[MatchProposal], message_id: uuid.UUID, *, from_family: bool) -> FirstMessage:
    rows = messages_of(session, [pair.id for pair in pairs], from_family=from_family)
    found = next((row for row in rows if row.id == message_id), None)
    if found is None:
        raise NotFound("not_found")
    return found


def _messages(session: Session, pairs: Sequence[MatchProposal], now: datetime.datetime) -> Messages:
    ids = [pair.id for pair in pairs]
    of_family = [row for row in messages_of(session, ids, from_family=True) if in_force(row, now)]
    return Messages(
        pairs=tuple(ids),
        of_family=tuple(shown(session, row, now) for row in of_family),
        of_person=tuple(shown(session, row, now) for row in messages_of(session, ids, from_family=False)),
    )


def _note(session: Session, actor: Actor, approach_id: uuid.UUID, now: datetime.datetime) -> None:
    record_act(session, actor, Action.RELAY_MESSAGE, subject=("approach", approach_id), now=now)
