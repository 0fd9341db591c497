"""No page of a family has more than four controls, whatever is open and whatever was answered."""

import html
import re

import pytest

from tests.fixtures.visitor import Visitor
from tests.web.family.controls import controls_on
from tests.web.family.test_new_search import files
from web.family.pages import all_pages

# Links, and buttons that keep what is typed before they lead away.
_LINK = re.compile(r'(?:<a\b[^>]*\bhref|<button\b[^>]*\bname="elsewhere" value)="(/[^"#]*)')
_MOST = 4
# Files, and pages that end the visit.
_NO_PAGE = re.compile(r"/static/|\.(?:json|svg|jpg|opus|html|webmanifest)\b|/leave|/stay|/typed|/turn$|/language")


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


def crowded(visitor: Visitor, *begin: str) -> dict[str, int]:
    """The pages that can be reached by links from these and have too many controls."""
    waiting, seen, found = list(begin), set(begin), {}
    while waiting:
        address = waiting.pop()
        answer = visitor.goes_to(address)
        if answer.status_code != 200 or "text/html" not in answer.headers["Content-Type"]:
            continue
        if controls_on(visitor.page) > _MOST:
            found[address] = controls_on(visitor.page)
        for link in map(html.unescape, _LINK.findall(visitor.page)):
            if link not in seen and not _NO_PAGE.search(link):
                seen.add(link)
                waiting.append(link)
    assert len(seen) > 20
    return found


def test_no_page_before_a_search_is_started_has_more_than_four_controls(visitor: Visitor) -> None:
    pages = [f"/search/{one.slug}{'/1' if one.element_of else ''}" for one in all_pages()]
    assert crowded(visitor, "/", "/search/who", "/search/last", "/search/reach", "/search/sharing", *pages) == {}


def test_no_page_of_a_filed_search_has_more_than_four_controls(visitor: Visitor) -> None:
    files(visitor)
    visitor.sends("/filed")
    pages = [f"/case/change/{one.slug}{'/1' if one.element_of else ''}" for one in all_pages()]
    assert crowded(visitor, "/case", *pages) == {}
