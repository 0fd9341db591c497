"""What was understood of a sheet, as a plain document: columns with their doubts, rows with their values."""

import datetime
from collections.abc import Iterator
from typing import Any

from matching.record import PartialDate
from search.commands import ReportFound
from search.documents import FieldNote
from search.sheets.column_mapping import ColumnGuess
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_purpose import COUNTS, MISSING
from search.sheets.sheet_reading import SheetReading

Explained = dict[str, Any]


def explain_refusal(code: str) -> Explained:
    """A file that is no sheet that anybody could read: why, and nothing else."""
    return {"refused": code, "kind": None, "columns": [], "rows": []}


def explain_reading(reading: SheetReading) -> Explained:
    """A sheet that was read. What is not known is None, dates are days in ISO's form.

    A table of counts is refused until somebody says that each of its rows is a person, and a list of the missing is of
    the kind `missing` until somebody says that they were found.
    """
    open_questions = {doubt.code for doubt in reading.doubts if doubt.must_answer and not doubt.chosen}
    if COUNTS in open_questions:
        return explain_refusal(COUNTS)
    return {
        "refused": None,
        "kind": "missing" if MISSING in open_questions else reading.mapping.kind.value,
        "columns": [_column(one) for one in reading.mapping.columns],
        "rows": [_row(one) for one in reading.rows],
    }


def _column(column: ColumnGuess) -> Explained:
    return {"header": column.header, "target": column.target.value, "doubt": column.doubt or None}


def _row(row: RowRead) -> Explained:
    report, found = row.report, row.report.found
    place = found.event.place if found.event else None
    return {
        "number": row.number,
        "own_number": report.sender_number or None,
        "names": [{"text": name.text, "kind": name.kind.value} for name in found.names],
        "sex": found.sex.value if found.sex else None,
        "birth": _days(found.birth),
        "age": [found.age.low, found.age.high] if found.age else None,
        "found": _days(found.event.when) if found.event else None,
        "place": (place.text or None) if place else None,
        "phones": [phone.number for phone in report.identifiers.phones],
        "documents": [document.number for document in report.identifiers.documents],
        "height": [found.height.low_cm, found.height.high_cm] if found.height else None,
        "words": list(_words(report)),
        "warnings": [warning.code for warning in row.warnings],
    }


def _days(when: PartialDate | None) -> dict[str, str] | None:
    return None if when is None else {"earliest": _day(when.earliest), "latest": _day(when.latest)}


def _day(day: datetime.date) -> str:
    return day.isoformat()


def _words(report: ReportFound) -> Iterator[str]:
    """Every line that no field could take, whichever document keeps it."""
    yield from filter(None, report.found.words.split("\n"))
    for note in _notes(report):
        yield from filter(None, note.words.split("\n"))


def _notes(report: ReportFound) -> Iterator[FieldNote]:
    yield from report.found.notes
    yield from report.identifiers.notes
    yield from report.provenance_notes
    yield from report.whereabouts.notes if report.whereabouts else ()
    yield from report.post_mortem.notes if report.post_mortem else ()
