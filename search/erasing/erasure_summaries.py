"""What goes out of erasing: a report as its organisation recognises it, requests that wait, what became of one."""

import datetime
import uuid
from dataclasses import dataclass
from enum import StrEnum

from search.documents import Description
from search.vocabulary import ReportKind


class ErasureStep(StrEnum):
    """What became of asking that a report be erased."""

    ERASED = "erased"
    ASKED = "asked"
    """Another person of the organisation has to confirm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportToErase:
    """An own report as its organisation recognises it.

    `number_to_type` has to be typed to erase it. Where two people are needed, `asked_at` is when the first one asked,
    None before. `few_left`: how many more the reader may erase now, where those are few.
    """

    report_id: uuid.UUID
    kind: ReportKind
    number_to_type: str
    entry_date: datetime.datetime
    found: Description
    needs_two: bool
    asked_at: datetime.datetime | None
    asked_by_me: bool
    request_id: uuid.UUID | None
    few_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedErasure:
    """A living person asked elsewhere that a report be erased; never where. `report_id` where the number is known."""

    request_id: uuid.UUID
    asked_at: datetime.datetime
    organisation: str
    number: str
    report_id: uuid.UUID | None
