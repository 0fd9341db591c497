"""A family's way in a real browser: on a phone, without scripts, in every language that is offered."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from i18n.locales import LocaleRow
from tests.fixtures.browser import PHONE, leads_on, leaves
from tests.fixtures.databases import once_on_postgresql
from tests.fixtures.languages import everywhere, walked
from tests.fixtures.serving import serving
from web.context import Context
from web.family import create_family

pytestmark = pytest.mark.browser

NAME = "ተስፋለም ኪዳነማርያም"
# All at once: asking the browser for one box after the other takes most of a walk.
_EDGES = "shown => shown.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right])"
NEUTRAL = "https://www.wikipedia.org/"


@pytest.fixture
def address(context: Context) -> Iterator[str]:
    """Where the family portal is served."""
    with serving(create_family(context).wsgi_app) as url:
        yield url


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """A small phone with scripts switched off."""
    opened = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    yield opened
    opened.close()


@once_on_postgresql("row", walked(), [row.tag for row in walked()])
def test_a_search_is_filed_and_reopened_on_a_phone_without_scripts(
    phone: BrowserContext, address: str, row: LocaleRow
) -> None:
    page = phone.new_page()
    page.goto(f"{address}/?lang={row.tag}")
    assert (page.locator("html").get_attribute("lang"), page.locator("html").get_attribute("dir")) == (
        row.tag,
        row.direction,
    )
    leads_on(page.locator("main .actions a").first)
    page.fill("#names-full", NAME)
    for _ in range(2):
        no_wider_than_the_phone(page)
        go_on(page)
    no_wider_than_the_phone(page)
    leads_on(page.locator("main button[value=start]"))
    reopens(page, address)


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", [row.tag for row in walked() if everywhere() or row.direction == "rtl"])
def test_every_page_of_the_whole_form_fits_a_phone_without_scripts(
    phone: BrowserContext, address: str, tag: str
) -> None:
    page = phone.new_page()
    page.goto(f"{address}/search/names?lang={tag}")
    page.fill("#names-full", NAME)
    go_on(page)
    go_on(page)
    adds_and_removes_a_name(page)
    until(page, "/search/age")
    page.fill("#birth-year", "19x8")
    go_on(page)
    expect(page.locator(".problems a")).to_have_count(1)
    page.fill("#birth-year", "1998")
    until(page, "/search/review")
    no_wider_than_the_phone(page)


def adds_and_removes_a_name(page: Page) -> None:
    """Another name is added on a page of its own, taken out, and put back."""
    leads_on(page.locator("main button[name=elsewhere].quiet"))
    page.fill("#names-text", "Tesfalem")
    no_wider_than_the_phone(page)
    go_on(page)
    expect(page.locator("main .elements")).to_contain_text("Tesfalem")
    leads_on(page.locator("main button[name=remove]"))
    expect(page.locator("main .elements")).to_have_count(0)
    leads_on(page.locator("main button[name=restore]"))
    expect(page.locator("main .elements")).to_contain_text("Tesfalem")


def until(page: Page, address: str) -> None:
    """Goes on to a page further down the way."""
    while not page.url.endswith(address):
        no_wider_than_the_phone(page)
        go_on(page)


def reopens(page: Page, address: str) -> None:
    """From the receipt to the case, and once more through the door."""
    reference = page.locator(".receipt .code").first.inner_text()
    words = page.locator(".words li").all_inner_texts()
    assert len(words) == 5
    no_wider_than_the_phone(page)
    go_on(page)
    expect(page.locator("main")).to_contain_text(NAME)
    no_wider_than_the_phone(page)
    page.goto(f"{address}/open")
    page.fill("#reference", reference)
    page.fill("#words", " ".join(words))
    go_on(page)
    expect(page.locator("main")).to_contain_text(NAME)
    withdraws(page, address, reference, words)


def withdraws(page: Page, address: str, reference: str, words: list[str]) -> None:
    """The search is erased with its reference and its words, and its page opens no more."""
    page.goto(f"{address}/case/erase")
    no_wider_than_the_phone(page)
    page.fill("#reference", reference)
    page.fill("#words", " ".join(words))
    leads_on(page.locator("main form button.danger"))
    expect(page).to_have_url(re.compile(r"/erased$"))
    no_wider_than_the_phone(page)


def go_on(page: Page) -> None:
    """Presses the page's main button."""
    leads_on(page.locator("main button[value=save]"))


def no_wider_than_the_phone(page: Page) -> None:
    """Nothing sticks out sideways."""
    boxes = page.locator("main *:visible").evaluate_all(_EDGES)
    assert boxes
    assert [(left, right) for left, right in boxes if not -1 <= left <= right <= PHONE["width"] + 1] == [], page.url


def test_the_enter_key_goes_on_and_does_not_change_the_language(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.goto(f"{address}/search/names?lang=en")
    page.fill("#names-full", NAME)
    with page.expect_navigation():
        page.press("#names-full", "Enter")
    expect(page).to_have_url(f"{address}/search/parents")
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("place", ["/search/marks", "/search/mark/1", "/search/age", "/search/phone/1"])
def test_controls_are_large_enough_for_a_thumb(phone: BrowserContext, address: str, place: str) -> None:
    page = phone.new_page()
    page.goto(f"{address}{place}")
    controls = page.locator(
        "main input:visible:not([type=radio], [type=checkbox]), main select:visible, .choice:visible, .button:visible, "
        ".leave, .languages > *:visible"
    )
    boxes = [box for control in controls.all() if (box := control.bounding_box())]
    assert boxes
    assert [box["height"] for box in boxes if box["height"] < 44 and box["height"] > 1] == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_quick_exit_is_the_first_stop_of_the_tab_key(page: Page, address: str) -> None:
    page.goto(f"{address}/search/names")
    page.keyboard.press("Tab")
    expect(page.locator("#leave")).to_be_focused()


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("press", ["key", "link"])
def test_one_press_leaves_the_page_without_a_way_back(chromium: Browser, address: str, press: str) -> None:
    opened = chromium.new_context(viewport=PHONE)
    opened.route(NEUTRAL, lambda route: route.fulfill(body="<p>neutral</p>", content_type="text/html"))
    page = opened.new_page()
    page.goto(f"{address}/how-it-works")
    if press == "key":
        page.keyboard.press("Escape")
        page.keyboard.press("Shift+A")
        page.keyboard.press("Shift+B")
        page.keyboard.press("Shift")
        expect(page.locator("h1")).to_be_visible()
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
    else:
        leaves(page.locator("#leave"))
    expect(page.get_by_text("neutral")).to_be_visible()
    assert page.url == NEUTRAL
    page.go_back()
    assert page.url == "about:blank"
    opened.close()
