"""Reports are chosen as for one record: rare keys weigh, common ones are not followed, ties go by pseudonym."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import duckdb
import pyarrow as pa
import pytest

from matching.candidate_index import CANDIDATES, MOST_HOLDERS
from search.relinking.candidate_sql import ASKED, BEST, FOLLOWED
from search.relinking.export_parts import KEYS


@pytest.fixture
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database in memory."""
    connection = duckdb.connect(":memory:")
    yield connection
    connection.close()


def chosen(
    database: duckdb.DuckDBPyConnection, asked: Mapping[int, Sequence[int]], held: Mapping[int, Sequence[int]]
) -> list[tuple[int, int]]:
    """Request and report of every candidate pair; both tables are given by key."""
    for table, keys in (("request_keys", asked), ("report_keys", held)):
        database.execute(f"CREATE TABLE {table} (key BIGINT, record BIGINT)")
        rows = pa.table(
            [pa.array([key for key, held_by in keys.items() for _ in held_by]), pa.array([*chain(*keys.values())])],
            schema=KEYS,
        )
        database.register("rows", rows)
        database.execute(f"INSERT INTO {table} SELECT * FROM rows")  # noqa: S608 - one of two names
        database.unregister("rows")
    database.execute(f"CREATE TABLE followed AS {FOLLOWED}")
    database.execute(f"CREATE TABLE asked AS {ASKED}")
    found: list[tuple[int, int]] = database.execute(BEST).fetchall()
    return sorted(found)


def test_a_request_meets_whoever_shares_a_key(database: duckdb.DuckDBPyConnection) -> None:
    assert chosen(database, {1: [100], 2: [200]}, {1: [7, 8], 2: [8], 3: [9]}) == [(100, 7), (100, 8), (200, 8)]


@pytest.mark.parametrize(("holders", "met"), [(MOST_HOLDERS, CANDIDATES), (MOST_HOLDERS + 1, 0)])
def test_a_key_that_too_many_reports_hold_is_not_followed(
    database: duckdb.DuckDBPyConnection, holders: int, met: int
) -> None:
    assert len(chosen(database, {1: [100]}, {1: range(holders)})) == met


def test_of_too_many_candidates_those_with_the_rarest_keys_stay_and_the_lower_pseudonym_of_two_alike(
    database: duckdb.DuckDBPyConnection,
) -> None:
    crowd = range(1, CANDIDATES + 1)
    pairs = chosen(database, {1: [100], 2: [100]}, {1: crowd, 2: [5000]})
    assert len(pairs) == CANDIDATES
    assert {report for _, report in pairs} == {*range(1, CANDIDATES), 5000}
