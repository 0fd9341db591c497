"""One name against many gives the weights of one by one."""

import numpy as np
import pytest

from matching.names.batch_comparison import compare_batch, compare_rows
from matching.names.name_columns import NameColumns, PartColumns
from matching.names.name_comparison import prepare, prepared_bits
from matching.names.name_evidence import NOTHING_SHARED
from tests.matching.golden_tables import golden_rows, name_tables

ROWS = [row for table in name_tables() for row in golden_rows(table)]


def test_the_golden_pairs_weigh_in_a_batch_what_they_weigh_alone() -> None:
    # Some names against its own pair and some others of the tables, which are as unlike as names may be.
    many = [prepare(row["other"]) for row in ROWS[::16]]
    columns = NameColumns.of(many)
    wrong = []
    for at in range(0, len(many), 4):
        query = prepare(ROWS[::16][at]["one"])
        expected = [prepared_bits(query, other) for other in many]
        apart = np.abs(compare_batch(query, columns) - expected)
        wrong += [f"{query.text} / {many[worst].text}" for worst in np.flatnonzero(apart > 0.02).tolist()]
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kidane Mariam Abebe", "Kidanemariam Abebe"),
        ("Kidanemariam Abebe", "Abebe Kidane Mariam"),
        ("Aungkyawmin", "Aung Kyaw Min"),
        ("Aung Kyaw Min", "Aungkyawmin"),
        ("김혜은", "Kim Eun-hye"),
        ("Kim Eun-hye", "김혜은"),
        ("Karim Yusuf Haddad Samir Omar", "Omar Haddad"),
        ("Said Said", "Said Sayid Said"),
        ("Karim", "Samir Zubdet"),
        ("", "Karim"),
        ("Karim", ""),
        ("K Haddad", "Karim H"),
    ],
)
def test_what_is_judged_one_by_one_has_that_weight(one: str, other: str) -> None:
    crowd = [prepare(name) for name in (other, "Zubdet", "", "Abebe Kidane Mariam Tesfaye")]
    expected = [prepared_bits(prepare(one), name) for name in crowd]
    assert compare_batch(prepare(one), NameColumns.of(crowd)).tolist() == pytest.approx(expected, abs=0.02)


def test_names_of_many_lengths_are_compared_in_their_order() -> None:
    words = ["Karim", "Haddad", "Yusuf", "Samir", "Tesfaye", "Abebe", "Zubdet"]
    crowd = [prepare(" ".join(words[: 1 + at % 7])) for at in range(510)]
    query = prepare("Haddad Karim Abebe")
    expected = [prepared_bits(query, name) for name in crowd]
    assert compare_batch(query, NameColumns.of(crowd)).tolist() == pytest.approx(expected, abs=0.02)


def test_no_way_to_divide_shares_nothing() -> None:
    none = PartColumns.of([])
    rows = np.zeros((2, 1), dtype=np.int64) - 1
    assert compare_rows(none, [], none, rows).tolist() == [NOTHING_SHARED] * 2
    assert compare_batch(prepare("Karim"), NameColumns.of([])).tolist() == []
