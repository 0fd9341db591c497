"""Kinds of organisations decide what they may report; none is of enforcement."""

import pytest

from search.vocabulary import (
    LIVING_KINDS,
    MAY_REPORT,
    OrganisationKind,
    ReportKind,
    StaffRole,
    filed_as,
    organisation_codes,
    roles_in,
)
from tests.search.vocabulary.codes import families, misshapen, repeated

_ENFORCEMENT = ("police", "border", "coast", "immigration", "army", "gendarm")


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(organisation_codes)} == {
        "AlarmKind", "OrganisationKind", "StaffRole", "StateRun",
    }  # fmt: skip
    assert misshapen(organisation_codes) == []
    assert repeated(organisation_codes) == []


def test_no_kind_of_organisation_or_of_source_is_of_enforcement() -> None:
    codes = [*OrganisationKind, *ReportKind]
    assert [code.value for code in codes if any(word in code.value for word in _ENFORCEMENT)] == []


def test_every_kind_of_organisation_has_a_row_and_every_kind_of_report_somebody_who_may_file_it() -> None:
    assert set(MAY_REPORT) == set(OrganisationKind)
    assert {kind for kinds in MAY_REPORT.values() for kind in kinds} == set(ReportKind)


def test_a_forensic_report_comes_from_a_forensic_service_alone() -> None:
    assert [one for one, kinds in MAY_REPORT.items() if ReportKind.FORENSIC in kinds] == [OrganisationKind.FORENSIC]
    assert [one for one, kinds in MAY_REPORT.items() if ReportKind.CONSULATE in kinds] == [OrganisationKind.CONSULATE]


@pytest.mark.parametrize("organisation", OrganisationKind)
@pytest.mark.parametrize("kind", ReportKind)
def test_what_is_filed_is_allowed_and_never_moves_anybody_between_the_living_and_the_dead(
    organisation: OrganisationKind, kind: ReportKind
) -> None:
    filed = filed_as(kind, organisation)
    if kind in MAY_REPORT[organisation]:
        assert filed is kind
    elif filed is None:
        assert not [one for one in MAY_REPORT[organisation] if (one in LIVING_KINDS) == (kind in LIVING_KINDS)]
    else:
        assert filed in MAY_REPORT[organisation]
        assert (filed in LIVING_KINDS) == (kind in LIVING_KINDS)


@pytest.mark.parametrize(
    ("said", "organisation", "filed"),
    [
        (ReportKind.FORENSIC, OrganisationKind.HOSPITAL, ReportKind.MORTUARY),
        (ReportKind.CONSULATE, OrganisationKind.SHELTER, ReportKind.SHELTER),
        (ReportKind.MORTUARY, OrganisationKind.SHELTER, None),
        (ReportKind.SHELTER, OrganisationKind.MORTUARY, None),
        (ReportKind.SHELTER, OrganisationKind.COMMITTEE, None),
    ],
)
def test_a_word_in_a_sheet_makes_nobody_another_kind_of_organisation(
    said: ReportKind, organisation: OrganisationKind, filed: ReportKind | None
) -> None:
    assert filed_as(said, organisation) is filed


def test_only_those_who_meet_the_living_and_are_not_a_states_office_by_kind_can_have_intermediaries() -> None:
    assert [kind.value for kind in OrganisationKind if StaffRole.INTERMEDIARY in roles_in(kind)] == [
        "shelter", "hospital", "detention_visits", "rescue", "humanitarian",
    ]  # fmt: skip
