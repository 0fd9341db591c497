"""What goes out of a sheet before anything of it is stored: columns, rows, questions, and what would change."""

import datetime
import uuid
from dataclasses import dataclass, field

from search.commands import ReportFound
from search.documents.field_changes import FieldChange
from search.vocabulary import ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedBefore:
    """An own report that a row may be of: as much as tells it from others."""

    report_id: uuid.UUID
    kind: ReportKind
    sender_number: str
    entry_date: datetime.datetime
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRow:
    """A row that is asked about: whom it names, what speaks against one person, and the reports that it may be of."""

    row: int
    sender_number: str
    names: tuple[str, ...]
    contradictions: tuple[str, ...]
    reports: tuple[ReportedBefore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDoubt:
    """A question about a sheet as a whole, or about some of its rows.

    `code`, with the `options` to answer it by and the one `chosen` where nobody answered ("" where silence decides
    nothing). Answers travel beside the columns' under `sheet.CODE`, or `sheet.CODE.ROW` for one row. What `must_answer`
    keeps the sheet from being sent. A question about a few rows names the first of them in `params["row"]`. `about`:
    the rows of a question who somebody is, the first of many.
    """

    code: str
    rows: tuple[int, ...] = ()
    options: tuple[str, ...] = ()
    chosen: str = ""
    params: dict[str, str | int] = field(default_factory=dict)
    must_answer: bool = True
    about: tuple[AskedRow, ...] = ()

    @property
    def key(self) -> str:
        """Under what it is answered."""
        row = self.params.get("row")
        return f"sheet.{self.code}" if row is None else f"sheet.{self.code}.{row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """One row of a sheet: accepted, already_known, updated, held or refused, with column and reason codes.

    `changes`: what an update would change.
    """

    row: int
    outcome: str
    column: str = ""
    reason: str = ""
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPreview:
    """One column of a sheet as it was understood.

    `target` is a code of `search.sheets.column_targets.Target`; `doubt` is the code of the one question to ask, or
    empty; `date_order` is dmy, mdy or ymd for columns that hold dates; `examples` are up to three different cells.
    """

    index: int
    header: str
    examples: tuple[str, ...]
    target: str
    doubt: str = ""
    date_order: str = ""
    suggested: str = ""
    must_answer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRow:
    """One of the first rows as the record it would become; `row` is its number in the sender's own program."""

    row: int
    report: ReportFound


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPreview:
    """A sheet before anything is stored: what was understood, and what sending it would do.

    `profile` is sent back as `ImportSheet.profile`; the sender's corrections are laid over it under the keys `column.N`
    (a target), `order.N` (a date order) and `kind` (a report kind), N being the column's index. `kinds` are those that
    the sender may file. `searches`: its rows are people who are missing, and filed as searches.
    """

    filename: str
    worksheet: str
    left_out: tuple[str, ...]
    rows: int
    columns: tuple[ColumnPreview, ...]
    targets: tuple[str, ...]
    kind: ReportKind
    kind_certain: bool
    samples: tuple[SampleRow, ...]
    accepted: int
    already_known: int
    updated: int
    refused: tuple[RowOutcome, ...]
    notes: tuple[RowOutcome, ...]
    profile: dict[str, str]
    remembered: bool
    doubts: tuple[SheetDoubt, ...] = ()
    updates: tuple[RowOutcome, ...] = ()
    kinds: tuple[ReportKind, ...] = tuple(ReportKind)
    searches: bool = False
