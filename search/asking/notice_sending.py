"""Telling families that a common day came: all who chose it, on the same days, whether or not anything else is new.

What is due is written down first, each notice is marked as tried before it is handed over, and handed over outside any
transaction. One that fails is tried again, ever less often, until the next common day brings the next one; a notice is
rather sent twice than lost.
"""

import datetime
from collections.abc import Collection

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.asking.notice_choosing import address_of
from search.asking.notice_hours import first_moment, is_within
from search.asking.slot_days import day_of, slot_at
from search.asking_summaries import Notice
from search.casework.word_renewals import note_told, opened_together, untold_renewals
from search.models import DueNotice, NoticeChoice, QuestionSlot, SearchRequest
from search.records.sections import OPEN
from search.vocabulary import NoticeChannel, NoticeHours

_AT_ONCE = 200
_AGAIN = (
    datetime.timedelta(minutes=1),
    datetime.timedelta(minutes=10),
    datetime.timedelta(hours=1),
    datetime.timedelta(hours=6),
)


def note_due(session: Session, actor: Actor, *, now: datetime.datetime) -> int:
    """Write down whom this common day is to be told to; returns how many were added."""
    require(actor, Action.SEND_NOTICES)
    slot = slot_at(now)
    noted = exists().where(DueNotice.record_number == NoticeChoice.record_number, DueNotice.slot == slot)
    drawn = exists().where(QuestionSlot.record_number == NoticeChoice.record_number, QuestionSlot.slot == slot)
    choices = session.scalars(
        select(NoticeChoice)
        .join(SearchRequest, SearchRequest.number == NoticeChoice.record_number)
        .where(NoticeChoice.withdrawn_at.is_(None), NoticeChoice.given_at < day_of(slot), drawn, ~noted, *OPEN)
        .order_by(NoticeChoice.record_number)
        .limit(_AT_ONCE)
    ).all()
    session.add_all(
        DueNotice(
            record_number=one.record_number,
            slot=slot,
            channel=one.channel,
            not_before=first_moment(day_of(slot), NoticeHours(one.hours), one.utc_hours),
            tries=0,
        )
        for one in choices
    )
    session.flush()
    if choices:
        detail = {"notices": len(choices), "day": slot}
        record_act(session, actor, Action.SEND_NOTICES, subject=("registry", "notices"), now=now, detail=detail)
    return len(choices)


def tell_now(session: Session, record_number: int, *, now: datetime.datetime) -> bool:
    """Tell one family once more that its page has something to read, as it chose; whether it chose any notice.

    The notice is the one of common days, so that nobody who sees it learns why it came. The caller writes the audit.
    """
    chosen = select(NoticeChoice).where(
        NoticeChoice.record_number == record_number, NoticeChoice.withdrawn_at.is_(None)
    )
    choice = session.scalars(chosen.limit(1)).one_or_none()
    if choice is None:
        return False
    due = session.get(DueNotice, (record_number, slot_at(now)))
    if due is None:
        due = DueNotice(record_number=record_number, slot=slot_at(now), channel=choice.channel, not_before=now, tries=0)
        session.add(due)
    due.not_before, due.tries, due.tried_at, due.sent_at, due.fault = now, 0, None, None, None
    session.flush()
    return True


def note_untold(session: Session, actor: Actor, *, now: datetime.datetime) -> int:
    """Write down anew what a family was to be told when new words were asked for, and a common day came before it was.

    Returns how many were added.
    """
    require(actor, Action.SEND_NOTICES)
    slot, added = slot_at(now), 0
    for _, request in untold_renewals(session, now):
        for one in opened_together(session, request):
            if session.get(DueNotice, (one.number, slot)) is None:
                added += tell_now(session, one.number, now=now)
    if added:
        detail = {"notices": added, "day": slot}
        record_act(session, actor, Action.SEND_NOTICES, subject=("registry", "notices"), now=now, detail=detail)
    return added


def take_next(
    session: Session, actor: Actor, channels: Collection[NoticeChannel], *, now: datetime.datetime
) -> Notice | None:
    """The next notice to hand over, marked as tried; None where none is due now."""
    require(actor, Action.SEND_NOTICES)
    waiting = session.execute(
        select(DueNotice, NoticeChoice)
        .join(NoticeChoice, NoticeChoice.record_number == DueNotice.record_number)
        .join(SearchRequest, SearchRequest.number == DueNotice.record_number)
        .where(DueNotice.slot == slot_at(now), DueNotice.sent_at.is_(None), DueNotice.not_before <= now)
        .where(NoticeChoice.withdrawn_at.is_(None), NoticeChoice.channel.in_(one.value for one in channels), *OPEN)
        .order_by(DueNotice.tries, DueNotice.not_before, DueNotice.record_number)
        .limit(_AT_ONCE)
        .with_for_update(skip_locked=True, of=DueNotice)
    )
    for due, choice in waiting:
        if _may_be_tried(due, now) and is_within(now, NoticeHours(choice.hours), choice.utc_hours):
            due.tries, due.tried_at = due.tries + 1, now
            session.flush()
            return Notice(
                record_number=due.record_number,
                slot=due.slot,
                channel=NoticeChannel(choice.channel),
                address=address_of(session, choice),
                language=choice.language,
            )
    return None


def note_outcome(session: Session, actor: Actor, notice: Notice, fault: str, *, now: datetime.datetime) -> None:
    """Whether a notice was handed over: `fault` is empty, or says why not."""
    require(actor, Action.SEND_NOTICES)
    due = session.get(DueNotice, (notice.record_number, notice.slot))
    if due is None:
        return
    due.fault = fault or None
    due.sent_at = None if fault else now
    session.flush()
    if not fault:
        note_told(session, notice.record_number, now)


def _may_be_tried(due: DueNotice, now: datetime.datetime) -> bool:
    if due.tried_at is None:
        return True
    return now >= due.tried_at + _AGAIN[min(due.tries, len(_AGAIN)) - 1]
