"""So many searches an hour, from one network and in all; short ones are refused last, and each is counted once."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest

from search.access import ANYONE, Actor, ActorKind
from search.errors import AccessDenied, TooManyAttempts
from search.filing.filing_quota import CountedFiling, FilingQuota, count_filing, require_filing_room
from search.storage.database import Database
from tests.search.scene import NOW

QUOTA = FilingQuota(of_a_network=4, of_all=10)
SHORT, LONG = 2_000, 20_000


def files(
    database: Database,
    size: int = SHORT,
    mark: int = 7,
    now: datetime.datetime = NOW,
    quota: FilingQuota = QUOTA,
    *,
    yields: bool = False,
) -> bool:
    """Whether there is room for a filing, which then counts."""
    try:
        with database.transaction() as session:
            counted = CountedFiling(size, mark, yields)
            require_filing_room(session, ANYONE, counted, quota, now=now)
            count_filing(session, ANYONE, counted, quota, now=now)
    except TooManyAttempts:
        return False
    return True


def test_a_network_files_so_many_in_an_hour_and_others_go_on(database: Database) -> None:
    assert [files(database) for _ in range(6)] == [True] * 4 + [False] * 2
    assert files(database, mark=8)


def test_all_together_file_so_many_in_an_hour(database: Database) -> None:
    assert [files(database, mark=mark) for mark in range(1, 13)] == [True] * 10 + [False] * 2


def test_what_is_refused_does_not_count(database: Database) -> None:
    for _ in range(20):
        files(database)
    assert [files(database, mark=mark) for mark in range(10, 18)] == [True] * 6 + [False] * 2


def test_a_long_search_counts_for_several_and_is_refused_before_a_short_one(database: Database) -> None:
    assert CountedFiling(SHORT, 1).cost == 1
    assert CountedFiling(LONG, 1).cost == 3
    assert CountedFiling(10**6, 1).cost == 8
    assert [files(database, LONG, mark) for mark in (1, 2, 3)] == [True, True, False]
    assert [files(database, SHORT, mark) for mark in (3, 4, 5, 6, 7)] == [True] * 4 + [False]


def test_when_the_disk_is_nearly_full_only_short_searches_are_filed(database: Database) -> None:
    low = FilingQuota(of_a_network=4, of_all=10, low=True)
    assert not files(database, LONG, quota=low)
    assert files(database, SHORT, quota=low)


def test_an_hour_later_there_is_room_again_and_half_an_hour_later_for_half(database: Database) -> None:
    begin = NOW.replace(minute=0)
    for mark in range(1, 11):
        files(database, mark=mark, now=begin)
    after = begin + datetime.timedelta(minutes=90)
    assert [files(database, mark=mark, now=after) for mark in range(11, 18)] == [True] * 5 + [False] * 2
    assert files(database, mark=1, now=begin + datetime.timedelta(hours=3))


def test_who_is_refused_is_told_for_how_long(database: Database) -> None:
    for _ in range(4):
        files(database)
    with pytest.raises(TooManyAttempts) as refused, database.transaction() as session:
        count_filing(session, ANYONE, CountedFiling(SHORT, 7), QUOTA, now=NOW.replace(minute=20))
    assert refused.value.params == {"minutes": 40, "seconds": 2400}


def test_of_forty_at_once_exactly_as_many_are_taken_as_there_is_room_for(database: Database) -> None:
    with ThreadPoolExecutor(40) as people:
        taken = list(people.map(lambda mark: files(database, mark=1 + mark), range(40)))
    assert sum(taken) == QUOTA.of_all


@pytest.mark.parametrize("act", [count_filing, require_filing_room])
def test_only_who_may_file_is_counted(database: Database, act: object) -> None:
    assert callable(act)
    with pytest.raises(AccessDenied), database.transaction() as session:
        act(session, Actor(kind=ActorKind.REVIEWER), CountedFiling(SHORT, 7), QUOTA, now=NOW)


def test_a_flood_of_statements_leaves_room_for_the_searches_of_its_network(database: Database) -> None:
    assert [files(database, yields=True) for _ in range(5)] == [True] * 2 + [False] * 3
    assert [files(database) for _ in range(3)] == [True, True, False]


def test_a_flood_of_statements_from_everywhere_leaves_room_for_searches(database: Database) -> None:
    assert [files(database, mark=mark, yields=True) for mark in range(1, 10)] == [True] * 7 + [False] * 2
    assert [files(database, mark=mark) for mark in range(11, 15)] == [True] * 3 + [False]
