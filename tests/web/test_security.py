"""What every answer carries."""

import re

import pytest

from tests.fixtures.visitor import Visitor
from web.family.pages import main_pages
from web.security import HEADERS

PAGES = [
    "/",
    "/how-it-works",
    "/open",
    "/search/review",
    "/nowhere",
    *(f"/search/{page.slug}" for page in main_pages()),
]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_carries_the_headers_and_is_not_kept(passer_by: Visitor, address: str) -> None:
    answer = passer_by.goes_to(address)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_carries_what_a_browser_asks_of_files_and_a_drawing_what_it_asks_of_pages(passer_by: Visitor) -> None:
    page = passer_by.goes_to("/").text
    sheet, drawing = re.findall(r'href="(/static/[^"]+(?:style.css|icon.svg))"', page)
    kept = {name for name in HEADERS if name in passer_by.client.get(sheet).headers}
    assert kept >= {"Content-Security-Policy", "X-Content-Type-Options", "Cross-Origin-Resource-Policy"}
    assert "Permissions-Policy" not in kept
    assert {name for name in HEADERS if name in passer_by.client.get(drawing).headers} == set(HEADERS)


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
    assert [link for link in re.findall(r'(?:src|href)="([^"]+)"', page) if "//" in link] == []


@pytest.mark.parametrize("address", PAGES)
def test_the_quick_exit_comes_first_and_tells_the_next_page_nothing(passer_by: Visitor, address: str) -> None:
    page = passer_by.goes_to(address).text
    first = re.findall(r"<(?:a|button|input|select|textarea)\b[^>]*>", page)[0]
    assert 'class="leave"' in first
    assert 'rel="noreferrer noopener"' in first


def test_an_error_is_never_kept_although_its_address_may_be(passer_by: Visitor) -> None:
    missing = passer_by.goes_to("/static/0000000000000000/style.css")
    assert (missing.status_code, missing.headers["Cache-Control"]) == (404, "no-store")
