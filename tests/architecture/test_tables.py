"""A new table is given its place: whether it goes with a record, and whether the audit vouches for its rows."""

from sqlalchemy import Table, inspect

from search.models import Base, Record
from search.records.record_erasure import EMPTIED, HANGING, TABLES
from search.records.vouched_tables import ANCHORED, HELD_OTHERWISE, NOT_ANCHORED, NOT_VOUCHED_FOR
from tests.search.models.tables import table_of

NAMED = {table.__tablename__ for table, _ in HANGING} | {table.__tablename__ for table in EMPTIED}


def test_every_table_that_points_at_a_record_is_in_the_list_of_what_hangs_on_one() -> None:
    assert pointing({table_of(Record)}) == NAMED
    assert set(TABLES) == NAMED


def test_a_table_that_nobody_named_would_be_found() -> None:
    others = {table for table in Base.metadata.sorted_tables if table.name not in NAMED}
    assert others
    assert pointing({table_of(Record)}, leaving_out="judgements") == NAMED - {"judgements"}


def test_every_table_is_anchored_held_otherwise_or_left_out_for_a_reason() -> None:
    anchored = {table.__tablename__ for table in ANCHORED}
    lists = (anchored, set(HELD_OTHERWISE), set(NOT_VOUCHED_FOR))
    assert set().union(*lists) == {table.name for table in Base.metadata.sorted_tables}
    assert sum(map(len, lists)) == len(Base.metadata.sorted_tables)


def test_every_column_that_an_anchor_leaves_out_is_one_of_an_anchored_row() -> None:
    columns = {f"{one.table.name}.{one.key}" for table in ANCHORED for one in inspect(table).columns}
    assert set(NOT_ANCHORED) <= columns
    assert all({*NOT_ANCHORED.values(), *HELD_OTHERWISE.values(), *NOT_VOUCHED_FOR.values()})


def test_who_may_do_what_and_whose_a_record_is_is_never_left_out() -> None:
    left_out = {name.partition(".")[2] for name in NOT_ANCHORED}
    owners = {"organisation_id", "committee_id", "account_id", "record_number", "passphrase_hash", "password_hash"}
    assert left_out & (owners | {"role", "roles", "state", "answer", "revision", "version", "erased_at"}) == set()


def pointing(reached: set[Table], leaving_out: str = "") -> set[str]:
    """The names of all tables that point at these, or at one that does."""
    while True:
        more = {
            table
            for table in Base.metadata.sorted_tables
            if table.name != leaving_out and {key.column.table for key in table.foreign_keys} & reached
        }
        if more <= reached:
            return {table.name for table in reached}
        reached = reached | more
