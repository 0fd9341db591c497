"""What is asked about a sender's file, and what it says: bytes in, typed rows out, between a process and its child."""

import datetime

import msgspec

from search.sheet_summaries import SheetDoubt
from search.sheets.column_mapping import Mapping
from search.sheets.row_outcomes import RowRead, RowRefusal
from search.vocabulary import OrganisationKind


class SheetQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A file, and what is known of its sender.

    `profiles` are the mappings that the sender confirmed, by their layout's fingerprint; `answers` those for this very
    sheet; `today` bounds two-digit years; `regions` are the countries of its phone numbers. Where nobody says what
    kind of organisation sends it, `organisation` is None.
    """

    filename: str
    content: bytes
    today: datetime.date
    organisation: OrganisationKind | None
    sender: str
    regions: tuple[str, ...] = ()
    profiles: dict[str, dict[str, str]] = {}
    answers: dict[str, str] | None = None


class SheetReading(msgspec.Struct, frozen=True, kw_only=True):
    """What a sheet says: its columns, its rows as reports, and the rows that can be none.

    `doubts` are questions about the sheet as a whole; `skipped` counts the rows that are none, by code; `hidden` are
    the worksheets that were left out because the sender's program does not show them. `answers` are those that the
    sender gave for this sheet, `profile` what was remembered of its layout. `ended` are the sender's numbers of reports
    whose time is over. `separator` divides the columns of a text file, "" in a workbook.
    """

    filename: str
    worksheet: str
    left_out: tuple[str, ...]
    row_count: int
    mapping: Mapping
    remembered: bool
    rows: tuple[RowRead, ...]
    refused: tuple[RowRefusal, ...]
    headers: tuple[str, ...] = ()
    doubts: tuple[SheetDoubt, ...] = ()
    skipped: dict[str, int] = {}
    hidden: tuple[str, ...] = ()
    answers: dict[str, str] = {}
    profile: dict[str, str] = {}
    ended: tuple[str, ...] = ()
    separator: str = ""


class SheetAnswer(msgspec.Struct):
    """What the child answers: a reading, or the code for why there is none."""

    reading: SheetReading | None = None
    code: str = ""
    params: dict[str, str | int] = {}
