"""A list of the dead that a shelter sends is asked about, never taken for the living in silence."""

import pytest

from search.sheets.living_or_dead import living_or_dead
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_table import Table, read_table
from search.vocabulary import OrganisationKind, ReportKind
from tests.search.sheets.layout_files import delimited

DEAD_BY_HEADER = ["Case", "Name", "Date of death"]
DEAD_BY_CAUSE = ["Caso", "Nombre", "Causa de muerte"]
LIVING = ["Case", "Name", "Date of arrival"]


def table_of(headers: list[str]) -> Table:
    return read_table(
        delimited([headers, ["A-1", "Ana Mora", "2021-02-03"], ["A-2", "Luis Paz", "2021-02-04"]]), "x.csv"
    )


def asked(headers: list[str], sender: OrganisationKind, answers: dict[str, str] | None = None) -> list[str]:
    mapping = propose_mapping(table_of(headers), overrides=answers, organisation=sender)
    return [doubt.chosen or "asked" for doubt in living_or_dead(mapping, sender, answers)]


@pytest.mark.parametrize("headers", [DEAD_BY_HEADER, DEAD_BY_CAUSE])
@pytest.mark.parametrize("sender", [OrganisationKind.SHELTER, OrganisationKind.HOSPITAL])
def test_a_sheet_of_the_dead_from_who_meets_the_living_is_asked_about(
    headers: list[str], sender: OrganisationKind
) -> None:
    assert asked(headers, sender) == ["asked"]


@pytest.mark.parametrize(
    ("headers", "sender"),
    [
        (LIVING, OrganisationKind.SHELTER),
        (DEAD_BY_HEADER, OrganisationKind.MORTUARY),
        ([*DEAD_BY_HEADER, "Status"], OrganisationKind.FORENSIC),
    ],
)
def test_nothing_is_asked_where_nothing_contradicts(headers: list[str], sender: OrganisationKind) -> None:
    rows = [headers, ["A-1", "Ana Mora", "2021-02-03", "dead"][: len(headers)]]
    mapping = propose_mapping(read_table(delimited(rows), "x.csv"), organisation=sender)
    assert living_or_dead(mapping, sender, None) == ()


def test_rows_that_say_it_themselves_are_not_asked_about() -> None:
    rows = [[*DEAD_BY_HEADER, "Alive or dead"], ["A-1", "Ana", "2021-02-03", "dead"], ["A-2", "Luis", "", "alive"]]
    mapping = propose_mapping(read_table(delimited(rows), "x.csv"), organisation=OrganisationKind.HOSPITAL)
    assert living_or_dead(mapping, OrganisationKind.HOSPITAL, None) == ()


@pytest.mark.parametrize(("said", "kind"), [("dead", ReportKind.MORTUARY), ("living", ReportKind.HOSPITAL)])
def test_the_answer_decides_the_kind_of_the_sheet(said: str, kind: ReportKind) -> None:
    answers = {"sheet.living_or_dead": said}
    mapping = propose_mapping(table_of(DEAD_BY_CAUSE), overrides=answers, organisation=OrganisationKind.HOSPITAL)
    assert mapping.kind is kind
    assert asked(DEAD_BY_CAUSE, OrganisationKind.HOSPITAL, answers) == [said]
