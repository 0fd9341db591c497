"""A committee in a real browser: from a card to who may have travelled along, and to what may be told of twice."""

import datetime
import uuid
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sqlalchemy import insert, select

from matching import Engine
from matching.record import Event, PartialDate, PersonName, Phone, Place
from search.access import ANYONE, OPERATOR, WORKER
from search.accounts.new_family_words import prepare_words
from search.commands import RegisterSearch
from search.documents import Description, Identifiers, Journey
from search.filing.registering_searches import register_search
from search.groups.incident_import import regroup
from search.models import Incident, Record
from search.proposing.duplicate_finding import find_duplicates, store_duplicates
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow
from search.vocabulary import OrganisationKind
from tests.browser.test_committee import no_wider_than_the_window, sign_in
from tests.fixtures.browser import DESKTOP, PHONE, leads_on, stays
from tests.fixtures.databases import once_on_postgresql
from tests.fixtures.portals import NOW
from tests.fixtures.serving import serving
from tests.fixtures.staff import COMMITTEE, SHELTER, add_staff, add_staff_with_password, likely_pair, mounted
from web.committee import create_committee
from web.context import Context

pytestmark = pytest.mark.browser
DAY = datetime.date(2025, 6, 1)


@pytest.fixture
def pair(context: Context) -> uuid.UUID:
    """A pair whose person was on the way with others, near a shipwreck, and is looked for by a brother too."""
    add_staff_with_password(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE)
    proposal = likely_pair(context, add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER))
    with context.database.transaction() as session:
        session.execute(insert(Incident), [_shipwreck(number) for number in range(2)])
        register_search(
            session,
            ANYONE,
            _travelling("Hiwet Gebremeskel Asfaha", "Tesfalem Kidanemariam"),
            prepare_words("en"),
            now=NOW,
        )
        register_search(session, ANYONE, _travelling("حسين عبد الكريم الزبيري"), prepare_words("en"), now=NOW)
        brother = Description(names=(PersonName("Tesfalem Kidanemariam"),), birth=PartialDate(_BORN, _BORN))
        numbers = Identifiers(phones=(Phone("+46701234567"),))
        register_search(
            session, ANYONE, RegisterSearch(sought=brother, identifiers=numbers), prepare_words("en"), now=NOW
        )
        rows = [RecordRow(*row) for row in session.execute(select(*ROW_COLUMNS).order_by(Record.number))]
        alike = find_duplicates(session, WORKER, rows, PreparedRecords(Engine.load()))
        store_duplicates(session, WORKER, alike, now=NOW)
        regroup(session, OPERATOR, after=0)
    return proposal


@pytest.fixture
def address(context: Context) -> Iterator[str]:
    """Where the committee's portal is served."""
    with serving(mounted("/committee", create_committee(context))) as url:
        yield f"{url}/committee"


@once_on_postgresql("viewport", [PHONE, DESKTOP], ["phone", "desktop"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_reader_goes_from_the_card_to_the_group(page: Page, address: str, pair: uuid.UUID, language: str) -> None:
    sign_in(page, address, "ana")
    page.goto(f"{address}/cards/{pair}?lang={language}")
    no_wider_than_the_window(page)
    stays(page.locator("#group > summary"))
    leads_on(page.locator("#group p a").first)
    expect(page.locator("#incidents ~ ol").first).to_contain_text("off Zuwara")
    expect(page.locator("#members ~ ol")).to_contain_text("Hiwet Gebremeskel Asfaha")
    no_wider_than_the_window(page)


@once_on_postgresql("viewport", [PHONE, DESKTOP], ["phone", "desktop"])
def test_a_reader_answers_without_scripts(
    chromium: Browser, viewport: ViewportSize, address: str, pair: uuid.UUID
) -> None:
    context = chromium.new_context(viewport=viewport, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, address, "ana")
    page.goto(f"{address}/cards/{pair}")
    leads_on(page.locator("#duplicates ~ ol").get_by_role("button", name="I cannot tell"))
    expect(page.locator("#duplicates ~ ol").first).to_contain_text("You")
    stays(page.get_by_text("More pages"))
    leads_on(page.get_by_role("link", name="Possible duplicates"))
    leads_on(page.get_by_role("button", name="Take back my judgement"))
    leads_on(page.get_by_role("button", name="Different people"))
    expect(page.get_by_text("No two of your searches seem to be about one person.")).to_be_visible()
    context.close()


_BORN = datetime.date(1990, 5, 6)


def _travelling(name: str, companion: str = "") -> RegisterSearch:
    companions = (PersonName(companion),) if companion else ()
    event = Event(PartialDate(DAY, DAY), Place("Zuwara", ("LY",), 32.93, 12.08))
    return RegisterSearch(
        sought=Description(names=(PersonName(name),), event=event, journey=Journey(companions=companions))
    )


def _shipwreck(number: int) -> dict[str, object]:
    return {
        "source_id": f"2025.INV{number:04}",
        "first_day": DAY,
        "last_day": DAY.replace(day=30) if number else DAY,
        "latitude": 33.2 + number / 10,
        "longitude": 12.1,
        "place": "20 km off Zuwara, Libya, while a second boat was being towed back to the coast",
        "route": "Central Mediterranean",
        "region": "Mediterranean",
        "origins": "",
        "dead": 3 if number else None,
        "missing": 1040,
        "survivors": 12 if number else None,
        "source": "Invented Gazette, Invented Coast Guard via an invented agency",
    }
