"""Change numbers only rise, and nobody can read a number before what it stands for is committed."""

import threading

import pytest

from search.errors import Refused
from search.records.change_numbers import current_version, next_version
from search.storage.database import Database

A_WHILE = 0.3
LONG_ENOUGH = 20.0


def take(database: Database) -> int:
    with database.transaction() as session:
        return next_version(session)


def take_and_fail(database: Database) -> None:
    with database.transaction() as session:
        next_version(session)
        raise Refused("changed_its_mind")


def test_each_change_takes_the_next_number(database: Database) -> None:
    numbers = [take(database) for _ in range(5)]
    assert numbers == list(range(numbers[0], numbers[0] + 5))
    with database.reading() as session:
        assert current_version(session) == numbers[-1]


def test_a_filing_that_failed_leaves_no_gap(database: Database) -> None:
    before = take(database)
    with pytest.raises(Refused):
        take_and_fail(database)
    assert take(database) == before + 1


def test_a_second_filing_waits_for_the_first_one_s_commit(database: Database) -> None:
    """Otherwise a worker could read the second number while the first one's record is not yet to be seen."""
    taken: list[int] = []
    second = threading.Thread(target=lambda: taken.append(take(database)))
    with database.transaction() as session:
        first = next_version(session)
        second.start()
        second.join(A_WHILE)
        assert taken == []
        with database.reading() as elsewhere:
            assert current_version(elsewhere) == first - 1
    second.join(LONG_ENOUGH)
    assert taken == [first + 1]


def test_many_at_once_each_get_a_number_of_their_own(database: Database) -> None:
    taken: list[int] = []
    threads = [threading.Thread(target=lambda: taken.append(take(database))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG_ENOUGH)
    assert sorted(taken) == list(range(min(taken), min(taken) + 6))
