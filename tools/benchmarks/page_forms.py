"""Pages read as a browser reads them: which form answers the question, what it would send, and which files it draws."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_TYPED = frozenset({"text", "tel", "email", "search", "number", ""})
_PRESSED = frozenset({"submit", "button", "image", "reset", "file"})


@dataclass(slots=True)
class PageForm:
    """The form that a page is about: where it goes, what it sends as it stands, and what may be typed into it."""

    action: str = ""
    name: str = ""
    sent: list[tuple[str, str]] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)

    def filled(self, words: Mapping[str, str], otherwise: str = "") -> list[tuple[str, str]]:
        """What is sent after these words were typed, by the end of a field's name; what is empty takes `otherwise`."""
        filled = []
        for name, value in self.sent:
            said = next((text for end, text in words.items() if name.endswith(end)), otherwise)
            filled.append((name, said if name in self.typed and not value else value))
        return filled


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.files: list[str] = []
        self.links: list[str] = []
        self._form: PageForm | None = None
        self._text: str | None = None
        self._select: tuple[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form" and said.get("method") == "post":
            self._form = PageForm(said.get("action", ""), said.get("id", ""))
            self.forms.append(self._form)
        elif tag in ("link", "script", "img", "source", "iframe", "use", "image"):
            self.files += [said[name] for name in ("href", "src") if said.get(name)]
        elif tag == "a":
            self.links.append(said.get("href", ""))
        elif self._form is not None:
            self._control(tag, said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._text is not None and self._form is not None:
            self._text = None
        elif tag == "select" and self._select is not None and self._form is not None:
            name, chosen = self._select
            self._form.sent.append((name, chosen or ""))
            self._select = None

    def handle_data(self, data: str) -> None:
        if self._text is not None and self._form is not None:
            name, value = self._form.sent[-1]
            self._form.sent[-1] = (name, value + data.removeprefix("\n"))

    def _control(self, tag: str, said: dict[str, str]) -> None:
        form, name, kind = self._form, said.get("name", ""), said.get("type", "")
        if form is None or not name:
            if tag == "option" and self._select is not None and "selected" in said:
                self._select = self._select[0], said.get("value", "")
        elif tag == "textarea":
            form.sent.append((name, ""))
            form.typed.append(name)
            self._text = name
        elif tag == "select":
            self._select = name, None
        elif tag == "input" and kind not in _PRESSED and (kind not in ("radio", "checkbox") or "checked" in said):
            form.sent.append((name, said.get("value", "")))
            if kind in _TYPED:
                form.typed.append(name)


@dataclass(frozen=True, slots=True)
class PageRead:
    """What a page holds: its forms, its files, its links."""

    forms: tuple[PageForm, ...]
    files: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def form(self) -> PageForm | None:
        """What the page is about: the form of the name `answers`, or else the last one."""
        named = tuple(form for form in self.forms if form.name == "answers")
        found = named or self.forms
        return found[-1] if found else None

    def form_to(self, end: str) -> PageForm | None:
        """The form that is sent to an address with this end."""
        return next((form for form in self.forms if form.action.endswith(end)), None)


def read_page(text: str) -> PageRead:
    """Read an HTML page of ours."""
    reader = _Reader()
    reader.feed(text)
    return PageRead(tuple(reader.forms), tuple(dict.fromkeys(reader.files)), tuple(_inside(reader.links)))


def _inside(links: list[str]) -> Iterator[str]:
    """Addresses of the same portal, without where on the page they lead."""
    for link in dict.fromkeys(one.partition("#")[0] for one in links):
        if link.startswith("/") and not link.startswith("//"):
            yield link
