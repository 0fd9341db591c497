"""The common days on which families have a task and two questions: the same for every search, whatever became of it.

The days are numbered. A slot is drawn two days before its day; who files after that begins with the next.
"""

import datetime

# A Tuesday, six in the morning in UTC.
EPOCH = datetime.datetime(2026, 1, 6, 6, 0, tzinfo=datetime.UTC)
EVERY = datetime.timedelta(days=14)
DRAWN_BEFORE = datetime.timedelta(days=2)
# What is asked of a person has an answer by the next common day that is at least so far off.
ANSWERED_AFTER = datetime.timedelta(days=7)


def day_of(slot: int) -> datetime.datetime:
    """The moment from which a slot can be answered."""
    return EPOCH + slot * EVERY


def slot_at(now: datetime.datetime) -> int:
    """The slot that can be answered now; the one before the first is -1, and there is none."""
    return (now - EPOCH) // EVERY


def slot_to_draw(now: datetime.datetime) -> int:
    """The newest slot whose time to be drawn has come; negative where none has."""
    return slot_at(now + DRAWN_BEFORE)


def filed_before(slot: int) -> datetime.datetime:
    """Until when a search has to be filed to have this slot."""
    return day_of(slot) - DRAWN_BEFORE


def next_day(now: datetime.datetime) -> datetime.date:
    """The next common day."""
    return day_of(slot_at(now) + 1).date()


def answered_by(now: datetime.datetime) -> datetime.date:
    """The common day by which what is asked now is answered."""
    return day_of(slot_at(now + ANSWERED_AFTER) + 1).date()
