"""The golden tables: pairs of parts and of whole names whose relation is known, across scripts and structures."""

import pytest

from matching.names.name_comparison import compare_names, prepare, prepared_bits
from matching.names.name_parts import prepare_part
from matching.names.part_similarity import part_bits
from tests.matching.golden_tables import golden_rows, known_weaknesses, name_tables

# Bits, least and most, that a pair of parts or names of each relation has in common.
PARTS = {"alike": (2.0, 20.0), "weak": (-8.0, 12.0), "unlike": (-30.0, 2.0)}
NAMES = {
    "same": (6.0, 40.0),
    "perhaps": (-8.0, 40.0),
    "relatives": (-40.0, 8.0),
    "different": (-40.0, 6.0),
}
WEAKNESSES = known_weaknesses()


def _ids(row: dict[str, str]) -> str:
    return f"{row['one']} / {row['other']}: {row['why']}"


def _all_names() -> list[dict[str, str]]:
    return [row for table in name_tables() for row in golden_rows(table)]


def _fits(row: dict[str, str]) -> bool:
    least, most = NAMES[row["relation"]]
    return least <= compare_names(row["one"], row["other"]).match_weight <= most


def test_the_tables_hold_enough_cases() -> None:
    rows = _all_names()
    assert len(rows) >= 700
    assert sum(row["relation"] in ("relatives", "different") for row in rows) >= 150
    assert len(WEAKNESSES) <= 0.1 * len(rows)


@pytest.mark.parametrize("row", golden_rows("parts.tsv"), ids=_ids)
def test_parts_are_as_alike_as_people_say(row: dict[str, str]) -> None:
    one, other = prepare_part(row["one"].casefold()), prepare_part(row["other"].casefold())
    least, most = PARTS[row["relation"]]
    assert least <= part_bits(one, other) <= most
    assert part_bits(one, other) == part_bits(other, one)


@pytest.mark.parametrize("row", [row for row in _all_names() if (row["one"], row["other"]) not in WEAKNESSES], ids=_ids)
def test_names_are_as_alike_as_people_say(row: dict[str, str]) -> None:
    least, most = NAMES[row["relation"]]
    assert least <= compare_names(row["one"], row["other"]).match_weight <= most


@pytest.mark.parametrize("row", [row for row in _all_names() if (row["one"], row["other"]) in WEAKNESSES], ids=_ids)
def test_a_known_weakness_is_still_one(row: dict[str, str]) -> None:
    """Whoever mends one takes it off the list, so that it stays mended."""
    assert not _fits(row)


def test_every_known_weakness_is_a_row_of_a_table() -> None:
    assert {(row["one"], row["other"]) for row in _all_names()} >= WEAKNESSES


@pytest.mark.parametrize("row", [row for row in _all_names() if row["relation"] == "relatives"], ids=_ids)
def test_a_relative_shares_clearly_less_than_the_person(row: dict[str, str]) -> None:
    if (row["one"], row["other"]) not in WEAKNESSES:
        one = prepare(row["one"])
        assert prepared_bits(one, prepare(row["other"])) < prepared_bits(one, one) - 3.0
