"""What every answer carries."""

import re
from dataclasses import replace

import pytest
from flask import Flask

from tests.fixtures.visitor import Visitor
from web.assets import STATIC, asset
from web.context import Context
from web.family import create_family
from web.family.steps import BY_SLUG
from web.security import HEADERS

PAGES = ["/", "/how-it-works", "/open", "/search/review", "/nowhere", *(f"/search/{slug}" for slug in BY_SLUG)]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_carries_the_headers_and_is_not_kept(passer_by: Visitor, address: str) -> None:
    answer = passer_by.goes_to(address)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(passer_by: Visitor) -> None:
    policy = passer_by.goes_to("/").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("address", PAGES)
def test_no_page_has_an_inline_style_or_script_or_asks_another_site(passer_by: Visitor, address: str) -> None:
    page = passer_by.goes_to(address).text
    assert re.findall(r"<[^>]+\s(?:style|on\w+)=", page) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)", page) == []
    assert [link for link in re.findall(r'(?:src|href)="([^"]+)"', page) if "//" in link] == [quick_exit(page)]


@pytest.mark.parametrize("address", PAGES)
def test_the_quick_exit_comes_first_and_tells_the_next_page_nothing(passer_by: Visitor, address: str) -> None:
    page = passer_by.goes_to(address).text
    first = re.findall(r"<(?:a|button|input|select|textarea)\b[^>]*>", page)[0]
    assert 'class="leave"' in first
    assert 'rel="noreferrer noopener"' in first


def quick_exit(page: str) -> str:
    """Where the quick exit leads."""
    found = re.search(r'class="leave"[^>]* href="([^"]+)"', page)
    assert found is not None
    return found[1]


def test_a_demonstration_cookie_is_bound_to_its_portal_and_closed_to_scripts(passer_by: Visitor) -> None:
    cookie = passer_by.goes_to("/open").headers["Set-Cookie"]
    assert cookie.startswith("ovillo-family=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Secure" not in cookie


def test_outside_a_demonstration_the_cookie_travels_over_https_alone(context: Context) -> None:
    client = create_family(earnest(context)).test_client()
    answer = client.get("/open", base_url="https://localhost")
    assert answer.headers["Set-Cookie"].startswith("__Secure-ovillo-family=")
    assert "; Secure;" in answer.headers["Set-Cookie"]
    assert "max-age=63072000" in answer.headers["Strict-Transport-Security"]


def test_over_https_a_form_is_read_although_no_referrer_is_sent(context: Context) -> None:
    visitor = Visitor(create_family(earnest(context)).test_client())
    visitor.goes_to("/search/names", base_url="https://localhost")
    answer = visitor.sends("/search/names", {"name": "Amina"}, base_url="https://localhost")
    assert (answer.status_code, visitor.place) == (200, "/search/age")


def earnest(context: Context) -> Context:
    """The context with cookies over HTTPS only."""
    return replace(context, settings=replace(context.settings, demonstration=False))


def test_a_file_is_kept_for_ever_under_the_digest_of_its_content(unconnected_family: Flask) -> None:
    with unconnected_family.test_request_context():
        addresses = [asset(path.name) for path in STATIC.iterdir()]
    assert addresses
    for address in addresses:
        answer = unconnected_family.test_client().get(address)
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("address", ["/static/0000000000000000/style.css", "/static/0/../../wsgi.py", "/static/0/.env"])
def test_another_digest_or_file_is_not_found(unconnected_family: Flask, address: str) -> None:
    assert unconnected_family.test_client().get(address).status_code == 404


def test_the_style_sheet_is_small_and_knows_no_left_or_right() -> None:
    sheet = (STATIC / "style.css").read_text(encoding="utf-8")
    assert len(sheet.encode()) < 15_000
    assert re.findall(r"(?:margin|padding|border)-(?:left|right)|[\s;{](?:left|right|float)\s*:", sheet) == []
