"""Where somebody lives, what they weigh, who their relative is and how they died: kept, and compared with nothing."""

import pytest

from search.documents import Description, WeightRange
from search.sheets.column_targets import Target
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_rows import SheetContext, read_rows
from search.sheets.sheet_table import read_table
from search.vocabulary import OrganisationKind, ReportKind
from tests.search.sheets.test_nothing_in_a_cell_is_lost import CONTEXT, report_of


def test_the_residence_of_a_living_person_lies_with_their_whereabouts() -> None:
    report = report_of(Target.RESIDENCE, "Calle Falsa 7, Choluteca", ReportKind.SHELTER).report
    assert report.whereabouts is not None
    assert report.whereabouts.residence is not None
    assert report.whereabouts.residence.text == "Calle Falsa 7, Choluteca"
    assert report.found.residence is None
    assert "Falsa" not in str(report.found)


def test_the_residence_of_somebody_who_died_is_read_with_the_description() -> None:
    report = report_of(Target.RESIDENCE, "Choluteca", ReportKind.MORTUARY).report
    assert report.found.residence is not None
    assert report.found.residence.text == "Choluteca"
    assert report.found.event is None


@pytest.mark.parametrize("kind", [ReportKind.SHELTER, ReportKind.MORTUARY])
def test_a_weight_is_read_for_anybody(kind: ReportKind) -> None:
    assert report_of(Target.WEIGHT, "60 kg", kind).report.found.weight == WeightRange(60, 60, written="60 kg")


def test_the_manner_of_death_is_read_with_the_examination_and_of_the_living_kept_in_words() -> None:
    body = report_of(Target.MANNER, "accident", ReportKind.FORENSIC).report
    assert body.post_mortem is not None
    assert body.post_mortem.manner == "accident"
    living = report_of(Target.MANNER, "accident", ReportKind.SHELTER).report
    assert living.found.notes[0].words == "Asked: accident"


def test_a_relative_is_no_name_of_the_person_and_stays_in_words() -> None:
    report = report_of(Target.RELATIVE, "Rosa Mora (sister)", ReportKind.SHELTER).report
    assert [name.text for name in report.found.names] == ["Amina"]
    assert report.found.words == "Asked: Rosa Mora (sister)"


def test_a_sheet_with_such_columns_is_understood_by_its_headers() -> None:
    content = (
        "Case No,Name,Place of residence,Weight (kg),Manner of death,Cause of death\n"
        "B-1,Amina Diallo,Kayes,55,accident,drowning\n"
    )
    table = read_table(content.encode(), "bodies.csv")
    mapping = propose_mapping(table, organisation=OrganisationKind.MORTUARY)
    assert [column.target for column in mapping.columns[2:]] == [
        Target.RESIDENCE,
        Target.WEIGHT,
        Target.MANNER,
        Target.CAUSE,
    ]
    (read,) = read_rows(table, mapping, SheetContext(today=CONTEXT.today))
    assert isinstance(read, RowRead)
    found: Description = read.report.found
    assert found.residence is not None
    assert (found.residence.text, found.weight) == ("Kayes", WeightRange(55, 55, written="55"))
