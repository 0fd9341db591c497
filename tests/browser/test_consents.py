"""Consents in a real browser: given, changed and taken back on a phone without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from search.accounts.organisations import find_or_add_organisation
from search.vocabulary import OrganisationKind
from tests.browser.test_case_page import short_and_no_wider
from tests.browser.test_family import no_wider_than_the_phone
from tests.browser.test_photos import files_a_search
from tests.fixtures.browser import PHONE, leads_on, stays
from tests.fixtures.serving import serving
from web.context import Context
from web.family import create_family

pytestmark = pytest.mark.browser
# Who may see a search, folded on its page.
SEEN = ".folds details:has(a[href='/case/consents/sharing']):has(a[href='/case/committee'])"


@pytest.fixture
def address(context: Context) -> Iterator[str]:
    """Where the family portal is served; ten shelters take part."""
    with context.database.transaction() as session:
        for number in range(10):
            find_or_add_organisation(session, f"Casa Invented {number}", OrganisationKind.SHELTER)
    with serving(create_family(context).wsgi_app) as url:
        yield url


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_an_answer_is_given_changed_and_taken_back_on_a_phone_without_scripts(
    chromium: Browser, address: str, tag: str
) -> None:
    phone = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = phone.new_page()
    files_a_search(page, address, tag)
    page.goto(f"{address}/case")
    short_and_no_wider(page)
    leads_on(sees_who_may(page, address).locator("a[href='/case/consents/sharing']"))
    leads_on(page.locator("a[href='/case/consents/sharing/organisation']"))
    no_wider_than_the_phone(page)
    page.fill("#name", "invented 7")
    leads_on(page.locator("main button"))
    expect(page.locator("main .answers a")).to_have_count(1)
    leads_on(page.locator("main .answers a"))
    no_wider_than_the_phone(page)
    expect(page.locator("main input:checked")).to_have_count(0)
    page.locator("input[value=yes]").check()
    leads_on(page.locator("main .buttons button"))
    expect(page.locator("main .answers strong")).to_have_count(1)
    changed_with_two_presses(page, address)
    taken_back_with_two_presses(page, address)
    phone.close()


def sees_who_may(page: Page, address: str) -> Locator:
    """On the page of the search, what was answered; it is folded."""
    page.goto(f"{address}/case")
    stays(page.locator(f"{SEEN} > summary"))
    return page.locator(f"{SEEN} > .answers").first


def changed_with_two_presses(page: Page, address: str) -> None:
    leads_on(sees_who_may(page, address).locator(".answers a"))
    leads_on(page.locator("#answer button[value=no]"))
    expect(page.locator("main .answers strong")).to_have_count(0)


def taken_back_with_two_presses(page: Page, address: str) -> None:
    leads_on(sees_who_may(page, address).locator(".answers a"))
    leads_on(page.locator("main .note button"))
    no_wider_than_the_phone(page)
    page.goto(f"{address}/case")
    expect(page.locator("main .answers .answers")).to_have_count(0)
