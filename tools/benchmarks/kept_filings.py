"""Searches filed at the real server while its processes are killed: every one that was acknowledged is there, once.

Acknowledged is a search whose receipt page a relative has read. A relative who gets no answer asks again, with the same
form, as people do; so nothing may be filed twice either.
"""

import os
import random
import re
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.running_portals import Portals
from benchmarks.served_relatives import ServedRelative, Unanswered
from search.accounts.sessions import FAMILY
from search.accounts.sign_in import find_holder, prove
from search.accounts.waiting_tickets import Attempt
from search.models import SearchRequest
from search.storage.database import Database

# Whatever other attributes stand beside the class.
_REFERENCE = re.compile(r'<p [^>]*\bclass="code"[^>]*><bdi[^>]*>([^<]+)</bdi>')
_WORD = re.compile(r"<li><bdi[^>]*>([^<]+)</bdi></li>")
_PROCESSES = Path("/proc")
_HANDS = 8
_LOOKS_EVERY = 0.05


@dataclass(slots=True)
class Kept:
    """What was acknowledged, how many processes were killed meanwhile, and what was found afterwards."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    kills: int = 0
    asked_again: int = 0
    faults: list[str] = field(default_factory=list)
    lost: int = 0
    twice: int = 0
    lasted: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def acknowledge(self, reference: str, words: str, asked_again: int) -> None:
        """A receipt that was read."""
        with self._lock:
            self.asked_again += asked_again
            if reference in self.acknowledged:
                self.faults.append(f"{reference} on two receipts")
            self.acknowledged[reference] = words

    def give_up(self, fault: str) -> None:
        """A search whose receipt was never read."""
        with self._lock:
            self.faults.append(fault)


def file_while_killed(portals: Portals, filings: int, kills: int, chance: random.Random) -> Kept:
    """File so many searches and kill a web process at as many moments, evenly over them."""
    kept, begun = Kept(), time.monotonic()
    with ThreadPoolExecutor(_HANDS) as hands:
        filed = [hands.submit(_file, portals.port, number, kept) for number in range(filings)]
        while not all(one.done() for one in filed[-_HANDS:]):
            if kept.kills < kills and len(kept.acknowledged) * (kills + 1) >= filings * (kept.kills + 1):
                kept.kills += _kill_one(portals.process, chance)
            time.sleep(_LOOKS_EVERY)
    kept.lasted = time.monotonic() - begun
    return kept


def look_for(database: Database, kept: Kept, before: int, report: Callable[[str], None]) -> None:
    """Open every acknowledged search with its words, and count what there is beside them."""
    with database.reading() as session:
        there = session.scalar(select(func.count()).select_from(SearchRequest)) or 0
    # Whoever gave up may have been filed: such a search is nobody's fault, and not counted as filed twice.
    kept.twice = max(0, there - before - len(kept.acknowledged) - len(kept.faults))
    with ThreadPoolExecutor(2) as pool:
        for done, opens in enumerate(pool.map(lambda one: _opens(database, *one), kept.acknowledged.items()), 1):
            kept.lost += not opens
            if done % 1000 == 0:
                report(f"{done} opened")


def count_searches(database: Database) -> int:
    """How many searches there are."""
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(SearchRequest)) or 0


def _file(port: int, number: int, kept: Kept) -> None:
    relative = ServedRelative(port, lambda _step, _seconds, _status: None, repeats=True)
    try:
        relative.get("/search/who")
        relative.send({"names-full": f"Inventada {number}"}, go="save")
        relative.get("/search/reach")
        relative.send({}, go="start")
    except (Unanswered, RuntimeError) as fault:
        kept.give_up(f"{number}: {fault}")
        return
    finally:
        relative.close()
    if (shown := read_receipt(relative.text)) is None:
        kept.give_up(f"{number}: no receipt, but {relative.place}")
        return
    kept.acknowledge(*shown, relative.asked_again)


def read_receipt(page: str) -> tuple[str, str] | None:
    """The reference and the words, a space between two, that a page shows after filing; None on any other page."""
    found, words = _REFERENCE.search(page), _WORD.findall(page)
    if found is None or not words:
        return None
    return unescape(found[1]), " ".join(unescape(word) for word in words)


def _opens(database: Database, reference: str, words: str) -> bool:
    attempt = Attempt(portal=FAMILY, name=reference, secret=words)
    with database.reading() as session:
        holder = find_holder(session, attempt)
    return prove(holder, attempt) is not None


def _kill_one(supervisor: int, chance: random.Random) -> int:
    """Kill one of the web processes without a warning; 0 where none runs just now."""
    children = (_PROCESSES / str(supervisor) / "task" / str(supervisor) / "children").read_text("ascii").split()
    serving = [child for child in children if b"web.serving" in (_PROCESSES / child / "cmdline").read_bytes()]
    if not serving:
        return 0
    os.kill(int(chance.choice(serving)), signal.SIGKILL)
    return 1
