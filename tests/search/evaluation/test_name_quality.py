"""Names are measured as they should be: figures that can be checked by hand, groups, parts, and what is left out."""

from pathlib import Path

import pytest

from search.errors import Refused
from search.evaluation.labelled_pairs import Part
from search.evaluation.name_quality import (
    Found,
    Line,
    name_lines,
    recall_at_false_positives,
    retrieval_figures,
    roc_auc,
)
from tests.search.evaluation.names_folder import pair, write_names_folder, write_pairs


def measured(folder: Path, part: Part = Part.ALL, *, retrieval: bool = False) -> tuple[list[Line], list[str]]:
    """The lines and what was reported."""
    said: list[str] = []
    return list(name_lines(folder, part, said.append, retrieval=retrieval)), said


def test_the_area_is_the_share_of_true_pairs_before_untrue_ones_and_a_tie_is_half() -> None:
    assert roc_auc([3.0, 2.0], [1.0, 0.0]) == 1.0
    assert roc_auc([1.0], [1.0]) == 0.5
    assert roc_auc([3.0, 1.0], [2.0, 1.0]) == (2 + 0.5) / 4


def test_recall_counts_what_is_over_the_score_that_one_untrue_pair_in_a_hundred_reaches() -> None:
    untrue = [float(score) for score in range(200)]
    assert recall_at_false_positives([197.0, 197.5, 198.5, 300.0], untrue) == 0.75
    # So few untrue pairs allow none of them.
    assert recall_at_false_positives([1.0, 2.0, 3.0], [2.0, 0.0]) == 1 / 3


def test_a_retrieval_is_told_by_ranks_and_times() -> None:
    hits = [Found(1, 1.0), Found(2, 2.0), Found(11, 3.0), Found(None, 10.0)]
    reciprocal = f"{(1 + 1 / 2 + 1 / 11) / 4:.4f}"
    assert retrieval_figures(hits) == ("0.2500", "0.5000", "0.7500", reciprocal, "2.50", "3.00")


def test_pairs_are_told_by_file_and_script_and_found_apart(tmp_path: Path) -> None:
    lines, said = measured(write_names_folder(tmp_path))
    assert lines[0] == (
        "set", "script", "positives", "negatives", "roc_auc", "recall_at_1pct_fpr", "pairs_per_s",
    )  # fmt: skip
    assert [line[:4] for line in lines[1:]] == [
        ("cross_script_pairs", "ARABIC", "50", "50"),
        ("cross_script_pairs", "CYRILLIC", "50", "50"),
        ("token_pairs", "CYRILLIC-tok", "10", "10"),
    ]
    assert all(float(line[4]) > 0.9 for line in lines[1:])
    assert said == [
        "skipped: ethiopic_composed_pairs ETHIOPIC-composed, fewer than 2 true or untrue pairs",
        "skipped: within_script_pairs LATIN/spelling, fewer than 2 true or untrue pairs",
    ]


def test_two_latin_names_are_told_by_how_they_were_chosen_in_the_file_of_one_script_only(tmp_path: Path) -> None:
    rows = [
        pair("Torven Vodanov", "Thorven Wodanoff", same, negative=f"{kind}{chosen}")
        for kind in ("spelling", "order")
        for same, chosen in (("1", ""), ("1", ""), ("0", "/nearest"), ("0", "/random"))
    ]
    write_pairs(tmp_path, "within_script_pairs", rows)
    write_pairs(tmp_path, "token_pairs", rows)
    lines, _ = measured(tmp_path)
    assert [line[:4] for line in lines[1:]] == [
        ("token_pairs", "LATIN", "4", "4"),
        ("within_script_pairs", "LATIN/order", "2", "2"),
        ("within_script_pairs", "LATIN/spelling", "2", "2"),
    ]


def test_the_parts_add_up(tmp_path: Path) -> None:
    folder = write_names_folder(tmp_path)
    counts = {part: _positives(measured(folder, part)[0]) for part in Part}
    assert 0 < counts[Part.HELD_BACK] < counts[Part.TRAINING]
    assert counts[Part.HELD_BACK] + counts[Part.TRAINING] == counts[Part.ALL]


def _positives(lines: list[Line]) -> int:
    return sum(int(line[2]) for line in lines if line[0] == "cross_script_pairs")


def test_queries_find_their_answers_in_the_gallery(tmp_path: Path) -> None:
    lines, said = measured(write_names_folder(tmp_path), retrieval=True)
    header = next(at for at, line in enumerate(lines) if line[0] == "script")
    assert lines[header] == (
        "script", "queries", "recall_1", "recall_10", "recall_50", "mrr", "ms_median", "ms_p95",
    )  # fmt: skip
    retrieved = lines[header + 1 :]
    assert [line[:2] for line in retrieved] == [("ALL", "10"), ("ARABIC", "5"), ("CYRILLIC", "5")]
    assert all(line[3] == "1.0000" for line in retrieved)
    assert any(one.startswith("gallery of 100 names: ") for one in said)


def test_what_is_absent_is_said_and_the_rest_is_measured(tmp_path: Path) -> None:
    folder = write_names_folder(tmp_path)
    (folder / "gallery.tsv.gz").unlink()
    lines, said = measured(folder, retrieval=True)
    assert "skipped: retrieval, there is no gallery.tsv.gz" in said
    assert len(lines) == 4


def test_a_gallery_without_pairs_is_measured_alone(tmp_path: Path) -> None:
    folder = write_names_folder(tmp_path)
    for path in folder.glob("*_pairs.tsv.gz"):
        path.unlink()
    lines, said = measured(folder, retrieval=True)
    assert lines[0][0] == "script"
    assert said[0] == "skipped: pairs, there is no *_pairs.tsv.gz"


@pytest.mark.parametrize("retrieval", [True, False])
def test_a_folder_with_nothing_to_measure_is_refused(tmp_path: Path, *, retrieval: bool) -> None:
    with pytest.raises(Refused, match="file_missing name="):
        measured(tmp_path, retrieval=retrieval)
