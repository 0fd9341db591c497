"""Each cell of a row reaches the field of its column, and what could not be read stays in words."""

import datetime

from matching.record import PhoneRole
from search.documents.field_notes import note_of
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_outcomes import RowOutcome, RowRead
from search.sheets.sheet_rows import SheetContext, read_rows
from search.sheets.sheet_table import read_table
from search.vocabulary import ReportKind
from tests.search.sheets.layout_files import delimited

CONTEXT = SheetContext(today=datetime.date(2024, 6, 1))
HEADER = ["Folio", "Fecha", "Lugar", "Nombre completo", "Sexo", "Edad", "Teléfono", "Observaciones"]


def outcomes_of(*rows: list[str], header: list[str] | None = None) -> list[RowOutcome]:
    table = read_table(delimited([header or HEADER, *rows]), "x.csv")
    return list(read_rows(table, propose_mapping(table), CONTEXT))


def read(*rows: list[str], header: list[str] | None = None) -> list[RowRead]:
    return [outcome for outcome in outcomes_of(*rows, header=header) if isinstance(outcome, RowRead)]


def test_a_value_that_cannot_be_read_stays_in_words_with_a_warning() -> None:
    rows = [
        ["1", "13/04/2021", "Altar", "Ana", "F", "20", "", ""],
        ["2", "el martes", "Altar", "Eva", "F", "viejísima", "", ""],
    ]
    found = read(*rows)[1]
    assert {(w.row, w.column, w.code) for w in found.warnings} == {
        (3, "Fecha", "date_unread"),
        (3, "Edad", "age_unread"),
    }
    assert found.report.found.words == ""
    assert note_of(found.report.found, "description.event.when").words == "Fecha: el martes"
    assert note_of(found.report.found, "description.age").words == "Edad: viejísima"


def test_a_column_that_is_not_known_is_kept_under_its_header() -> None:
    found = read(["1", "13/04/2021", "zarzuela"], header=["Folio", "Fecha", "Xyzzy"])
    assert found[0].report.found.words == "Xyzzy: zarzuela"


def test_the_living_keep_their_place_in_both_sections() -> None:
    report = read(["1", "13/04/2021", "Calle 5, Tijuana, México", "Ana", "F", "20", "", ""])[0].report
    assert report.whereabouts is not None
    assert report.post_mortem is None
    assert report.found.remains is None
    assert report.whereabouts.found == report.found.event
    assert report.found.event is not None
    assert report.found.event.place is not None
    assert report.found.event.place.text == "Calle 5, Tijuana, México"


def test_phones_of_a_body_were_carried() -> None:
    header = ["Folio", "Fecha", "Lugar", "Condición del cuerpo", "Teléfonos hallados"]
    report = read(["1", "13/04/2021", "Altar", "esqueletizado", "+526641234567"], header=header)[0].report
    assert report.kind is ReportKind.MORTUARY
    assert [phone.role for phone in report.identifiers.phones] == [PhoneRole.CARRIED]
    assert report.post_mortem is not None
    assert report.whereabouts is None


def test_notes_are_kept_whole_and_scanned() -> None:
    notes = "viste camisa azul; cicatriz en la frente; llamar al +526641234567"
    report = read(["1", "13/04/2021", "Altar", "Ana", "F", "20", "", notes])[0].report
    assert report.found.words == notes
    assert [(m.kind, m.place) for m in report.found.marks] == [("scar", "head")]
    assert [(e.item, e.colour) for e in report.found.effects] == [("shirt", "blue")]
    assert [phone.number for phone in report.identifiers.phones] == ["+526641234567"]
