"""Everything that the engine says of a pair has words, and no words speak of what it never says."""

import pytest

from matching.comparisons import LEVELS, ORDER
from matching.comparisons.names import NamesComparison
from tests.web.labels.wording import EVERY_LANGUAGE_OF_STAFF, left_in_english, shared_words, shown, without_words
from web.labels.evidence import TABLES

# Evidence of which the domain is the author, not the engine.
_OF_THE_DOMAIN = {"incident", "travelled", "whereabouts"}


def _levels() -> set[str]:
    compared = {f"{code}.{level}" for code, levels in LEVELS.items() for level in levels}
    return compared | {f"names.{level}" for level in NamesComparison.levels}


def test_every_comparison_has_a_name() -> None:
    assert set(TABLES["comparison"]) == set(ORDER) | _OF_THE_DOMAIN


def test_every_level_has_words() -> None:
    assert sorted(_levels() - set(TABLES["evidence_level"])) == []


def test_no_level_has_words_that_no_comparison_knows() -> None:
    known = {key for key in TABLES["evidence_level"] if key.split(".")[0] not in _OF_THE_DOMAIN}
    assert sorted(known - _levels()) == []


@EVERY_LANGUAGE_OF_STAFF
def test_everything_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set()


@EVERY_LANGUAGE_OF_STAFF
@pytest.mark.parametrize("table", sorted(set(TABLES) - {"evidence_level"}))
def test_no_two_codes_of_a_table_read_alike_in_any_language(table: str, tag: str) -> None:
    assert shared_words(TABLES[table], tag) == []


@EVERY_LANGUAGE_OF_STAFF
@pytest.mark.parametrize("comparison", ORDER)
def test_no_two_levels_of_a_comparison_share_their_words(comparison: str, tag: str) -> None:
    levels = {key: words for key, words in TABLES["evidence_level"].items() if key.startswith(f"{comparison}.")}
    levels = shown(levels, tag)
    # The dead and the living, and stated and assessed ages, weigh differently and read alike.
    kinds = ("dead_", "living_", "stated_", "assessed_")
    apart = {next((kind for kind in kinds if f".{kind}" in key), "") for key in levels}
    assert len(set(levels.values())) * len(apart) == len(levels)


def test_whatever_may_settle_a_pair_is_compared() -> None:
    assert set(TABLES["settling"]) <= set(ORDER)
