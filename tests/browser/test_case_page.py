"""The page of a search on a phone without scripts: short, however much is in it, and each link of it can be pressed."""

import uuid

import pytest
from playwright.sync_api import Browser, Page, expect

from search.filing.reporting_found_persons import report_found
from search.proposing.worker import Worker
from search.vocabulary import OrganisationKind
from tests.browser.test_family import go_on, no_wider_than_the_phone
from tests.fixtures.browser import PHONE, stays
from tests.fixtures.serving import serving
from tests.fixtures.staff import SHELTER, add_staff
from tests.fixtures.visitor import Visitor
from tests.search.consents_given import SHELTERS
from tests.search.scene import found
from tests.web.family.test_consents import answers
from tests.web.family.test_new_search import receipt
from tests.web.family.test_party import seeks_another
from web.context import Context
from web.family import create_family

pytestmark = pytest.mark.browser
# The page was six screens long before its parts were folded, and five when each task stood in it.
SCREENS = 2.5
REACH = {"contacts-kind": "phone", "contacts-value": "+4915112345678", "contacts-may_say": "why_to_me_only"}
ADDED = (
    ("/case/change/height", {"height": "170"}),
    ("/case/change/parents", {"names-father": "Kidane", "names-mother": "Letebrhan"}),
    ("/case/change/marks", {"marks-answer": "none"}),
)
ALLOWED = tuple(f"/case/consents/{purpose}/network/{SHELTERS.code}" for purpose in ("sharing", "naming"))


def short_and_no_wider(page: Page) -> None:
    """Nothing has to be pushed aside, and the page is read in two screens and a half."""
    no_wider_than_the_phone(page)
    box = page.locator("main").bounding_box()
    assert box is not None
    assert box["height"] < SCREENS * PHONE["height"], page.url


def opens_every_fold(page: Page) -> None:
    """Press what is folded, and what is folded inside that."""
    while page.locator("main details:not([open]) > summary:visible").count():
        stays(page.locator("main details:not([open]) > summary:visible").first)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_search_of_the_short_door_and_one_with_much_in_it_fit_two_screens_and_a_half(
    chromium: Browser, context: Context
) -> None:
    app = create_family(context)
    at_home = Visitor(app.test_client())
    reference, words = files_by_the_short_door(at_home)
    compares_with_a_report(context)
    with serving(app.wsgi_app) as address:
        phone = chromium.new_context(viewport=PHONE, java_script_enabled=False, base_url=address)
        page = phone.new_page()
        page.goto("/open")
        page.fill("#reference", reference)
        page.fill("#words", " ".join(words))
        go_on(page)
        looks_well(page)
        lives_on(at_home)
        compares_with_a_report(context)
        looks_well(page)
        no_link_is_dead(page)
        phone.close()


def files_by_the_short_door(visitor: Visitor) -> tuple[str, list[str]]:
    """A name and nothing else: so nobody can reach the family, which the page says."""
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": "Amina Warsame"})
    visitor.sends("/search/last", {})
    visitor.sends("/search/reach", {"go": "start"})
    told = receipt(visitor.page)
    visitor.sends("/filed")
    return told


def compares_with_a_report(context: Context) -> None:
    """Somebody reports somebody else, and the search is compared with that."""
    clerk = add_staff(context, f"clerk {uuid.uuid4()}", SHELTER, OrganisationKind.SHELTER)
    with context.database.transaction() as session:
        report_found(session, clerk, found("Wilmar Invented"), now=context.clock())
    Worker(context.database, context.clock).match_all()


def lives_on(visitor: Visitor) -> None:
    """Much is added, shelters are allowed, and two more people are searched for."""
    for address, typed in (("/case/change/contact/1", REACH), *ADDED):
        visitor.goes_to(address)
        visitor.sends(address, typed)
    for address in ALLOWED:
        answers(visitor, address, "yes")
    for _ in range(2):
        seeks_another(visitor)


def looks_well(page: Page) -> None:
    """In each language short, with one main button, and with the two or three things in sight that are missed most."""
    for tag in ("en", "es", "ar"):
        page.goto(f"/case?lang={tag}")
        short_and_no_wider(page)
        expect(page.locator("main .button:not(.quiet):visible")).to_have_count(1)
        expect(page.locator("main a[href='/case/change/only-you']:visible")).to_have_count(1)
        asked_to_be_reached = page.locator("main .warm a").count()
        expect(page.locator("main .tasks > li:visible")).to_have_count(3 - asked_to_be_reached)


def no_link_is_dead(page: Page) -> None:
    """Every link is there for whoever opens the folds, and leads to a page."""
    opens_every_fold(page)
    links = page.locator("main a")
    expect(page.locator("main a:visible")).to_have_count(links.count())
    no_wider_than_the_phone(page)
    for link in sorted({str(one.get_attribute("href")) for one in links.all()}):
        assert page.request.get(link).ok, link
