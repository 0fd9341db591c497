"""What kind of place a sheet comes from: its sender, its columns and its names say so."""

import datetime

import pytest

from search.sheets.column_mapping import Mapping
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_kind import row_kind
from search.sheets.sheet_rows import SheetContext, read_rows
from search.sheets.sheet_table import Table, read_table
from search.vocabulary import OrganisationKind, ReportKind
from tests.search.sheets.layout_files import delimited

CONTEXT = SheetContext(today=datetime.date(2024, 6, 1))


def table_of(*rows: list[str]) -> Table:
    return read_table(delimited(list(rows)), "x.csv")


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


@pytest.mark.parametrize(
    ("headers", "filename", "kind", "certain"),
    [
        (["Case", "Date", "Body condition"], "x.csv", ReportKind.MORTUARY, True),
        (["Case", "Date", "Cause of death"], "x.csv", ReportKind.MORTUARY, True),
        (["Case", "Date", "Name"], "Hospital_Norte-2023.csv", ReportKind.HOSPITAL, True),
        (["Case", "Date", "Name"], "hospital/list.csv", ReportKind.OTHER, False),
        (["Case", "Date", "Name"], "x.csv", ReportKind.OTHER, False),
    ],
)
def test_columns_and_names_tell_the_kind(headers: list[str], filename: str, kind: ReportKind, *, certain: bool) -> None:
    table = read_table(delimited([headers, ["1", "2021-02-03", "fresh"]]), filename)
    mapping = propose_mapping(table)
    assert (mapping.kind, mapping.kind_certain) == (kind, certain)


def test_a_single_known_prefix_only_suggests() -> None:
    table = read_table(
        delimited([["Case", "Date", "Name"], ["SH-1", "2021-02-03", "Ann"], ["SH-2", "2021-02-04", "Bea"]])
    )
    mapping = propose_mapping(table)
    assert (mapping.kind, mapping.kind_certain, mapping.prefix_kinds) == (ReportKind.SHELTER, False, {})


@pytest.mark.parametrize(
    ("words", "outcome", "worksheet", "sheet", "kind"),
    [
        ("", "", "", ReportKind.SHELTER, ReportKind.SHELTER),
        ("hospital", "", "", ReportKind.SHELTER, ReportKind.HOSPITAL),
        ("", "", "hospital", ReportKind.SHELTER, ReportKind.HOSPITAL),
        ("hospital", "dead", "", ReportKind.SHELTER, ReportKind.MORTUARY),
        ("", "dead", "", ReportKind.FORENSIC, ReportKind.FORENSIC),
        ("", "alive", "", ReportKind.MORTUARY, ReportKind.OTHER),
        ("", "alive", "", ReportKind.SHELTER, ReportKind.SHELTER),
        ("dead", "", "", ReportKind.SHELTER, ReportKind.MORTUARY),
    ],
)
def test_a_rows_own_words_go_before_the_sheets_kind(
    words: str, outcome: str, worksheet: str, sheet: ReportKind, kind: ReportKind
) -> None:
    assert row_kind(words, outcome, worksheet, "1", Mapping(columns=(), kind=sheet)) is kind


def test_a_numbers_prefix_tells_the_kind_only_where_the_sheet_has_several() -> None:
    mapping = Mapping(columns=(), kind=ReportKind.SHELTER, prefix_kinds={"sh": "shelter", "de": "detention"})
    assert row_kind("", "", "", "DE-7", mapping) is ReportKind.DETENTION
    assert row_kind("", "", "", "7", mapping) is ReportKind.SHELTER
    assert row_kind("", "", "", "DE-7", Mapping(columns=(), kind=ReportKind.SHELTER)) is ReportKind.SHELTER
