"""`make reading LANGUAGE=ti`: every page of families in one language, for whoever reads a translation.

`var/reading/ti/pages.txt` has each text once, page by page in the order of a family's way; the pictures are of a phone.
"""

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from i18n.locales import locale
from tests.browser import test_every_family_page as every
from tests.fixtures.browser import PHONE
from tests.security.quarter import World
from web.assets import STATIC
from web.context import Context

pytestmark = [pytest.mark.browser, pytest.mark.measurement]
engine_name, context, world = every.engine_name, every.context, every.world

TAG = os.environ.get("OVILLO_READING", "")
FOLDER = Path("var/reading")
# Of the pages with an address that begins so, the first in each of these states is drawn.
PICTURED = re.compile(
    r"^/(search/(who|names|sex|marks|sharing|review)|filed|case(/erase|/leave|/words)?|open|danger|talk)? \("
)
_NO_TEXT = re.compile(r"<(script|style|svg|head)\b.*?</\1>", re.DOTALL)
_LINES = re.compile(r"</?(?:p|li|h\d|div|label|legend|button|a|dt|dd|td|th|summary|option)\b[^>]*>|<br>")
_MARKUP = re.compile(r"<[^>]+>")
_OTHER = re.compile(r"\W+")
_LETTER = re.compile(r"[^\W\d_]")
_SHEET = re.compile(r'<link rel="stylesheet"[^>]*/([\w.-]+\.css)"[^>]*>')


@pytest.mark.skipif(not TAG, reason="NOT RUN: say which language, as in `make reading LANGUAGE=ti`")
def test_every_page_can_be_read(context: Context, chromium: Browser, world: World) -> None:
    walk = every.walked(context, world, locale(TAG).tag)
    folder = FOLDER / TAG
    folder.mkdir(parents=True, exist_ok=True)
    lines = list(read(walk.pages))
    (folder / "pages.txt").write_text("\n".join(lines), encoding="utf-8")
    pictured = [name for name in walk.pages if PICTURED.search(name)]
    draw({name: walk.pages[name] for name in pictured}, chromium, folder)
    assert len(walk.pages) > 400
    assert len(lines) > 1000
    assert len(pictured) > 10


def read(pages: dict[str, str]) -> Iterator[str]:
    """The texts of the pages, each where it is met first, under what led to the page."""
    seen: set[str] = set()
    for name, page in pages.items():
        broken = _LINES.sub("\n", _NO_TEXT.sub(" ", page))
        texts = (" ".join(line.split()) for line in html.unescape(_MARKUP.sub("", broken)).splitlines())
        new = [text for text in dict.fromkeys(texts) if _LETTER.search(text) and text not in seen]
        seen.update(new)
        yield from ["", f"##### {name}", *new] if new else []


def draw(pages: dict[str, str], chromium: Browser, folder: Path) -> None:
    """A picture of each page as a phone shows it."""
    sheets = {sheet.name: sheet.read_text("utf-8") for sheet in STATIC.glob("*.css")}
    opened = chromium.new_context(viewport=PHONE)
    opened.route("**/*", every.answer)
    page = opened.new_page()
    for name, text in pages.items():
        page.goto("http://localhost/")
        page.set_content(_SHEET.sub(lambda found: f"<style>{sheets.get(found[1], '')}</style>", text))
        page.screenshot(path=str(folder / f"{_OTHER.sub('_', name).strip('_')}.png"), full_page=True)
    opened.close()
