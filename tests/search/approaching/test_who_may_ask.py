"""Who asks a person who was met: every kind of organisation, of a state or not, with every answer of a family."""

import itertools
import uuid

import pytest

from search.approaching.who_may_ask import Met, may_ask, who_asks
from search.consents import NETWORKS, Answer, Receiver, Standing
from search.vocabulary import ConsentPurpose, Network, OrganisationKind, ReceiverKind, ReportKind, StateRun

NAMING = ConsentPurpose.NAMING


def organisation(
    kind: OrganisationKind, state_run: StateRun = StateRun.NO, country: str = "MX", number: int = 1
) -> Standing:
    return Standing(organisation_id=uuid.UUID(int=number), kind=kind, country=country, state_run=state_run)


def to_all() -> frozenset[Answer]:
    return frozenset(Answer(NAMING, Receiver(ReceiverKind.NETWORK, one), allowed=True) for one in Network)


def by_name(standing: Standing, *, allowed: bool = True) -> frozenset[Answer]:
    return frozenset({Answer(NAMING, Receiver(ReceiverKind.ORGANISATION, standing.organisation_id.hex), allowed)})


def met(by: Standing, kind: ReportKind = ReportKind.SHELTER) -> Met:
    return Met(by=by, kind=kind, countries=frozenset({"MX"}))


SHELTER, HOSPITAL, VISITS, CONSULATE = (
    organisation(kind)
    for kind in (
        OrganisationKind.SHELTER,
        OrganisationKind.HOSPITAL,
        OrganisationKind.DETENTION_VISITS,
        OrganisationKind.CONSULATE,
    )
)
NEVER = {
    OrganisationKind.COMMITTEE,
    OrganisationKind.CONSULATE,
    OrganisationKind.MORTUARY,
    OrganisationKind.FORENSIC,
}


@pytest.mark.parametrize(("kind", "state_run"), list(itertools.product(OrganisationKind, StateRun)))
def test_no_state_body_asks_and_nobody_of_whom_it_is_not_known(kind: OrganisationKind, state_run: StateRun) -> None:
    one = organisation(kind, state_run)
    may = kind not in NEVER and state_run is StateRun.NO
    assert may_ask(one, by_name(one)) is may
    assert may_ask(one, to_all()) is (may and kind in NETWORKS and kind is not OrganisationKind.HOSPITAL)
    assert not may_ask(one, frozenset())
    assert not may_ask(one, to_all() | by_name(one, allowed=False))


def test_those_who_met_the_person_ask() -> None:
    assert who_asks(met(SHELTER), (organisation(OrganisationKind.HUMANITARIAN, number=2),), to_all()) == SHELTER


def test_where_only_a_state_met_the_person_somebody_who_visits_there_asks() -> None:
    visitors = organisation(OrganisationKind.DETENTION_VISITS, number=3)
    aid = organisation(OrganisationKind.HUMANITARIAN, number=2)
    state = organisation(OrganisationKind.HOSPITAL, StateRun.YES)
    assert who_asks(met(state, ReportKind.HOSPITAL), (visitors, aid), to_all()) == aid
    chosen = to_all() | by_name(visitors)
    assert who_asks(met(state, ReportKind.HOSPITAL), (visitors, aid), chosen) == visitors
    assert who_asks(met(CONSULATE, ReportKind.CONSULATE), (), to_all()) is None


@pytest.mark.parametrize("country", ["", "GT"])
def test_nobody_visits_in_another_country_or_nobody_knows_where(country: str) -> None:
    aid = organisation(OrganisationKind.HUMANITARIAN, country=country, number=2)
    assert who_asks(met(CONSULATE), (aid,), to_all()) is None


@pytest.mark.parametrize(
    "kind", [OrganisationKind.SHELTER, OrganisationKind.HOSPITAL, OrganisationKind.RESCUE, OrganisationKind.CONSULATE]
)
def test_a_shelter_or_a_hospital_asks_only_whom_it_met_itself(kind: OrganisationKind) -> None:
    other = organisation(kind, number=2)
    assert who_asks(met(CONSULATE), (other,), to_all() | by_name(other)) is None


def test_in_detention_only_those_who_visit_there_ask() -> None:
    aid, visitors = (
        organisation(OrganisationKind.HUMANITARIAN),
        organisation(OrganisationKind.DETENTION_VISITS, number=2),
    )
    assert who_asks(met(aid, ReportKind.DETENTION), (), to_all()) is None
    assert who_asks(met(aid, ReportKind.DETENTION), (visitors,), to_all()) == visitors
    assert who_asks(met(VISITS, ReportKind.DETENTION), (), to_all()) == VISITS


def test_of_whom_a_witness_saw_nobody_is_asked() -> None:
    assert who_asks(met(SHELTER, ReportKind.WITNESS), (VISITS,), to_all()) is None
