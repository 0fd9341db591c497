"""Who asks, in a real browser without scripts: a talk, a claim that is checked, and a number behind its conditions."""

import uuid
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from matching.record import IdentityDocument, Phone, PhoneRole
from search.documents import Contact, ControlQuestion, Filing, Identifiers
from search.vocabulary import ContactKind, MaySay, OrganisationKind, Relationship
from tests.browser.test_committee import no_wider_than_the_window, sign_in
from tests.fixtures.browser import DESKTOP, PHONE, leads_on
from tests.fixtures.databases import once_on_postgresql
from tests.fixtures.serving import serving
from tests.fixtures.staff import (
    COMMITTEE,
    SHELTER,
    add_staff,
    add_staff_with_password,
    likely_pair,
    mounted,
)
from web.committee import create_committee
from web.context import Context

pytestmark = pytest.mark.browser

Look = Callable[[Page, str], None]
FILING = Filing(
    relationship=Relationship.MOTHER,
    contacts=(
        Contact(
            kind=ContactKind.PHONE,
            value="+46701234000",
            safe_hours="after 18:00",
            may_say=MaySay.WHY_TO_ME_ONLY,
            languages=("ti",),
        ),
        Contact(value="+2917000203"),
    ),
    control_questions=(ControlQuestion(question="What was the dog called?", answer="Kibo"),),
)
NUMBERS = Identifiers(phones=(Phone("+46701234000", PhoneRole.ENQUIRER),), documents=(IdentityDocument("K01234000"),))


@pytest.fixture
def pair(context: Context) -> uuid.UUID:
    """A pair whose family answered some conditions, and left one question."""
    add_staff_with_password(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE)
    clerk = add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    return likely_pair(context, clerk, filing=FILING, identifiers=NUMBERS)


@pytest.fixture
def address(context: Context) -> Iterator[str]:
    """Where the committee's portal is served."""
    with serving(mounted("/committee", create_committee(context))) as url:
        yield f"{url}/committee"


def checks(page: Page, address: str, pair: uuid.UUID, tag: str, look: Look) -> None:
    """One evening: somebody spoke with the family, somebody else claims to hold the person."""
    sign_in(page, address, "ana")
    page.goto(f"{address}/talks?lang={tag}")
    look(page, "families to speak with")
    leads_on(page.locator("main .elements a").first)
    page.fill("#held_on", "2026-02-20")
    page.fill("#language", "Tigrinya")
    page.fill("#with_whom", "Letebrhan")
    leads_on(page.locator("#answers .button"))
    look(page, "talks")
    page.goto(f"{address}/cards/{pair}/contacts")
    page.fill("#reason", "to ask the family about the scar")
    leads_on(page.locator("#answers .button"))
    look(page, "contacts")
    page.goto(f"{address}/cards/{pair}")
    leads_on(page.locator("main a[href*='/claim']"))
    look(page, "claim")
    page.locator("input[value=holds_person]").check()
    page.fill("#words", "a man called and says that he holds her")
    leads_on(page.locator("#answers .button"))
    look(page, "question")
    page.fill("#said", "Rex")
    leads_on(page.locator("#answers .button"))
    look(page, "right answer")
    page.locator("input[value=not_supplied]").check()
    leads_on(page.locator("#answers .button"))
    look(page, "compared")


def fits(page: Page, _name: str) -> None:
    """Nothing has to be pushed aside, and what is pressed is large enough for a thumb."""
    no_wider_than_the_window(page)
    for control in page.locator("main .button:visible, main label.choice:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44


@once_on_postgresql("viewport", [PHONE, DESKTOP], ["phone", "desktop"])
def test_a_claim_is_checked_without_scripts_in_arabic_too(
    chromium: Browser, viewport: ViewportSize, address: str, pair: uuid.UUID
) -> None:
    opened = chromium.new_context(viewport=viewport, java_script_enabled=False)
    page = opened.new_page()
    checks(page, address, pair, "ar", fits)
    expect(page.locator("main")).to_contain_text("لم يستطع قوله")
    opened.close()


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_its_pages_are_free_of_faults_that_a_machine_can_find(page: Page, address: str, pair: uuid.UUID) -> None:
    faults: list[str] = []

    def look(shown: Page, name: str) -> None:
        shown.wait_for_load_state()
        faults.extend(f"{name}: {one['id']}" for one in Axe().run(shown).response["violations"])

    checks(page, address, pair, "en", look)
    assert faults == []
