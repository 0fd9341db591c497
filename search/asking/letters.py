"""A family asks about its own search, and reads the answer on a common day.

Every letter has a day by which it is answered, and an answer is read from a common day on, however soon it was given:
neither its day nor its words say anything of what a search met.
"""

import datetime
import uuid
from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.asking.slot_days import answered_by, day_of, slot_at
from search.asking_commands import WriteLetter
from search.asking_summaries import LetterSummary
from search.errors import Refused
from search.models import Letter, SearchRequest
from search.records.associated_data import letter_words_place
from search.records.search_rows import find_case, hold_case
from search.records.sections import seal_words, unseal_words
from search.records.sent_once import id_of_sent
from search.vocabulary import ReplySentence

LONGEST: Final = 2000
# Nobody is kept from asking again; a flood is.
MOST_WAITING: Final = 10


def write_letter(
    session: Session, actor: Actor, command: WriteLetter, *, now: datetime.datetime
) -> tuple[LetterSummary, ...]:
    """Keep what a family asks, with the day by which it is answered; what waits already is not asked a second time.

    How many may wait is counted for each who writes: a relative who was let in takes no room from whoever began it.
    """
    require(actor, Action.WRITE_LETTER, Subject(case_id=command.case_id))
    request = hold_case(session, command.case_id)
    words = command.words.strip()
    if not words:
        raise Refused("letter_is_empty")
    if len(words) > LONGEST:
        raise Refused("letter_too_long", most=LONGEST)
    waiting = [one for one in _letters(session, request.number) if one.answered_at is None]
    identifier = id_of_sent(session, f"letter {request.id}", command.key)
    if session.get(Letter, identifier) or any(_words(session, one) == words for one in waiting):
        return read_letters(session, actor, command.case_id, now=now)
    if [one.relative_id for one in waiting].count(actor.relative_id) >= MOST_WAITING:
        raise Refused("letters_wait")
    letter = Letter(
        id=identifier,
        record_number=request.number,
        from_family=True,
        relative_id=actor.relative_id,
        language=command.language,
        due_on=answered_by(now),
        made_at=now,
    )
    letter.words_sealed = seal_words(session, request.number, words, letter_words_place(letter.id))
    session.add(letter)
    session.flush()
    record_act(session, actor, Action.WRITE_LETTER, subject=("search_request", request.id), now=now)
    return read_letters(session, actor, command.case_id, now=now)


def read_letters(
    session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime
) -> tuple[LetterSummary, ...]:
    """What a family asked, the newest first, with the answers whose day has come."""
    require(actor, Action.READ_SLOTS, Subject(case_id=case_id))
    request = find_case(session, case_id)
    replies = _replies(session, request)
    summaries = [letter_summary(session, one, replies.get(one.id)) for one in _letters(session, request.number)]
    return tuple(_as_family_reads(one, now) for one in summaries)


def letter_summary(session: Session, letter: Letter, reply: Letter | None) -> LetterSummary:
    """A letter with its answer; the caller has asked for permission."""
    return LetterSummary(
        letter_id=letter.id,
        words=_words(session, letter),
        language=letter.language,
        written_on=letter.made_at.date(),
        due_on=letter.due_on or letter.made_at.date(),
        reply=None if reply is None or reply.sentence is None else ReplySentence(reply.sentence),
        replied_on=None if reply is None else _read_from(letter, reply),
    )


def _words(session: Session, letter: Letter) -> str:
    return unseal_words(session, letter.record_number, letter.words_sealed or b"", letter_words_place(letter.id))


def _read_from(letter: Letter, reply: Letter) -> datetime.date:
    """The day from which an answer is read: the day that was promised, or the next common day after it was given."""
    promised = letter.due_on or letter.made_at.date()
    next_common = day_of(slot_at(reply.made_at) + 1).date()
    return promised if reply.made_at.date() < promised else next_common


def _as_family_reads(letter: LetterSummary, now: datetime.datetime) -> LetterSummary:
    # The common day begins at its hour, as its questions do.
    today = day_of(slot_at(now)).date()
    if letter.replied_on is not None and letter.replied_on <= today:
        return letter
    return LetterSummary(
        letter_id=letter.letter_id,
        words=letter.words,
        language=letter.language,
        written_on=letter.written_on,
        due_on=letter.due_on,
        reply=None,
        replied_on=None,
    )


def _letters(session: Session, number: int) -> Sequence[Letter]:
    written = select(Letter).where(Letter.record_number == number, Letter.from_family)
    return session.scalars(written.order_by(Letter.made_at.desc(), Letter.id)).all()


def _replies(session: Session, request: SearchRequest) -> dict[uuid.UUID, Letter]:
    rows = select(Letter).where(Letter.record_number == request.number, Letter.answers_id.is_not(None))
    return {row.answers_id: row for row in session.scalars(rows) if row.answers_id is not None}
