"""A transaction ends when its time is over, however slow the machine has become; then others have their turn."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from search.storage.database import Database
from search.storage.pace import SECONDS, Pace


@dataclass
class Machine:
    """Time passes when rows are written, and when somebody rests."""

    each: float = 0.001
    commit: float = 0.0
    now: float = 1000.0
    rested: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def rest(self, seconds: float) -> None:
        self.rested.append(seconds)
        self.now += seconds

    def write(self, rows: Sequence[int]) -> None:
        self.now += self.each * len(rows)


@pytest.fixture
def machine() -> Machine:
    return Machine()


def broken(pace: Pace) -> None:
    """Writes some rows and then something goes wrong."""
    assert list(pace.some([1, 2, 3]))
    raise ZeroDivisionError


@pytest.fixture
def pace(database: Database, machine: Machine) -> Pace:
    return Pace(database, machine.clock, machine.rest)


def written(pace: Pace, machine: Machine, rows: list[int], transactions: int = 10_000) -> list[int]:
    """Writes rows as whoever uses it does; what became of them, in order."""
    done: list[int] = []
    while len(done) < len(rows) and transactions:
        transactions -= 1
        with pace.transaction():
            for part in pace.some(rows[len(done) :]):
                machine.write(part)
                done += part
    return done


@pytest.mark.parametrize("each", [0.0001, 0.001, 0.01, 0.07])
def test_every_row_is_written_once_in_transactions_of_a_tenth_of_a_second(
    pace: Pace, machine: Machine, each: float
) -> None:
    machine.each = each
    rows = list(range(700))
    assert written(pace, machine, rows) == rows
    assert max(pace.taken) <= 0.1
    if each < 0.01:
        assert len(pace.taken) < 60


@pytest.mark.parametrize("slower", [4, 20, 60])
def test_a_machine_that_becomes_slow_in_the_middle_makes_no_transaction_long(
    pace: Pace, machine: Machine, slower: int
) -> None:
    machine.each = 0.001
    written(pace, machine, list(range(2000)), transactions=20)
    assert pace.size > 60
    machine.each *= slower
    pace.taken.clear()
    rows = list(range(500))
    assert written(pace, machine, rows) == rows
    # What is begun when time is over is finished: an eighth of what fitted before.
    assert max(pace.taken[:1]) <= SECONDS + pace.size * machine.each + 10 * machine.each
    assert max(pace.taken[1:]) <= 0.1
    assert max(pace.taken) < SECONDS + SECONDS * slower / 8 + 0.01


def test_it_takes_more_again_when_the_machine_has_recovered(pace: Pace, machine: Machine) -> None:
    machine.each = 0.05
    written(pace, machine, list(range(50)), transactions=10)
    assert pace.size == 1
    machine.each = 0.0005
    written(pace, machine, list(range(5000)), transactions=15)
    assert pace.size > 100


def test_where_writers_share_one_lock_there_is_a_rest_between_two_transactions(
    pace: Pace, machine: Machine, database: Database
) -> None:
    machine.each = 0.01
    written(pace, machine, list(range(30)))
    assert (len(machine.rested) == len(pace.taken) - 1) is database.one_writer
    assert (min(machine.rested, default=0) > 0.029) is database.one_writer


def test_what_is_worked_out_between_two_transactions_is_a_part_of_the_rest(
    pace: Pace, machine: Machine, database: Database
) -> None:
    machine.each = 0.01
    for between in (0.01, 5.0, 0.0):
        with pace.transaction():
            for part in pace.some([1, 2, 3, 4]):
                machine.write(part)
        machine.now += between
    assert machine.rested == ([pytest.approx(0.02)] if database.one_writer else [])


def test_a_transaction_that_fails_counts_for_nothing(pace: Pace) -> None:
    size = pace.size
    with pytest.raises(ZeroDivisionError), pace.transaction():
        broken(pace)
    assert (pace.size, pace.taken) == (size, [])
