"""Parts of names from a folder make the tails longer."""

from pathlib import Path

import pytest

from benchmarks.invented.culture_name_parts import Part
from benchmarks.invented.cultures import cultures, shipped_cultures
from benchmarks.invented.more_name_parts import read_more_parts
from search.errors import Refused
from tests.search.evaluation.names_folder import PAIR_COLUMNS, write_table

ROWS = [
    ("t1", "e1", "زيتون", "ARABIC-tok", "e1", "zaytun", "LATIN", "1", "", "made"),
    ("t2", "e1", "زيتون", "ARABIC-tok", "e1", "zeitoun", "LATIN", "1", "", "made"),
    ("t3", "e1", "زيتون", "ARABIC-tok", "e2", "zaydun", "LATIN", "0", "nearest", "made"),
    ("t4", "e3", "松田", "HAN-tok", "e3", "matsuda", "LATIN", "1", "", "made"),
]


def test_true_pairs_of_a_script_are_parts_of_its_cultures_with_all_their_spellings(tmp_path: Path) -> None:
    write_table(tmp_path / "token_pairs.tsv.gz", PAIR_COLUMNS, ROWS)
    more = read_more_parts(tmp_path)
    assert more == {
        "arabic": [Part("زيتون", ("Zaytun", "Zeitoun"))],
        "persian": [Part("زيتون", ("Zaytun", "Zeitoun"))],
    }


def test_more_parts_are_added_to_those_that_are_shipped() -> None:
    longer = cultures({"arabic": [Part("زيتون", ("Zaytun",))]})
    shipped = {one.code: one for one in shipped_cultures().every}
    for one in longer.every:
        added = 1 if one.code == "arabic" else 0
        assert len(one.parts["male"]) == len(shipped[one.code].parts["male"]) + added


def test_a_folder_without_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="file_missing"):
        read_more_parts(tmp_path)
