"""Asking, protecting, examining and reading answers in a real browser: on a phone without scripts, and by a machine."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from search.access import Actor, ActorKind
from search.accounts.roles import give_roles
from search.models import Account, Approach, ForensicHandover
from search.vocabulary import AgeFinding, OrganisationKind, PersonAnswer, StaffRole
from tests.fixtures.browser import PHONE, leads_on
from tests.fixtures.portals import NOW
from tests.fixtures.serving import serving
from tests.fixtures.staff import PASSWORD, add_staff_with_password, mounted
from tests.search.approaching.met_people import ASKED, agreed, body_pair, member, met, searching, started
from tests.search.approaching.test_asking_person import aged, answered, opened
from tests.search.approaching.test_forensic_handing import handed
from tests.search.scene import Scene
from tests.web.at_work import asking_scene
from web.committee import create_committee
from web.context import Context
from web.partner import create_partner

pytestmark = pytest.mark.browser
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_IN = {
    "rosa": ("Casa Invented", OrganisationKind.SHELTER, (StaffRole.INTERMEDIARY, StaffRole.PROTECTION_OFFICER)),
    "mira": ("Forensic Invented", OrganisationKind.FORENSIC, ()),
    "ana": ("Committee of Relatives (invented)", OrganisationKind.COMMITTEE, (StaffRole.COORDINATOR,)),
}


@dataclass(frozen=True)
class Work:
    """The addresses of everybody's pages, and where the two portals are served."""

    partner: str
    committee: str
    pages: dict[str, list[str]]


def _account(context: Context, login: str) -> Actor:
    name, kind, roles = _IN[login]
    add_staff_with_password(context, login, name, kind)
    with context.database.transaction() as session:
        account = session.scalars(select(Account).where(Account.login == login)).one()
        give_roles(session, account, roles, now=NOW)
    return Actor(
        kind=ActorKind.REVIEWER if kind is OrganisationKind.COMMITTEE else ActorKind.PARTNER,
        account_id=account.id,
        organisation_id=account.organisation_id,
        roles=frozenset(roles),
    )


def _met_and_asked(scene: Scene, ana: Actor) -> dict[str, list[str]]:
    clerk = member(scene, scene.shelter_id, StaffRole.INTERMEDIARY)
    pair = agreed(scene, searching(scene), met(scene))
    started(scene, pair, ana)
    with scene.database.reading() as session:
        approach = session.scalars(select(Approach.id)).one()
    aged(scene, clerk, AgeFinding.ADULT)
    enquirer = opened(scene, clerk, ASKED).enquirers[0].enquirer_id
    answered(scene, clerk, PersonAnswer.YES)
    at = f"/approaches/{approach}"
    return {
        "rosa": ["/approaches", at, f"{at}/enquirers/{enquirer}", f"{at}/everybody"],
        "ana": [f"/cards/{pair}/approach", f"/cards/{pair}/answers", "/answers"],
    }


@pytest.fixture
def work(context: Context, monkeypatch: pytest.MonkeyPatch, everything_switched_on: None) -> Iterator[Work]:  # noqa: ARG001 - switches on
    """An adult, a child and a body, each on its way."""
    scene = asking_scene(context, monkeypatch)
    body, service = body_pair(scene)
    ana = _account(context, "ana")
    _account(context, "rosa")
    _account(context, "mira")
    pages = _met_and_asked(scene, ana)
    report = met(scene, minor=True)
    child = agreed(scene, searching(scene, "Invented Child"), report)
    pages["ana"] += ["/waiting", f"/cards/{body}/forensic", f"/cards/{child}/approach"]
    started(scene, child, ana)
    pages["rosa"] += ["/children", f"/children/{report}", f"/children/{report}/{child}"]
    handed(scene, body, service)
    with context.database.reading() as session:
        handover: uuid.UUID = session.scalars(select(ForensicHandover.id)).one()
    pages["mira"] = ["/handed", f"/handed/{handover}", f"/handed/{handover}/identification"]
    with (
        serving(mounted("/partner", create_partner(context))) as partner,
        serving(mounted("/committee", create_committee(context))) as committee,
    ):
        yield Work(f"{partner}/partner", f"{committee}/committee", pages)


def signed_in_pages(page: Page, work: Work, login: str) -> list[str]:
    """Everybody's addresses, after they signed in."""
    portal = work.committee if login == "ana" else work.partner
    page.goto(f"{portal}/")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", PASSWORD)
    leads_on(page.locator("main form button.button").first)
    page.wait_for_load_state()
    return [f"{portal}{one}" for one in work.pages[login]]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_every_page_is_read_on_a_phone_without_scripts_in_every_language(chromium: Browser, work: Work) -> None:
    phone = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    for login in work.pages:
        page = phone.new_page()
        for address in signed_in_pages(page, work, login):
            for tag in ("en", "es", "ar"):
                answer = page.goto(f"{address}?lang={tag}")
                assert answer is not None
                assert (answer.status, page.url.partition("?")[0]) == (200, address)
                box = page.locator("main").bounding_box()
                assert box is not None
                assert box["width"] <= PHONE["width"], address
                assert page.locator("main input:checked").count() == 0
        phone.clear_cookies()
    phone.close()


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_a_machine_finds_nothing_that_bars_anybody(page: Page, work: Work) -> None:
    for login in work.pages:
        for address in signed_in_pages(page, work, login):
            page.goto(f"{address}?lang=en")
            assert page.url.partition("?")[0] == address
            found = Axe().run(page, options={"runOnly": STANDARDS})
            assert [one["id"] for one in found.response["violations"]] == [], address
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
        page.context.clear_cookies()
