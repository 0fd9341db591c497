"""A flood of anonymous drafts: how large the database's files become, and whether a family's draft is still there.

Straight at the service, without the portal's own bounds, or over HTTP at the real server, as whoever floods would.
"""

import datetime
import http.client
import os
import re
import secrets
import threading
import urllib.parse
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from search.access import ANYONE
from search.filing.draft_room import DraftRoom
from search.filing.drafting import Keeping, read_draft, save_draft
from search.storage.database import Database

_NETWORKS = 50
_A_FAMILYS_BYTES = 8 * 1024
_HANDS = 4
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_FORM = "/search/names"


@dataclass(frozen=True, slots=True)
class Flood:
    """`files` in bytes of the folder afterwards; whether the family's draft survived; drafts that are left."""

    posts: int
    files: int
    family_kept: bool


def flood(database: Database, folder: Path, posts: int, size: int, now: datetime.datetime) -> Flood:
    """So many drafts of so many bytes, each of a new visitor, from fifty networks; a family's was there before."""
    family = _save(database, _A_FAMILYS_BYTES, 0, now)
    for post in range(posts):
        _save(database, size, 1 + post % _NETWORKS, now)
    with database.reading() as session:
        kept = read_draft(session, ANYONE, family, now=now) is not None
    return Flood(posts, folder_bytes(folder), kept)


def _save(database: Database, size: int, mark: int, now: datetime.datetime) -> str:
    keeping = Keeping(source_mark=mark, room=DraftRoom())
    with database.transaction() as session:
        return save_draft(session, ANYONE, None, os.urandom(size), now=now, keeping=keeping)


@dataclass(slots=True)
class ServedFlood:
    """How many of a flood's posts were answered in which way, and the bytes of the folder before, most and after."""

    statuses: Counter[int] = field(default_factory=Counter)
    before: int = 0
    most: int = 0
    after: int = 0
    family_kept: bool = False


def flood_served(port: int, folder: Path, posts: int, size: int, wait: Callable[[float], None]) -> ServedFlood:
    """So many posts of so many bytes over HTTP, each of a new visitor, from fifty networks; a family typed before."""
    seen = ServedFlood(before=folder_bytes(folder))
    family = _Visitor(port, "198.51.100.7")
    family.post(_A_FAMILYS_BYTES)
    left, lock, over = iter(range(posts)), threading.Lock(), threading.Event()

    def post() -> None:
        while True:
            with lock:
                number = next(left, None)
            if number is None:
                return
            status = _Visitor(port, f"203.0.{number % _NETWORKS}.{1 + number % 250}").post(size)
            with lock:
                seen.statuses[status] += 1

    def look() -> None:
        while not over.wait(1.0):
            seen.most = max(seen.most, folder_bytes(folder))

    looking = threading.Thread(target=look)
    hands = [threading.Thread(target=post) for _ in range(_HANDS)]
    for thread in (looking, *hands):
        thread.start()
    for thread in hands:
        thread.join()
    # What a worker and the database's own vacuum give back comes a little later.
    wait(90.0)
    over.set()
    looking.join()
    seen.after, seen.family_kept = folder_bytes(folder), family.still_there()
    return seen


def folder_bytes(folder: Path) -> int:
    """What all files of a folder take, also while some go."""
    total = 0
    for where, _, names in os.walk(folder):
        for name in names:
            with suppress(FileNotFoundError):
                total += (Path(where) / name).lstat().st_size
    return total


class _Visitor:
    """A browser that comes through a proxy of this machine, which says from which address."""

    def __init__(self, port: int, address: str) -> None:
        self._port, self._address = port, address
        self._cookies: dict[str, str] = {}
        self._typed = ""

    def post(self, size: int) -> int:
        """Open the form and send so many letters in it; the status of the answer."""
        token = _TOKEN.search(self._ask("GET", "")[1])
        self._typed = secrets.token_urlsafe(size * 3 // 4 - 200)
        told = {"csrf_token": token[1] if token else "", "names-full": self._typed}
        return self._ask("POST", urllib.parse.urlencode(told))[0]

    def still_there(self) -> bool:
        """Whether the form still shows what was typed into it."""
        return self._typed[:200] in self._ask("GET", "")[1]

    def _ask(self, method: str, body: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        headers = {"X-Forwarded-For": self._address, "Content-Type": "application/x-www-form-urlencoded"}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        try:
            connection.request(method, _FORM, body or None, headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except OSError:
            return 0, ""
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, text
