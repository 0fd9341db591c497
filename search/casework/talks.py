"""Talks that a person of an office held with a family: recorded, corrected by appending, and which of them count."""

import datetime
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.conflicts import left_to_others
from search.casework.open_cases import open_case
from search.casework_commands import RecordTalk
from search.errors import NotFound, Refused
from search.models import SearchRequest, Talk
from search.records.associated_data import talk_words_place
from search.records.sections import OPEN, seal_words, unseal_words

PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkHeld:
    """A talk that counts. With whom it was is shown only beside the family's contacts."""

    talk_id: uuid.UUID
    held_on: datetime.date
    language: str
    by_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTalks:
    """The talks of one case that count, the latest day first."""

    case_id: uuid.UUID
    reference: str
    language: str
    talks: tuple[TalkHeld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UntalkedCase:
    """A case with whose family nobody has spoken yet; `language` is the one in which it asked."""

    case_id: uuid.UUID
    reference: str
    language: str
    filed_at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UntalkedCases:
    """One page of such cases, and how many there are."""

    cases: tuple[UntalkedCase, ...]
    total: int
    page: int
    pages: int


def record_talk(session: Session, actor: Actor, command: RecordTalk, *, now: datetime.datetime) -> int:
    """Append that somebody spoke with the family, or correct an own entry; returns how many talks count now.

    Refused `talk_to_come` for a day that has not come, and NotFound for a correction of what is not one's own.
    """
    request = open_case(session, actor, Action.RECORD_TALK, command.case_id)
    if command.held_on is not None and command.held_on > now.date():
        raise Refused("talk_to_come")
    if command.corrects is not None:
        _require_own(session, actor, request, command.corrects)
    append_talk(session, request.number, actor, command, now)
    record_act(session, actor, Action.RECORD_TALK, subject=("search_request", request.id), now=now)
    return len(talks_in_force(session, [request.number])[request.number])


def read_talks(session: Session, actor: Actor, case_id: uuid.UUID) -> CaseTalks:
    """The talks of a case of the actor's committee."""
    request = open_case(session, actor, Action.RECORD_TALK, case_id)
    held = talks_in_force(session, [request.number])[request.number]
    return CaseTalks(
        case_id=request.id,
        reference=request.reference,
        language=request.reply_language,
        talks=tuple(
            TalkHeld(
                talk_id=row.id, held_on=day, language=row.language, by_me=row.account_id == actor.account_id is not None
            )
            for row in reversed(held)
            if (day := row.held_on) is not None
        ),
    )


def read_untalked(session: Session, actor: Actor, *, page: int = 1) -> UntalkedCases:
    """The open cases of the actor's committee with whose family nobody has spoken, the longest waiting first.

    All of them, whatever was or was not proposed: talks are held because somebody searches, never because of a pair.
    """
    require(actor, Action.RECORD_TALK, Subject(committee_id=actor.organisation_id))
    later = aliased(Talk)
    counting = select(Talk.record_number).where(
        Talk.held_on.is_not(None), ~select(later.id).where(later.corrects_id == Talk.id).exists()
    )
    waiting = select(SearchRequest).where(
        SearchRequest.committee_id == actor.organisation_id,
        *OPEN,
        SearchRequest.passphrase_hash != "",
        SearchRequest.number.not_in(counting),
        SearchRequest.number.not_in(left_to_others(session, actor)),
    )
    total = session.execute(select(func.count()).select_from(waiting.subquery())).scalar_one()
    pages = max(1, -(-total // PAGE))
    number = min(max(page, 1), pages)
    shown = waiting.order_by(SearchRequest.entry_date, SearchRequest.number).offset(PAGE * (number - 1)).limit(PAGE)
    return UntalkedCases(
        cases=tuple(
            UntalkedCase(case_id=row.id, reference=row.reference, language=row.reply_language, filed_at=row.entry_date)
            for row in session.scalars(shown)
        ),
        total=total,
        page=number,
        pages=pages,
    )


def append_talk(session: Session, number: int, actor: Actor, command: RecordTalk, now: datetime.datetime) -> None:
    """Add the row of a talk; the caller has asked for permission and writes the audit."""
    identifier = uuid.uuid4()
    words = command.with_whom.strip()
    session.add(
        Talk(
            id=identifier,
            record_number=number,
            account_id=actor.account_id,
            organisation_id=actor.organisation_id,
            held_on=command.held_on,
            language=command.language,
            with_sealed=seal_words(session, number, words, talk_words_place(identifier)) if words else None,
            corrects_id=command.corrects,
            made_at=now,
        )
    )
    session.flush()


def talks_in_force(session: Session, numbers: Collection[int]) -> Mapping[int, list[Talk]]:
    """The talks that count, by case and day: none that another corrects, and none that says that there was none."""
    rows = session.scalars(
        select(Talk).where(Talk.record_number.in_(numbers)).order_by(Talk.held_on, Talk.made_at, Talk.id)
    ).all()
    corrected = {row.corrects_id for row in rows}
    held: dict[int, list[Talk]] = {number: [] for number in numbers}
    for row in rows:
        if row.id not in corrected and row.held_on is not None:
            held[row.record_number].append(row)
    return held


def last_talk(session: Session, number: int) -> datetime.date | None:
    """The day of the last talk with a family; None where nobody has spoken with it."""
    return max((day for row in talks_in_force(session, [number])[number] if (day := row.held_on)), default=None)


def spoken_with(session: Session, number: int) -> tuple[str, ...]:
    """With whom the talks of a case were, as far as it was written down; for whoever is shown its contacts."""
    held = talks_in_force(session, [number])[number]
    sealed = [(row.id, row.with_sealed) for row in held if row.with_sealed is not None]
    said = (unseal_words(session, number, words, talk_words_place(identifier)) for identifier, words in sealed)
    return tuple(dict.fromkeys(said))


def _require_own(session: Session, actor: Actor, request: SearchRequest, talk_id: uuid.UUID) -> None:
    earlier = session.get(Talk, talk_id)
    if earlier is None or earlier.record_number != request.number or earlier.account_id != actor.account_id:
        raise NotFound("not_found")
