"""An evening with the list: twenty pairs by keyboard alone, on a phone within three screens, readable for everybody."""

import uuid
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sqlalchemy import select

from search.models import Judgement
from search.vocabulary import OrganisationKind
from tests.fixtures.browser import PHONE, leads_on, stays
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

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("readers_are_asked")]
EVENING = 20
SCREENS = 3
# Milliseconds until a page stands that is asked of a busy machine.
PATIENCE = 20_000


@pytest.fixture
def engine_name() -> str:
    """What a browser makes of pages is the same, whoever keeps the rows."""
    return "sqlite"


@pytest.fixture
def pairs(context: Context) -> list[uuid.UUID]:
    """As many pairs as an evening has, of as many searches."""
    add_staff_with_password(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE)
    clerk = add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    return [likely_pair(context, clerk, number) for number in range(EVENING)]


@pytest.fixture
def pair(context: Context) -> uuid.UUID:
    """One pair."""
    add_staff_with_password(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE)
    return likely_pair(context, add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER))


@pytest.fixture
def address(context: Context) -> Iterator[str]:
    """Where the committee's portal is served."""
    with serving(mounted("/committee", create_committee(context))) as url:
        yield f"{url}/committee"


def sign_in(page: Page, address: str) -> None:
    """Through the form."""
    page.goto(f"{address}/")
    page.get_by_label("Login").fill("ana")
    page.get_by_label("Password").fill(PASSWORD)
    leads_on(page.get_by_role("button", name="Sign in"))


@pytest.mark.usefixtures("pairs")
def test_twenty_pairs_are_read_and_decided_without_a_mouse(page: Page, address: str, context: Context) -> None:
    sign_in(page, address)
    expect(page.locator('[data-key="s"]')).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("s")
    for number in range(EVENING):
        expect(page.get_by_role("heading", name="Do you know these people?")).to_be_visible(timeout=PATIENCE)
        page.wait_for_load_state()
        page.keyboard.press("o")
        expect(page.locator('[data-key="o"]')).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#decision")).to_be_attached(timeout=PATIENCE)
        page.wait_for_load_state()
        page.keyboard.press("1")
        expect(page.locator("#reasons input").first).to_be_checked()
        verdict = "xnu"[number % 3]
        page.keyboard.press(verdict)
        # The key reaches the button, and decides nothing.
        expect(page.locator(f'[data-key="{verdict}"]')).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Your decision was kept.")).to_be_visible(timeout=PATIENCE)
    with context.database.reading() as session:
        kept = session.scalars(select(Judgement)).all()
    assert len({one.proposal_id for one in kept}) == len(kept) == EVENING
    assert {one.kind for one in kept} == {"positive", "negative", "unsure"}


@pytest.mark.usefixtures("pairs")
def test_j_and_k_go_through_the_list_and_typing_is_left_alone(page: Page, address: str) -> None:
    sign_in(page, address)
    rows = page.locator("[data-row]")
    expect(rows.first).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("#keys dl")).to_be_visible()
    page.goto(f"{address}/look-up")
    page.get_by_label("Name").fill("")
    page.get_by_label("Name").press_sequentially("jsxn?")
    expect(page.get_by_label("Name")).to_have_value("jsxn?")


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_on_a_phone_the_decision_is_within_three_screens_and_one_touch_away(
    chromium: Browser, viewport: ViewportSize, address: str, pair: uuid.UUID
) -> None:
    without = chromium.new_context(viewport=viewport, java_script_enabled=False)
    page = without.new_page()
    sign_in(page, address)
    opened(page, address, pair)
    box = page.locator("#decision").bounding_box()
    assert box is not None
    assert box["y"] <= SCREENS * viewport["height"], f"the decision begins at {box['y']:.0f}"
    bar = page.locator("nav.jump")
    expect(bar).to_be_in_viewport()
    stays(bar.get_by_role("link", name="Decide"))
    expect(page.locator("#decision")).to_be_in_viewport()
    without.close()


def opened(page: Page, address: str, pair: uuid.UUID) -> None:
    """The card of a pair, once the question before it was answered."""
    page.goto(f"{address}/cards/{pair}")
    leads_on(page.get_by_role("button", name="I do not know them: open the card"))


def test_the_pages_of_the_list_have_no_fault_that_axe_finds(page: Page, address: str, pair: uuid.UUID) -> None:
    sign_in(page, address)
    faults = {}
    for place in ("", f"cards/{pair}/open", "?tab=mine&country=IT", "batches", "look-up"):
        page.goto(f"{address}/{place}")
        faults[place] = _faults(page)
    opened(page, address, pair)
    for place in (f"cards/{pair}", f"cards/{pair}/rivals", f"cards/{pair}/come-back"):
        page.goto(f"{address}/{place}")
        faults[place] = _faults(page)
    assert {place: found for place, found in faults.items() if found} == {}


def _faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]
