"""A family's first words to a person who was found, and the person's to it: after it was told, and by their yes."""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.undo_periods import in_force
from search.errors import NotFound
from search.models import MatchProposal
from search.records.search_rows import find_case
from search.telling.message_rows import add_message, messages_of, open_pairs, shown, take_back
from search.telling_commands import WriteMessage
from search.telling_summaries import Messages


def read_messages(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> Messages:
    """First words both ways; NotFound while there is nothing that the family was told and the person allowed."""
    pairs = _pairs(session, actor, case_id, now)
    record_act(session, actor, Action.WRITE_MESSAGE, subject=("search_request", case_id), now=now)
    return _messages(session, pairs, now)


def write_message(session: Session, actor: Actor, command: WriteMessage, *, now: datetime.datetime) -> Messages:
    """Keep the family's words for the person, once for each person whom it was told of."""
    pairs = _pairs(session, actor, command.case_id, now)
    for pair in pairs:
        add_message(session, pair, command.words, now, from_family=True, key=command.key)
    record_act(session, actor, Action.WRITE_MESSAGE, subject=("search_request", command.case_id), now=now)
    return _messages(session, pairs, now)


def take_back_message(
    session: Session, actor: Actor, case_id: uuid.UUID, message_id: uuid.UUID, *, now: datetime.datetime
) -> Messages:
    """Undo own words before anybody reads them."""
    pairs = _pairs(session, actor, case_id, now)
    own = {row.id: row for row in messages_of(session, [pair.id for pair in pairs], from_family=True)}
    if message_id not in own:
        raise NotFound("not_found")
    take_back(own[message_id], now)
    session.flush()
    record_act(session, actor, Action.WRITE_MESSAGE, subject=("search_request", case_id), now=now)
    return _messages(session, pairs, now)


def _pairs(session: Session, actor: Actor, case_id: uuid.UUID, now: datetime.datetime) -> Sequence[MatchProposal]:
    require(actor, Action.WRITE_MESSAGE, Subject(case_id=case_id))
    request = find_case(session, case_id)
    pairs = open_pairs(session, request.number, now)
    if not pairs or request.withdrawn_at is not None:
        raise NotFound("not_found")
    return pairs


def _messages(session: Session, pairs: Sequence[MatchProposal], now: datetime.datetime) -> Messages:
    ids = [pair.id for pair in pairs]
    of_person = [row for row in messages_of(session, ids, from_family=False) if in_force(row, now)]
    return Messages(
        of_family=tuple(shown(session, row, now) for row in messages_of(session, ids, from_family=True)),
        of_person=tuple(shown(session, row, now) for row in of_person),
    )
