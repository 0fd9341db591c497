"""Organisations are made once, and described by the operator alone."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import ANYONE, OPERATOR
from search.accounts.organisations import (
    DescribeOrganisation,
    describe_organisation,
    find_or_add_organisation,
    find_organisation,
    list_organisations,
)
from search.errors import AccessDenied, NotFound, Refused
from search.models import AuditEntry
from search.storage.database import Database
from search.vocabulary import OrganisationKind, StateRun
from tests.search.scene import NOW

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


def test_an_organisation_is_made_once_and_found_by_its_name(database: Database) -> None:
    with database.transaction() as session:
        made, again = (find_or_add_organisation(session, "Casa", OrganisationKind.SHELTER) for _ in range(2))
        assert made.id == again.id == find_organisation(session, "Casa").id
        with pytest.raises(NotFound, match="organisation_unknown"):
            find_organisation(session, "casa")


def test_a_consulate_is_a_states_and_of_others_it_is_not_known(database: Database) -> None:
    with database.transaction() as session:
        for kind in OrganisationKind:
            find_or_add_organisation(session, kind.value, kind)
        told = {one.kind: one.state_run for one in list_organisations(session, OPERATOR)}
    assert {kind for kind, answer in told.items() if answer is StateRun.YES} == {OrganisationKind.CONSULATE}
    assert set(told.values()) == {StateRun.YES, StateRun.UNKNOWN}


def test_what_is_left_out_stays_as_it_is(database: Database) -> None:
    with database.transaction() as session:
        find_or_add_organisation(session, "Casa", OrganisationKind.HOSPITAL)
        describe(session, DescribeOrganisation(name="Casa", country="MX", state_run=StateRun.YES, contact="desk 4"))
        describe(session, DescribeOrganisation(name="Casa", contact="desk 5"))
        (one,) = list_organisations(session, OPERATOR)
    assert (one.country, one.state_run, one.contact) == ("MX", StateRun.YES, "desk 5")


def test_the_audit_names_the_fields_and_not_what_was_written(database: Database) -> None:
    with database.transaction() as session:
        find_or_add_organisation(session, "Casa", OrganisationKind.SHELTER)
        describe(session, DescribeOrganisation(name="Casa", country="", contact="desk 5"))
        detail = session.scalars(select(AuditEntry.detail)).one()
        assert detail["fields"] == ["country", "contact_sealed"]
        assert "desk 5" not in str(detail)


@pytest.mark.parametrize("code", ["mx", "XX", "MEX", "12", "M"])
def test_a_country_is_two_letters_of_the_standard(database: Database, code: str) -> None:
    with database.transaction() as session:
        find_or_add_organisation(session, "Casa", OrganisationKind.SHELTER)
        with pytest.raises(Refused, match="country_unknown"):
            describe(session, DescribeOrganisation(name="Casa", country=code))


def test_nobody_else_describes_or_lists(database: Database) -> None:
    with database.transaction() as session:
        with pytest.raises(AccessDenied):
            describe_organisation(session, ANYONE, DescribeOrganisation(name="Casa"), now=NOW)
        with pytest.raises(AccessDenied):
            list_organisations(session, ANYONE)


def describe(session: Session, command: DescribeOrganisation) -> None:
    describe_organisation(session, OPERATOR, command, now=NOW)
