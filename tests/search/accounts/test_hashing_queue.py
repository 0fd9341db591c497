"""Turns are few and shared: the oldest goes first, whoever asks most goes behind, no thread is held, nobody is lost."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from search.accounts.hashing_queue import HashingQueue, Place
from search.errors import Conflict, NotYet


@contextmanager
def hashing(queue: HashingQueue, number: str = "hashing") -> Iterator[threading.Event]:
    """Somebody whose secret is being hashed until the event is set, at the latest when the block ends."""
    release, began = threading.Event(), threading.Event()

    def work() -> None:
        with queue.turn(Place(0, number), 0):
            began.set()
            release.wait(120)

    thread = threading.Thread(target=work)
    thread.start()
    assert began.wait(60)
    try:
        yield release
    finally:
        release.set()
        thread.join()


class Visitors:
    """People who wait, each in a thread, and what became of them."""

    def __init__(self, queue: HashingQueue) -> None:
        self.queue = queue
        self.turns: list[str] = []
        self.sent_back: list[str] = []
        self._threads: list[threading.Thread] = []

    def comes(self, name: str, due: float) -> None:
        """Somebody asks for a turn; returns once they wait or were answered."""
        before = (self.queue.waiting, len(self.sent_back))
        thread = threading.Thread(target=self._ask, args=(name, due))
        thread.start()
        self._threads.append(thread)
        while (self.queue.waiting, len(self.sent_back)) == before and thread.is_alive():
            time.sleep(0.001)

    def _ask(self, name: str, due: float) -> None:
        try:
            with self.queue.turn(Place(due, name), 0):
                self.turns.append(name)
        except NotYet:
            self.sent_back.append(name)

    def all_answered(self) -> None:
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive()


def test_a_lone_visitor_has_a_turn_at_once() -> None:
    queue = HashingQueue()
    for number in range(3):
        with queue.turn(Place(0, str(number)), 0):
            assert queue.waiting == 0


def test_whoever_came_first_goes_first() -> None:
    queue = HashingQueue(waiting=3)
    visitors = Visitors(queue)
    with hashing(queue):
        for name, due in (("third", 30), ("first", 10), ("second", 20)):
            visitors.comes(name, due)
    visitors.all_answered()
    assert (visitors.turns, visitors.sent_back) == (["first", "second", "third"], [])


def test_where_threads_are_taken_the_newest_is_sent_back_whoever_it_is() -> None:
    queue = HashingQueue(waiting=1)
    visitors = Visitors(queue)
    with hashing(queue):
        for name, due in (("new", 20), ("newer", 30), ("old", 10)):
            visitors.comes(name, due)
        assert queue.waiting == 1
    visitors.all_answered()
    assert (visitors.turns, visitors.sent_back) == (["old"], ["newer", "new"])


def test_whoever_comes_back_with_an_old_place_goes_before_a_flood_of_new_ones() -> None:
    queue = HashingQueue()
    visitors = Visitors(queue)
    with hashing(queue):
        for number in range(200):
            visitors.comes(f"guesser {number}", 1000 + number)
        visitors.comes("family", 999.5)
    visitors.all_answered()
    assert visitors.turns == ["family"]


def test_nobody_waits_in_a_thread_for_longer_than_the_patience() -> None:
    queue = HashingQueue(patience=0.05)
    began = time.monotonic()
    with hashing(queue), pytest.raises(NotYet), queue.turn(Place(0, "patient"), 0):
        pass
    assert time.monotonic() - began < 60
    assert queue.waiting == 0
    with queue.turn(Place(0, "patient"), 0):
        pass


def test_a_place_has_one_turn() -> None:
    queue = HashingQueue()
    with queue.turn(Place(0, "once"), 0):
        pass
    with pytest.raises(Conflict, match="turn_used"), queue.turn(Place(0, "once"), 1199):
        pass


def test_whoever_was_sent_back_has_a_turn_later() -> None:
    queue = HashingQueue(patience=0)
    with hashing(queue), pytest.raises(NotYet), queue.turn(Place(0, "again"), 0):
        pass
    with queue.turn(Place(0, "again"), 1):
        pass


def test_a_turn_that_failed_is_given_back() -> None:
    queue = HashingQueue()
    with pytest.raises(RuntimeError), queue.turn(Place(0, "fails"), 0):
        raise RuntimeError
    with queue.turn(Place(0, "next"), 0):
        pass


@pytest.mark.parametrize("at_once", [1, 2])
def test_of_forty_at_once_so_many_hash_together_and_each_has_a_turn_or_is_asked_to_come_back(at_once: int) -> None:
    queue = HashingQueue(at_once=at_once, waiting=3)
    running: list[int] = []
    counted, lock = [0], threading.Lock()

    def come(number: int) -> bool:
        for attempt in range(1000):
            try:
                with queue.turn(Place(number, str(number)), attempt):
                    with lock:
                        counted[0] += 1
                        running.append(counted[0])
                    time.sleep(0.002)
                    with lock:
                        counted[0] -= 1
                    return True
            except NotYet:
                time.sleep(0.001)
        return False

    with ThreadPoolExecutor(40) as people:
        assert all(people.map(come, range(40)))
    assert len(running) == 40
    assert max(running) == at_once
    assert queue.waiting == 0


def test_forty_places_taken_at_once_are_counted_one_by_one() -> None:
    queue = HashingQueue()

    def place(number: int) -> float:
        return queue.place(str(number), source="10.0.0.0/24", name="A", browser=str(number), now=0).due

    with ThreadPoolExecutor(40) as people:
        due = sorted(people.map(place, range(40)))
    assert due == [2 * count for count in range(40)]
