"""A crowd that guesses at a real server all the time, and one visitor among them who has the right words.

Everybody comes from one network and guesses at one name; half of the crowd wait for their turn as a browser does, half
throw the page away and guess anew. Each try of the visitor is that of a new browser.
"""

import http.cookiejar
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_GIVES_UP_SECONDS = 120.0
_ANSWERS_WITHIN_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Entrance:
    """`form` is where one signs in, `inside` the path of the page that follows, `right` the fields that open it."""

    base: str
    form: str
    inside: str
    right: dict[str, str]
    wrong: dict[str, str]


@dataclass(slots=True)
class Crowd:
    """What was seen: seconds until each try was let in, tries, guesses, and answers that were faults of the server."""

    waited: list[float] = field(default_factory=list)
    tries: int = 0
    guesses: int = 0
    faults: int = 0
    page_seconds: list[float] = field(default_factory=list)


class _Browser:
    """A browser without scripts, which goes on where a page says so by itself."""

    def __init__(self, base: str) -> None:
        self._base = base
        handler = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._open = urllib.request.build_opener(handler).open
        self.page = ""
        self.place = ""
        self.status = 0
        self.refresh = ""

    def goes_to(self, path: str, fields: dict[str, str] | None = None) -> None:
        """Opens a page, or sends the present page's form there."""
        data = None
        if fields is not None:
            token = _TOKEN.search(self.page)
            data = urllib.parse.urlencode({"csrf_token": token[1] if token else "", **fields}).encode()
        try:
            answer = self._open(self._base + path, data, timeout=_ANSWERS_WITHIN_SECONDS)
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            self.page = answer.read().decode()
            self.status = answer.status
            self.place = urllib.parse.urlsplit(answer.url).path
            self.refresh = answer.headers.get("Refresh", "")

    def waits(self) -> None:
        """As long as the page asks for, then goes on."""
        seconds, _, path = self.refresh.partition(";url=")
        time.sleep(float(seconds))
        self.goes_to(path)


def try_among_crowd(entrance: Entrance, *, guessers: int, tries: int) -> Crowd:
    """So many tries with the right words, one after the other, while so many others guess."""
    crowd, over, lock = Crowd(), threading.Event(), threading.Lock()
    others = [
        threading.Thread(target=_guess, args=(entrance, crowd, over, lock), kwargs={"patient": number % 2 == 0})
        for number in range(guessers)
    ]
    for one in others:
        one.start()
    try:
        for _ in range(tries):
            crowd.tries += 1
            seconds = _enter(entrance, crowd)
            if seconds is not None:
                crowd.waited.append(seconds)
    finally:
        over.set()
        for one in others:
            one.join()
    return crowd


def _enter(entrance: Entrance, crowd: Crowd) -> float | None:
    """Types the right words once; seconds until the page inside is there, None where it does not come."""
    browser = _Browser(entrance.base)
    opened = time.perf_counter()
    browser.goes_to(entrance.form)
    began = time.perf_counter()
    crowd.page_seconds.append(began - opened)
    browser.goes_to(entrance.form, entrance.right)
    while browser.status == 202 and time.perf_counter() - began < _GIVES_UP_SECONDS:
        browser.waits()
    return time.perf_counter() - began if browser.place == entrance.inside and browser.status == 200 else None


def _guess(entrance: Entrance, crowd: Crowd, over: threading.Event, lock: threading.Lock, *, patient: bool) -> None:
    browser = _Browser(entrance.base)
    while not over.is_set():
        try:
            browser.goes_to(entrance.form)
            browser.goes_to(entrance.form, entrance.wrong)
            while patient and browser.status == 202 and not over.is_set():
                browser.waits()
        except OSError:
            # A connection that the server had no room for; the guesser comes again.
            browser.status = 0
        with lock:
            crowd.guesses += 1
            crowd.faults += browser.status >= 500 or browser.status == 0
