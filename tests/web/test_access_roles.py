"""Every address of staff × every role × every method: who has not the role is refused, who has it is not."""

import pytest
from flask import Flask

from search.accounts.roles import give_roles, roles_of, take_roles
from search.models import Account
from search.vocabulary import OrganisationKind, StaffRole, roles_in
from tests.fixtures.portals import NOW
from tests.fixtures.staff import COMMITTEE, SHELTER, add_staff, signed_in
from tests.fixtures.visitor import Visitor
from tests.web.test_access_table import GUARDED, _filled
from web.access_rows import Access, Who
from web.access_table import ACCESS
from web.committee import create_committee
from web.context import Context
from web.partner import create_partner

STAFF = {"partner": OrganisationKind.SHELTER, "committee": OrganisationKind.COMMITTEE}
OWN_PAGES = {"/", "/stay", "/typed", "/prove", "/my-sign-in", "/my-name"}
# The heading of the page that says whose another page is.
WORDS = {
    "en": "This page belongs to another role",
    "es": "Esta página corresponde a otra función",
    "ar": "هذه الصفحة لدور آخر",
}
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])


@ON_SQLITE
@pytest.mark.parametrize(
    ("portal", "role"), [(portal, role) for portal, kind in STAFF.items() for role in [*roles_in(kind), None]]
)
def test_an_address_answers_the_role_that_it_is_listed_for_and_no_other(
    context: Context, portal: str, role: StaffRole | None
) -> None:
    app = (create_partner if portal == "partner" else create_committee)(context)
    visitor = somebody(context, app, portal, role)
    refused = {row: ask(visitor, app, row) == 403 for row in rows(portal)}
    assert {row: is_refused for row, is_refused in refused.items() if is_refused is lets_pass(row, role)} == {}


def test_every_address_of_staff_is_somebodys_in_particular_but_ones_own_pages() -> None:
    everybodys = {row.rule for row in GUARDED if row.who in (Who.PARTNER, Who.REVIEWER) and row.role is None}
    assert {rule for rule in everybodys if not rule.startswith("/my-sign-in")} <= OWN_PAGES


def test_what_lets_people_in_or_lets_data_out_asks_for_proof() -> None:
    asked = {row.rule for row in ACCESS if row.proof}
    assert asked >= {"/people/new", "/people/requests/<uuid:request_id>/confirm", "/tokens/new", "/shared.csv"}
    assert "/people/<uuid:account_id>/end" not in asked


def test_every_address_of_the_api_but_what_describes_it_asks_for_a_scope() -> None:
    assert [row.rule for row in ACCESS if row.portal == "api" and row.scope is None] == [
        "/static/<digest>/<path:name>", "/", "/openapi.json", "/problems/<code>",
    ]  # fmt: skip


@ON_SQLITE
@pytest.mark.parametrize("tag", list(WORDS))
@pytest.mark.parametrize("portal", STAFF)
def test_whoever_lacks_the_role_of_a_page_is_told_so_kindly_with_the_way_back(
    context: Context, portal: str, tag: str
) -> None:
    app = (create_partner if portal == "partner" else create_committee)(context)
    visitor = somebody(context, app, portal, StaffRole.COORDINATOR)
    for row in (row for row in rows(portal) if row.method == "GET" and row.role not in (None, StaffRole.COORDINATOR)):
        address = _filled({row.portal: app}, row)
        page = visitor.client.get(
            address, base_url=f"http://localhost/{row.portal}", headers={"Accept-Language": tag}
        ).get_data(as_text=True)
        assert WORDS[tag] in page, row.rule
        assert f'href="/{portal}/"' in page
        assert f'href="/{portal}/people"' in page


def rows(portal: str) -> list[Access]:
    return [row for row in GUARDED if row.portal == portal]


def lets_pass(row: Access, role: StaffRole | None) -> bool:
    return row.role is None or row.role is role


def somebody(context: Context, app: Flask, portal: str, role: StaffRole | None) -> Visitor:
    """A member of staff with one role, or none."""
    actor = add_staff(context, "somebody", COMMITTEE if portal == "committee" else SHELTER, STAFF[portal])
    with context.database.transaction() as session:
        account = session.get_one(Account, actor.account_id)
        take_roles(session, account, roles_of(session, account.id))
        give_roles(session, account, [role] if role else [], now=NOW)
    return signed_in(context, app, f"/{portal}", "somebody")


def ask(visitor: Visitor, app: Flask, row: Access) -> int:
    address = _filled({row.portal: app}, row)
    if row.method == "GET":
        return visitor.client.get(address, base_url=f"http://localhost/{row.portal}").status_code
    visitor.goes_to("/my-sign-in")
    return visitor.sends(address, {}).status_code
