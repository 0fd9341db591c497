"""What a page of a question, and its save, cost the server: of each page of the families' portal the medians."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.family_portal import PACKED, WORDS, Portal, Relative

_WARMING_UP = 3


@dataclass(frozen=True, slots=True)
class PageCost:
    """Milliseconds of one page: by the clock and of the processor, to show it and to save it."""

    address: str
    shown: float
    shown_cpu: float
    saved: float
    saved_cpu: float


def page_costs(app: Portal, slugs: tuple[str, ...], times: int) -> Iterator[PageCost]:
    """Every page of a new search, and then of one that was filed, so many times each."""
    relative = Relative(app)
    for slug in slugs:
        yield _cost(relative, f"/search/{slug}", times)
    relative.files_a_search()
    for slug in slugs:
        yield _cost(relative, f"/case/change/{slug}", times)


def _cost(relative: Relative, address: str, times: int) -> PageCost:
    relative.get(address)
    form = relative.page.form if relative.page else None
    fields: dict[str, list[str]] = {}
    for name, value in form.filled(WORDS) if form else ():
        fields.setdefault(name, []).append(value)
    fields["go"] = ["save"]
    client = relative.client
    shown = _medians(lambda _: client.get(address, headers=PACKED), times)
    texts = [name for name in (form.typed if form else ()) if name in fields]
    saved = _medians(lambda turn: client.post(address, data=_changed(fields, texts, turn), headers=PACKED), times)
    return PageCost(address, *shown, *saved)


def _changed(fields: dict[str, list[str]], texts: list[str], turn: int) -> dict[str, list[str]]:
    """Something else each time: a save that changes nothing might cost less."""
    return fields | {name: [f"{fields[name][0]} {turn}"] for name in texts[:1] if not fields[name][0].isdigit()}


def _medians(ask: Callable[[int], object], times: int) -> tuple[float, float]:
    clock: list[float] = []
    processor: list[float] = []
    for turn in range(times + _WARMING_UP):
        began, used = time.perf_counter(), time.process_time()
        ask(turn)
        clock.append(time.perf_counter() - began)
        processor.append(time.process_time() - used)
    return _median(clock), _median(processor)


def _median(seconds: list[float]) -> float:
    """In milliseconds, without the first ones."""
    return statistics.median(seconds[_WARMING_UP:]) * 1000
