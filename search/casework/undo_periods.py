"""How long an act can be undone: until then nothing follows from it; after it a correction is appended."""

import datetime
from typing import Protocol

UNDO = datetime.timedelta(minutes=10)
ASKING_WAITS = datetime.timedelta(hours=1)
TELLING_WAITS = datetime.timedelta(minutes=15)


class Waiting(Protocol):
    """A row of an act that waits before anything follows from it."""

    @property
    def acts_at(self) -> datetime.datetime: ...

    @property
    def taken_back_at(self) -> datetime.datetime | None: ...


def in_force(row: Waiting, now: datetime.datetime) -> bool:
    """Whether an act has waited out its time without being taken back."""
    return row.taken_back_at is None and row.acts_at <= now


def can_be_taken_back(row: Waiting, now: datetime.datetime) -> bool:
    """Whether an act still waits, so that it can be undone as if it had not been."""
    return row.taken_back_at is None and now < row.acts_at
