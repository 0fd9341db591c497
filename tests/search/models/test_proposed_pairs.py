"""Pairs between the sides and within one have the same columns of what they weigh."""

from search.models import Base, DuplicateProposal, MatchProposal, ProposedPair
from tests.search.models.tables import table_of

WEIGHED = {
    "id", "match_weight", "match_probability", "evidence", "engine_version", "state", "revision", "entry_date",
}  # fmt: skip


def test_both_kinds_of_pairs_are_weighed_alike() -> None:
    for model in (MatchProposal, DuplicateProposal):
        columns = table_of(model).columns
        assert set(columns.keys()) >= WEIGHED
        assert [name for name in WEIGHED if columns[name].nullable] == []


def test_what_is_common_is_no_table_of_its_own() -> None:
    assert ProposedPair.__abstract__
    assert "proposed_pairs" not in Base.metadata.tables
