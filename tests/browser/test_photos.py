"""Photos in a real browser: a family sends one from a phone without scripts, in every language that is offered."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from tests.browser.test_family import NAME, go_on, no_wider_than_the_phone
from tests.fixtures.browser import PHONE, leads_on, stays
from tests.fixtures.databases import once_on_postgresql
from tests.fixtures.languages import walked
from tests.fixtures.photos import with_places
from tests.fixtures.serving import serving
from tests.search.photos.drawn import planted
from web.context import Context
from web.family import create_family

pytestmark = pytest.mark.browser


@pytest.fixture
def address(context: Context, tmp_path: Path) -> Iterator[str]:
    """Where the family portal is served."""
    with serving(create_family(with_places(context, tmp_path)).wsgi_app) as url:
        yield url


@once_on_postgresql("row", walked(Catalogue.FAMILY), [row.tag for row in walked(Catalogue.FAMILY)])
def test_a_photo_is_sent_looked_at_and_removed_on_a_phone_without_scripts(
    chromium: Browser, address: str, row: LocaleRow
) -> None:
    phone = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = phone.new_page()
    files_a_search(page, address, row.tag)
    page.goto(f"{address}/case")
    stays(page.locator("main details:has(a[href='/case/photos']) > summary"))
    leads_on(page.locator("a[href='/case/photos']"))
    sends_a_photo(page)
    no_wider_than_the_phone(page)
    page.goto(f"{address}/case/photos")
    no_wider_than_the_phone(page)
    picture = page.locator(".photos img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    leads_on(page.locator(".photos .link-button"))
    no_wider_than_the_phone(page)
    assert page.locator("figure img").bounding_box() is not None
    leads_on(page.locator("button.danger"))
    leads_on(page.locator("button.danger"))
    expect(page).to_have_url(re.compile("removed=1"))
    expect(page.locator(".photos")).to_have_count(0)
    phone.close()


def files_a_search(page: Page, address: str, tag: str) -> None:
    """The shortest way: one name."""
    page.goto(f"{address}/search/names?lang={tag}")
    page.fill("#names-full", NAME)
    go_on(page)
    page.goto(f"{address}/search/review")
    go_on(page)
    go_on(page)


def sends_a_photo(page: Page) -> None:
    page.set_input_files("#photo", {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": planted()["JPEG"]})
    page.locator("input[name=kind]").first.check()
    page.fill("#words", "the scar")
    leads_on(page.locator("main form .button"))
    expect(page).to_have_url(re.compile("added=1"))
