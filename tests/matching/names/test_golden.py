"""The golden tables: pairs of parts and of whole names whose relation is known, across scripts and structures.

A table is one test, because a thousand small ones cost more to set up than to run; a failure lists every wrong row.
"""

from collections.abc import Callable

import pytest

from matching.names.name_comparison import compare_names, prepare, prepared_bits
from matching.names.name_parts import prepare_part
from matching.names.part_similarity import part_bits
from tests.matching.golden_tables import golden_rows, known_weaknesses, name_tables

Row = dict[str, str]

# Bits, least and most, that a pair of parts or names of each relation has in common.
PARTS = {"alike": (2.0, 20.0), "weak": (-8.0, 12.0), "unlike": (-30.0, 2.0)}
NAMES = {
    "same": (6.0, 40.0),
    "perhaps": (-8.0, 40.0),
    "relatives": (-40.0, 8.0),
    "different": (-40.0, 6.0),
}
WEAKNESSES = known_weaknesses()
ROWS = {table: golden_rows(table) for table in name_tables()}


def _is_weakness(row: Row) -> bool:
    return (row["one"], row["other"]) in WEAKNESSES


def _weight(row: Row) -> float:
    return compare_names(row["one"], row["other"]).match_weight


def _fits(row: Row) -> bool:
    least, most = NAMES[row["relation"]]
    return least <= _weight(row) <= most


def _wrong(rows: list[Row], is_right: Callable[[Row], bool]) -> list[str]:
    return [f"{row['one']} / {row['other']}: {row['relation']}, {row['why']}" for row in rows if not is_right(row)]


def _all_names() -> list[Row]:
    return [row for rows in ROWS.values() for row in rows]


def test_the_tables_hold_enough_cases() -> None:
    rows = _all_names()
    assert len(rows) >= 700
    assert sum(row["relation"] in ("relatives", "different") for row in rows) >= 150
    assert len(WEAKNESSES) <= 0.1 * len(rows)


def test_parts_are_as_alike_as_people_say() -> None:
    def is_right(row: Row) -> bool:
        one, other = prepare_part(row["one"].casefold()), prepare_part(row["other"].casefold())
        least, most = PARTS[row["relation"]]
        return least <= part_bits(one, other) <= most and part_bits(one, other) == part_bits(other, one)

    assert _wrong(golden_rows("parts.tsv"), is_right) == []


@pytest.mark.parametrize("table", ROWS)
def test_names_are_as_alike_as_people_say(table: str) -> None:
    assert _wrong([row for row in ROWS[table] if not _is_weakness(row)], _fits) == []


def test_a_known_weakness_is_still_one() -> None:
    """Whoever mends one takes it off the list, so that it stays mended."""
    assert _wrong([row for row in _all_names() if _is_weakness(row)], lambda row: not _fits(row)) == []


def test_every_known_weakness_is_a_row_of_a_table() -> None:
    assert {(row["one"], row["other"]) for row in _all_names()} >= WEAKNESSES


def test_a_relative_shares_clearly_less_than_the_person() -> None:
    def is_less(row: Row) -> bool:
        one = prepare(row["one"])
        return prepared_bits(one, prepare(row["other"])) < prepared_bits(one, one) - 3.0

    relatives = [row for row in _all_names() if row["relation"] == "relatives" and not _is_weakness(row)]
    assert _wrong(relatives, is_less) == []
