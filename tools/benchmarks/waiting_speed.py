"""How long a family waits until its case is open, on a real server, while strangers do their worst."""

import random
import socket
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from benchmarks.photo_sending import large_photo, sending
from benchmarks.running_portals import Browser, Page, Portals, running_portals

_PROBES = 8
_DRIP_SECONDS = 5.0
_ASKED_EVERY = 1.0
_SENDER = "shelter"
_READ_SECONDS = 400.0
# A sheet of so many rows has been read, and stored, within these seconds.
_PROMISED_ROWS, _READ_WITHIN, _STORED_WITHIN = 20_000, 20.0, 60.0


@dataclass(frozen=True, slots=True)
class Waited:
    """Seconds of some visits of a family, each from the empty form to its open case.

    `lasted` are the seconds of what happened meanwhile, where it is promised that they are no more than `allowed`.
    """

    HEADER: ClassVar[tuple[str, ...]] = ("while", "visits", "median_s", "longest_s", "failed", "lasted_s", "allowed_s")
    situation: str
    seconds: tuple[float, ...]
    failed: int = 0
    lasted: float = 0.0
    allowed: float = 0.0

    @property
    def median(self) -> float:
        """The visit in the middle; endless where any failed."""
        return float("inf") if self.failed or not self.seconds else statistics.median(self.seconds)

    def cells(self) -> tuple[str, ...]:
        """One line of the table."""
        longest = max(self.seconds, default=float("inf"))
        told = f"{self.median:.2f}", f"{longest:.2f}", str(self.failed)
        lasted = (f"{self.lasted:.1f}", f"{self.allowed:.1f}") if self.allowed else ("", "")
        return self.situation, str(len(self.seconds)), *told, *lasted


def measure_waiting(url: str, folder: Path, rows: int, report: Callable[[str], None]) -> Iterator[Waited]:
    """Start a demonstration and visit it: alone, while sheets are read and stored, beside slow connections."""
    with running_portals(url, folder) as portals:
        report("the portals stand")
        time.sleep(10)
        yield _visits(portals, "nothing else happens")
        sender, sheet = _signed_in(portals), large_sheet(rows)
        yield from _sent(portals, sender, f"{rows} new rows", rows, sheet)
        yield from _sent(portals, sender, f"{rows} known rows", rows, sheet + b"\n")
        upload = threading.Thread(target=_upload, args=(portals, slow_sheet(rows)), daemon=True)
        upload.start()
        news = sheet.replace(b"scar on left arm", b"scar on left arm; gold tooth")
        yield from _sent(portals, sender, f"{rows} rows of news, beside a slow sheet,", rows, news)
        report("the large sheets are stored")
        upload.join(_READ_SECONDS)
        for count in (16, 500):
            with slow_connections(portals.port, count) as opened:
                yield _visits(portals, f"{opened()} slow connections are open")
        with sending(f"127.0.0.1:{portals.port}", large_photo()) as photos:
            yield _visits(portals, "photos are sent")
        report(f"{len(photos)} photos were taken")


def _sent(portals: Portals, sender: Browser, named: str, rows: int, content: bytes) -> Iterator[Waited]:
    """Upload a sheet, look until it is read, send it and look until it is stored, as a page asks again by itself."""
    share = max(1.0, rows / _PROMISED_ROWS)
    read, reading = [0.0], threading.Thread(target=lambda: read.append(_seconds_read(sender, content)), daemon=True)
    reading.start()
    waited = _visits(portals, f"{named} are read", while_true=reading.is_alive)
    reading.join(_READ_SECONDS)
    yield replace(waited, lasted=read[-1], allowed=_READ_WITHIN * share)
    begun = time.monotonic()
    page = sender.send("/partner/sheets/preview", {"go": "send"})
    if "/preview" in page.place:
        # What is known as a whole cannot be sent: nothing of it is new.
        return
    stored, storing = (
        [0.0],
        threading.Thread(target=lambda: stored.append(_seconds_stored(sender, page, begun)), daemon=True),
    )
    storing.start()
    waited = _visits(portals, f"{named} are stored", while_true=storing.is_alive)
    storing.join(_READ_SECONDS)
    yield replace(waited, lasted=stored[-1], allowed=_STORED_WITHIN * share)


def _seconds_read(sender: Browser, content: bytes) -> float:
    begun = time.monotonic()
    sender.get("/partner/sheets/new")
    _read(sender, sender.send("/partner/sheets/new", {}, ("large.csv", content)))
    return time.monotonic() - begun


def _seconds_stored(sender: Browser, page: Page, begun: float) -> float:
    while page.refresh and time.monotonic() < begun + _READ_SECONDS:
        time.sleep(_ASKED_EVERY)
        page = sender.get(page.place)
    return time.monotonic() - begun


def transactions_told(folder: Path) -> list[str]:
    """What the worker said of the transactions that stored sheets, in milliseconds, and of those that showed one."""
    said = (folder / "said.txt").read_text("utf-8", "replace")
    return [line.partition("sheet stored: ")[2] for line in said.splitlines() if "sheet stored: " in line]


def _visits(portals: Portals, situation: str, while_true: Callable[[], bool] = lambda: False) -> Waited:
    """At least eight visits, and more while something lasts."""
    seconds: list[float] = []
    failed = 0
    while len(seconds) + failed < _PROBES or (while_true() and len(seconds) < 100 * _PROBES):
        begun = time.monotonic()
        try:
            opened = _open_case(portals)
        except OSError:
            opened = False
        seconds += [time.monotonic() - begun] if opened else []
        failed += not opened
        time.sleep(0.5)
    return Waited(situation, tuple(seconds), failed)


def _open_case(portals: Portals) -> bool:
    """The form, the reference and the words, and the case; a page that asks for patience is asked again at once."""
    family = Browser(portals.port)
    family.get("/open")
    page = family.send("/open", {"reference": portals.reference, "words": portals.words})
    deadline = time.monotonic() + 60
    while page.refresh and time.monotonic() < deadline:
        time.sleep(0.2)
        page = family.get(page.refresh.rpartition("url=")[2])
    return page.status == 200 and page.place.startswith("/case")


def _signed_in(portals: Portals) -> Browser:
    sender = Browser(portals.port, timeout=300.0)
    sender.get("/partner/sign-in")
    sender.send("/partner/sign-in", {"login": _SENDER, "password": portals.accounts[_SENDER]})
    return sender


def _upload(portals: Portals, content: bytes) -> None:
    other = _signed_in(portals)
    other.get("/partner/sheets/new")
    _read(other, other.send("/partner/sheets/new", {}, ("slow.csv", content)))


def _read(sender: Browser, page: Page) -> Page:
    """The page of a sheet once it is read."""
    deadline = time.monotonic() + _READ_SECONDS
    while page.refresh and time.monotonic() < deadline:
        time.sleep(_ASKED_EVERY)
        page = sender.get("/partner/sheets/preview")
    return page


def large_sheet(rows: int, seed: int = 1) -> bytes:
    """A shelter's sheet of so many invented people."""
    rng = random.Random(seed)  # noqa: S311 - invented people, no secret
    given = ["Ana", "Luis", "Omar", "Fatima", "Elena", "Rosa", "Juan", "Ines"]
    family = ["Nunez", "Perez", "Jallow", "Kidane", "Ramos", "Diaz"]
    lines = ["Case No,Full name,Sex,Date of birth,Date found,Place found,Phone,Remarks"]
    for number in range(rows):
        name = f"{rng.choice(given)} {rng.choice(family)} {rng.choice(family)}"
        born = f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/{rng.randint(1950, 2005)}"
        phone = f"+503 70{rng.randint(10, 99)} {rng.randint(1000, 9999)}"
        lines.append(f"B-{number},{name},{rng.choice('MF')},{born},14/06/2025,Tapachula,{phone},scar on left arm")
    return "\n".join(lines).encode()


def slow_sheet(rows: int) -> bytes:
    """As many columns as a sheet of this size may have, each filled with what takes long to read."""
    columns = ("distinguishing marks", "belongings", "date found", "age", "phone", "place found", "nationality", "name")
    cells = ("scar 1" + " " * 900 + "x", "blue shirt y red shoes " * 8, "12 march or april 2020", "about 20-30 years")
    more = ("+34 600 111 222 / 0034 600 111 223", "12.34 N 45.67 W near the river", "salvador y honduras", "Ana Nunez")
    line = ",".join((*cells, *more))
    most = 19 * 1024 * 1024 // (len(line) + 8)
    return "\n".join([",".join(columns), *(f"{line} {at}" for at in range(min(most, 2 * rows)))]).encode()


@contextmanager
def slow_connections(port: int, count: int) -> Iterator[Callable[[], int]]:
    """Half of them send a head, half a body, a byte every five seconds; those that are cut off come again."""
    begun = [b"GET / HTTP/1.1\r\nHost: x\r\nX-", b"POST /open HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\na"]
    lines: list[socket.socket] = []
    over = threading.Event()

    def opened(kind: int) -> socket.socket:
        line = socket.create_connection(("127.0.0.1", port), 10)
        line.sendall(begun[kind % 2])
        return line

    def drip() -> None:
        while not over.wait(_DRIP_SECONDS):
            for at, line in enumerate(lines):
                try:
                    line.sendall(b"a")
                except OSError:
                    line.close()
                    lines[at] = opened(at)

    lines.extend(opened(at) for at in range(count))
    dripping = threading.Thread(target=drip, daemon=True)
    dripping.start()
    try:
        yield lambda: len(lines)
    finally:
        over.set()
        dripping.join()
        for line in lines:
            line.close()
