"""A peer's answer is held against the truth by the same definitions as our own run."""

import pytest

from benchmarks.invented.known_registry import KnownRegistry, TruthRow
from benchmarks.peers.peer_figures import Linked, WeighedPair, measured, report_id
from benchmarks.peers.side_by_side_table import beside
from matching.record import MatchRecord, PersonName, Side

NAMED = MatchRecord(side=Side.FOUND, kind="shelter", names=(PersonName("Mariama Bah"),))
NAMELESS = MatchRecord(side=Side.FOUND, kind="mortuary")
REGISTRY = KnownRegistry(
    sought={"R-1": MatchRecord(side=Side.SOUGHT), "R-2": MatchRecord(side=Side.SOUGHT)},
    found={("house", "S-1"): NAMED, ("house", "S-2"): NAMED, ("morgue", "M-1"): NAMELESS},
    truth=(
        TruthRow("R-1", ("house", "S-1"), "shelter"),
        TruthRow("R-2", ("morgue", "M-1"), "mortuary"),
        TruthRow("R-2", ("house", "S-9"), "shelter"),
    ),
)
LINKED = Linked(
    best=[
        WeighedPair("R-1", report_id(("house", "S-2")), 3.0),
        WeighedPair("R-1", report_id(("house", "S-1")), 9.0),
        WeighedPair("R-2", report_id(("house", "S-1")), 5.0),
        WeighedPair("R-2", report_id(("morgue", "M-1")), 1.0),
    ],
    heaviest=[
        WeighedPair("R-1", report_id(("house", "S-1")), 9.0),
        WeighedPair("R-2", report_id(("house", "S-1")), 5.0),
    ],
    pairs=4,
    seconds={"train": 1.0, "predict": 0.5},
)


def test_each_true_pair_has_its_place_among_the_request_s_heaviest() -> None:
    figures = measured(REGISTRY, LINKED, 100.0)
    assert [(pair.kind, pair.named, pair.rank) for pair in figures.pairs] == [
        ("shelter", True, 1),
        ("mortuary", False, 2),
        ("shelter", False, None),
    ]


def test_precision_is_of_the_heaviest_pairs() -> None:
    assert measured(REGISTRY, LINKED, 0.0).precision == pytest.approx(0.5)
    assert measured(REGISTRY, Linked(), 0.0).precision == 0.0


def test_the_table_has_a_column_for_each_and_leaves_blank_what_one_does_not_say() -> None:
    figures = measured(REGISTRY, LINKED, 100.0)
    ours = measured(REGISTRY, Linked(seconds={"match": 2.0}), 50.0)
    table = {line[0]: line[1:] for line in beside([("ours", ours), ("peer", figures)])}
    assert table["figure"] == ("ours", "peer")
    assert table["overall: recall at 1"] == ("0.0000", "0.3333")
    assert table["report with a name: true pairs"] == ("1", "1")
    assert table["report without a name: recall at 5"] == ("0.0000", "0.5000")
    assert table["pairs weighed"] == ("", "4")
    assert table["seconds"] == ("2.0", "1.5")
    assert table["seconds: train"] == ("", "1.0")
    assert table["peak megabytes"] == ("50", "100")
