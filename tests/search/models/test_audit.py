"""The audit has one row an act and one head, and no column that could hold what a person said."""

from search.models import AuditEntry, AuditHead
from tests.search.models.tables import points_at, table_of


def test_acts_are_numbered_by_the_chain_and_not_by_the_database() -> None:
    (sequence,) = table_of(AuditEntry).primary_key.columns
    assert (sequence.name, sequence.autoincrement) == ("sequence", False)


def test_an_entry_outlives_what_it_is_about() -> None:
    assert points_at(AuditEntry) == {}


def test_the_head_is_signed_and_tells_the_length() -> None:
    assert {"sequence", "mac", "signature"} <= set(table_of(AuditHead).columns.keys())
