"""Makes the pictures of the README from the demonstration registry, in the system's Chromium: `make pictures`.

All people in them are invented. The registry is made anew in a folder that is gone afterwards.
"""

import datetime
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from search.demonstration import load_demonstration
from search.proposing.worker import Worker
from search.records.installed_engine import engine_files, load_engine
from search.settings import Settings, load_vault
from search.storage.database import Database
from search.storage.encryption import encode_master_key, new_master_key
from web.context import Context
from wsgi import compose

PICTURES = Path("docs/pictures")
LARGEST = 200_000
_AIR = 16
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
# The day on which they are taken, so that dates and ages in them stay.
_DAY = datetime.datetime(2026, 11, 22, 9, 30, tzinfo=datetime.UTC)
# Whom the mother of the walk-through looks for (`search/demonstration/requests.jsonl`).
_SOUGHT = "ኤፍሬም ገብረትንሳኤ"
_READER = ("first.reader", "lantern orchard river")
_PATHOLOGIST = ("mortuary", "copper meadow candle")


class _Quiet(WSGIRequestHandler):
    """Serves without a line for every request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Says nothing."""


@click.command()
def make_pictures() -> None:
    """Writes a family's page and a place chosen on the body, on a phone in Arabic, and a reader's card in English."""
    executable = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if executable is None:
        raise click.ClickException("no Chromium on this machine (see tools/ensure-chromium)")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with demonstration() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        _family_page(browser, address, PICTURES / "family-ar.png")
        _card(browser, address, PICTURES / "card-en.png")
        _place_of_a_mark(browser, address, PICTURES / "body-ar.png")
        browser.close()
    for picture in sorted(PICTURES.glob("*.png")):
        size = picture.stat().st_size
        click.echo(f"{picture} {size} bytes")
        if size > LARGEST:
            raise click.ClickException(f"{picture} is larger than {LARGEST} bytes")


@contextmanager
def demonstration() -> Iterator[str]:
    """The address at which the portals are served with the demonstration registry, compared."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(var=Path(folder), master_key=encode_master_key(new_master_key()), demonstration=True)
        context = _new_context(settings)
        load_demonstration(context.database, now=_DAY)
        Worker(context.database, lambda: _DAY).match_all()
        server = make_server("127.0.0.1", 0, compose(context), threaded=True, request_handler=_Quiet)
        thread = threading.Thread(target=server.serve_forever, name="portals")
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
            context.database.close()


def _new_context(settings: Settings) -> Context:
    """What the portals share, on a database without anything in it and a clock that stands still."""
    vault = load_vault(settings)
    database = Database.open(settings.url, vault, load_engine(engine_files(settings)))
    database.migrate()
    return Context(settings=settings, database=database, vault=vault, clock=lambda: _DAY)


def _family_page(browser: Browser, address: str, picture: Path) -> None:
    """The first question, half answered, as a relative sees it on a small phone."""
    page = _window(browser, 360, 740, locale="ar")
    page.goto(f"{address}/search/names")
    page.locator("[name=names-full]").fill("ريم عبد الكريم الحموي")
    page.locator("[name=names-nickname]").fill("كريمة")
    page.locator("h1").click()
    page.screenshot(path=picture, clip=_between(page, None, "[name=names-nickname]", below=_AIR))


def _card(browser: Browser, address: str, picture: Path) -> None:
    """The pair of the walk-through: what the machine says of it, how it came to that, and the names side by side."""
    page = _window(browser, 1000, 900, locale="en")
    _sign_in(page, f"{address}/committee", _READER)
    page.locator("main a[href*='/cards/']", has_text=_SOUGHT).click()
    page.locator("button[name=answer][value=go_on]").click()
    page.screenshot(path=picture, full_page=True, clip=_between(page, "h1", "table.sides tr.answers"))


def _place_of_a_mark(browser: Browser, address: str, picture: Path) -> None:
    """Where a mark is, pressed on the drawing, as a mortuary sees it on a small phone."""
    page = _window(browser, 360, 740, locale="ar")
    _sign_in(page, f"{address}/partner", _PATHOLOGIST)
    page.goto(f"{address}/partner/report/body")
    page.locator("button[name=pictures][value=marks-0]").click()
    page.locator(".drawing.front [value='forearm.left']").click()
    page.locator("body > aside").evaluate("strip => { strip.remove(); window.scrollTo(0, 0) }")
    page.screenshot(path=picture, full_page=True, clip=_between(page, ".body-choice", ".drawing.front", below=_AIR))


def _sign_in(page: Page, portal: str, who: tuple[str, str]) -> None:
    page.goto(f"{portal}/sign-in")
    for name, typed in zip(("login", "password"), who, strict=True):
        page.locator(f"[name={name}]").fill(typed)
    page.locator("main form button").click()


def _window(browser: Browser, width: int, height: int, locale: str) -> Page:
    return browser.new_context(viewport={"width": width, "height": height}, locale=locale).new_page()


def _between(page: Page, first: str | None, last: str, *, below: int = 0) -> FloatRect:
    """The page from a little above one element, or from its upper edge, to the end of another and `below`."""
    top = _box(page, first)["y"] - _AIR if first else 0
    end = _box(page, last)
    width = page.viewport_size["width"] if page.viewport_size else 0
    return {"x": 0, "y": top, "width": width, "height": end["y"] + end["height"] + below - top}


def _box(page: Page, selector: str) -> FloatRect:
    box = page.locator(selector).first.bounding_box()
    if box is None:
        raise click.ClickException(f"the page shows no {selector}")
    return box


if __name__ == "__main__":
    make_pictures()
