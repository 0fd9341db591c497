"""A new table is given its place: whether it goes with a record, and whether the audit vouches for its rows."""

from sqlalchemy import Table

from search.models import Base, Record
from search.records.anchored_rows import ANCHORED
from search.records.record_erasure import EMPTIED, HANGING, TABLES
from tests.search.models.tables import table_of

NAMED = {table.__tablename__ for table, _ in HANGING} | {table.__tablename__ for table in EMPTIED}
# Sealed under a key and bound to its place, made anew from what is, or gone within hours: altering them shows or tells
# nobody a lie. Whatever says who may do what, who did what, or what somebody allowed belongs to ANCHORED.
NOT_VOUCHED_FOR = {
    "audit_entries",
    "audit_head",
    "blocking_keys",
    "door_sessions",
    "drafts",
    "duplicate_proposals",
    "erased_marks",
    "filing_counts",
    "found_reports",
    "import_batches",
    "import_parts",
    "incidents",
    "match_proposals",
    "packed_records",
    "photos",
    "record_keys",
    "recovery_codes",
    "records",
    "registry_clock",
    "search_requests",
    "sections",
    "sender_profiles",
    "set_aside_records",
    "staged_rows",
}


def test_every_table_that_points_at_a_record_is_in_the_list_of_what_hangs_on_one() -> None:
    assert pointing({table_of(Record)}) == NAMED
    assert set(TABLES) == NAMED


def test_a_table_that_nobody_named_would_be_found() -> None:
    others = {table for table in Base.metadata.sorted_tables if table.name not in NAMED}
    assert others
    assert pointing({table_of(Record)}, leaving_out="judgements") == NAMED - {"judgements"}


def test_of_every_table_it_was_decided_whether_the_audit_vouches_for_it() -> None:
    vouched = {table.__tablename__ for table in ANCHORED}
    tables = {table.name for table in Base.metadata.sorted_tables}
    assert vouched | NOT_VOUCHED_FOR == tables
    assert vouched & NOT_VOUCHED_FOR == set()


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
