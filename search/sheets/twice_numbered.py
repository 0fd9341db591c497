"""Rows of one number for different content, shown side by side with what speaks against one person."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from search.documents.contradiction_rules import contradictions_by
from search.documents.description import Description
from search.documents.own_names import own_names
from search.documents.report_documents import ReportDocuments
from search.sheet_summaries import AskedRow, SheetDoubt
from search.sheets.column_mapping import Mapping
from search.sheets.row_outcomes import RowRead
from search.sheets.row_repetitions import NUMBER_TWICE, Repetitions, number_of
from search.sheets.sheet_rows import SheetContext, read_row
from search.sheets.sheet_table import SheetRow
from search.values.folding import fold

# So many rows of one question are shown.
_ROWS = 20


def with_rows_beside(
    repeated: Repetitions,
    doubts: Sequence[SheetDoubt],
    headers: tuple[str, ...],
    mapping: Mapping,
    context: SheetContext,
) -> tuple[SheetDoubt, ...]:
    """The questions, those about a number that stands twice with whom each of its rows names."""
    twice = [[row for _, row in group] for group in repeated.groups[NUMBER_TWICE]]
    asked = [doubt for doubt in doubts if doubt.code == NUMBER_TWICE]
    about = iter([[group] for group in twice] if len(asked) == len(twice) else [twice])

    def beside() -> tuple[AskedRow, ...]:
        shown = ((row, group[0]) for group in next(about) for row in group)
        return tuple(_asked(row, first, headers, mapping, context) for row, first in islice(shown, _ROWS))

    return tuple(replace(doubt, about=beside()) if doubt.code == NUMBER_TWICE else doubt for doubt in doubts)


def _asked(
    row: SheetRow, first: SheetRow, headers: tuple[str, ...], mapping: Mapping, context: SheetContext
) -> AskedRow:
    """Whom a row names, and what it says that cannot be of the person of the first row of its number."""
    news, kept = (_documents(one, headers, mapping, context) for one in (row, first))
    return AskedRow(
        row=row.number,
        sender_number=number_of(row, mapping),
        names=own_names(news.description),
        contradictions=contradictions_by(kept, news, context.today, named_apart=_no_word_shared),
        reports=(),
    )


def _documents(row: SheetRow, headers: tuple[str, ...], mapping: Mapping, context: SheetContext) -> ReportDocuments:
    read = read_row(row, headers, mapping, context)
    if not isinstance(read, RowRead):
        return ReportDocuments(kind=mapping.kind)
    return ReportDocuments(kind=read.report.kind, description=read.report.found)


def _no_word_shared(one: Description, other: Description) -> bool:
    """Whether both have names of their own without one word in common: the reader of sheets knows no more of names."""
    first, second = (_name_words(described) for described in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _name_words(described: Description) -> set[str]:
    return {word for name in own_names(described) for word in fold(name).split()}
