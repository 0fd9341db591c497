"""Rows of a list of missing people as searches of which nobody knows the family.

What a sheet says of a finding is, in such a list, what is known of the last contact. What belongs to somebody who was
found and to nobody who is sought (where they are, their condition, tags) stays in words under its own header.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from search.commands import RegisterSearch
from search.documents import Description, EarlierReport, Filing
from search.fields.table import catalogue
from search.filing.sheet_answers import KIND_OF_PLACE
from search.sheet_summaries import SheetDoubt
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_reading import SheetReading
from search.vocabulary import Channel

# Codes of questions about a sheet (`search.sheets.sheet_purpose`, which also reads files and is not loaded for this).
MISSING, LIVING_OR_DEAD = "missing_persons", "living_or_dead"
SEARCHES = "searches"
# A list is looked over by whoever sends it; nobody files in bulk.
MOST_LISTED = 200
_ASKED_OF_THE_FOUND = frozenset({KIND_OF_PLACE, LIVING_OR_DEAD})
_OF_THE_FOUND = ("whereabouts.", "post_mortem.")


def is_answered_so(answers: Mapping[str, str] | None) -> bool:
    """Whether a sender said of its list of missing people that it is to be filed as searches."""
    return (answers or {}).get(f"sheet.{MISSING}") == SEARCHES


def may_be_listed(reading: SheetReading) -> bool:
    """Whether a sheet seems to list missing people, few enough to be filed."""
    return len(reading.rows) <= MOST_LISTED and any(doubt.code == MISSING for doubt in reading.doubts)


def with_searches(doubts: Sequence[SheetDoubt], answers: Mapping[str, str] | None) -> tuple[SheetDoubt, ...]:
    """The questions for a sender who may file such a list; of searches nobody is asked where they were found."""
    chosen = is_answered_so(answers)
    asked = (one for one in doubts if not (chosen and one.code in _ASKED_OF_THE_FOUND))
    return tuple(_offering(one, chosen=chosen) if one.code == MISSING else one for one in asked)


def searches_of(reading: SheetReading, organisation: str, sender: str) -> tuple[RegisterSearch, ...]:
    """Each row as a search; `sender` tells the rows of one organisation from those of others."""
    return tuple(_search(row, reading, organisation, sender) for row in reading.rows)


def _offering(doubt: SheetDoubt, *, chosen: bool) -> SheetDoubt:
    options = (*doubt.options, SEARCHES)
    return replace(doubt, options=options, chosen=SEARCHES if chosen else doubt.chosen)


def _search(row: RowRead, reading: SheetReading, organisation: str, sender: str) -> RegisterSearch:
    report = row.report
    kept = [report.found.words, *_words_of_the_found(row, reading)]
    sought: Description = replace(report.found, remains=None, words="\n".join(part for part in kept if part))
    number = report.sender_number
    earlier = (EarlierReport(office=organisation, number=number),) if number else ()
    return RegisterSearch(
        sought=sought,
        identifiers=report.identifiers,
        filing=Filing(filled_in_by=organisation, earlier_reports=earlier),
        channel=Channel.SHEET,
        idempotency_key=f"listed {sender} {number or report.origin}",
    )


def _words_of_the_found(row: RowRead, reading: SheetReading) -> Iterator[str]:
    """Cells that fill a document which no search has, under their headers."""
    targets = {
        target for path, field in catalogue().items() if path.startswith(_OF_THE_FOUND) for target in field.sheet
    }
    for column in reading.mapping.columns:
        cell = row.cells[column.index].strip() if column.index < len(row.cells) else ""
        if cell and column.target.value in targets:
            yield f"{column.header}: {cell}" if column.header else cell
