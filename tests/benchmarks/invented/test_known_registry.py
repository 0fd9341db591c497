"""A folder with known truth is read as its senders meant it, and true pairs are those of which both sides are there."""

from pathlib import Path

import pytest

from benchmarks.invented.known_registry import KnownRegistry, TruthRow, read_registry
from matching.record import MatchRecord, Sex, Side
from search.errors import Refused
from tests.search.evaluation.known_folder import TRUTH, write_folder
from tests.search.scene import NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five searches, two sheets, and the truth."""
    write_folder(tmp_path)
    (tmp_path / "zz_picture.xlsx").unlink()
    return tmp_path


def test_both_sides_are_read_by_their_references(folder: Path) -> None:
    registry = read_registry(folder, NOW.date())
    assert sorted(registry.sought) == ["R-1", "R-2", "R-3", "R-4", "R-5"]
    assert sorted(registry.found) == [
        ("casa_invented", "SH-1"),
        ("casa_invented", "SH-2"),
        ("casa_invented", "SH-3"),
        ("morgue_invented", "M-8"),
        ("morgue_invented", "M-9"),
    ]
    body = registry.found["morgue_invented", "M-9"]
    assert (body.side, body.kind, body.sex, body.names) == (Side.FOUND, "mortuary", Sex.FEMALE, ())


def test_the_truth_keeps_a_report_that_could_not_be_read_and_pairs_leave_it_out(folder: Path) -> None:
    registry = read_registry(folder, NOW.date())
    assert len(registry.truth) == len(TRUTH)
    assert [one.names[0].text for one, _ in registry.true_pairs()] == [
        "Tesfalem Kidanemariam", "Wilmer Adalberto Quintanilla", "Mariama Bailo Diallo",
    ]  # fmt: skip


def test_a_true_pair_needs_its_search_as_well() -> None:
    truth = (TruthRow("R", ("a", "b"), "shelter"),)
    one = MatchRecord(side=Side.FOUND)
    assert list(KnownRegistry({}, {("a", "b"): one}, truth).true_pairs()) == []
    both = KnownRegistry({"R": MatchRecord(side=Side.SOUGHT)}, {("a", "b"): one}, truth)
    assert len(list(both.true_pairs())) == 1


def test_a_folder_without_truth_is_refused(folder: Path) -> None:
    (folder / "truth.tsv").unlink()
    with pytest.raises(Refused, match=r"file_missing name=truth\.tsv"):
        read_registry(folder, NOW.date())
