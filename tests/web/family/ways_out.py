"""A visitor who types into every control of a page's form, leaves by a way out of the page, and comes back."""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from tests.fixtures.untouched_forms import untouched
from tests.fixtures.visitor import Visitor

_LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)"[^>]*>')
_WAY = re.compile(r'<button\b[^>]*\bname="elsewhere" value="([^"]*)"')
_FORM = re.compile(r'<form\b[^>]*\bid="answers"[^>]*>')
_ACTION = re.compile(r'\baction="([^"]*)"')
_CONTROL = re.compile(r"<(?:input|textarea)\b[^>]*>")
_RADIO = re.compile(r'<input type="radio" name="([^"]*)"[^>]*? value="([^"]+)"')
_NO_TEXT = re.compile(r'\btype="(?:hidden|radio|checkbox|file|password)"')
_NAME = re.compile(r'\bname="([^"]*)"')
# The quick exit is there to lose everything, and what opens beside the page loses nothing.
_LOSES_NOTHING = re.compile(r'href="[^"]*/leave"|target="_blank"|/static/')
# What only a family knows is shown on no page again.
_SHOWN_NOWHERE = ("control_questions-answer",)


@dataclass
class Page:
    """What a page asks: the address of its form, its lines, its radio buttons, and the ways that lead out of it."""

    address: str
    action: str
    lines: list[str]
    radios: dict[str, str]
    links: list[str]
    ways: list[str]
    says: str = field(repr=False)

    @property
    def asks(self) -> bool:
        """Whether anything can be typed here."""
        return bool(self.lines)


def page_at(visitor: Visitor, address: str) -> Page | None:
    """The page of an address; None where it is none, or leads to another."""
    answer = visitor.goes_to(address)
    if answer.status_code != 200 or "text/html" not in answer.headers["Content-Type"]:
        return None
    shown = visitor.page
    form = _FORM.search(shown)
    body = shown[form.start() : shown.index("</form>", form.start())] if form else ""
    action = _ACTION.search(form[0]) if form else None
    controls = [one for one in _CONTROL.findall(body) if not _NO_TEXT.search(one)]
    # The Enter key presses the first button of a form.
    first = re.search(r'<button\b[^>]*\bform="answers"[^>]*>', shown)
    assert first is None or 'value="save"' in first[0], address
    names = [html.unescape(found[1]) for one in controls if (found := _NAME.search(one))]
    # The first of each; a name of a list that is said to be a nickname would be the answer to a question of its own.
    radios = {name: value for name, value in reversed(_RADIO.findall(body)) if not name.endswith(("-answer", "-ask"))}
    links = [found[1] for found in _LINK.finditer(shown) if not _LOSES_NOTHING.search(found[0])]
    ways = list(dict.fromkeys(map(html.unescape, _WAY.findall(shown))))
    place = html.unescape(action[1]) if action else ""
    return Page(address, place, list(dict.fromkeys(names)), radios, list(map(html.unescape, links)), ways, shown)


def leaves(visitor: Visitor, page: Page, pressed: dict[str, str], number: int) -> list[str]:
    """What was typed into the present page, and is not there when the visitor comes back from where a press leads."""
    typed = {
        name: _said(name, f"Abeba {number} {place}")
        for place, name in enumerate(page.lines)
        if name not in _SHOWN_NOWHERE
    }
    fields: dict[str, Any] = {**untouched(page.says), **page.radios, **typed}
    answer = visitor.sends(page.action, {**{name: sent for name, sent in fields.items() if name != "go"}, **pressed})
    assert answer.status_code == 200, (page.address, pressed, answer.status_code)
    there = visitor.place
    assert there == (pressed.get("elsewhere", "/language").partition("?")[0]), (page.address, pressed, there)
    visitor.goes_to(page.address)
    back = html.unescape(visitor.page)
    chosen = [
        name for name, value in page.radios.items() if not re.search(_is_checked(name, value), html.unescape(back))
    ]
    return [text for text in typed.values() if text not in back] + chosen


def _said(name: str, words: str) -> str:
    """Words that nobody can read as what a line is for; a telephone number, without which there is no telephone."""
    return "+49305550142" if name == "phones-number" else words


def _is_checked(name: str, value: str) -> str:
    return rf'<input type="radio" name="{re.escape(name)}"[^>]*? value="{re.escape(value)}" checked'
