"""A relative who reads no lists: a mark and a garment are chosen on pictures, on a phone, without scripts."""

import itertools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from i18n.locales import LocaleRow
from tests.fixtures.browser import PHONE, leads_on, stays
from tests.fixtures.databases import once_on_postgresql
from tests.fixtures.languages import walked
from tests.fixtures.serving import serving
from web.context import Context
from web.family import create_family

pytestmark = pytest.mark.browser

_EDGES = "shown => shown.map(one => one.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"


@pytest.fixture
def begun(context: Context, chromium: Browser) -> Iterator[Page]:
    """A search of which the name is told, on a small phone with scripts switched off."""
    with serving(create_family(context).wsgi_app) as address:
        phone = chromium.new_context(viewport=PHONE, java_script_enabled=False, base_url=address)
        page = phone.new_page()
        page.goto("/search/names")
        page.fill("#names-full", "Amina Warsame")
        goes_on(page)
        yield page
        phone.close()


def goes_on(page: Page) -> None:
    leads_on(page.locator("main .buttons button[value=save]"))


def _overlap(one: list[float], other: list[float]) -> bool:
    """Whether two boxes (left, top, right, bottom) lie on one another by more than a hair."""
    return all(min(one[edge + 2], other[edge + 2]) - max(one[edge], other[edge]) > 1 for edge in (0, 1))


@once_on_postgresql("row", walked(), [row.tag for row in walked()])
def test_a_tattoo_on_the_left_forearm_is_told_in_three_presses(begun: Page, row: LocaleRow) -> None:
    begun.goto(f"/search/mark/1?lang={row.tag}")
    expect(begun.locator("main input:checked")).to_have_count(0)
    stays(begun.locator(".picture:has([value=tattoo])"))
    goes_on(begun)
    expect(begun.locator("main input:checked")).to_have_count(0)
    stays(begun.locator(".drawing.front [value='forearm.left']"))
    words = begun.locator(".drawing.front label:has(:checked) bdi")
    expect(words).to_be_visible()
    goes_on(begun)
    stays(begun.locator(".picture:has([value=anchor])"))
    goes_on(begun)
    begun.goto("/search/mark-place/1")
    expect(begun.locator("main input[type=radio]:checked")).to_have_value("forearm.left")
    assert begun.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_their_left_is_on_the_same_side_of_the_drawing_in_every_script(begun: Page) -> None:
    middles = {}
    for tag in ("en", "ar"):
        begun.goto(f"/search/mark-place/1?lang={tag}")
        drawing = begun.locator(".drawing.front .canvas").bounding_box()
        left = begun.locator(".drawing.front label:has([value='hand.left'])").bounding_box()
        assert drawing is not None
        assert left is not None
        middles[tag] = (left["x"] - drawing["x"]) / drawing["width"]
    assert middles["en"] == pytest.approx(middles["ar"], abs=0.02)
    assert middles["en"] > 0.8


@once_on_postgresql("row", walked(), [row.tag for row in walked()])
def test_words_of_the_parts_of_a_jaw_do_not_lie_on_one_another_and_tell_the_side_to_the_ear(
    begun: Page, row: LocaleRow
) -> None:
    begun.goto(f"/search/mark/1?lang={row.tag}")
    stays(begun.locator(".picture:has([value=gold_tooth])"))
    goes_on(begun)
    boxes = begun.locator(".spot.rough bdi").evaluate_all(_EDGES)
    assert len(boxes) == 6
    assert [pair for pair in itertools.combinations(boxes, 2) if _overlap(*pair)] == []
    names = begun.locator(".spot.rough").all_text_contents()
    assert len(set(names)) == 6


def test_a_garment_is_chosen_by_its_picture_and_its_colour(begun: Page) -> None:
    begun.goto("/search/thing/1")
    stays(begun.locator(".picture:has([value=headscarf])"))
    goes_on(begun)
    stays(begun.locator(".picture:has([value=green])"))
    goes_on(begun)
    begun.goto("/search/belongings")
    expect(begun.locator("main .elements")).to_contain_text("Headscarf · Green")
