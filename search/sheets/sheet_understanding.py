"""A sender's file, read and understood: columns, rows, and what can be no row. No database, no keys, no clock."""

import datetime
import encodings
import importlib
import pkgutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import msgspec
import phonenumbers

from search.errors import SheetError
from search.fields.table import catalogue
from search.sheets import sheet_limits
from search.sheets.living_or_dead import living_or_dead
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.returned_columns import Row, without_returned
from search.sheets.returned_names import told_returned
from search.sheets.row_outcomes import RowOutcome, RowRead, RowRefusal, RowSkipped
from search.sheets.row_presence import speaking_rows
from search.sheets.sender_profiles import best_profile, reads_otherwise
from search.sheets.sheet_questions import by_answers, reads_copies, table_doubts
from search.sheets.sheet_reading import SheetAnswer, SheetQuestion, SheetReading
from search.sheets.sheet_rows import SheetContext, read_apart, repetitions_of
from search.sheets.sheet_table import read_table
from search.sheets.twice_numbered import with_rows_beside
from search.values import lexicon
from search.vocabulary import OrganisationKind

_OF_WINDOWS = {"mbcs", "oem"}
# What is imported when it is first needed is needed by this.
_REHEARSAL = SheetQuestion(
    filename="",
    content=(
        "Case No;Name;Date of birth;Phone\n"
        "A1;Ana Núñez;4 March 1999;+34 600 000 000\nA2;عمر;٣/٤/١٩٩٨;\nA1;Eva Quispe;4 March 1999;\n"
    ).encode(),
    today=datetime.date(2000, 1, 1),
    organisation=OrganisationKind.HUMANITARIAN,
    sender="",
)


def understand(question: SheetQuestion) -> SheetReading:
    """Read a sheet; raises SheetError where it cannot be read as a whole."""
    whole = read_table(question.content, question.filename, with_copies=reads_copies(question.answers))
    table, returned = without_returned(whole)
    profile = best_profile(question.profiles, table.headers)
    answers = question.answers or {}
    mapping = propose_mapping(
        table, profile, question.answers, organisation=question.organisation, sender=question.sender
    )
    whole_table = table
    table, empty = speaking_rows(table, mapping)
    context = SheetContext(today=question.today, organisation=question.organisation, regions=question.regions)
    repeated = repetitions_of(table, mapping, question.answers)
    outcomes = list(read_apart(table, mapping, context, repeated))
    outcomes = [_named(one, returned) for one in outcomes]
    # Of a table of counts no row says anything of a person: what it is shows in all of them.
    of_table = table_doubts(table if table.rows else whole_table, mapping, outcomes, question.answers)
    outcomes = by_answers(outcomes, of_table)
    read = {place for place, one in enumerate(outcomes) if isinstance(one, RowRead)}
    return SheetReading(
        filename=question.filename,
        worksheet=table.worksheet,
        left_out=table.left_out,
        row_count=len(table.rows),
        mapping=mapping,
        remembered=profile is not None,
        rows=tuple(one for one in outcomes if isinstance(one, RowRead)),
        refused=tuple(one for one in outcomes if isinstance(one, RowRefusal)),
        headers=table.headers,
        separator=table.separator,
        doubts=(
            *reads_otherwise(mapping, profile, answers),
            *living_or_dead(mapping, question.organisation, {**(profile or {}), **answers}),
            *of_table,
            *with_rows_beside(repeated, repeated.doubts(read), table.headers, mapping, context),
        ),
        skipped=Counter(one.code for one in outcomes if isinstance(one, RowSkipped)) + Counter(empty=empty),
        hidden=table.hidden,
        answers=answers,
        profile=dict(profile or {}),
    )


def _named(outcome: RowOutcome, returned: Mapping[Row, str]) -> RowOutcome:
    """A row that came back with what it is known by."""
    said = returned.get((outcome.worksheet, outcome.number)) if isinstance(outcome, RowRead) else None
    if said is None or not isinstance(outcome, RowRead):
        return outcome
    return replace(outcome, report=replace(outcome.report, origin=told_returned(said)))


def prepare() -> None:
    """Load what a file may ask for, before the child is locked: encodings, word lists, countries' numbering plans."""
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in _OF_WINDOWS:
            importlib.import_module(f"encodings.{module.name}")
    phonenumbers.PhoneMetadata.load_all()
    lexicon.load()
    catalogue()
    understand(_REHEARSAL)


def sheet_answer(question: bytes) -> bytes:
    """The child's half: read the sheet, or say what is wrong with it."""
    asked = msgspec.msgpack.decode(question, type=SheetQuestion)
    try:
        answer = SheetAnswer(reading=understand(asked))
    except SheetError as error:
        answer = SheetAnswer(code=error.code, params=error.params)
    except MemoryError:
        answer = SheetAnswer(code="too_many_rows", params={"limit": sheet_limits.MAX_ROWS})
    except RecursionError:
        answer = SheetAnswer(code="parser_failed")
    return msgspec.msgpack.encode(answer)
