"""People at their portals in real browsers, each in a profile of their own, and how often they click."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Locator, Page
from sqlalchemy import select

from search.access import Actor
from search.accounts.secret_hashing import hash_secret
from search.models import Account
from tests.fixtures.browser import DESKTOP, leads_on, stays
from tests.fixtures.staff import PASSWORD
from tests.security.quarter import World

_NEW_EACH_TIME = re.compile(r'name="(?:csrf_token|whose|form_key)" value="[^"]*"')


@dataclass
class Clicks:
    """How often anybody clicked."""

    forward: int = 0


@dataclass
class Walker:
    """One person with a browser of their own, without scripts."""

    page: Page
    address: str
    portal: str
    login: str
    clicks: Clicks
    back: bool = field(default=False)
    """Whether they are taking a step back, which is no part of the way forward."""

    def goes(self, path: str) -> None:
        """Type an address."""
        self.page.goto(f"{self.address}{self.portal}{path}")

    def clicks_on(self, what: Locator) -> None:
        """Click once, and wait for the next page where the click leads to one."""
        if what.evaluate("one => one.matches('a, button')"):
            leads_on(what)
        else:
            stays(what)
        self.clicks.forward += 0 if self.back else 1

    def button(self, name: str) -> None:
        """Press a button."""
        self.clicks_on(self.page.get_by_role("button", name=name).first)

    def link(self, name: str) -> None:
        """Follow a link."""
        self.clicks_on(self.page.get_by_role("link", name=name).first)

    def chooses(self, name: str, value: str) -> None:
        """Tick one of several answers."""
        self.clicks_on(self.page.locator(f'input[name="{name}"][value="{value}"]').first)

    def chooses_button(self, name: str, value: str) -> None:
        """Press one of several buttons that each are an answer."""
        self.clicks_on(self.page.locator(f'button[name="{name}"][value="{value}"]').first)

    def opens_case(self, world: World) -> None:
        """The family at its search, with the words of its paper."""
        self.page.context.clear_cookies()
        self.goes("/open")
        self.page.fill("#reference", world.case.reference)
        self.page.fill("#words", " ".join(world.case.passphrase))
        leads_on(self.page.locator("main form button").last)

    def reads(self, path: str) -> str:
        """What an address of their own says, as it is sent."""
        answer = self.page.context.request.get(f"{self.address}{self.portal}{path}")
        return f"{answer.status} " + _NEW_EACH_TIME.sub("", answer.text())

    def shown(self) -> str:
        """The page as it is shown."""
        return _NEW_EACH_TIME.sub("", self.page.content()).replace(self.address, "")

    def signs_in(self) -> None:
        """Sign in, anew where they were."""
        self.page.context.clear_cookies()
        self.goes("/sign-in")
        self.page.fill("#login", self.login)
        self.page.fill("#password", PASSWORD)
        self.clicks_on(self.page.locator("main form button").last)


@dataclass
class Company:
    """Everybody of a story: each has a profile of their own."""

    world: World
    chromium: Browser
    address: str
    clicks: Clicks = field(default_factory=Clicks)

    def joins(self, actor: Actor, portal: str) -> Walker:
        """Somebody of staff with a password."""
        with self.world.scene.database.transaction() as session:
            account = session.scalars(select(Account).where(Account.id == actor.account_id)).one()
            account.password_hash = hash_secret(PASSWORD)
            login = account.login
        return Walker(self._page(), self.address, portal, login, self.clicks)

    def family(self) -> Walker:
        """The family at its own search."""
        return Walker(self._page(), self.address, "", "", self.clicks)

    def _page(self) -> Page:
        return self.chromium.new_context(viewport=DESKTOP, java_script_enabled=False).new_page()
