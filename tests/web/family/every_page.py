"""A walk that keeps every page of the families' portal as it is shown, in each state that was walked into."""

import html
import re
from dataclasses import dataclass, field

from flask import Flask
from werkzeug.exceptions import HTTPException

from tests.fixtures.visitor import Visitor
from web.context import Context

_LINK = re.compile(r'<a\b[^>]*\bhref="([/?][^"#]*)')
# Files, and pages that end the visit.
_NO_PAGE = re.compile(
    r"^/static/|\.(?:json|svg|jpg|opus|webmanifest)\b|^/leave|^/language|/turn$|lang=|/photos/[^/]+/picture"
)
_FORM = re.compile(r'<form\b(?=[^>]*id="answers")([^>]*)>(.*?)</form>', re.DOTALL)
# Only what is typed: a choice comes as one of its own.
_NAME = re.compile(r'<(?:input(?![^>]*type="(?:radio|checkbox|hidden)")|textarea)\b[^>]*?\bname="([^"]+)"')
_ACTION = re.compile(r'action="([^"]*)"')
_NEW_EACH_TIME = re.compile(r'name="(?:csrf_token|whose|seen|form_key|pass)" value="[^"]*"|/static/[0-9a-f]+/')
_OF_THE_PAGE = {"csrf_token", "whose", "lang", "seen", "shown", "go"}
# Nothing that any field could be read from, and longer than a line of a phone.
NONSENSE = "19x8 no-such-thing-anywhere-in-the-whole-world?"


@dataclass
class Walk:
    """The pages that were seen in one language, each once, by what led to it."""

    context: Context
    app: Flask
    tag: str
    pages: dict[str, str] = field(default_factory=dict)
    rules: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def somebody(self) -> Visitor:
        """Somebody new who reads this language."""
        visitor = Visitor(self.app.test_client())
        visitor.goes_to(f"/?lang={self.tag}")
        return visitor

    def keep(self, visitor: Visitor, why: str) -> None:
        """Keeps the page that somebody sees, unless it was seen before."""
        self.rules.add(self._rule(visitor.place))
        same = _NEW_EACH_TIME.sub("", visitor.page)
        if same not in self.known and "<html" in visitor.page:
            self.known.add(same)
            self.pages[f"{visitor.place} ({why})"] = visitor.page

    def opens(self, visitor: Visitor, why: str, *addresses: str) -> None:
        """Opens some pages and keeps them."""
        for address in addresses:
            visitor.goes_to(address)
            self.keep(visitor, why)

    def sends(self, visitor: Visitor, why: str, address: str, said: dict[str, str] | None = None) -> None:
        """Sends the form of the page that is shown, or else of the address, and keeps what that leads to."""
        if 'name="csrf_token"' not in visitor.page:
            visitor.goes_to(address)
        visitor.sends(address, said)
        self.keep(visitor, why)

    def follows_links(self, visitor: Visitor, why: str, *begin: str, within: str = "/") -> None:
        """Opens whatever can be reached by links from these, each address once, whatever its arguments."""
        waiting, seen = list(begin), {one.partition("?")[0] for one in begin}
        while waiting:
            address = waiting.pop(0)
            answer = visitor.goes_to(address)
            if answer.status_code != 200 or "text/html" not in answer.headers["Content-Type"]:
                continue
            self.keep(visitor, why)
            for link in map(html.unescape, _LINK.findall(visitor.page)):
                path = link.partition("?")[0] or visitor.place
                if path not in seen and path.startswith(within) and not _NO_PAGE.search(link):
                    seen.add(path)
                    waiting.append(link)

    def answers_wrongly(self, visitor: Visitor, why: str, *addresses: str) -> None:
        """Types nonsense into whatever can be typed into, and keeps every page that explains a mistake."""
        for address in addresses:
            visitor.goes_to(address)
            form = _FORM.search(visitor.page)
            names = {html.unescape(name) for name in _NAME.findall(form[2])} - _OF_THE_PAGE if form else set()
            if form and names:
                action = _ACTION.search(form[1])
                visitor.sends(html.unescape(action[1]) if action else address, dict.fromkeys(sorted(names), NONSENSE))
            if 'class="problems"' in visitor.page:
                self.keep(visitor, why)

    def _rule(self, place: str) -> str:
        try:
            rule, _ = self.app.url_map.bind("localhost").match(place, return_rule=True)
        except HTTPException:
            return ""
        return rule.rule
