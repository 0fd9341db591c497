"""One row of a sender's sheet as a report, whatever of it could be understood; what could not stays in words.

A row is refused only where it cannot be a report: `nothing_said` (no cell says anything of a person),
`number_twice` (its number stands in another row with other content) and `kind_not_yours` (the sender's kind of
organisation may not file it). Skipped without a report: `empty`, `total`,
`repeated_row`, `repeated_header`, `footnote`.
"""

import datetime
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, replace

from matching.record import Event
from search.commands import ReportFound
from search.documents import Description, Identifiers, PostMortem, Provenance, Whereabouts
from search.sheets.column_mapping import Mapping
from search.sheets.column_targets import POST_MORTEM_TARGETS, Target
from search.sheets.row_cells import Cells
from search.sheets.row_dates import date_of
from search.sheets.row_fields import RowReader
from search.sheets.row_outcomes import RowOutcome, RowRead, RowRefusal, RowSkipped, RowWarning
from search.sheets.row_repetitions import REPEATED, Repetitions, is_own_number, number_of, repetitions
from search.sheets.sheet_kind import row_kind
from search.sheets.sheet_table import SheetRow, Table
from search.values import lexicon
from search.values.ages import read_age
from search.values.blanks import is_blank
from search.values.code_words import yes_or_no
from search.values.folding import fold
from search.vocabulary import LIVING_KINDS, Channel, OrganisationKind, WantsContact, filed_as


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetContext:
    """What is known of the sender. `today` bounds two-digit years; `regions` are the countries of its phones.

    `organisation` decides which kinds of report it may file; None leaves each as it is.
    """

    today: datetime.date
    organisation: OrganisationKind | None = None
    regions: tuple[str, ...] = ()
    channel: Channel = Channel.SHEET


# What columns say that a report of the living, or of the dead, has no field for: kept among the words of the row.
_NOT_OF: dict[bool, tuple[Target, ...]] = {
    True: (*sorted(POST_MORTEM_TARGETS), Target.PROSECUTOR_NUMBER),
    False: (Target.WANTS_CONTACT, Target.MINOR, Target.PRESENT_PLACE),
}


def read_rows(table: Table, mapping: Mapping, context: SheetContext) -> Iterator[RowOutcome]:
    """Read all rows in order, each with its outcome; never raises for what a cell holds."""
    return read_apart(table, mapping, context, repetitions_of(table, mapping))


def repetitions_of(table: Table, mapping: Mapping, answers: AnyMapping[str, str] | None = None) -> Repetitions:
    """What becomes of the table's rows because of other rows, by the sender's answers."""
    rows = ((place, row) for place, row in enumerate(table.rows) if not _not_a_row(row, table, mapping))
    return repetitions(rows, mapping, answers)


def read_apart(table: Table, mapping: Mapping, context: SheetContext, repeated: Repetitions) -> Iterator[RowOutcome]:
    """Read all rows in order, one outcome for each, but those that are held or passed over because of others."""
    for place, row in enumerate(table.rows):
        skipped = _not_a_row(row, table, mapping)
        code = repeated.codes.get(place, "")
        if skipped or code == REPEATED:
            yield RowSkipped(row.number, skipped or code)
        elif code:
            yield _whole(RowRefusal(row.number, table.headers[mapping.number_column], code), row)
        else:
            outcome = read_row(row, table.headers, mapping, context, numbered=place not in repeated.unnumbered)
            refused = isinstance(outcome, RowRefusal)
            footnote = refused and _is_footnote(row, table)
            yield RowSkipped(row.number, "footnote") if footnote else _whole(outcome, row)


def _whole(outcome: RowRead | RowRefusal, row: SheetRow) -> RowRead | RowRefusal:
    """The outcome with the row as its sender wrote it."""
    return replace(outcome, worksheet=row.worksheet, cells=row.cells)


def read_row(
    row: SheetRow, headers: tuple[str, ...], mapping: Mapping, context: SheetContext, *, numbered: bool = True
) -> RowRead | RowRefusal:
    """Turn one row into a report to file; refused (`nothing_said`) where it says nothing.

    Not `numbered`: its number is another person's, and stays in words.
    """
    cells = Cells(row, headers, mapping)
    number = number_of(row, mapping)
    said = row_kind(cells.text(Target.KIND), cells.text(Target.OUTCOME), row.worksheet, number, mapping)
    kind = filed_as(said, context.organisation) if context.organisation else said
    if kind is None:
        return RowRefusal(row.number, _header_of_kind(cells), "kind_not_yours")
    reader = RowReader(cells, mapping, context.today, context.regions, is_living=kind in LIVING_KINDS)
    is_living = kind in LIVING_KINDS
    description, identifiers = reader.description(), reader.identifiers()
    whereabouts = _whereabouts(reader, description.event) if is_living else None
    post_mortem = None if is_living else _post_mortem(cells)
    provenance = _provenance(reader, number, numbered=numbered)
    reader.note_all(*_NOT_OF[is_living], path="description.words")
    if not _says_something(reader.noted(description, "description"), reader.noted(identifiers, "identifiers")):
        return RowRefusal(row.number, "", "nothing_said")
    report = ReportFound(
        kind=kind,
        sender_number=provenance.sender_number,
        found=reader.with_place_words(description, kind),
        identifiers=identifiers,
        whereabouts=whereabouts,
        post_mortem=post_mortem,
        source_date=provenance.source_date,
        channel=context.channel,
    )
    reader.keep_rest(report)
    report = _noted(reader, report, provenance)
    warnings = tuple(RowWarning(row.number, header, code) for header, code in reader.warnings)
    return RowRead(row.number, report, warnings)


def _noted(reader: RowReader, report: ReportFound, provenance: Provenance) -> ReportFound:
    """The report with the words that none of its fields could take, each in the document of its field."""
    return replace(
        report,
        found=reader.noted(report.found, "description"),
        identifiers=reader.noted(report.identifiers, "identifiers"),
        whereabouts=report.whereabouts and reader.noted(report.whereabouts, "whereabouts"),
        post_mortem=report.post_mortem and reader.noted(report.post_mortem, "post_mortem"),
        provenance_notes=reader.noted(provenance, "provenance").notes,
    )


def _header_of_kind(cells: Cells) -> str:
    """The column that says what kind of report a row is, or ""."""
    filled = [header for target in (Target.KIND, Target.OUTCOME) for header, _ in cells.pairs(target)]
    return next(iter(filled), "")


def _not_a_row(row: SheetRow, table: Table, mapping: Mapping) -> str:
    counters, ignored = set(mapping.indexes(Target.ROW_COUNTER)), set(mapping.indexes(Target.IGNORE))
    said = [
        (at, cell)
        for at, cell in enumerate(row.cells)
        # Words in a column that counts rows say something: `TOTAL`.
        if at not in ignored and not is_blank(cell) and (at not in counters or not any(c.isdigit() for c in cell))
    ]
    if not said:
        return "empty"
    if _is_beside(row, table):
        return "footnote"
    if len(said) <= max(3, len(row.cells) // 3) and _names_a_sum(said[0][1]) and all(_is_sum(c) for _, c in said[1:]):
        return "total"
    again = sum(1 for at, cell in said if fold(cell) == fold(table.headers[at]))
    return "repeated_header" if again >= 2 and again >= len(said) * 0.6 else ""


def _names_a_sum(cell: str) -> bool:
    """`Total`, `Total 52:`, or `R-3, Total`, of a program that went on numbering."""
    words = lexicon.words("header_signs", "total")
    numbered = [fold(part) for part in cell.split(",") if not any(c.isdigit() for c in part)]
    first = fold(cell.rstrip(":"))
    return bool({first, first.rstrip("0123456789 ").strip()} & words) or (
        "," in cell and len(numbered) == 1 and numbered[0] in words
    )


def _is_sum(cell: str) -> bool:
    return any(c.isdigit() for c in cell) or fold(cell) in lexicon.words("header_signs", "total")


def _is_footnote(row: SheetRow, table: Table) -> bool:
    """One cell of many words, or a label with a colon (`Source: …`), and nothing else in the row."""
    filled = [cell for cell in row.cells if cell]
    return len(filled) == 1 and len(table.headers) > 2 and (len(filled[0].split()) > 3 or ":" in filled[0])


def _is_beside(row: SheetRow, table: Table) -> bool:
    """A footnote in a column that has no header."""
    filled = [at for at, cell in enumerate(row.cells) if cell]
    return _is_footnote(row, table) and any(table.headers) and not table.headers[filled[0]]


def _says_something(found: Description, identifiers: Identifiers) -> bool:
    """Anything at all, but for the condition that each body has."""
    return replace(found, remains=None) != Description() or identifiers != Identifiers()


def _provenance(reader: RowReader, number: str, *, numbered: bool) -> Provenance:
    """The sender's number, as long as one may be, and the day of the report; what is neither stays in words."""
    numbered = numbered and is_own_number(number)
    if not is_blank(number) and not numbered:
        reader.note(Target.SENDER_NUMBER, "", number)
    reported = date_of(reader, Target.REPORT_DATE)
    day = reported.earliest if reported and reported.earliest == reported.latest else None
    if reported and day is None:
        reader.note_all(Target.REPORT_DATE)
    return Provenance(sender_number=number if numbered else "", source_date=day)


def _whereabouts(reader: RowReader, event: Event | None) -> Whereabouts:
    cells = reader.cells
    wants = yes_or_no(cells.text(Target.WANTS_CONTACT))
    minor = _minor(cells.text(Target.MINOR))
    for target, answer in ((Target.WANTS_CONTACT, wants), (Target.MINOR, minor)):
        if answer is None or not _is_one_word(cells.text(target)):
            reader.note_all(target)
    return Whereabouts(
        found=event,
        present_place=cells.place(Target.PRESENT_PLACE),
        residence=cells.place(Target.RESIDENCE),
        condition="; ".join(cells.texts(Target.CONDITION)),
        minor=minor,
        wants_contact=WantsContact.NOT_ASKED if wants is None else WantsContact.YES if wants else WantsContact.NO,
    )


def _is_one_word(cell: str) -> bool:
    """Whether a cell says yes or no and nothing beside it; "no lo sé" says more."""
    return len(cell.split()) == 1 and cell.isalnum()


def _minor(text: str) -> bool | None:
    answer = yes_or_no(text)
    if answer is not None or not text:
        return answer
    age = read_age(text)
    return None if age is None else age.high < 18


def _post_mortem(cells: Cells) -> PostMortem:
    words = cells.text(Target.REMAINS)
    return PostMortem(
        body_tag=cells.text(Target.BODY_TAG),
        mortuary_number=cells.text(Target.MORTUARY_NUMBER),
        prosecutor_number=cells.text(Target.PROSECUTOR_NUMBER),
        completeness=words,
        interval=cells.text(Target.INTERVAL),
        samples_taken=cells.text(Target.SAMPLES),
        burial_place=cells.text(Target.BURIAL_PLACE),
        cause=cells.text(Target.CAUSE),
        manner=cells.text(Target.MANNER),
    )
