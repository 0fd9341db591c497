"""A family says whether, by which channel and in which hours it is told that a common day came; and takes it back."""

import datetime
import re
import uuid
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.asking_commands import ChooseNotices
from search.asking_summaries import NoticeChosen
from search.errors import Refused
from search.models import NoticeChoice, SearchRequest
from search.records.associated_data import notice_address_place
from search.records.search_rows import find_case
from search.records.sections import seal_words, unseal_words
from search.values.dummy_numbers import is_dummy
from search.values.phone_numbers import read_phones
from search.vocabulary import NoticeChannel, NoticeHours

_DIGEST_BYTES: Final = 32
_EMAIL = re.compile(r"[^@\s,;<>\"()\\]{1,64}@[^@\s,;<>\"()\\]{1,180}\.[^@\s.,;<>\"()\\]{2,24}")
_UTC_HOURS: Final = range(-12, 15)


def address_in(channel: NoticeChannel, typed: str) -> str:
    """The address that was typed, as it is kept; empty where it is none."""
    typed = typed.strip()
    if channel is NoticeChannel.EMAIL:
        return typed if _EMAIL.fullmatch(typed) else ""
    # A gateway needs the country's number too.
    found = [one.number for one in read_phones(typed) if one.number.startswith("+") and not is_dummy(one.number)]
    return found[0] if len(found) == 1 else ""


def choose_notices(session: Session, actor: Actor, command: ChooseNotices, *, now: datetime.datetime) -> None:
    """Keep how a family wants to be told; its earlier choice ends."""
    require(actor, Action.GIVE_CONSENT, Subject(case_id=command.case_id))
    request = _held_case(session, command.case_id)
    address = address_in(command.channel, command.address)
    if not address or command.utc_hours not in _UTC_HOURS or len(command.text_digest) != _DIGEST_BYTES:
        raise Refused("notice_unreadable")
    _end(session, request, now)
    choice = NoticeChoice(
        id=uuid.uuid4(),
        record_number=request.number,
        channel=command.channel.value,
        hours=command.hours.value,
        utc_hours=command.utc_hours,
        language=command.language,
        text_digest=command.text_digest,
        given_at=now,
    )
    choice.address_sealed = seal_words(session, request.number, address, notice_address_place(choice.id))
    session.add(choice)
    session.flush()
    detail = {"notices": command.channel.value}
    subject = ("search_request", request.id)
    record_act(session, actor, Action.GIVE_CONSENT, subject=subject, now=now, detail=detail)


def end_notices(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """Take the choice back: nothing more is sent."""
    require(actor, Action.WITHDRAW_CONSENT, Subject(case_id=case_id))
    request = _held_case(session, case_id)
    _end(session, request, now)
    detail = {"notices": "none"}
    subject = ("search_request", request.id)
    record_act(session, actor, Action.WITHDRAW_CONSENT, subject=subject, now=now, detail=detail)


def chosen_notices(session: Session, actor: Actor, case_id: uuid.UUID) -> NoticeChosen | None:
    """How a family is told now; None where it is not."""
    require(actor, Action.READ_SLOTS, Subject(case_id=case_id))
    choice = _open_choice(session, find_case(session, case_id))
    if choice is None:
        return None
    return NoticeChosen(
        channel=NoticeChannel(choice.channel),
        address=address_of(session, choice),
        hours=NoticeHours(choice.hours),
        utc_hours=choice.utc_hours,
        given_at=choice.given_at,
    )


def address_of(session: Session, choice: NoticeChoice) -> str:
    """The address of a choice; the caller has asked for permission."""
    place = notice_address_place(choice.id)
    return unseal_words(session, choice.record_number, choice.address_sealed, place)


def _held_case(session: Session, case_id: uuid.UUID) -> SearchRequest:
    request = find_case(session, case_id)
    held = select(SearchRequest.number).where(SearchRequest.number == request.number)
    session.scalars(held.with_for_update(key_share=True)).one()
    return request


def _open_choice(session: Session, request: SearchRequest) -> NoticeChoice | None:
    open_one = select(NoticeChoice).where(
        NoticeChoice.record_number == request.number, NoticeChoice.withdrawn_at.is_(None)
    )
    return session.scalars(open_one).one_or_none()


def _end(session: Session, request: SearchRequest, now: datetime.datetime) -> None:
    choice = _open_choice(session, request)
    if choice is not None:
        choice.withdrawn_at = now
        session.flush()
