"""Words that wait for a search are each given once, and are as good as those that are made at once."""

import itertools
import os
import threading
import time

import pytest

from i18n.passphrases import WORDLISTS
from search.accounts import words_ahead
from search.accounts.family_secret import to_hold_against
from search.accounts.new_family_words import PreparedWords
from search.accounts.secret_hashing import secret_fits
from search.accounts.words_ahead import WordsAhead


def test_words_that_wait_open_what_they_are_for_and_are_given_once() -> None:
    ahead = WordsAhead(ready=1)
    ahead.fill()
    given = [ahead.take("en"), ahead.take("en")]
    assert given[0].words != given[1].words
    for one in given:
        assert secret_fits(*to_hold_against(one.hashed, " ".join(one.words)))


def test_each_list_has_its_own_and_no_more_are_made_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def prepare(tag: str) -> PreparedWords:
        made.append(tag)
        return PreparedWords((tag,), tag)

    monkeypatch.setattr(words_ahead, "prepare_words", prepare)
    ahead = WordsAhead(ready=2)
    ahead.fill()
    ahead.fill()
    assert made == [*WORDLISTS, *WORDLISTS]
    assert [ahead.take(tag).words for tag in WORDLISTS] == [(tag,) for tag in WORDLISTS]
    made.clear()
    ahead.fill()
    assert made == [*WORDLISTS]


def test_of_a_list_that_nobody_takes_only_a_few_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_ahead, "prepare_words", lambda tag: PreparedWords((tag,), tag))
    ahead = WordsAhead(ready=12)
    ahead.take("ar")
    ahead.fill()
    assert {tag: ahead.ready(tag) for tag in WORDLISTS} == {tag: 12 if tag == "ar" else 2 for tag in WORDLISTS}


def test_whatever_was_taken_is_made_anew_beside_the_answers() -> None:
    ahead = WordsAhead(ready=1)
    threading.Thread(target=ahead.keep_filled, daemon=True).start()
    for _ in range(2):
        deadline = time.monotonic() + 60
        while not all(ahead.ready(tag) for tag in WORDLISTS) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert [ahead.ready(tag) for tag in WORDLISTS] == [1] * len(WORDLISTS)
        for tag in WORDLISTS:
            ahead.take(tag)


def test_a_copy_of_a_process_gives_nobody_what_the_other_may_give(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = itertools.count()
    monkeypatch.setattr(words_ahead, "prepare_words", lambda tag: PreparedWords((tag, str(next(numbers))), tag))
    ahead = WordsAhead(ready=2)
    ahead.fill()
    own = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: own + 1)
    in_the_copy = {ahead.take("en").words for _ in range(2)}
    monkeypatch.setattr(os, "getpid", lambda: own)
    assert not in_the_copy & {ahead.take("en").words for _ in range(2)}


def test_many_who_file_at_once_are_each_given_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = itertools.count()
    monkeypatch.setattr(words_ahead, "prepare_words", lambda tag: PreparedWords((str(next(numbers)),), tag))
    ahead, given = WordsAhead(), list[tuple[str, ...]]()
    filling = threading.Thread(target=ahead.fill)
    filing = [threading.Thread(target=lambda: given.extend(ahead.take("en").words for _ in range(200))) for _ in "four"]
    for one in (filling, *filing):
        one.start()
    for one in (filling, *filing):
        one.join()
    assert len(given) == len(set(given)) == 800
