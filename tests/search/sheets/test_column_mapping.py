"""What a sender answered about its columns is remembered by their headers, without any cell."""

import pytest

from search.sheets.column_mapping import ColumnGuess, Mapping, fingerprint, to_profile, with_profile
from search.sheets.column_targets import Target
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_table import Table, read_table
from search.vocabulary import ReportKind
from tests.search.sheets.layout_files import delimited

HEADER = ["Folio", "Fecha", "Lugar", "Nombre completo", "Sexo", "Edad", "Teléfono", "Observaciones"]


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


COLUMNS = (
    ColumnGuess(0, "Folio", Target.WORDS, 0.4, "unknown_column"),
    ColumnGuess(1, "Fecha", Target.FOUND_DATE, 0.9, "date_order"),
)


def test_an_answer_settles_its_doubt_and_no_other() -> None:
    targets = with_profile(Mapping(COLUMNS), {"column.0": "sender_number"})
    assert [(c.target, c.score, c.doubt) for c in targets.columns] == [
        (Target.SENDER_NUMBER, 1.0, ""),
        (Target.FOUND_DATE, 0.9, "date_order"),
    ]
    orders = with_profile(Mapping(COLUMNS), {"order.1": "mdy", "order.0": "ymd"})
    assert [(c.order, c.doubt) for c in orders.columns] == [("ymd", "unknown_column"), ("mdy", "")]


def test_unknown_keys_and_codes_are_passed_over() -> None:
    profile = {"column.0": "no such", "order.1": "yyy", "calendar.1": "lunar", "kind": "zoo", "x": "y"}
    assert with_profile(Mapping(COLUMNS), profile) == Mapping(COLUMNS)


def test_a_known_kind_is_certain_and_brings_its_own_prefixes() -> None:
    mapping = Mapping(COLUMNS, prefix_kinds={"sh": "shelter"})
    kept = with_profile(mapping, {"prefix.de": "detention"})
    assert (kept.prefix_kinds, kept.kind_certain) == ({"sh": "shelter"}, False)
    answered = with_profile(mapping, {"kind": "hospital", "prefix.de": "detention", "prefix.zz": "zoo"})
    assert answered.prefix_kinds == {"de": "detention"}
    assert (answered.kind, answered.kind_certain) == (ReportKind.HOSPITAL, True)


def test_a_long_value_of_the_sex_column_is_not_remembered() -> None:
    mapping = Mapping(COLUMNS, sex_coding={"x" * 12: "male", "y" * 13: "female"})
    assert [key for key in to_profile(mapping) if key.startswith("sex.")] == ["sex." + "x" * 12]


def test_a_layout_is_told_by_the_set_of_its_folded_headers() -> None:
    assert fingerprint(("Número", "Fecha")) == fingerprint(("NUMERO", " fecha "))
    assert fingerprint(("Número", "Fecha")) == fingerprint(("Fecha", "Número"))
    assert fingerprint(("Número", "Fecha")) != fingerprint(("Número", "Fecha", "Sexo"))
    assert fingerprint(("a", "b")) != fingerprint(("a b",))


def test_doubts_and_indexes_stand_left_to_right() -> None:
    mapping = Mapping((*COLUMNS, ColumnGuess(2, "Fin", Target.WORDS)))
    assert mapping.indexes(Target.WORDS) == [0, 2]
    assert [column.index for column in mapping.doubts] == [0, 1]


@pytest.mark.parametrize(
    ("target", "doubt", "suggested", "must"),
    [
        (Target.FULL_NAME, "unknown_column", None, True),
        (Target.FULL_NAME, "", None, False),
        (Target.WORDS, "unknown_column", None, False),
        (Target.WORDS, "unknown_column", Target.PHONES, True),
        (Target.HAIR, "second_column", None, False),
        (Target.REPORT_DATE, "date_order", None, True),
    ],
)
def test_a_sheet_waits_for_answers_about_meanings_that_could_harm(
    target: Target, doubt: str, suggested: Target | None, *, must: bool
) -> None:
    column = ColumnGuess(0, "Label", target, doubt=doubt, suggested=suggested)
    assert column.must_answer is must


@pytest.mark.parametrize("header", ["When", "Day", "Date found"])
def test_a_column_that_is_said_to_hold_dates_is_still_asked_for_their_order(header: str) -> None:
    table = table_of(["Name", header], ["Ana", "03/04/2021"], ["Eva", "05/06/2021"], ["Luis", "07/08/2021"])
    said = {"column.1": "found_date"}
    (_, column) = propose_mapping(table, overrides=said).columns
    assert (column.target, column.doubt, column.must_answer) == (Target.FOUND_DATE, "date_order", True)
    (_, column) = propose_mapping(table, overrides={**said, "order.1": "mdy"}).columns
    assert (column.order, column.doubt) == ("mdy", "")
