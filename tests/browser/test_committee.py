"""A committee in a real browser: one reader judges that it is the same person, a second one agrees."""

import uuid
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from search.vocabulary import OrganisationKind
from tests.fixtures.browser import DESKTOP, PHONE, leads_on
from tests.fixtures.databases import once_on_postgresql
from tests.fixtures.serving import serving
from tests.fixtures.staff import (
    COMMITTEE,
    PASSWORD,
    SHELTER,
    add_staff,
    add_staff_with_password,
    likely_pair,
    mounted,
)
from web.committee import create_committee
from web.context import Context

pytestmark = pytest.mark.browser


@pytest.fixture
def pair(context: Context) -> uuid.UUID:
    """A pair that nobody has read."""
    for login in ("ana", "berta"):
        add_staff_with_password(context, login, COMMITTEE, OrganisationKind.COMMITTEE)
    return likely_pair(context, add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER))


@pytest.fixture
def address(context: Context) -> Iterator[str]:
    """Where the committee's portal is served."""
    with serving(mounted("/committee", create_committee(context))) as url:
        yield f"{url}/committee"


def sign_in(page: Page, address: str, login: str) -> None:
    """Through the form."""
    page.goto(f"{address}/")
    page.get_by_label("Login").fill(login)
    page.get_by_label("Password").fill(PASSWORD)
    leads_on(page.get_by_role("button", name="Sign in"))


def no_wider_than_the_window(page: Page) -> None:
    """Nothing has to be pushed aside to be read."""
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def opens_the_first(page: Page) -> str:
    """The first pair of the list; returns its address."""
    leads_on(page.locator(".queue a").first)
    expect(page.get_by_role("heading", name="Your decision")).to_be_visible()
    no_wider_than_the_window(page)
    return page.url.partition("?")[0]


@once_on_postgresql("viewport", [PHONE, DESKTOP], ["phone", "desktop"])
@pytest.mark.usefixtures("pair")
def test_two_readers_agree_and_neither_sees_what_the_other_said(
    page: Page, chromium: Browser, viewport: ViewportSize, address: str
) -> None:
    sign_in(page, address, "ana")
    no_wider_than_the_window(page)
    heading = page.get_by_role("heading", level=1).bounding_box()
    assert heading is not None
    assert heading["y"] < PHONE["height"] / 2, "The menu pushes the page itself down."
    card = opens_the_first(page)
    page.get_by_label("Names", exact=True).check()
    page.get_by_label("In your own words").fill("The scar too.")
    leads_on(page.get_by_role("button", name="The same person", exact=True))
    page.goto(card)
    expect(page.locator("#judgements ~ ol")).to_contain_text("The scar too.")
    expect(page.get_by_role("button", name="Undo my decision")).to_be_visible()
    expect(page.get_by_text("A second reader must be a different person.")).to_be_visible()

    second = chromium.new_context(viewport=viewport, java_script_enabled=False)
    other = second.new_page()
    sign_in(other, address, "berta")
    other.goto(f"{address}/?tab=awaiting_second")
    assert opens_the_first(other) == card
    expect(other.get_by_text("1 other reader has decided on this pair.")).to_be_visible()
    other.get_by_label("Names", exact=True).check()
    leads_on(other.get_by_role("button", name="The same person", exact=True))
    other.goto(card)
    expect(other.get_by_role("button", name="Undo my decision")).to_be_visible()
    expect(other.get_by_text("The scar too.")).to_have_count(0)
    no_wider_than_the_window(other)
    second.close()
