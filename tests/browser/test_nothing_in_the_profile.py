"""What a family typed is nowhere on the phone's disk after it left, whatever Chromium keeps of what it showed."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.profile_search import found_in
from tests.fixtures.browser import BROWSER_ARGUMENTS, PHONE, leads_on, leaves, system_chromium
from tests.fixtures.serving import serving
from web.context import Context
from web.family import create_family

pytestmark = pytest.mark.browser

NEUTRAL = "https://www.wikipedia.org/"
ADDRESSES = ("who", "last", "reach")
TITLE = re.compile(r"(Error: )?Ovillo( · \d+)?")


@contextmanager
def phone_with(chromium: Browser, profile: Path, *, scripts: bool) -> Iterator[BrowserContext]:
    """A browser that keeps what it does in a profile of its own, and pages for Back, as one at home does."""
    opened = chromium.browser_type.launch_persistent_context(
        profile,
        executable_path=system_chromium(),
        args=BROWSER_ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
        java_script_enabled=scripts,
        viewport=PHONE,
    )
    opened.route(NEUTRAL, lambda route: route.fulfill(body="<p>neutral</p>", content_type="text/html"))
    yield opened
    opened.close()


class Typist:
    """Somebody who types another planted word into every field."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.planted: list[str] = []

    def plants(self, more: str = "") -> str:
        """A word that stands nowhere else, with a letter that is written in more than one way."""
        self.planted.append(f"Zqñ{len(self.planted):03}xq")
        return self.planted[-1] + more

    def opens(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def fills(self, more: str = "") -> None:
        """Types into whatever stands open on the page."""
        for field in self.page.locator("main input:not([type]), main input[type=text], main textarea").all():
            if field.is_visible():
                field.fill(self.plants(more))

    def sends(self) -> None:
        """Presses the main button."""
        leads_on(self.page.locator("main form button.button:not(.quiet)").last)


def walks(typist: Typist, picture: Path) -> None:
    """The whole way: filing, the words, a long text, a letter and a photo that are not taken, words that do not fit."""
    page = typist.page
    for slug in ADDRESSES:
        typist.opens(f"/search/{slug}")
        typist.fills()
        typist.sends()
    expect(page).to_have_url(re.compile("/filed$"))
    words = [one.inner_text() for one in page.locator("ol.words li").all()]
    typist.planted += [
        " ".join(words),
        "</bdi></li><li><bdi>".join(words[:2]),
        page.locator(".code").first.inner_text(),
    ]
    leads_on(page.locator("main form button").last)
    expect(page).to_have_url(re.compile("/case$"))
    typist.opens("/case/change/anything-else")
    typist.fills(" and more" * 20)
    typist.sends()
    typist.opens("/case/inbox")
    typist.fills("x" * 6000)
    typist.sends()
    expect(page.locator("[role=alert], .message").first).to_be_visible()
    typist.fills()
    typist.opens("/case/photos")
    page.set_input_files("main input[type=file]", picture)
    typist.fills()
    typist.sends()
    typist.opens("/open")
    typist.fills()
    typist.sends()
    expect(page.locator("[role=alert]")).to_be_visible()
    typist.opens("/case/change/names")
    typist.fills()


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("scripts", [False, True], ids=["without-scripts", "with-scripts"])
def test_after_leaving_what_was_typed_is_nowhere_in_the_profile_and_no_back_shows_it(
    chromium: Browser, context: Context, tmp_path: Path, *, scripts: bool
) -> None:
    profile = tmp_path / "profile"
    with serving(create_family(context).wsgi_app) as address, phone_with(chromium, profile, scripts=scripts) as phone:
        page = phone.pages[0]
        typist = Typist(page, address)
        picture = tmp_path / f"{typist.plants()}.jpg"
        picture.write_bytes(b"no picture")
        walks(typist, picture)
        if scripts:
            for _ in range(3):
                page.keyboard.press("Shift")
        else:
            leaves(page.locator("#leave"))
        expect(page.get_by_text("neutral")).to_be_visible()
        seen = []
        for _ in range(30):
            page.go_back()
            if page.url == "about:blank":
                break
            seen += [f"{word} at {page.url}" for word in typist.planted if word in page.content()]
        assert seen == []
        page.wait_for_timeout(1_500)
    assert len(typist.planted) > 20
    assert found_in(profile, typist.planted) == []
    # The search reads what the browser wrote: an address that it showed stands in its lists.
    assert any("Sessions" in place for place in found_in(profile, ["/case/inbox"]))
    assert [title for title in titles_in(profile, address) if not TITLE.fullmatch(title)] == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_on_ones_own_phone_no_back_shows_an_answer_and_a_press_goes_on(
    chromium: Browser, context: Context, tmp_path: Path
) -> None:
    with (
        serving(create_family(context).wsgi_app) as address,
        phone_with(chromium, tmp_path / "profile", scripts=True) as phone,
    ):
        page = phone.pages[0]
        typist = Typist(page, address)
        for slug in ADDRESSES:
            typist.opens(f"/search/{slug}")
            typist.fills()
            typist.sends()
        words = [one.inner_text() for one in page.locator("ol.words li").all()]
        leads_on(page.locator("button[name=answer][value=yes]"))
        expect(page).to_have_url(re.compile("/filed$"))
        typist.opens("/search/who")
        typist.fills()
        typist.sends()
        typist.planted += ["</bdi></li><li><bdi>".join(words[:2])]
        leaves(page.locator("#leave"))
        expect(page.get_by_text("neutral")).to_be_visible()
        for _ in range(15):
            page.go_back()
            if page.url == "about:blank":
                break
            shown = page.content() + " ".join(field.input_value() for field in page.locator("input, textarea").all())
            assert [f"{word} at {page.url}" for word in typist.planted if word in shown] == []
        page.goto(address)
        leads_on(page.locator("button[name=to][value=search]"))
        expect(page).to_have_url(re.compile("/search/who$"))
        assert any(word in page.content() for word in typist.planted)


def titles_in(profile: Path, address: str) -> list[str]:
    """The titles of our pages in the list of what was visited."""
    kept = profile / "History-read"
    shutil.copy(profile / "Default" / "History", kept)
    with sqlite3.connect(kept) as history:
        ours = "select distinct title from urls where url like ? and url not like '%/leave'"
        rows = history.execute(ours, (f"{address}%",))
        return [title for (title,) in rows if title]


def test_the_search_of_a_profile_finds_what_a_careless_page_leaves(chromium: Browser, tmp_path: Path) -> None:
    profile, typed, left = tmp_path / "profile", "Zqñ777xq", "Zqñ888xq"

    def careless(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        start("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")])
        return [b"<form method=post><textarea name=t></textarea><button>Send</button></form>"]

    with serving(careless) as address, phone_with(chromium, profile, scripts=False) as phone:
        page = phone.pages[0]
        page.goto(f"{address}/first")
        page.fill("textarea", typed)
        leads_on(page.locator("button"))
        page.fill("textarea", left)
        page.goto(f"{address}/second")
        page.wait_for_timeout(1_500)
    places = found_in(profile, [typed, left])
    assert {word for word in (typed, left) if any(place.startswith(word) for place in places)} == {typed, left}
