"""Who passes: by the access table, from the portal's own pages, with a session of this portal."""

import uuid

import pytest
from flask import Flask, session

from search.access import ANYONE, Actor, ActorKind
from search.accounts.sessions import open_staff_session
from search.models import Account
from search.summaries import SignedIn
from search.vocabulary import OrganisationKind
from tests.fixtures.portals import NOW
from tests.fixtures.staff import COMMITTEE, SHELTER, add_staff, at_the_door, signed_in
from tests.fixtures.visitor import Visitor
from web.access_rows import Who
from web.access_table import ACCESS
from web.api import create_api_application
from web.committee import create_committee
from web.context import Context
from web.family import create_family
from web.guard import BESIDE_A_FILE, admit_photos, cookie_visitor
from web.partner import create_partner
from web.session_cookies import TOKEN, may_pass

# What a form may have, unless it takes a photo.
FORM = 256 * 1024
# The portals whose cookies open something, with a form that anybody may send.
FORMS = [
    (create_family, "", "/open"),
    (create_partner, "/partner", "/sign-in"),
    (create_committee, "/committee", "/sign-in"),
]


def status_of_a_form(context: Context, form: tuple[object, str, str], headers: dict[str, str]) -> int:
    """What a form with its token is answered when a browser sends these headers along."""
    create, prefix, address = form
    assert callable(create)
    visitor = at_the_door(create(context), prefix)
    visitor.goes_to(address)
    return visitor.sends(address, {"login": "x", "password": "y"}, headers=headers).status_code


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sent_from", ["cross-site", "same-site", "anything-new"])
def test_a_form_from_another_site_or_a_neighbour_of_the_same_domain_is_not_read(
    context: Context, form: tuple[object, str, str], sent_from: str
) -> None:
    assert status_of_a_form(context, form, {"Sec-Fetch-Site": sent_from}) == 400


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {}])
def test_a_form_of_the_portals_own_page_is_read(
    context: Context, form: tuple[object, str, str], headers: dict[str, str]
) -> None:
    assert status_of_a_form(context, form, headers) in (200, 403)


def test_a_link_from_another_site_leads_to_the_page(passer_by: Visitor) -> None:
    assert passer_by.goes_to("/open", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_a_program_with_a_token_may_call_the_api_from_anywhere(context: Context) -> None:
    client = create_api_application(context).test_client()
    assert client.post("/v1/reports", json={}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 401


def test_an_address_that_the_table_does_not_list_answers_nobody(unconnected_family: Flask) -> None:
    unconnected_family.add_url_rule("/unlisted", "unlisted", lambda: "here")
    assert unconnected_family.test_client().get("/unlisted").status_code == 404


@pytest.mark.parametrize("who", list(Who))
def test_only_the_kind_of_people_that_the_row_names_may_pass(who: Who) -> None:
    passing = {kind for kind in ActorKind if may_pass(Actor(kind=kind), who)}
    assert (
        passing
        == {
            Who.ANYONE: set(ActorKind),
            Who.FAMILY: {ActorKind.FAMILY},
            Who.OF_CASE: {ActorKind.FAMILY, ActorKind.RELATIVE},
            Who.FIRST_OPENING: {ActorKind.FIRST_OPENING},
            Who.PARTNER: {ActorKind.PARTNER},
            Who.REVIEWER: {ActorKind.REVIEWER},
            Who.TOKEN: {ActorKind.PARTNER},
        }[who]
    )
    assert may_pass(ANYONE, who) is (who is Who.ANYONE)


@pytest.mark.parametrize(("portal", "opens"), [("partner", True), ("committee", False), ("family", False)])
def test_a_session_opens_the_portal_that_it_was_opened_at_and_no_other(
    context: Context, portal: str, *, opens: bool
) -> None:
    actor = add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    with context.database.transaction() as transaction:
        account = transaction.get_one(Account, actor.account_id)
        token = open_staff_session(transaction, account, now=NOW).token
    with create_committee(context).test_request_context():
        session[TOKEN] = token
        visitor = cookie_visitor(portal)()
    assert (visitor is not None) is opens


def test_a_reporting_organisation_is_no_reader_even_with_its_token_in_the_committees_cookie(context: Context) -> None:
    add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    add_staff(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE)
    committee = create_committee(context)
    clerk = signed_in(context, committee, "/committee", "clerk")
    clerk.goes_to("/")
    assert clerk.place == "/sign-in"
    ana = signed_in(context, committee, "/committee", "ana")
    ana.goes_to("/")
    assert ana.place == "/"


def test_a_file_that_everybody_may_keep_is_sent_without_looking_at_who_asks(unconnected_family: Flask) -> None:
    visitor = Visitor(unconnected_family.test_client())
    visitor.goes_to("/open")
    with visitor.client.session_transaction() as cookie:
        cookie[TOKEN] = "asks a database that has no tables"
    style = visitor.page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert visitor.client.get(style).status_code == 200


def test_the_table_needs_a_forgery_token_wherever_a_cookie_opens_a_form() -> None:
    assert {row.portal for row in ACCESS if row.method == "POST" and not row.csrf} == {"api"}


def test_a_large_body_is_let_in_where_photos_are_sent_and_from_who_may_send_them_alone(context: Context) -> None:
    assert sorted((row.portal, row.method) for row in ACCESS if row.takes_photos) == [
        ("api", "POST"), ("family", "POST"), ("partner", "POST"), ("partner", "POST"),
    ]  # fmt: skip
    assert [row for row in ACCESS if row.takes_photos and row.who is Who.ANYONE] == []
    family = create_family(context)
    photos = max(context.settings.photo_limit, context.settings.upload_limit) + BESIDE_A_FILE
    known, nobody = Actor(kind=ActorKind.FAMILY, case_id=uuid.UUID(int=1)), None
    for actor, address, limit in (
        (known, "/case/photos", photos),
        (nobody, "/case/photos", FORM),
        (Actor(kind=ActorKind.PARTNER), "/case/photos", FORM),
        (known, "/case/withdraw", FORM),
    ):
        assert limit_of(family, actor, address) == limit


def limit_of(app: Flask, actor: Actor | None, address: str) -> int | None:
    """How large a body this visitor may send there."""
    fresh = Flask("web")
    fresh.extensions.update(app.extensions)
    fresh.config["MAX_CONTENT_LENGTH"] = FORM
    admit_photos(fresh, "family", lambda: SignedIn(token="t", actor=actor) if actor else None)
    with fresh.test_request_context(address, method="POST") as waiting:
        waiting.request.url_rule = next(rule for rule in app.url_map.iter_rules() if rule.rule == address)
        fresh.preprocess_request()
        return waiting.request.max_content_length
