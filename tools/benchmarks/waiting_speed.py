"""How long a family waits until its case is open, on a real server, while strangers do their worst."""

import random
import socket
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from benchmarks.photo_sending import large_photo, sending
from benchmarks.running_portals import Browser, Page, Portals, running_portals

_PROBES = 8
_DRIP_SECONDS = 5.0
_SENDER = "shelter"
_READ_SECONDS = 400.0


@dataclass(frozen=True, slots=True)
class Waited:
    """Seconds of some visits of a family, each from the empty form to its open case."""

    HEADER: ClassVar[tuple[str, ...]] = ("while", "visits", "median_s", "longest_s", "failed")
    situation: str
    seconds: tuple[float, ...]
    failed: int = 0

    @property
    def median(self) -> float:
        """The visit in the middle; endless where any failed."""
        return float("inf") if self.failed or not self.seconds else statistics.median(self.seconds)

    def cells(self) -> tuple[str, ...]:
        """One line of the table."""
        longest = max(self.seconds, default=float("inf"))
        return self.situation, str(len(self.seconds)), f"{self.median:.2f}", f"{longest:.2f}", str(self.failed)


def measure_waiting(url: str, folder: Path, rows: int, report: Callable[[str], None]) -> Iterator[Waited]:
    """Start a demonstration and visit it: alone, while sheets are read and stored, beside slow connections."""
    with running_portals(url, folder) as portals:
        report("the portals stand")
        time.sleep(10)
        yield _visits(portals, "nothing else happens")
        sender = _signed_in(portals)
        upload = threading.Thread(target=_upload, args=(portals, slow_sheet(rows)), daemon=True)
        sender.get("/partner/sheets/new")
        upload.start()
        page = sender.send("/partner/sheets/new", {}, ("large.csv", large_sheet(rows)))
        yield _visits(portals, "two sheets are read")
        page = _read(sender, page)
        report("the large sheet is read")
        page = sender.send("/partner/sheets/preview", {"go": "send"})
        yield _visits(portals, f"{rows} rows are stored", while_true=lambda: bool(sender.get(page.place).refresh))
        upload.join(_READ_SECONDS)
        for count in (16, 500):
            with slow_connections(portals.port, count) as opened:
                yield _visits(portals, f"{opened()} slow connections are open")
        with sending(f"127.0.0.1:{portals.port}", large_photo()) as photos:
            yield _visits(portals, "photos are sent")
        report(f"{len(photos)} photos were taken")


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
        time.sleep(2)
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
