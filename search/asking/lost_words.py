"""New words for a family that lost its own: two people, an answer that only the family knows, and two weeks to stop it.

Whoever says that they are the family answered what only it knows. Somebody of the committee then asks for new words,
somebody else confirms it, and the old contact gets the notice that it chose, which says nothing. The wait counts from
when that notice was sent; a family that chose none has its page alone, and there it counts from the confirmation. As
long as it waits, whoever has the old words reads of it on the page of the search and can stop it. The words that are
given at the end open, of every search that the old ones opened, one page alone, with words that nobody else saw.
"""

import datetime
import uuid
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.new_family_words import PreparedWords
from search.accounts.parties import hold_together, take_new_words
from search.accounts.sessions import is_first_opening
from search.asking.notice_sending import tell_now
from search.casework.open_cases import open_case
from search.casework.word_renewals import TOLD_WITHIN, WAIT, opened_together, standing_renewal, waits_for_notice
from search.errors import Conflict, NotFound, Refused
from search.models import ClaimCheck, SearchRequest, WordRenewal
from search.records.search_rows import find_case
from search.summaries import CaseFiled
from search.vocabulary import ClaimKind, ClaimOutcome

# The answer must have been given lately.
ANSWER_HOLDS: Final = datetime.timedelta(days=30)
# Words that were given are shown once. Whoever gave them, and lost the page on the way, may give others this long.
GIVEN_AGAIN: Final = datetime.timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LostWords:
    """How far it is. `can_ask`: the right answer was given lately; `by_me`: the actor asked; `opens_on`: from when.

    `language` is that of the family. `told_on`: when its notice was sent; `notice_waits`: it was not sent yet, and
    `opens_on` is the latest day.
    """

    case_id: uuid.UUID
    reference: str
    can_ask: bool
    language: str
    asked_on: datetime.date | None = None
    by_me: bool = False
    confirmed: bool = False
    told_on: datetime.date | None = None
    notice_waits: bool = False
    opens_on: datetime.date | None = None
    can_give: bool = False


def read_lost_words(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> LostWords:
    """How far new words for a family of the actor's committee are."""
    request = open_case(session, actor, Action.ASK_LOST_WORDS, case_id)
    open_one = standing_renewal(session, request.number)
    plain = LostWords(
        case_id=request.id,
        reference=request.reference,
        can_ask=open_one is None and _right_answer(session, request, now) is not None,
        language=request.reply_language or request.language,
    )
    return plain if open_one is None else _with_renewal(plain, open_one, actor, now)


def _with_renewal(plain: LostWords, asked: WordRenewal, actor: Actor, now: datetime.datetime) -> LostWords:
    return replace(
        plain,
        asked_on=asked.asked_at.date(),
        by_me=asked.asked_by == actor.account_id,
        confirmed=asked.confirmed_by is not None,
        told_on=asked.told_at.date() if asked.told_at else None,
        notice_waits=waits_for_notice(asked),
        opens_on=asked.opens_at.date() if asked.opens_at else None,
        can_give=asked.opens_at is not None and asked.opens_at <= now,
    )


def ask_lost_words(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> LostWords:
    """Ask for new words; refused `no_right_answer` without an answer that only the family knows, given lately."""
    request = _held(session, open_case(session, actor, Action.ASK_LOST_WORDS, case_id))
    check = _right_answer(session, request, now)
    if check is None:
        raise Refused("no_right_answer")
    if standing_renewal(session, request.number) is None:
        asked = WordRenewal(
            id=uuid.uuid4(),
            record_number=request.number,
            check_id=check.id,
            asked_by=_account(actor),
            asked_at=now,
        )
        session.add(asked)
        session.flush()
    _note(session, actor, Action.ASK_LOST_WORDS, request, now)
    return read_lost_words(session, actor, case_id, now=now)


def confirm_lost_words(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> LostWords:
    """Confirm as the second person; the old contact is told now, and the wait begins when the notice was sent.

    Refused `own_request`: whoever asked, or compared the answer, confirms nothing.
    """
    request = _held(session, open_case(session, actor, Action.CONFIRM_LOST_WORDS, case_id))
    asked = _standing(session, request)
    compared_by = session.get_one(ClaimCheck, asked.check_id).account_id
    if _account(actor) in (asked.asked_by, compared_by):
        raise Refused("own_request")
    if asked.confirmed_by is None:
        asked.confirmed_by, asked.confirmed_at = _account(actor), now
        told = [tell_now(session, one.number, now=now) for one in opened_together(session, request)]
        asked.opens_at = now + WAIT + (TOLD_WITHIN if any(told) else datetime.timedelta())
    session.flush()
    _note(session, actor, Action.CONFIRM_LOST_WORDS, request, now)
    return read_lost_words(session, actor, case_id, now=now)


def stop_lost_words(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """Stop it: whoever has the old words says that they are not lost, of every search that they open. Twice is once."""
    require(actor, Action.STOP_LOST_WORDS, Subject(case_id=case_id))
    request = find_case(session, case_id)
    hold_together(session, request)
    for one in opened_together(session, request):
        asked = standing_renewal(session, one.number)
        if asked is not None:
            asked.stopped_at = now
    session.flush()
    _note(session, actor, Action.STOP_LOST_WORDS, request, now)


def give_lost_words(
    session: Session, actor: Actor, case_id: uuid.UUID, words: PreparedWords, *, now: datetime.datetime
) -> CaseFiled:
    """Give new words, told once, to all searches that the old ones opened: they open one page alone of each.

    There the family takes words that nobody else saw, which open all of them again. Raises Conflict `still_waiting`
    before the wait is over. Sent twice, others are given in their place: the first answer was seen by nobody.
    """
    request = open_case(session, actor, Action.GIVE_LOST_WORDS, case_id)
    hold_together(session, request)
    asked = _given_lately(session, actor, request, now) or _standing(session, request)
    if asked.opens_at is None or asked.opens_at > now:
        raise Conflict("still_waiting")
    asked.given_by, asked.given_at = _account(actor), now
    session.flush()
    opened = opened_together(session, request)
    take_new_words(session, request, words.hashed, now=now)
    for one in opened:
        one.words_seen_at = now
        session.flush()
        _note(session, actor, Action.GIVE_LOST_WORDS, one, now)
    return CaseFiled(case_id=request.id, reference=request.reference, passphrase=words.words)


def _standing(session: Session, request: SearchRequest) -> WordRenewal:
    asked = standing_renewal(session, request.number)
    if asked is None:
        raise NotFound("not_found")
    return asked


def _given_lately(session: Session, actor: Actor, request: SearchRequest, now: datetime.datetime) -> WordRenewal | None:
    """What the actor gave a moment ago, where nobody took own words with it and nothing new was asked for since."""
    if not is_first_opening(request) or standing_renewal(session, request.number) is not None:
        return None
    given = select(WordRenewal).where(
        WordRenewal.record_number == request.number,
        WordRenewal.given_by == _account(actor),
        WordRenewal.given_at == request.words_seen_at,
        WordRenewal.given_at > now - GIVEN_AGAIN,
    )
    return session.scalars(given.limit(1)).one_or_none()


def _right_answer(session: Session, request: SearchRequest, now: datetime.datetime) -> ClaimCheck | None:
    """The newest claim to be the family that was answered rightly, and for which no words were asked yet."""
    used = select(WordRenewal.check_id).where(WordRenewal.record_number == request.number)
    right = select(ClaimCheck).where(
        ClaimCheck.record_number == request.number,
        ClaimCheck.claim == ClaimKind.FAMILY.value,
        ClaimCheck.outcome == ClaimOutcome.SUPPLIED.value,
        ClaimCheck.made_at > now - ANSWER_HOLDS,
        ClaimCheck.id.not_in(used),
    )
    return session.scalars(right.order_by(ClaimCheck.made_at.desc()).limit(1)).one_or_none()


def _held(session: Session, request: SearchRequest) -> SearchRequest:
    """The search, held: what happens at the same moment follows one after the other."""
    session.scalars(
        select(SearchRequest.number).where(SearchRequest.number == request.number).with_for_update(key_share=True)
    ).one()
    return request


def _account(actor: Actor) -> uuid.UUID:
    if actor.account_id is None:
        raise Refused("no_account")
    return actor.account_id


def _note(session: Session, actor: Actor, action: Action, request: SearchRequest, now: datetime.datetime) -> None:
    record_act(session, actor, action, subject=("search_request", request.id), now=now)
