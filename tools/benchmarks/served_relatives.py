"""Relatives at the real server: browsers without scripts that keep a connection, unpack answers, and ask again."""

import http.client
import time
import urllib.parse
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape

from benchmarks.page_forms import PageRead, read_page

_AGAIN_SECONDS, _GIVES_UP_SECONDS = 0.25, 90.0
_REDIRECTS = 4
# What a relative types on the short way, by what the name of a field ends in.
DOOR_WORDS = {"names-full": "Selam Inventada", "place-text": "Agadez", "text": "Agadez", "when-text": "2023"}


class Unanswered(Exception):
    """The server did not answer for as long as anybody would wait."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its status, where it leads, and its text."""

    status: int
    location: str
    text: str


@dataclass(slots=True)
class ServedRelative:
    """One browser. `told` hears the step, seconds and status of each answer; `repeats` asks again where none came."""

    port: int
    told: Callable[[str, float, int], None]
    repeats: bool = False
    cookies: dict[str, str] = field(default_factory=dict)
    place: str = "/"
    page: PageRead | None = None
    text: str = ""
    asked_again: int = 0
    _connection: http.client.HTTPConnection | None = None

    def get(self, place: str) -> None:
        """Open a page, and follow where it leads."""
        self._follow(self._asked("GET", place, ""))

    def send(self, words: Mapping[str, str], **pressed: str) -> None:
        """Send the form of this page with words typed and a button pressed, and follow where it leads."""
        form = self.page.form if self.page else None
        if form is None:
            raise RuntimeError(f"{self.place} has no form")
        target = urllib.parse.urlsplit(form.action).path or self.place
        self._follow(self._asked("POST", target, urllib.parse.urlencode([*form.filled(words), *pressed.items()])))

    def starts_a_search(self, words: Mapping[str, str] = DOOR_WORDS, pause: Callable[[], object] = lambda: None) -> str:
        """Go the whole short way; the reference that the receipt shows, with its words in `text`."""
        self.get("/")
        for slug in ("who", "last", "reach"):
            pause()
            if self.place != f"/search/{slug}":
                self.get(f"/search/{slug}")
            self.send(words, go="start" if slug == "reach" else "save")
        if self.place != "/filed":
            raise RuntimeError(f"no receipt, but {self.place}")
        return self.place

    def close(self) -> None:
        """Lets the connection go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _follow(self, answer: Answer) -> None:
        for _ in range(_REDIRECTS):
            if not answer.location:
                break
            answer = self._asked("GET", answer.location, "")
        self.text = answer.text
        self.page = read_page(answer.text) if answer.text else None

    def _asked(self, method: str, place: str, body: str) -> Answer:
        began, deadline = time.perf_counter(), time.monotonic() + _GIVES_UP_SECONDS
        while True:
            try:
                answer = self._once(method, place, body)
            except (OSError, http.client.HTTPException) as fault:
                self.close()
                if not self.repeats or time.monotonic() > deadline:
                    self.told(f"{method} {place}", time.perf_counter() - began, 0)
                    raise Unanswered(place) from fault
                self.asked_again += 1
                time.sleep(_AGAIN_SECONDS)
                continue
            self.told(f"{method} {place.partition('?')[0]}", time.perf_counter() - began, answer.status)
            self.place = place.partition("?")[0]
            return answer

    def _once(self, method: str, place: str, body: str) -> Answer:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Accept-Encoding": "gzip", "Sec-Fetch-Site": "same-origin"}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, place, body or None, headers)
        answer = self._connection.getresponse()
        data = answer.read()
        if answer.headers.get("Content-Encoding") == "gzip":
            data = zlib.decompress(data, wbits=31)
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        location = urllib.parse.urlsplit(answer.headers.get("Location") or "")
        target = location.path + (f"?{location.query}" if location.query else "")
        return Answer(answer.status, unescape(target), data.decode())
