"""A proof that is asked at a form loses nothing of it, and wrong ones are told to the other coordinators."""

import re

import pytest
from flask import Flask
from sqlalchemy import select, update

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from i18n.translate import translations
from search.accounts.secret_hashing import hash_secret
from search.accounts.wrong_sign_ins import TELLING
from search.models import AccessRequest, AccessToken, Account, Alarm
from search.vocabulary import AlarmKind, OrganisationKind, StaffRole
from tests.fixtures.languages import english_left, walked
from tests.fixtures.staff import COMMITTEE, PASSWORD, SHELTER, add_staff, at_the_door, let_proofs_age, signed_in
from tests.fixtures.visitor import Visitor
from web.committee import create_committee
from web.context import Context
from web.partner import create_partner

LANGUAGES = pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
PROOF = {"password": PASSWORD, "code": ""}


@pytest.fixture(params=["partner", "committee"])
def portal(request: pytest.FixtureRequest) -> str:
    """Both portals of staff have the same pages."""
    return str(request.param)


@pytest.fixture
def app(context: Context, portal: str) -> Flask:
    return (create_partner if portal == "partner" else create_committee)(context)


@pytest.fixture
def coordinator(context: Context, app: Flask, portal: str) -> Visitor:
    """Somebody who coordinates, beside a colleague, and knows a password."""
    kind = OrganisationKind.SHELTER if portal == "partner" else OrganisationKind.COMMITTEE
    name = SHELTER if portal == "partner" else COMMITTEE
    for login in ("ana.c", "berta.c"):
        add_staff(context, login, name, kind, StaffRole.COORDINATOR)
    with context.database.transaction() as session:
        session.execute(update(Account).values(password_hash=hash_secret(PASSWORD)))
    return signed_in(context, app, f"/{portal}", "ana.c")


def alarms(context: Context) -> list[str]:
    with context.database.reading() as session:
        return list(session.scalars(select(Alarm.kind)))


@LANGUAGES
def test_what_was_typed_about_somebody_new_comes_back_after_the_proof(
    context: Context, coordinator: Visitor, row: LocaleRow
) -> None:
    coordinator.goes_to(f"/people/new?lang={row.tag}")
    let_proofs_age(context)
    coordinator.sends("/people/new", {"login": "somebody.new", "roles": "coordinator"})
    assert coordinator.place == "/prove"
    assert english_left(coordinator.page, row.tag) == []
    assert coordinator.sends("/prove?to=/typed", {**PROOF, "password": "wrong"}).status_code == 403
    coordinator.sends("/prove?to=/typed", PROOF)
    assert 'value="somebody.new"' in coordinator.page
    assert re.search(r'value="coordinator"[^>]*checked|checked[^>]*value="coordinator"', coordinator.page)
    with context.database.reading() as session:
        assert session.scalars(select(AccessRequest)).all() == []
    coordinator.sends("/people/new", {"login": "somebody.new", "roles": "coordinator"})
    assert coordinator.place == "/people"
    assert "somebody.new" in coordinator.page


@LANGUAGES
def test_what_a_single_button_does_is_not_done_by_the_proof_and_the_page_says_so(
    context: Context, coordinator: Visitor, app: Flask, portal: str, row: LocaleRow
) -> None:
    coordinator.goes_to("/people/new")
    coordinator.sends("/people/new", {"login": "somebody.new", "roles": "coordinator"})
    colleague = signed_in(context, app, f"/{portal}", "berta.c")
    colleague.goes_to(f"/people?lang={row.tag}")
    (confirm,) = re.findall(r'action="[^"]*(/people/requests/[0-9a-f-]{36}/confirm)"', colleague.page)
    person = re.findall(r'href="[^"]*(/people/[0-9a-f-]{36})"[^>]*><bdi>ana\.c', colleague.page)[0]
    let_proofs_age(context)
    for address, fields in ((confirm, {}), (f"{person}/take-role", {"role": "coordinator"})):
        colleague.goes_to("/people")
        colleague.sends(address, fields)
        assert colleague.place == "/prove"
        colleague.sends("/prove?to=/typed", PROOF)
        said = translations(row.tag, Catalogue.STAFF).gettext(
            "Nothing has been done yet. Please press the button once more."
        )
        assert said in colleague.page
        assert english_left(colleague.page, row.tag) == []
        let_proofs_age(context)
    with context.database.reading() as session:
        assert session.scalars(select(AccessRequest.confirmed_at)).one() is None


def test_roles_that_were_ticked_come_back_after_the_proof(context: Context, coordinator: Visitor, portal: str) -> None:
    role = "reporter" if portal == "partner" else "reviewer"
    coordinator.goes_to("/people")
    (address,) = set(re.findall(r'href="[^"]*(/people/[0-9a-f-]{36})"[^>]*><bdi>berta\.c', coordinator.page))
    coordinator.goes_to(f"{address}/roles")
    let_proofs_age(context)
    coordinator.sends(f"{address}/roles", {"roles": role})
    assert coordinator.place == "/prove"
    coordinator.sends("/prove?to=/typed", PROOF)
    assert re.search(rf'value="{role}"[^>]*checked|checked[^>]*value="{role}"', coordinator.page)


@pytest.mark.parametrize("portal", ["partner"], indirect=True)
def test_what_was_typed_about_a_token_comes_back_and_no_token_was_made(context: Context, coordinator: Visitor) -> None:
    coordinator.goes_to("/tokens/new")
    let_proofs_age(context)
    coordinator.sends("/tokens/new", {"name": "the night shift", "scopes": "report:read", "days": "30"})
    coordinator.sends("/prove?to=/typed", PROOF)
    assert 'value="the night shift"' in coordinator.page
    assert 'value="30"' in coordinator.page
    with context.database.reading() as session:
        assert session.scalars(select(AccessToken)).all() == []


def test_whoever_signs_in_next_on_the_same_computer_sees_nothing_of_it(
    context: Context, app: Flask, portal: str, coordinator: Visitor
) -> None:
    coordinator.goes_to("/people/new")
    let_proofs_age(context)
    coordinator.sends("/people/new", {"login": "somebody.new", "roles": "coordinator"})
    other = signed_in(context, app, f"/{portal}", "berta.c")
    with other.client.session_transaction() as theirs:
        token = theirs["token"]
    with coordinator.client.session_transaction() as cookie:
        cookie["token"] = token
    coordinator.goes_to("/typed")
    assert coordinator.place == "/"
    assert "somebody.new" not in coordinator.page


@pytest.mark.parametrize("address", ["/prove", "/my-sign-in/password", "/my-sign-in/codes"])
def test_wrong_proofs_are_told_to_the_other_coordinators_once(
    context: Context, coordinator: Visitor, address: str
) -> None:
    fields = {"password": "wrong words here", "code": "123456", "new": "copper meadow candle"}
    coordinator.goes_to(address)
    for _ in range(TELLING - 1):
        coordinator.sends(address, fields)
    assert alarms(context) == []
    for _ in range(TELLING + 1):
        coordinator.sends(address, fields)
    assert alarms(context) == [AlarmKind.WRONG_PROOFS.value]


def test_a_right_proof_still_counts_after_many_wrong_ones(context: Context, coordinator: Visitor) -> None:
    let_proofs_age(context)
    coordinator.goes_to("/people/new")
    for _ in range(TELLING):
        coordinator.sends("/prove?to=/people/new", {**PROOF, "password": "wrong"})
    coordinator.sends("/prove?to=/people/new", PROOF)
    assert coordinator.place == "/people/new"


@pytest.mark.parametrize("address", ["/prove?to=/people/new", "/my-sign-in/password", "/my-sign-in/codes"])
def test_a_copy_of_the_cookie_opens_nothing_once_its_owner_gave_a_proof(
    app: Flask, portal: str, coordinator: Visitor, address: str
) -> None:
    thief = at_the_door(app, f"/{portal}")
    with coordinator.client.session_transaction() as cookie, thief.client.session_transaction() as copied:
        copied["token"] = cookie["token"]
    thief.goes_to("/my-sign-in")
    assert thief.place == "/my-sign-in"
    coordinator.goes_to(address)
    coordinator.sends(address, {**PROOF, "new": "copper meadow candle"})
    coordinator.goes_to("/my-sign-in")
    thief.goes_to("/my-sign-in")
    assert (coordinator.place, thief.place) == ("/my-sign-in", "/sign-in")


def test_whoever_signs_in_anew_ends_the_visit_that_the_browser_was_at(
    app: Flask, portal: str, coordinator: Visitor
) -> None:
    thief = at_the_door(app, f"/{portal}")
    with coordinator.client.session_transaction() as cookie, thief.client.session_transaction() as copied:
        copied["token"] = cookie["token"]
    coordinator.goes_to("/sign-in")
    coordinator.sends("/sign-in", {"login": "berta.c", "password": PASSWORD})
    thief.goes_to("/my-sign-in")
    assert (coordinator.place, thief.place) == ("/", "/sign-in")


@pytest.mark.parametrize("portal", ["partner"], indirect=True)
@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("days", ["9" * 400, "-" + "9" * 400, "9" * 5000, "0", "181", "-1", "ten", "١٨١"])
def test_a_number_of_days_that_is_none_is_asked_for_again(context: Context, coordinator: Visitor, days: str) -> None:
    coordinator.goes_to("/tokens/new")
    sent = coordinator.sends("/tokens/new", {"name": "the night shift", "scopes": "report:read", "days": days})
    assert sent.status_code == 400
    assert 'value="the night shift"' in coordinator.page
    with context.database.reading() as session:
        assert session.scalars(select(AccessToken)).all() == []
