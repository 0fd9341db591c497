"""A mortuary in a real browser: it sends the sheet it keeps, after correcting what was not understood."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, expect

from search.vocabulary import OrganisationKind
from tests.fixtures.browser import DESKTOP, PHONE, leads_on, stays
from tests.fixtures.databases import once_on_postgresql
from tests.fixtures.serving import serving
from tests.fixtures.staff import PASSWORD, add_staff_with_password, mounted
from web.context import Context
from web.partner import create_partner

pytestmark = pytest.mark.browser

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHEET = "\r\n".join(
    (
        "N° Exp.;Fecha del hallazgo;Lugar;Nombre y Apellidos;Sexo;Edad;Apodo o alias;Código",
        "M-1/25;03/04/2025;Playa de Motril;Íñigo Peñaranda;H;25-35;Nacho;aa",
        "M-2/25;05/04/2025;Puerto de Almería;Fátima Núñez;M;30;;bb",
        "",
    )
).encode("cp1252")


@pytest.fixture
def address(context: Context) -> Iterator[str]:
    """Where the partner's portal is served."""
    add_staff_with_password(context, "pathologist", "Morgue Invented", OrganisationKind.MORTUARY)
    with serving(mounted("/partner", create_partner(context))) as url:
        yield f"{url}/partner"


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_label("Login").fill("pathologist")
    page.get_by_label("Password").fill(PASSWORD)
    leads_on(page.get_by_role("button", name="Sign in"))


@once_on_postgresql("viewport", [PHONE, DESKTOP], ["phone", "desktop"])
def test_a_sheet_is_corrected_and_sent(page: Page, address: str) -> None:
    sign_in(page, address)
    leads_on(page.get_by_role("link", name="Send a sheet"))
    page.get_by_label("Your sheet").set_input_files(FilePayload(name="libro.csv", mimeType="text/csv", buffer=SHEET))
    leads_on(page.get_by_role("button", name="Read the sheet"))
    # Read in a process of its own: the page asks again until it was.
    expect(page.get_by_role("heading", name="What we understood")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Íñigo Peñaranda").first).to_be_visible()
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    # Nothing is sent before the questions are answered.
    expect(page.get_by_role("button", name="Send 2 records")).to_have_count(0)
    while page.locator("li.card.doubtful").count():
        question = page.locator("li.card.doubtful").first
        nickname = question.get_by_role("heading", name="Apodo o alias").count()
        question.get_by_role("radio", name="Nickname" if nickname else "kept as words").check()
        leads_on(page.get_by_role("button", name="Read the sheet again with my answers"))
        expect(page.get_by_role("heading", name="What we understood")).to_be_visible(timeout=60_000)
        page.wait_for_load_state()
    leads_on(page.get_by_role("button", name="Send 2 records"))
    expect(page.get_by_role("heading", name="Your sheet is stored")).to_be_visible(timeout=60_000)
    leads_on(page.get_by_role("link", name="Look at your reports"))
    expect(page.get_by_text("Fátima Núñez")).to_be_visible()


@once_on_postgresql("viewport", [PHONE, DESKTOP], ["phone", "desktop"])
def test_a_mark_is_chosen_on_the_drawing_without_script_and_without_losing_what_was_typed(
    chromium: Browser, address: str, viewport: ViewportSize
) -> None:
    page = chromium.new_context(viewport=viewport, java_script_enabled=False).new_page()
    sign_in(page, address)
    page.goto(f"{address}/report/body")
    page.get_by_label("Body tag").fill("LMP-12")
    page.locator("[name=marks-0-words]").fill("a heart")
    leads_on(page.locator("button[name=pictures][value=marks-0]"))
    page.get_by_role("radio", name="Tattoo").check()
    drawing = page.get_by_role("group", name="From the front")
    stays(drawing.get_by_role("radio", name="Forearm · On their left"))
    expect(drawing.get_by_text("Forearm · On their left")).to_be_visible()
    page.get_by_role("radio", name="An anchor").check()
    leads_on(page.get_by_role("button", name="Back to the form with this"))
    typed = {name: page.locator(f"[name=marks-0-{name}]").input_value() for name in ("kind", "place", "side", "motif")}
    assert typed == {"kind": "tattoo", "place": "forearm", "side": "left", "motif": "anchor"}
    assert page.locator("[name=marks-0-words]").input_value() == "a heart"
    assert page.get_by_label("Body tag").input_value() == "LMP-12"
    page.context.close()


def test_a_place_is_chosen_with_the_keyboard_alone(page: Page, address: str) -> None:
    sign_in(page, address)
    page.goto(f"{address}/report/body")
    leads_on(page.locator("button[name=pictures][value=marks-0]"))
    front = page.get_by_role("group", name="From the front")
    front.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(front.get_by_role("radio", name="Neck")).to_be_checked()
    expect(front.get_by_text("Neck")).to_be_visible()
    front.get_by_role("radio", name="Neck").press("Enter")
    expect(page.locator("[name=marks-0-place]")).to_have_value("neck")


@once_on_postgresql("viewport", [PHONE, DESKTOP], ["phone", "desktop"])
@pytest.mark.parametrize("row", ["marks-0", "effects-0"])
def test_the_pages_of_pictures_can_be_used_by_everybody(page: Page, address: str, row: str) -> None:
    sign_in(page, address)
    page.goto(f"{address}/report/body")
    leads_on(page.locator(f"button[name=pictures][value={row}]"))
    # What stays above the page lies on some button of any long page; it is looked at on pages of its own.
    page.locator("body > aside").evaluate_all("strips => strips.forEach(strip => strip.remove())")
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert [one["id"] for one in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@once_on_postgresql("viewport", [PHONE, DESKTOP], ["phone", "desktop"])
def test_a_body_is_reported_part_by_part_without_script_on_pages_that_everybody_can_use(
    chromium: Browser, address: str, viewport: ViewportSize
) -> None:
    page = chromium.new_context(viewport=viewport, java_script_enabled=False).new_page()
    sign_in(page, address)
    page.goto(f"{address}/report/mortuary")
    page.get_by_label("Body tag").fill("LMP-12")
    leads_on(page.get_by_role("button", name="Save and continue").last)
    page.get_by_label("Or in your own words").fill("03/04/2026")
    leads_on(page.get_by_role("button", name="Samples"))
    page.get_by_label("Number of the sample").fill("M-77")
    leads_on(page.get_by_role("button", name="Look it over and send"))
    expect(page.get_by_text("M-77")).to_be_visible()
    leads_on(page.get_by_role("button", name="Send this report").last)
    page.get_by_role("radio", name="April 3, 2026").or_(page.get_by_role("radio", name="3 April 2026")).check()
    leads_on(page.get_by_role("button", name="Send this report").last)
    expect(page.get_by_role("heading", name="Your report is stored")).to_be_visible()
    page.context.close()


@once_on_postgresql("viewport", [PHONE, DESKTOP], ["phone", "desktop"])
def test_the_parts_of_a_report_can_be_used_by_everybody(page: Page, address: str) -> None:
    sign_in(page, address)
    page.goto(f"{address}/report/mortuary")
    form = page.url.rpartition("/")[0]
    page.get_by_label("Body tag").fill("LMP-12")
    leads_on(page.get_by_role("button", name="Save and go on later"))
    for place in (f"{address}/report", *(f"{form}/{part}" for part in ("recovery", "samples", "photos", "review"))):
        page.goto(place)
        # What stays above the page lies on some button of any long page; it is looked at on pages of its own.
        page.locator("body > aside").evaluate_all("strips => strips.forEach(strip => strip.remove())")
        found = Axe().run(page, options={"runOnly": STANDARDS})
        assert [one["id"] for one in found.response["violations"]] == [], place
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
