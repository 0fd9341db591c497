"""A consular officer files with a relative, without scripts: two portals, one device, then the relative alone."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from search.vocabulary import OrganisationKind
from tests.browser.test_family import no_wider_than_the_phone
from tests.fixtures.browser import PHONE, leads_on
from tests.fixtures.helping import CONSULATE, HELPER, NAME
from tests.fixtures.serving import serving
from tests.fixtures.staff import PASSWORD, add_staff_with_password
from web.context import Context
from wsgi import compose

pytestmark = pytest.mark.browser
Look = Callable[[Page, str], None]


@pytest.fixture
def address(context: Context) -> Iterator[str]:
    """Where all portals are served; a consular officer has an account."""
    add_staff_with_password(context, HELPER, CONSULATE, OrganisationKind.CONSULATE)
    with serving(compose(context)) as url:
        yield url


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", ["es", "ar"])
def test_an_officer_files_with_a_relative_who_then_opens_the_search_alone(
    chromium: Browser, address: str, tag: str
) -> None:
    device, phone = (chromium.new_context(viewport=PHONE, java_script_enabled=False) for _ in range(2))
    files_and_opens(device.new_page(), phone.new_page(), address, tag, lambda page, _: no_wider_than_the_phone(page))
    for one in (device, phone):
        one.close()


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_its_pages_are_free_of_faults_that_a_machine_can_find(page: Page, chromium: Browser, address: str) -> None:
    faults: list[str] = []

    def look(shown: Page, name: str) -> None:
        faults.extend(f"{name}: {one['id']}" for one in Axe().run(shown).response["violations"])

    phone = chromium.new_context(viewport=PHONE)
    files_and_opens(page, phone.new_page(), address, "en", look)
    phone.close()
    assert faults == []


def files_and_opens(device: Page, phone: Page, address: str, tag: str, look: Look) -> None:
    """The whole way, each page looked at under a name."""
    device.goto(f"{address}/partner/sign-in?lang={tag}")
    device.fill("#login", HELPER)
    device.fill("#password", PASSWORD)
    leads_on(device.locator("main form button").last)
    look(device, "officer home")
    leads_on(device.locator("main a[href='/partner/families']"))
    look(device, "officer page")
    leads_on(device.locator("main form button"))
    if device.locator(f"a[hreflang={tag}]").count():
        leads_on(device.locator(f"a[hreflang={tag}]"))
    look(device, "read aloud")
    expect(device.locator("main input:checked")).to_have_count(0)
    leads_on(device.locator("main .buttons button"))
    look(device, "unanswered")
    device.locator("input[value=yes]").check()
    leads_on(device.locator("main .buttons button"))
    _files(device, phone, address, tag, look)


def _files(device: Page, phone: Page, address: str, tag: str, look: Look) -> None:
    device.fill("#names-full", NAME)
    look(device, "first question")
    leads_on(device.locator("main .buttons button").first)
    for slug, said in (("sharing", "no"), ("naming", "yes")):
        device.goto(f"{address}/search/{slug}")
        look(device, slug)
        leads_on(device.locator("button[value*='about=shelters']"))
        expect(device.locator("main input:checked")).to_have_count(0)
        device.locator(f"#answer_shelters input[value={said}]").check()
        leads_on(device.locator("main .buttons button").first)
    device.goto(f"{address}/search/review")
    look(device, "review")
    leads_on(device.locator("form[action='/search/review'] .buttons button"))
    look(device, "paper")
    reference = device.locator(".code").first.inner_text()
    words = device.locator(".words li").all_inner_texts()
    leads_on(device.locator("form[action='/filed'] button").first)
    look(device, "done")
    device.goto(f"{address}/filed")
    expect(device.locator(".words")).to_have_count(0)
    _opens(phone, address, tag, (reference, words), look)


def _opens(phone: Page, address: str, tag: str, paper: tuple[str, list[str]], look: Look) -> None:
    phone.goto(f"{address}/open?lang={tag}")
    phone.fill("#reference", paper[0])
    phone.fill("#words", " ".join(paper[1]))
    leads_on(phone.locator("main .buttons button"))
    look(phone, "own words")
    assert phone.locator(".words li").all_inner_texts() != paper[1]
    leads_on(phone.locator("form[action='/new-words'] button").first)
    look(phone, "the search")
    expect(phone.locator("main")).to_contain_text(CONSULATE)
