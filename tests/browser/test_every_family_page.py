"""Every page of the families' portal in every state: what is cut off, in which order it is read, and what axe finds.

The pages are walked into without a browser. A browser then shows each of them in one document, at 360 pixels, as it is
and with text twice as large.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, Route

from i18n.offered_languages import offered
from search.accounts.organisations import find_or_add_organisation
from search.files.information_pages import InformationShelf
from search.storage.encryption import Vault
from search.vocabulary import OrganisationKind
from tests.fixtures.browser import PHONE
from tests.fixtures.photos import with_places
from tests.fixtures.pseudo_languages import BACKWARDS, LONG, pseudo_languages
from tests.search.approaching.met_people import known_who_asks
from tests.security.quarter import World
from tests.web.family.every_page import Walk
from tests.web.family.pages_before import walk_before
from tests.web.family.pages_filed import walk_filed
from tests.web.family.pages_helped import walk_helped, walk_told
from tests.web.partner.test_messages import world_of_a_family_that_was_told
from web.access_family import FAMILY
from web.assets import STATIC
from web.context import Context
from web.family import create_family

pytestmark = pytest.mark.browser

# Addresses that answer with a file, or lead on at once.
NO_PAGE = {
    "/static/<digest>/<path:name>", "/leave", "/answer", "/typed", "/case/export.json",
    "/case/photos/<uuid:photo_id>/preview.jpg", "/case/photos/<uuid:photo_id>/picture.jpg",
    "/listen/<digest>.opus",
}  # fmt: skip
_EXAMPLES = Path(__file__).parents[2] / "docs/examples/information/all"
_CHECKED = re.compile(r"(checked_on: )\S+")
_DANGER = """---
title: At sea
source: Committee of the North
checked_on: 2026-11-01
number: 112
tried_on: 2026-11-20
---
Call, and say where you are.
"""
_TALK = """---
title: The office
source: Committee of the North
checked_on: 2026-11-01
place: 5 Harbour Street
hours: Monday, 9 to 12
number: +52 55 5555 0123
---
Ring twice.
"""
OTHERS = [row.tag for row in offered() if row.tag != "ar"]
_BLANK = '<!doctype html><html lang="en"><head><title>-</title></head><body></body></html>'


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


@pytest.fixture
def context(context: Context, tmp_path: Path) -> Context:
    """An installation with an operator's pages, three committees and more shelters than a page lists."""
    folder = tmp_path / "pages"
    for place in ("all", "mx"):
        (folder / place).mkdir(parents=True)
        for page in _EXAMPLES.glob("*.md"):
            (folder / place / page.name).write_text(_CHECKED.sub(r"\g<1>2026-11-01", page.read_text("utf-8")), "utf-8")
    (folder / "danger.en.md").write_text(_DANGER, "utf-8")
    (folder / "talk.en.md").write_text(_TALK, "utf-8")
    with context.database.transaction() as session:
        for number in range(10):
            find_or_add_organisation(session, f"Casa Invented {number}", OrganisationKind.SHELTER)
        for name in ("Committee of the South", "Committee of the West"):
            find_or_add_organisation(session, name, OrganisationKind.COMMITTEE)
    placed = with_places(context, tmp_path)
    return replace(placed, settings=replace(placed.settings, information=folder), shelf=InformationShelf())


@pytest.fixture
def world(
    tmp_path: Path,
    migrated_sqlite_file: Path,
    vault: Vault,
    everything_switched_on: None,  # noqa: ARG001 - switches on
    monkeypatch: pytest.MonkeyPatch,
) -> World:
    """Where a family was told of somebody who lets words pass."""
    known_who_asks(monkeypatch)
    return world_of_a_family_that_was_told(tmp_path, migrated_sqlite_file, vault)


@dataclass(frozen=True, slots=True)
class Looker:
    """A browser's document in which pages are shown one after the other."""

    page: Page

    def finds(self, text: str, **asked: bool) -> list[str]:
        """What is wrong with a page."""
        found: list[str] = self.page.evaluate("([text, asked]) => look.over(text, asked)", [text, asked])
        return found


@pytest.fixture
def looker(chromium: Browser) -> Iterator[Looker]:
    """Whoever looks pages over, on a phone."""
    opened = chromium.new_context(viewport=PHONE)
    opened.route("**/*", answer)
    page = opened.new_page()
    page.goto("http://localhost/")
    for script in (
        Path(axe_playwright_python.__file__).parent / "axe.min.js",
        Path(__file__).parent / "looked_over.js",
    ):
        page.evaluate(script.read_text("utf-8"))
    for sheet in STATIC.glob("*.css"):
        page.evaluate("([name, text]) => look.keep(name, text)", [sheet.name, sheet.read_text("utf-8")])
    yield Looker(page)
    opened.close()


def answer(route: Route) -> None:
    """Drawings are read from their files; everything else is empty."""
    file = STATIC / route.request.url.rpartition("/")[2]
    drawing = file.suffix == ".svg" and file.is_file()
    kind, body = ("image/svg+xml", file.read_text("utf-8")) if drawing else ("text/html", _BLANK)
    route.fulfill(content_type=kind, body=body)


def walked(context: Context, world: World, tag: str) -> Walk:
    """Every page that there is, in one language."""
    walk = Walk(context, create_family(context), tag)
    walk_before(walk)
    walk_filed(walk)
    walk_helped(walk)
    world.at(6, 1)
    walk_told(walk, world)
    return walk


def faults(looker: Looker, walk: Walk, **asked: bool) -> list[str]:
    """What is wrong with the pages of a walk, each fault once with the first page that has it."""
    found: dict[str, str] = {}
    for name, text in walk.pages.items():
        for fault in looker.finds(text, **asked):
            found.setdefault(fault, name)
    return [f"{name}: {fault}" for fault, name in found.items()]


def complete(walk: Walk) -> bool:
    """No address of the table was left out."""
    pages = {row.rule for row in FAMILY if row.method == "GET"}
    assert pages - walk.rules == NO_PAGE
    assert len(walk.pages) > 400
    return True


@pytest.mark.parametrize("tag", ["ar", *(pytest.param(tag, marks=pytest.mark.measurement) for tag in OTHERS)])
def test_nothing_is_cut_off_or_out_of_order_and_axe_finds_no_fault(
    context: Context, looker: Looker, world: World, tag: str
) -> None:
    walk = walked(context, world, tag)
    assert complete(walk)
    assert faults(looker, walk, axe=True) == []


@pytest.mark.parametrize("tag", [LONG, pytest.param(BACKWARDS, marks=pytest.mark.measurement)])
def test_no_word_of_an_invented_language_is_cut_off_or_missing(
    context: Context, looker: Looker, world: World, tag: str
) -> None:
    with pseudo_languages():
        walk = walked(context, world, tag)
    assert complete(walk)
    assert faults(looker, walk, marked=True) == []


def test_whoever_looks_finds_what_is_wrong(looker: Looker) -> None:
    """Each check can fail."""
    wrong: dict[str, Any] = {
        "is 518 wide": '<p style="inline-size: 500px">Words</p>',
        "needs": '<p style="inline-size: 50px; white-space: nowrap">Many words in one line</p>',
        "below": '<p style="block-size: 10px; overflow: hidden">Words<br>Words</p>',
        "pressed": '<label class="spot"><input type="radio"><bdi style="position: fixed; left: 350px">A</bdi></label>',
        "tabindex": '<a href="/" tabindex="2">One</a>',
        "stands before": '<p style="display: grid"><a href="/" style="order: 1">1</a> <a href="/a">2</a></p>',
        "level 4": "<h4>Four</h4>",
        "first headings": "<h1>Again</h1>",
        "leads to": '<a href="/a">Same</a> <a href="/b">Same</a>',
        "untranslated: Left": "<p>Left ⟦here⟧</p>",
        "image-alt": '<img src="/a.png">',
    }
    head = '<html lang="en" dir="ltr"><head><title>-</title><link rel="stylesheet" href="/static/style.css"></head>'
    body = "<body><header></header><main><h1>⟦One⟧</h1>{}</main><footer></footer></body></html>"
    for fault, part in wrong.items():
        found = looker.finds(head + body.format(part), axe=True, marked=True)
        assert any(fault in one for one in found), (fault, found)
