"""What is asked about a sheet as a whole, and what becomes of its rows by what was answered."""

from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import replace

from search.sheet_summaries import SheetDoubt
from search.sheets.column_mapping import Mapping
from search.sheets.row_outcomes import RowOutcome, RowRead, RowRefusal
from search.sheets.sheet_purpose import COUNTS, SEVERAL, purpose_doubts
from search.sheets.sheet_table import Table

COPY = "worksheet_is_copy"
# What a row is warned of in whose names several people were read; a refused row comes back to be divided.
_WARNED = "several_people"
_PERSONS, _LEAVE = "persons", "leave"

Answers = AnyMapping[str, str]


def reads_copies(answers: Answers | None) -> bool:
    """Whether the sender wants the worksheets read as well that repeat the list."""
    return (answers or {}).get(f"sheet.{COPY}") == _PERSONS


def table_doubts(
    table: Table, mapping: Mapping, outcomes: Iterable[RowOutcome], answers: Answers | None
) -> tuple[SheetDoubt, ...]:
    """The questions about a table as a whole, each with what was answered."""
    noticed = [
        one.number
        for one in outcomes
        if isinstance(one, RowRead) and any(warning.code == _WARNED for warning in one.warnings)
    ]
    doubts = (*purpose_doubts(table, mapping, noticed), *_of_copies(table, answers))
    return tuple(_answered(doubt, answers or {}) for doubt in doubts)


def _of_copies(table: Table, answers: Answers | None) -> tuple[SheetDoubt, ...]:
    """Copies are left out; where one has rows of its own, its sender has to say so."""
    if not table.copies and not reads_copies(answers):
        return ()
    names = ", ".join(table.copies)
    return (
        SheetDoubt(
            code=COPY,
            options=(_LEAVE, _PERSONS),
            chosen="" if table.only_in_copies else _LEAVE,
            params={"names": names, "count": table.only_in_copies},
            must_answer=bool(table.only_in_copies),
        ),
    )


def _answered(doubt: SheetDoubt, answers: Answers) -> SheetDoubt:
    chosen = answers.get(f"sheet.{doubt.code}", "")
    return replace(doubt, chosen=chosen) if chosen in doubt.options else doubt


def by_answers(outcomes: Iterable[RowOutcome], doubts: tuple[SheetDoubt, ...]) -> list[RowOutcome]:
    """The outcomes of rows as the answers leave them: no rows of counts, and rows of several people to be divided."""
    asked = {doubt.code: doubt for doubt in doubts}
    if COUNTS in asked and not asked[COUNTS].chosen:
        return []
    several = asked.get(SEVERAL)
    if several is None or several.chosen != _LEAVE:
        return list(outcomes)
    rows = set(several.rows)
    return [_to_divide(one) if isinstance(one, RowRead) and one.number in rows else one for one in outcomes]


def _to_divide(row: RowRead) -> RowRefusal:
    return RowRefusal(row.number, "", SEVERAL, row.worksheet, row.cells)
