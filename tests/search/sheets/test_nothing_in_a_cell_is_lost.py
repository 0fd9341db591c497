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
# Columns whose cells are read into codes and numbers of the person.
FIELDS = {
    Target.SEX, Target.HAIR, Target.EYES, Target.BUILD, Target.SKIN, Target.FACIAL_HAIR, Target.NATIONALITY,
    Target.LANGUAGES, Target.PHONES, Target.DOCUMENT, Target.MARKS, Target.EFFECTS, Target.COORDINATES, Target.AGE,
}  # fmt: skip
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


# What the readers of each column do understand, alone; beside it stands what they do not.
READ = {
    Target.SEX: ("male", "mujer"), Target.HAIR: ("brown", "black, curly", "castaño", "rubio"),
    Target.EYES: ("brown", "azules"), Target.BUILD: ("slim", "delgado"), Target.SKIN: ("light", "morena"),
    Target.FACIAL_HAIR: ("beard", "bigote"), Target.NATIONALITY: ("Mali", "gambiano", "Guinea and Mali"),
    Target.LANGUAGES: ("Wolof", "francés"), Target.AGE: ("30", "20-30"), Target.AGE_LOW: ("20",),
    Target.AGE_HIGH: ("30",), Target.HEIGHT: ("1,75 m",), Target.HEIGHT_LOW: ("170",), Target.HEIGHT_HIGH: ("180",),
    Target.BIRTH_DATE: ("12/05/1990",), Target.BIRTH_YEAR: ("1990",), Target.FOUND_DATE: ("13/04/2021",),
    Target.REPORT_DATE: ("13/04/2021",), Target.COORDINATES: ("31.79, 22.76",), Target.LATITUDE: ("31.79",),
    Target.LONGITUDE: ("22.76",), Target.PHONES: ("+526641234567", "600 111 222"),
    Target.CONTACT_PHONES: ("+526641234567",), Target.DOCUMENT: ("A1234567",),
    Target.DOCUMENT_KIND: ("passport",), Target.MINOR: ("yes", "no", "16"), Target.WANTS_CONTACT: ("sí", "no"),
    Target.KIND: ("hospital", "albergue", "morgue"), Target.OUTCOME: ("alive", "fallecido"),
    Target.REMAINS: ("skeletal",), Target.MARKS: ("scar", "cicatriz en la frente"), Target.EFFECTS: ("camisa azul",),
    Target.FULL_NAME: ("Amina Diallo",), Target.COMPANIONS: ("Moussa Keita",),
    Target.FOUND_PLACE: ("Lampedusa, Italy",),
}  # fmt: skip
BESIDE = ("light", "zarzuela", "not", "or perhaps", "oder", "(de su madre)", "/ 33b", "según él", "no sé", "ب", "xy 7")


@pytest.mark.parametrize("kind", [ReportKind.OTHER, ReportKind.HOSPITAL, ReportKind.MORTUARY])
@pytest.mark.parametrize("target", TARGETS)
def test_what_stands_beside_a_value_that_was_read_stays_with_the_whole_cell(target: Target, kind: ReportKind) -> None:
    read = READ.get(target, ("Amina",))
    cells = [cell for value in read for beside in BESIDE for cell in (f"{value} {beside}", f"{beside} {value}")]
    assert [cell for cell in cells if not is_kept(target, cell, kind)] == []


@pytest.mark.parametrize(("target", "cell"), [(one, cell) for one in READ for cell in READ[one] if one in FIELDS])
def test_a_cell_that_was_understood_as_a_whole_is_not_kept_a_second_time(target: Target, cell: str) -> None:
    said = f"Pasaporte {cell}" if target is Target.DOCUMENT else cell
    report = report_of(target, said, ReportKind.SHELTER).report
    assert [note for one in (report.found, report.identifiers) for note in one.notes] == []


@settings(max_examples=150)
@given(target=st.sampled_from(TARGETS), words=st.text("abcxyzé ሀ 字 ع", min_size=4, max_size=40), dead=st.booleans())
def test_of_any_words_in_any_column_nothing_is_lost(target: Target, words: str, *, dead: bool) -> None:
    cell = f"zq {words.strip()} zq"
    assert is_kept(target, cell, ReportKind.MORTUARY if dead else ReportKind.OTHER)


def test_where_one_column_says_none_and_another_tells_of_some_both_stay_and_the_sender_is_told() -> None:
    columns = tuple(
        ColumnGuess(index, header, target, 1.0)
        for index, (header, target) in enumerate(
            (("Name", Target.FULL_NAME), ("Marks", Target.MARKS), ("Tattoos", Target.MARKS))
        )
    )
    mapping = Mapping(columns=columns, number_column=-1, kind=ReportKind.SHELTER)
    row = SheetRow(2, ("Amina", "ninguna", "scar on the forehead"))
    read = read_row(row, ("Name", "Marks", "Tattoos"), mapping, CONTEXT)
    assert isinstance(read, RowRead)
    assert [mark.kind for mark in read.report.found.marks] == ["scar"]
    assert read.report.found.notes == (FieldNote(field="description.marks", words="Marks: ninguna"),)
    assert [(warning.column, warning.code) for warning in read.warnings] == [("Marks", "none_and_some")]


# Values of every kind, as clerks and programs write them, in columns of every other kind.
MIXED = (
    "12/05/1990", "1'70", "176 cm / 70 kg", "0000000000", "04125551234 04145556677", "584125551234.0", "5.2155E+11",
    "-1", "99", "18m", "2 y 3 m", "Infant of Irma Soto", "Wife of Idris", "Luis Soto (fallecido)", "FNU Rahman",
    "Irma Soto, Luis Soto, Eva Soto", "16", "male", "brown", "scar on arm", "camisa azul", "31.79, 22.76", "Mali",
    "Sat, 01/03/2026", "5 Tir 1990", "01/01/1900", "12/05/2030", "1410 هـ", "٣٠", "dead", "skeletal", "hospital",
    "zq", "33b", "(mother)", "#12", "12.5", "60 kg", "132 lbs", "Calle 5", "x302", "Diallo", "1.70", "5'8\"",
)  # fmt: skip


@settings(max_examples=400)
@given(
    target=st.sampled_from(TARGETS),
    pieces=st.lists(st.sampled_from(MIXED), min_size=1, max_size=3),
    kind=st.sampled_from((ReportKind.OTHER, ReportKind.SHELTER, ReportKind.HOSPITAL, ReportKind.FORENSIC)),
)
def test_of_mixed_values_in_any_column_and_any_kind_of_sender_nothing_is_lost(
    target: Target, pieces: list[str], kind: ReportKind
) -> None:
    assert is_kept(target, " zq ".join([*pieces, ""]), kind)
