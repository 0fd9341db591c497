"""Secrets are hashed slowly, never two alike, and an unknown holder costs as much as a wrong secret."""

import threading
from typing import Any

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type

from search.accounts import secret_hashing
from search.accounts.secret_hashing import hash_secret, secret_fits

pytestmark = pytest.mark.usefixtures("true_hashes")


def test_the_right_words_fit_and_others_do_not() -> None:
    hashed = hash_secret("river stone lamp bread moon")
    assert secret_fits(hashed, "river stone lamp bread moon")
    assert not secret_fits(hashed, "river stone lamp moon bread")
    assert not secret_fits(hashed, "")


def test_equal_secrets_have_different_hashes() -> None:
    assert hash_secret("river") != hash_secret("river")


def test_hashing_is_as_slow_as_it_should_be() -> None:
    parameters = extract_parameters(hash_secret("river"))
    assert (parameters.type, parameters.memory_cost, parameters.time_cost) == (Type.ID, 19 * 1024, 2)


def test_nobody_is_opened_by_the_words_that_stand_for_nobody() -> None:
    assert not secret_fits(None, "nobody has these words")


@pytest.mark.parametrize("hashed", [None, "", "known"])
def test_an_unknown_holder_costs_one_hash_like_a_wrong_secret(hashed: str | None, monkeypatch: Any) -> None:
    stored = hash_secret("right") if hashed == "known" else hashed
    counted = counted_hashes(monkeypatch)
    assert not secret_fits(stored, "wrong")
    assert counted == ["verify"]


def test_at_most_two_secrets_are_hashed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    running = most = 0
    lock, pause = threading.Lock(), threading.Event()

    class Watching:
        def hash(self, _secret: str) -> str:
            nonlocal running, most
            with lock:
                running += 1
                most = max(most, running)
            pause.wait(0.02)
            with lock:
                running -= 1
            return ""

    monkeypatch.setattr(secret_hashing, "_HASHER", Watching())
    threads = [threading.Thread(target=hash_secret, args=("river",)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def counted_hashes(monkeypatch: Any) -> list[str]:
    counted: list[str] = []
    hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

    class Counting:
        def verify(self, hashed: str, secret: str) -> bool:
            counted.append("verify")
            return hasher.verify(hashed, secret)

    monkeypatch.setattr(secret_hashing, "_HASHER", Counting())
    return counted
