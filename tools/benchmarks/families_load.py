"""Many relatives who start a search at the same time, at the real server, with the client beside it."""

import itertools
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.served_relatives import DOOR_WORDS, ServedRelative, Unanswered
from i18n.passphrases import words


@dataclass(slots=True)
class Load:
    """What came of it: seconds of every answer by step, searches that were started, and faults."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    started: int = 0
    faults: list[str] = field(default_factory=list)
    lasted: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def tell(self, step: str, seconds: float, status: int) -> None:
        """One answer."""
        with self._lock:
            self.seconds[step].append(seconds)
            if status not in (200, 303):
                self.faults.append(f"{step}: {status}")

    def end(self, fault: str = "") -> None:
        """A search that was started, or why it was not."""
        with self._lock:
            self.started += not fault
            self.faults += [fault] if fault else []

    def all_seconds(self) -> list[float]:
        """Of every answer."""
        return [one for of_step in self.seconds.values() for one in of_step]


def file_together(port: int, relatives: int, lasting: float, thinking: float) -> Load:
    """So many relatives go the short way again and again for so long, each time as somebody new."""
    load, begun = Load(), time.monotonic()
    ends = begun + lasting

    listed, numbers = words("en"), itertools.count()

    def go() -> None:
        while time.monotonic() < ends:
            relative, number = ServedRelative(port, load.tell), next(numbers)
            # Each seeks somebody of another name, as people do.
            name = f"{listed[number % len(listed)]} {listed[number * 7 % len(listed)]}".title()
            try:
                relative.starts_a_search(DOOR_WORDS | {"names-full": name}, lambda: time.sleep(thinking))
            except (Unanswered, RuntimeError) as fault:
                load.end(str(fault))
            else:
                load.end()
            finally:
                relative.close()

    hands = [threading.Thread(target=go) for _ in range(relatives)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    load.lasted = time.monotonic() - begun
    return load


def quantile(seconds: Sequence[float], share: float) -> float:
    """In milliseconds."""
    ordered = sorted(seconds) or [float("nan")]
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000


def load_lines(load: Load) -> Iterator[tuple[str, ...]]:
    """All answers, and those of each step."""
    yield "step", "answers", "p50_ms", "p95_ms", "p99_ms", "max_ms"
    for step, seconds in [("all", load.all_seconds()), *sorted(load.seconds.items())]:
        yield step, str(len(seconds)), *(f"{quantile(seconds, share):.0f}" for share in (0.5, 0.95, 0.99, 1.0))
