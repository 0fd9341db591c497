"""Rows are refused only where they cannot be reports; nothing that a cell says is lost."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.record import PhoneRole
from search.sheets.column_mapping import Mapping, fingerprint, to_profile
from search.sheets.column_targets import Target
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_rows import RowOutcome, RowRead, RowRefusal, RowSkipped, SheetContext, read_rows
from search.sheets.sheet_table import SheetRow, Table, read_table
from search.vocabulary import OrganisationKind, ReportKind
from tests.search.sheets.layout_files import delimited

CONTEXT = SheetContext(today=datetime.date(2024, 6, 1))
HEADER = ["Folio", "Fecha", "Lugar", "Nombre completo", "Sexo", "Edad", "Teléfono", "Observaciones"]


def outcomes_of(*rows: list[str], header: list[str] | None = None) -> list[RowOutcome]:
    table = read_table(delimited([header or HEADER, *rows]), "x.csv")
    return list(read_rows(table, propose_mapping(table), CONTEXT))


def read(*rows: list[str], header: list[str] | None = None) -> list[RowRead]:
    return [outcome for outcome in outcomes_of(*rows, header=header) if isinstance(outcome, RowRead)]


def test_a_number_used_twice_for_different_persons_is_refused_with_its_column() -> None:
    first = ["1", "03/04/2021", "Tijuana", "Ana", "F", "20", "", ""]
    outcomes = outcomes_of(first, ["2", *first[1:]], ["1", "13/04/2021", "Altar", "Eva", "F", "30", "", ""])
    assert outcomes[2] == RowRefusal(4, "Folio", "duplicate_number")


def test_a_row_repeated_word_for_word_is_skipped() -> None:
    row = ["1", "13/04/2021", "Tijuana", "Ana", "F", "20", "", ""]
    assert outcomes_of(row, ["2", *row[1:]], row)[2] == RowSkipped(4, "repeated_row")


def test_a_row_that_says_nothing_is_refused() -> None:
    rows = [["1", "13/04/2021", "Tijuana", "Ana", "F", "20", "", ""], ["2", "", "", "desconocido", "", "s/d", "", ""]]
    assert outcomes_of(*rows)[1] == RowRefusal(3, "", "nothing_said")


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
    assert "Fecha: el martes" in found.report.found.words
    assert "Edad: viejísima" in found.report.found.words


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


def test_each_row_tells_in_codes_what_came_of_it() -> None:
    row = ["1", "13/04/2021", "Altar", "Ana", "F", "20", "", ""]
    outcomes = outcomes_of(row, row, ["2", "raro", "", "Eva", "", "", "", ""], ["Total", "2", "", "", "", "", "", ""])
    warned = [[warning.code for warning in one.warnings] for one in outcomes if isinstance(one, RowRead)]
    assert warned == [[], ["date_unread"]]
    assert [one.code for one in outcomes if isinstance(one, RowSkipped)] == ["repeated_row", "total"]
    assert len(outcomes) == 4


def table_of(*rows: list[str]) -> Table:
    return read_table(delimited(list(rows)), "x.csv")


def test_a_profile_gives_the_same_mapping_again() -> None:
    table = table_of(HEADER, ["1", "03/04/2021", "Altar", "Ana", "F", "20", "", ""])
    corrected = propose_mapping(table, overrides={"column.7": "ignore", "order.1": "mdy", "kind": "shelter"})
    again = propose_mapping(table, remembered=to_profile(corrected))
    assert to_profile(again) == to_profile(corrected)
    assert [again.columns[7].target, again.columns[1].order, again.kind] == [Target.IGNORE, "mdy", ReportKind.SHELTER]


def test_a_profile_follows_a_column_that_moved() -> None:
    profile = to_profile(
        propose_mapping(
            table_of(["Folio", "Zeta", "Fecha"], ["1", "x", "2021-01-01"]), overrides={"column.1": "nickname"}
        )
    )
    moved = propose_mapping(table_of(["Zeta", "Folio", "Fecha"], ["x", "1", "2021-01-01"]), remembered=profile)
    assert moved.columns[0].target is Target.NICKNAME
    assert moved.columns[1].target is Target.SENDER_NUMBER


def test_a_profile_holds_headers_and_codes_but_no_cell() -> None:
    table = table_of(HEADER, ["1", "03/04/2021", "Altar", "Maravilla", "F", "20", "+526641234567", "secreto"])
    profile = to_profile(propose_mapping(table))
    assert profile["fingerprint"] == fingerprint(table.headers)
    assert not {"Maravilla", "secreto", "Altar", "+526641234567"} & set(profile.values())


def test_an_order_that_nothing_proves_is_a_doubt_in_english() -> None:
    rows = [[str(n), f"0{n}/0{n + 1}/2021", "Ann"] for n in range(1, 6)]
    mapping = propose_mapping(table_of(["Case", "Date found", "Name"], *rows))
    assert [(column.header, column.doubt) for column in mapping.doubts] == [("Date found", "date_order")]


def test_a_value_for_sex_that_means_nothing_is_a_doubt_until_it_is_answered() -> None:
    table = table_of(
        ["Case", "Name", "Sex"], ["1", "Ann", "F"], ["2", "Bea", "F"], ["3", "Carl", "M"], ["4", "Dan", "Q"]
    )
    assert [(c.header, c.doubt) for c in propose_mapping(table).doubts] == [("Sex", "sex_coding")]
    assert propose_mapping(table, overrides={"sex.q": "male"}).doubts == ()


def test_the_senders_own_kind_holds_unless_its_columns_are_of_bodies() -> None:
    living = table_of(["Case", "Date", "Name"], ["1", "2021-02-03", "Ann"])
    bodies = table_of(["Case", "Date", "Body condition"], ["1", "2021-02-03", "skeletal"])

    def kind(table: Table) -> Mapping:
        return propose_mapping(table, organisation=OrganisationKind.SHELTER)

    assert kind(living).kind is ReportKind.SHELTER
    assert kind(bodies).kind is ReportKind.MORTUARY


def test_known_prefixes_of_several_kinds_tell_rows_apart() -> None:
    rows = [[f"{'SH' if n % 2 else 'DE'}-{n}", "2021-02-03", f"Ann {n}"] for n in range(1, 7)]
    table = read_table(delimited([["Case", "Date", "Name"], *rows]), "shelter.csv")
    kinds = [o.report.kind.value for o in read_rows(table, propose_mapping(table), CONTEXT) if isinstance(o, RowRead)]
    assert kinds == ["shelter", "detention"] * 3


CELL = st.text(max_size=24) | st.sampled_from(
    ["", "2021", "M", "25-30", "+5211", "13/13/2021", "0", "=1+1", "Ana", "México"]
)


@settings(max_examples=150)
@given(st.lists(st.lists(CELL, min_size=8, max_size=8), min_size=1, max_size=6))
def test_any_cells_give_each_row_one_outcome(rows: list[list[str]]) -> None:
    table = Table(headers=tuple(HEADER), rows=read_rows_as_table(rows))
    outcomes = list(read_rows(table, propose_mapping(table), CONTEXT))
    assert [outcome.number for outcome in outcomes] == [row.number for row in table.rows]


def read_rows_as_table(rows: list[list[str]]) -> tuple[SheetRow, ...]:
    return tuple(SheetRow(number, tuple(row)) for number, row in enumerate(rows, start=2))
