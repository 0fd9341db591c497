"""What each portal of the factory has of its own: cookie, key, limits."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask, render_template_string, session
from flask.sessions import SecureCookieSessionInterface
from jinja2 import UndefinedError

from tests.fixtures.visitor import Visitor
from web.api import create_api_application
from web.committee import create_committee
from web.context import Context
from web.family import create_family
from web.partner import create_partner


def test_a_demonstration_cookie_is_bound_to_its_portal_and_closed_to_scripts(passer_by: Visitor) -> None:
    cookie = passer_by.goes_to("/open").headers["Set-Cookie"]
    assert cookie.startswith("ovillo-family=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Secure" not in cookie


def test_outside_a_demonstration_the_cookie_travels_over_https_alone(context: Context) -> None:
    client = create_family(earnest(context)).test_client()
    answer = client.get("/open", base_url="https://localhost")
    assert answer.headers["Set-Cookie"].startswith("__Host-ovillo-family=")
    assert "; Secure;" in answer.headers["Set-Cookie"]
    assert "max-age=63072000" in answer.headers["Strict-Transport-Security"]


def test_over_https_a_form_is_read_although_no_referrer_is_sent(context: Context) -> None:
    visitor = Visitor(create_family(earnest(context)).test_client())
    visitor.goes_to("/search/names", base_url="https://localhost")
    answer = visitor.sends("/search/names", {"names-full": "Amina"}, base_url="https://localhost")
    assert (answer.status_code, visitor.place) == (200, "/search/parents")


@pytest.mark.parametrize("create", [create_family, create_partner, create_committee])
def test_no_neighbour_of_the_domain_can_set_a_cookie_of_a_portal(
    context: Context, create: Callable[..., Flask]
) -> None:
    config = create(earnest(context)).config
    assert config["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert (config["SESSION_COOKIE_PATH"], config["SESSION_COOKIE_SECURE"]) == ("/", True)
    assert config["SESSION_COOKIE_DOMAIN"] is None


@pytest.mark.parametrize(("host", "status"), [("find.example", 200), ("find.example:443", 200), ("evil.example", 400)])
def test_only_the_names_of_the_setting_are_answered(context: Context, host: str, status: int) -> None:
    settings = replace(context.settings, public_hosts=("find.example",))
    named = replace(context, settings=settings)
    for app, address in ((create_family(named), "/open"), (create_api_application(named), "/openapi.json")):
        assert app.test_client().get(address, headers={"Host": host}).status_code == status


def earnest(context: Context) -> Context:
    """The context with cookies over HTTPS only."""
    return replace(context, settings=replace(context.settings, demonstration=False))


def portals(context: Context) -> dict[str, Flask]:
    """The three portals with pages, by name."""
    creators = {"family": create_family, "partner": create_partner, "committee": create_committee}
    return {name: create(context) for name, create in creators.items()}


def test_every_portal_signs_with_a_key_of_its_own(context: Context) -> None:
    keys = {name: app.secret_key for name, app in portals(context).items()}
    assert len(set(keys.values())) == len(keys)


def test_every_portal_has_a_cookie_of_its_own_under_its_own_path(context: Context) -> None:
    cookies = {
        name: (app.config["SESSION_COOKIE_NAME"], app.config["SESSION_COOKIE_PATH"])
        for name, app in portals(context).items()
    }
    assert cookies == {
        "family": ("ovillo-family", "/"),
        "partner": ("ovillo-partner", "/partner"),
        "committee": ("ovillo-committee", "/committee"),
    }


def test_a_cookie_of_one_portal_says_nothing_to_another(context: Context) -> None:
    served = portals(context)
    read = {}
    for name in ("committee", "partner"):
        signed = SecureCookieSessionInterface().get_signing_serializer(served[name])
        assert signed is not None
        cookie = f"ovillo-committee={signed.dumps({'token': 'planted'})}"
        with served["committee"].test_request_context("/", headers={"Cookie": cookie}):
            read[name] = session.get("token")
    assert read == {"committee": "planted", "partner": None}


def test_the_cookie_of_a_family_may_last_a_week_and_that_of_staff_until_the_browser_is_closed(context: Context) -> None:
    days = {name: app.config["STAY_SIGNED_IN"] for name, app in portals(context).items()}
    assert days == {"family": True, "partner": False, "committee": False}
    assert portals(context)["family"].permanent_session_lifetime.days == 7
    assert portals(context)["partner"].permanent_session_lifetime.days == 1


def test_a_sheet_may_be_larger_than_any_form(context: Context) -> None:
    limits = {name: app.config["MAX_CONTENT_LENGTH"] for name, app in portals(context).items()}
    assert limits["family"] == limits["committee"] == 256 * 1024
    assert limits["partner"] > context.settings.upload_limit


def test_a_page_that_forgot_a_value_fails_instead_of_showing_nothing(unconnected_family: Flask) -> None:
    with unconnected_family.test_request_context(), pytest.raises(UndefinedError):
        render_template_string("{{ forgotten }}")
