"""Families that send photo after photo to a running installation, while another opens its case: how long it waits.

`sending` can be held beside any other measurement of waiting. Everything goes over HTTP to an address where a
demonstration is served, as browsers do it; times are of the wall.
"""

import io
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import numpy as np
from PIL import Image

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_PHOTO = re.compile(r"/case/photos/([0-9a-f-]{36})")
_REFERENCE = re.compile(r'class="code"><bdi dir="ltr">([^<]+)<')
_WORD = re.compile(r"<li><bdi>([^<]+)</bdi></li>")
_BOUNDARY = "between-the-fields-of-a-form"
_FORM = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class Family:
    """A family with an open case, its browser's cookies, and what it wrote down."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    reference: str = ""
    words: str = ""

    def file_search(self, name: str) -> None:
        """File the shortest search, and keep what its receipt says."""
        self.send("/search/names", {"names-full": name}, page=self.read("/search/names"))
        receipt = self.send("/search/review", {}, page=self.read("/search/review"))
        self.reference, self.words = _REFERENCE.findall(receipt)[0], " ".join(_WORD.findall(receipt))
        self.send("/filed", {}, page=receipt)

    def open_case(self) -> float:
        """Open the case with reference and words in an empty browser; seconds until its page is there."""
        self.cookies = {}
        began = time.perf_counter()
        typed = {"reference": self.reference, "words": self.words}
        page = self.send("/open", typed, page=self.read("/open"))
        if self.reference not in page:
            raise RuntimeError("case_not_opened")
        return time.perf_counter() - began

    def send_photo(self, content: bytes) -> float:
        """Send a photo, and remove what was sent before; seconds until the page is there again."""
        page = self.read("/case/photos")
        for photo in dict.fromkeys(_PHOTO.findall(page)):
            self.send(f"/case/photos/{photo}/remove", {}, page=page)
        began = time.perf_counter()
        head = "".join(_field(name, value) for name, value in (("csrf_token", _token(page)), ("kind", "portrait")))
        head += f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'
        body = head.encode() + content + f"\r\n--{_BOUNDARY}--\r\n".encode()
        self._ask("POST", "/case/photos", body, f"multipart/form-data; boundary={_BOUNDARY}")
        return time.perf_counter() - began

    def read(self, path: str) -> str:
        """A page."""
        return self._ask("GET", path)

    def send(self, path: str, fields: dict[str, str], *, page: str) -> str:
        """A form with the token of a page; the page it leads to."""
        return self._ask("POST", path, urlencode({"csrf_token": _token(page), **fields}).encode(), _FORM)

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> str:
        connection = HTTPConnection(self.address, timeout=120)
        try:
            headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            connection.request(method, path, body or None, headers | ({"Content-Type": kind} if kind else {}))
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        self._remember(answer)
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status}")
        place = answer.headers.get("Location", "")
        return self._ask("GET", place) if answer.status == 303 else text

    def _remember(self, answer: HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}


def large_photo(width: int = 4000, height: int = 3000) -> bytes:
    """A JPEG as telephones make them: twelve million pixels, some megabytes, of noise on a gradient."""
    rng = np.random.default_rng(7)
    small = rng.integers(0, 255, (height // 8, width // 8, 3), np.uint8)
    picture = Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=90)
    return written.getvalue()


@contextmanager
def sending(address: str, content: bytes, *, families: int = 2) -> Iterator[list[float]]:
    """So many families send photos one after the other until the block ends; seconds of each, as they come."""
    times: list[float] = []
    ended = threading.Event()

    def send(family: Family) -> None:
        while not ended.is_set():
            times.append(family.send_photo(content))

    threads = []
    for number in range(families):
        family = Family(address)
        family.file_search(f"Somebody Invented {number}")
        threads.append(threading.Thread(target=send, args=(family,), name=f"family {number}"))
    for thread in threads:
        thread.start()
    try:
        yield times
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def _token(page: str) -> str:
    found = _TOKEN.search(page)
    if found is None:
        raise RuntimeError("page_without_form")
    return found[1]


def _field(name: str, value: str) -> str:
    return f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
