"""Whoever has typed something and follows a link finds it when they come back, from every page with a form."""

import re

import pytest

from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from tests.web.family.ways_out import Page, leaves, page_at
from web.family.pages import all_pages

# Pages from which links lead away although something can be typed there, and why.
WITHOUT: dict[str, str] = {
    "/open": "words that open a search are never kept, and the page says so",
    "/case/words": "likewise",
    "/case/erase": "likewise",
}
_KEPT_NOWHERE = "what you typed here is not kept"
_NO_PAGE = re.compile(
    r"/static/|\.(?:json|svg|jpg|opus|html|webmanifest)\b|/leave|/stay|/typed|/turn$|/language|/names/"
)
_STEPS = re.compile(r"/(?:search|case/change)/")


@pytest.fixture
def engine_name() -> str:
    """What a page keeps is the same on both databases."""
    return "sqlite"


def walked(visitor: Visitor, *begin: str) -> list[Page]:
    """Every page with something to type in that can be reached from these."""
    waiting, seen, found = list(begin), set(begin), []
    while waiting:
        page = page_at(visitor, waiting.pop())
        if page is None:
            continue
        found += [page] if page.asks and visitor.place == page.address.partition("?")[0] else []
        for address in (*page.links, *page.ways):
            if address.partition("?")[0] not in seen and not _NO_PAGE.search(address):
                seen.add(address.partition("?")[0])
                waiting.append(address)
    return found


def loses(visitor: Visitor, pages: list[Page]) -> dict[str, object]:
    """The pages from which a link leads away without the form, or by which something typed is lost."""
    found: dict[str, object] = {}
    for number, page in enumerate(pages):
        if page.address.partition("?")[0] in WITHOUT:
            assert _KEPT_NOWHERE in page.says, page.address
            continue
        if page.links:
            found[page.address] = page.links
            continue
        # The frame is the same on every page: one of its ways, another on each.
        frame = [*({"elsewhere": way} for way in page.ways if way in FRAME), {"lang": "choose"}]
        own = [{"elsewhere": way} for way in page.ways if way not in FRAME]
        for press in (*own, frame[number % len(frame)]):
            now_there = page_at(visitor, page.address)
            assert now_there is not None
            if lost := leaves(visitor, now_there, press, number):
                found[f"{page.address} by {press}"] = lost
    return found


FRAME = ("/", "/about", "/how-it-works", "/privacy", "/complain")


def test_what_is_typed_before_a_search_is_started_is_there_after_any_link(visitor: Visitor) -> None:
    asked = [f"/search/{one.slug}{'/1' if one.element_of else ''}" for one in all_pages()]
    others = ("/witness", "/its-me", "/its-me/reach", "/its-me/proof", "/complain", "/open")
    pages = walked(visitor, "/", "/search/who", "/search/last", "/search/reach", "/search/sharing", *asked, *others)
    assert len(pages) > 40
    assert loses(visitor, pages) == {}


def test_what_is_typed_at_a_filed_search_is_there_after_any_link(visitor: Visitor) -> None:
    files(visitor)
    visitor.sends("/filed")
    asked = [f"/case/change/{one.slug}{'/1' if one.element_of else ''}" for one in all_pages()]
    pages = walked(visitor, "/case", *asked)
    assert len(pages) > 40
    assert loses(visitor, pages) == {}
