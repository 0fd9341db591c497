"""Two linkers stand side by side, line by line, over the pairs with a name and those without."""

from benchmarks.peers.peer_figures import PeerFigures
from benchmarks.peers.side_by_side_table import beside
from search.evaluation.registry_run import TruePair

OURS = PeerFigures(
    [TruePair("shelter", True, 1), TruePair("mortuary", False, 6), TruePair("mortuary", False, None)],
    0.75, 120, {"prepare": 1.25, "match": 2.0}, 90.4,
)  # fmt: skip
THEIRS = PeerFigures([TruePair("shelter", True, 5)], 0.5, 0, {"train": 3.0}, 300.0)
TABLE = {line[0]: line[1:] for line in beside([("ours", OURS), ("splink", THEIRS)])}


def test_a_column_for_each_under_its_name() -> None:
    assert TABLE["figure"] == ("ours", "splink")
    assert {len(line) for line in TABLE.values()} == {2}


def test_recall_counts_the_ranks_up_to_and_with_the_last() -> None:
    assert TABLE["overall: recall at 1"] == ("0.3333", "0.0000")
    assert TABLE["overall: recall at 5"] == ("0.3333", "1.0000")
    assert TABLE["overall: recall at 10"] == ("0.6667", "1.0000")


def test_reports_with_and_without_a_name_are_told_apart() -> None:
    assert TABLE["report with a name: true pairs"] == ("1", "1")
    assert TABLE["report without a name: true pairs"] == ("2", "0")
    assert TABLE["report without a name: recall at 10"] == ("0.5000", "0.0000")


def test_what_one_has_no_figure_for_stays_empty() -> None:
    assert TABLE["pairs weighed"] == ("120", "")
    assert (TABLE["seconds: match"], TABLE["seconds: train"]) == (("2.0", ""), ("", "3.0"))
    assert TABLE["seconds"] == ("3.2", "3.0")
    assert TABLE["peak megabytes"] == ("90", "300")
