"""Whatever stands in a cell is found in the report: as a value, or in words under the field of its column."""

import datetime
import re
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.documents import FieldNote
from search.fields.table import row_filled_by
from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.column_targets import Target
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_rows import SheetContext, read_row
from search.sheets.sheet_table import SheetRow
from search.values.folding import plain_digits
from search.vocabulary import ReportKind

CONTEXT = SheetContext(today=datetime.date(2026, 11, 22))
# What no field can take, whatever its type, and what looks like something else.
HOSTILE = (
    "perhaps before Eid", "قبل العيد", "zarzuela", "<b>&amp;", "O’Brien “the tall”", "x" * 4100, "two\nlines", "=1+1",
    "?? 31/31", "no lo sé todavía", "ዓይን", "half past nine, maybe", "12 monkeys",
)  # fmt: skip
NOT_FIELDS = {Target.IGNORE, Target.ROW_COUNTER}
TARGETS = [target for target in Target if target not in NOT_FIELDS]


def report_of(target: Target, cell: str, kind: ReportKind) -> RowRead:
    """A row of a name, a number and one cell of a target."""
    columns = [
        ColumnGuess(index, header, one, 1.0)
        for index, (header, one) in enumerate(
            (("No", Target.SENDER_NUMBER), ("Name", Target.FULL_NAME), ("Asked", target))
        )
    ]
    mapping = Mapping(columns=tuple(columns), number_column=2 if target is Target.SENDER_NUMBER else 0, kind=kind)
    read = read_row(SheetRow(2, ("7", "Amina", cell)), ("No", "Name", "Asked"), mapping, CONTEXT)
    assert isinstance(read, RowRead)
    return read


def is_kept(target: Target, cell: str, kind: ReportKind) -> bool:
    """Whether every word of a cell stands somewhere in the report."""
    report = msgspec.to_builtins(report_of(target, cell, kind).report)
    return _words(cell) <= _words("\n".join(_texts(report)))


def _texts(value: Any) -> list[str]:
    """All texts of a report."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for one in inner for text in _texts(one)]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", plain_digits(text).casefold()))


@pytest.mark.parametrize("kind", [ReportKind.OTHER, ReportKind.MORTUARY])
@pytest.mark.parametrize("target", TARGETS)
def test_a_cell_that_no_type_can_take_is_found_in_the_report(target: Target, kind: ReportKind) -> None:
    assert [cell for cell in HOSTILE if not is_kept(target, cell, kind)] == []


UNREAD = {
    Target.SEX: "zarzuela", Target.BIRTH_DATE: "el martes", Target.AGE: "viejísima", Target.HEIGHT: "tall as a door",
    Target.FOUND_DATE: "el martes", Target.COORDINATES: "by the well", Target.LATITUDE: "12.5",
    Target.NATIONALITY: "Republic of Nowhere", Target.LANGUAGES: "Nowherish", Target.PHONES: "in his shoe",
    Target.MINOR: "perhaps", Target.WANTS_CONTACT: "perhaps", Target.REPORT_DATE: "March 2024",
    Target.DOCUMENT_KIND: "passport", Target.EYES: "zarzuela", Target.MARKS: "zarzuela", Target.EFFECTS: "zarzuela",
}  # fmt: skip


@pytest.mark.parametrize("target", UNREAD)
def test_it_stands_in_words_under_the_very_field_of_its_column(target: Target) -> None:
    report = report_of(target, UNREAD[target], ReportKind.SHELTER).report
    row = row_filled_by(target)
    assert row is not None
    documents = (report.found, report.identifiers, report.whereabouts)
    noted = [*report.provenance_notes, *(note for one in documents if one is not None for note in one.notes)]
    assert noted == [FieldNote(field=row.path, words=f"Asked: {UNREAD[target]}")]


@settings(max_examples=150)
@given(target=st.sampled_from(TARGETS), words=st.text("abcxyzé ሀ 字 ع", min_size=4, max_size=40), dead=st.booleans())
def test_of_any_words_in_any_column_nothing_is_lost(target: Target, words: str, *, dead: bool) -> None:
    cell = f"zq {words.strip()} zq"
    assert is_kept(target, cell, ReportKind.MORTUARY if dead else ReportKind.OTHER)
