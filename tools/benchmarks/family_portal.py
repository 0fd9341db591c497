"""The families' portal in this process, on a throwaway database, and a relative who fills in all its pages."""

import gzip
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from benchmarks.page_forms import PageRead, read_page
from matching import Engine
from search.accounts.organisations import find_or_add_organisation
from search.cli.throwaway_database import throwaway_url
from search.settings import Settings
from search.storage.database import Database
from search.storage.encryption import Vault, new_master_key
from search.vocabulary import OrganisationKind
from web.context import Context
from web.family import create_family

# What a relative types, by what the name of a field ends in.
WORDS = {
    "names-full": "Selam Inventada",
    "year": "2023",
    "month": "5",
    "day": "3",
    "country": "Libya",
    "text": "Agadez, near the bus station",
    "place": "Agadez, near the bus station",
    "value": "+291 7 123 456",
}
PACKED = {"Accept-Encoding": "gzip", "Sec-Fetch-Site": "same-origin"}
# Where a walk does not go: out, to another language, to files of the family.
_NOT_WALKED = ("/leave", "/language", "/static", "/case/export", "/case/sign-out", "/typed")


class Answered(Protocol):
    """What a measurement looks at in an answer."""

    status_code: int
    mimetype: str
    headers: Any
    request: Any

    def get_data(self) -> bytes:
        """The body as it went out."""


class Portal(Protocol):
    """An application that can be asked without a server."""

    def test_client(self) -> Any:
        """A browser without scripts."""


@contextmanager
def family_portal(*, postgresql: bool = False) -> Iterator[tuple[Portal, Context]]:
    """The portal, and what it shares, until the block ends."""
    with tempfile.TemporaryDirectory() as scratch, throwaway_url("", Path(scratch), postgresql=postgresql) as url:
        vault = Vault.from_master_key(new_master_key())
        database = Database.open(url, vault, Engine.load())
        try:
            database.migrate()
            with database.transaction() as session:
                find_or_add_organisation(session, "Invented Committee", OrganisationKind.COMMITTEE)
            settings = Settings(demonstration=True, var=Path(scratch) / "var")
            context = Context(settings=settings, database=database, vault=vault)
            yield create_family(context), context
        finally:
            database.close()


@dataclass(slots=True)
class Relative:
    """A browser without scripts that unpacks what it gets."""

    app: Portal
    language: str = "en"
    client: Any = field(init=False)
    page: PageRead | None = None
    place: str = "/"

    def __post_init__(self) -> None:
        self.client = self.app.test_client()
        self.get(f"/?lang={self.language}")

    def get(self, address: str) -> Answered:
        """Open a page, and follow where it leads."""
        return self._arrive(self.client.get(address, headers=PACKED, follow_redirects=True))

    def send(self, words: dict[str, str] | None = None, to: str = "", **pressed: str) -> Answered:
        """Send the form of the present page, with words typed into it and a button pressed."""
        form = (self.page.form_to(to) if to else self.page.form) if self.page else None
        if form is None:
            raise RuntimeError(f"{self.place} has no form")
        sent: dict[str, list[str]] = {}
        for name, value in [*form.filled(words or WORDS), *pressed.items()]:
            sent.setdefault(name, []).append(value)
        target = urlsplit(form.action).path or self.place
        return self._arrive(self.client.post(target, data=sent, headers=PACKED, follow_redirects=True))

    def files_a_search(self) -> None:
        """Fills in the first question and files, then opens the case."""
        self.get("/search/names")
        self.send()
        self.get("/search/review")
        self.send(to="/search/review")
        self.send(to="/filed")
        if self.get("/case").request.path != "/case":
            raise RuntimeError("the search was not filed")

    def walk(self, *starts: str, most: int = 250) -> Iterator[tuple[str, Answered]]:
        """Every page that links lead to from these, each once."""
        waiting, seen = list(starts), set(starts)
        while waiting and len(seen) <= most + len(waiting):
            address = waiting.pop(0)
            answer = self.get(address)
            if answer.status_code != 200 or answer.mimetype != "text/html":
                continue
            yield address, answer
            for link in self.page.links if self.page else ():
                if link not in seen and not link.startswith(_NOT_WALKED):
                    seen.add(link)
                    waiting.append(link)

    def _arrive(self, answer: Answered) -> Answered:
        self.place = answer.request.path
        self.page = read_page(unpacked(answer)) if answer.mimetype == "text/html" else None
        return answer


def unpacked(answer: Answered) -> str:
    """The text of an answer that may have come packed."""
    data = answer.get_data()
    return (gzip.decompress(data) if answer.headers.get("Content-Encoding") == "gzip" else data).decode()
