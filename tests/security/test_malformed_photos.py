"""Thousands of damaged photos: each is read or refused with a code, whatever becomes of the child that looks at it.

Some hundreds are tried with every change, ten thousand with what takes its time:
`python -m pytest tests/security/test_malformed_photos.py`.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec
import pytest

from search.confined.confinement import run_confined
from search.confined.limits import Limits
from search.confined.tasks import TASKS, Task
from search.errors import ConfinedFailed
from search.photos.photo_limits import CHILD_MEMORY_BYTES
from tests.search.photos.drawn import planted

# A damaged file may end the child that looks at it (pi-heif 1.4.0 trips over a type of metadata that is no UTF-8); who
# sent it is told then that it cannot be read.
ENDED = "child ended"
CODES = {"", ENDED, "photo_unreadable", "photo_of_unknown_kind", "photo_has_too_many_pixels"}
A_CHILD = 250
Damage = Callable[[random.Random, bytearray], None]


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that is given many files at once, behind the locks that are round the one of the portals."""
    where = Task("tests.search.photos.failing_readers", "many_answers", prepare="prepare", threads=True)
    monkeypatch.setitem(TASKS, "pictures", where)


def test_some_hundred_damaged_photos_are_read_or_refused() -> None:
    outcomes = codes(list(damaged(300, seed=1)))
    assert set(outcomes) <= CODES
    assert outcomes[ENDED] <= 3
    assert outcomes["photo_unreadable"] > 100
    assert outcomes[""] > 10


@pytest.mark.slow
@pytest.mark.measurement
def test_ten_thousand_damaged_photos_are_read_or_refused() -> None:
    outcomes = codes(list(damaged(10_000, seed=2)))
    assert outcomes.total() == 10_000
    assert set(outcomes) <= CODES
    assert outcomes[ENDED] <= 50


def codes(contents: list[bytes]) -> Counter[str]:
    """How often each code was answered."""
    counted: Counter[str] = Counter()
    for start in range(0, len(contents), A_CHILD):
        counted.update(answered(contents[start : start + A_CHILD]))
    return counted


def answered(contents: list[bytes]) -> list[str]:
    """The code of each file; where the child ended, its files are looked at again in ever smaller parts."""
    limits = Limits(memory_bytes=CHILD_MEMORY_BYTES, cpu_seconds=120, wall_seconds=300)
    try:
        return msgspec.msgpack.decode(
            run_confined("pictures", msgspec.msgpack.encode(contents), limits), type=list[str]
        )
    except ConfinedFailed:
        if len(contents) == 1:
            return [ENDED]
        middle = len(contents) // 2
        return answered(contents[:middle]) + answered(contents[middle:])


def damaged(count: int, *, seed: int) -> Iterator[bytes]:
    """Small valid files of every kind, each damaged in one to four ways."""
    rng = random.Random(seed)  # noqa: S311 - damage is to be repeatable, not secret
    whole = sorted(planted().values())
    for _ in range(count):
        content = bytearray(rng.choice(whole))
        for damage in rng.choices(DAMAGES, k=rng.randint(1, 4)):
            damage(rng, content)
        yield bytes(content)


def _flip_bytes(rng: random.Random, content: bytearray) -> None:
    for _ in range(rng.randint(1, 8)):
        content[rng.randrange(len(content))] = rng.randrange(256)


def _flip_in_the_head(rng: random.Random, content: bytearray) -> None:
    content[rng.randrange(min(80, len(content)))] = rng.choice((0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)))


def _cut_off(rng: random.Random, content: bytearray) -> None:
    del content[rng.randrange(4, max(5, len(content))) :]


def _cut_out(rng: random.Random, content: bytearray) -> None:
    start = rng.randrange(len(content))
    del content[start : min(start + rng.randint(1, 60), len(content) - 4)]


def _repeat(rng: random.Random, content: bytearray) -> None:
    start = rng.randrange(len(content))
    content[start:start] = content[start : start + rng.randint(1, 200)]


def _claim_another_size(rng: random.Random, content: bytearray) -> None:
    """Four bytes become a large number, where lengths and dimensions may stand."""
    start = rng.randrange(len(content))
    content[start : start + 4] = rng.choice((b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", b"\x00\x01\x00\x00", bytes(4)))


DAMAGES: tuple[Damage, ...] = (_flip_bytes, _flip_in_the_head, _cut_off, _cut_out, _repeat, _claim_another_size)
