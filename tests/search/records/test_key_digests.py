"""Records are found again by the rarest keys they share, and the database never sees a key in clear."""

import datetime
import itertools
import uuid
from collections.abc import Collection, Mapping

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from matching import Engine
from matching.candidate_index import MOST_HOLDERS
from search.models.base import Base
from search.models.records import BlockingKey, RecordSide
from search.records.key_digests import HeldKeys, add_keys, candidates, digests, drop_keys
from search.records.sections import vault_of
from search.storage.database import Database
from search.storage.encryption import Vault

NOW = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
# So many records may hold a key before it is no longer followed.
FEW_ENOUGH = MOST_HOLDERS
RECORDS = Base.metadata.tables["records"]


def file(database: Database, keys: Mapping[int, Collection[str]], side: RecordSide = RecordSide.FOUND) -> None:
    """Records that have nothing but their keys, in the order given."""
    rows = [{"number": n, "id": uuid.uuid4(), "side": side.value, "version": 1, "entry_date": NOW} for n in keys]
    with database.transaction() as session:
        session.execute(insert(RECORDS), [{**row, "revision": 1, "matched_version": 0} for row in rows])
        add_keys(session, [held(session, side, number, of_record) for number, of_record in keys.items()])


def held(session: Session, side: RecordSide, number: int, keys: Collection[str]) -> HeldKeys:
    return HeldKeys(side, number, digests(vault_of(session), keys))


def find(database: Database, *keys: str, side: RecordSide = RecordSide.FOUND, limit: int = 400) -> list[int]:
    with database.reading() as session:
        return candidates(session, side, keys, limit)


def test_only_keyed_digests_are_stored(database: Database, vault: Vault) -> None:
    file(database, {1: ["phone +50370001111", "phone +50370001111", "name HSN"]})
    with database.reading() as session:
        rows = [tuple(row) for row in session.execute(select(BlockingKey.__table__))]
    digests = {vault.digest("blocking", key) for key in ("phone +50370001111", "name HSN")}
    assert sorted(rows) == sorted((1, digest, 1) for digest in digests)


def test_without_the_master_key_a_guessed_key_finds_nothing(database: Database) -> None:
    file(database, {1: ["name HSN"]})
    assert find(database, "name HSN") == [1]
    assert find(Database(database.engine, Vault.from_master_key(b"g" * 32), Engine.load()), "name HSN") == []


def test_who_shares_the_rarest_key_comes_first(database: Database) -> None:
    common = {number: ["common"] for number in range(1, 10)}
    file(database, {**common, 10: ["rare"], 11: ["seldom"], 12: ["seldom"]})
    assert find(database, "common", "seldom", "rare") == [10, 11, 12, *range(1, 10)]


def test_several_shared_keys_count_together(database: Database) -> None:
    file(database, {1: ["a"], 2: ["a", "b"], 3: ["b"]})
    assert find(database, "a", "b") == [2, 1, 3]


def test_ties_are_settled_by_number_and_the_limit_keeps_the_best(database: Database) -> None:
    file(database, {9: ["a"], 4: ["a"], 7: ["a", "rare"], 2: ["a"]})
    assert find(database, "a", "rare") == [7, 2, 4, 9]
    assert find(database, "a", "rare", limit=2) == [7, 2]


def test_a_key_that_too_many_hold_is_not_followed(database: Database) -> None:
    most = {number: ["held by most"] for number in range(1, FEW_ENOUGH + 2)}
    file(database, {**most, 1: ["held by most", "own"], FEW_ENOUGH + 900: ["held by few"]})
    assert find(database, "held by most") == []
    assert find(database, "held by most", "own", "held by few") == [1, FEW_ENOUGH + 900]


def test_a_key_that_just_few_enough_hold_is_followed(database: Database) -> None:
    file(database, {number: ["held by many"] for number in range(1, FEW_ENOUGH + 1)})
    assert find(database, "held by many") == list(range(1, FEW_ENOUGH + 1))


def test_holders_are_counted_on_the_side_that_is_searched(database: Database) -> None:
    file(database, {1: ["name HSN"]}, RecordSide.FOUND)
    file(database, {number: ["name HSN"] for number in range(2, FEW_ENOUGH + 4)}, RecordSide.SOUGHT)
    assert find(database, "name HSN", side=RecordSide.FOUND) == [1]
    assert find(database, "name HSN", side=RecordSide.SOUGHT) == []


def test_a_record_whose_keys_were_dropped_is_not_found(database: Database) -> None:
    file(database, {1: ["a", "b"], 2: ["a"]})
    with database.transaction() as session:
        drop_keys(session, 1)
    assert find(database, "a", "b") == [2]


def test_no_keys_find_nobody(database: Database) -> None:
    file(database, {1: [], 2: ["a"]})
    assert find(database) == []
    assert find(database, "unknown") == []


def test_the_order_in_which_records_came_makes_no_difference(database: Database) -> None:
    keys = {1: ("a", "b"), 2: ("b", "c"), 3: ("a", "c"), 4: ("c",)}
    file(database, dict.fromkeys(keys, ()))
    found = set()
    for order in itertools.permutations(keys):
        with database.transaction() as session:
            for number in keys:
                drop_keys(session, number)
            for number in order:
                said = reversed_if(keys[number], when=order[0] > 2)
                add_keys(session, [held(session, RecordSide.FOUND, number, said)])
        found.add((*find(database, "a", "b", "c"), *find(database, "c", "b", "a")))
    assert found == {(1, 2, 3, 4) * 2}


def reversed_if(keys: tuple[str, ...], *, when: bool) -> tuple[str, ...]:
    return keys[::-1] if when else keys
