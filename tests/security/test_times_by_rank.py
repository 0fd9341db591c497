"""Two thousand requests of a family take as long whatever happened to its pair, by a test of ranks.

Two copies of one registry stand side by side in one process: in one of them nothing is proposed, in the other somebody
was found, asked, or identified. Their pages are asked for in turns that are drawn, so that what else the machine does
falls upon both.
"""

import random
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from flask import Flask, Response

from search.storage.encryption import Vault
from tests.search.approaching.met_people import known_who_asks
from tests.security.quarter import PAGES, World, copy_of, first_world, lived, opened_case
from tests.security.rank_test import Stratum, chance, deviation
from tests.security.test_outcomes_over_a_quarter import OUTCOMES
from web.family import create_family

DAY = 31
PLANTED_SECONDS = 0.005
# One in ten thousand: five outcomes are looked at, and a test that fails by chance is believed by nobody.
SUSPICIOUS = 1e-4
FOUND = ("agreed", "yes, not told", "child agrees", "identified, planned", "ruled out")


@pytest.fixture(autouse=True)
def _who_asks_is_known(everything_switched_on: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - switches on
    known_who_asks(monkeypatch)


@pytest.fixture
def first(tmp_path: Path, migrated_sqlite_file: Path, vault: Vault) -> World:
    return first_world(tmp_path, migrated_sqlite_file, vault)


def at_its_case(first: World, folder: Path, name: str, vault: Vault) -> tuple[World, Flask]:
    """The family's portal on that day, in a world of its own in which this happened before."""
    world = copy_of(first, folder, name.replace(",", "").replace(" ", "-"), vault)
    lived(world, OUTCOMES[name], [DAY])
    return world, create_family(world.context)


def times(
    one: tuple[World, Flask],
    other: tuple[World, Flask],
    requests: int,
    clock: Callable[[], float] = time.perf_counter,
) -> Mapping[str, Stratum]:
    """Seconds of each request by page: of the one's and of the other's."""
    draw = random.Random(requests)  # noqa: S311 - an order, not a secret
    rows: dict[str, tuple[list[float], list[float]]] = {page: ([], []) for page in PAGES}
    visitors = [opened_case(world, app) for world, app in (one, other)]
    for number in range(requests // 2):
        page = PAGES[number % len(PAGES)]
        for which in draw.sample((0, 1), 2):
            began = clock()
            answer = visitors[which].client.get(page)
            rows[page][which].append(clock() - began)
            assert answer.status_code < 500
    # The first of each page compiles its template, and opens its tables.
    return {page: (first[1:], second[1:]) for page, (first, second) in rows.items()}


def delays(app: Flask, wait: Callable[[float], None] = time.sleep) -> threading.Event:
    """Plant what is looked for, before the first request: each answer comes a little later once the event is set."""
    planted = threading.Event()

    @app.after_request
    def _wait(answer: Response) -> Response:
        if planted.is_set():
            wait(PLANTED_SECONDS)
        return answer

    return planted


class WorkingClock:
    """The time that this thread works, and what it would have waited: nothing of what else the machine does."""

    def __init__(self) -> None:
        self._waited = 0.0

    def __call__(self) -> float:
        return time.thread_time() + self._waited

    def wait(self, seconds: float) -> None:
        self._waited += seconds


def test_five_thousandths_of_a_second_are_found_in_a_few_hundred_requests(
    first: World, tmp_path: Path, vault: Vault
) -> None:
    nothing = at_its_case(first, tmp_path, "no candidate", vault)
    late = at_its_case(first, tmp_path, "candidate", vault)
    clock = WorkingClock()
    delays(late[1], clock.wait).set()
    assert chance(deviation(times(nothing, late, 20 * len(PAGES), clock).values())) < SUSPICIOUS


@pytest.mark.measurement
@pytest.mark.parametrize("name", FOUND)
def test_two_thousand_requests_take_as_long_whatever_happened(
    first: World, tmp_path: Path, vault: Vault, name: str
) -> None:
    nothing = at_its_case(first, tmp_path, "no candidate", vault)
    happened = at_its_case(first, tmp_path, name, vault)
    later = delays(happened[1])
    alike = deviation(times(nothing, happened, 2000).values())
    later.set()
    planted = deviation(times(nothing, happened, 2000).values())
    print(f"{name}: {alike:+.2f} deviations ({chance(alike):.3f}), with 5 ms planted {planted:+.1f}")  # noqa: T201 - the figures of this measurement
    assert chance(planted) < SUSPICIOUS
    assert chance(alike) > SUSPICIOUS
