"""Splink links the flat tables; where it is not installed there is nothing to try."""

from pathlib import Path

import pytest

pytest.importorskip("splink", reason="an extra: pip install .[peers]")
pytest.importorskip("duckdb", reason="an extra: pip install .[peers]")

from benchmarks.invented import Size
from benchmarks.invented.known_registry import KnownRegistry, read_registry
from benchmarks.invented.registry_folder import write_registry
from benchmarks.peers.flat_rows import FlatRow, flat
from benchmarks.peers.peer_figures import report_id
from benchmarks.peers.peer_process import figures_of_splink
from benchmarks.peers.splink_linkage import SplinkLinkage, pairs_per_second_of_splink
from tests.search.scene import NOW

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small registry."""
    folder = tmp_path_factory.mktemp("peers") / "small"
    write_registry(folder, Size(400, 1_200), 5)
    return folder


@pytest.fixture(scope="module")
def tables(folder: Path) -> tuple[list[FlatRow], list[FlatRow]]:
    """Both sides of it, flat."""
    registry: KnownRegistry = read_registry(folder, NOW.date())
    sought = [flat(reference, record) for reference, record in registry.sought.items()]
    return sought, [flat(report_id(key), record) for key, record in registry.found.items()]


def test_most_people_with_a_name_are_found_among_the_first_ten(folder: Path) -> None:
    figures = figures_of_splink(folder, NOW.date())
    named = [pair for pair in figures.pairs if pair.named]
    assert sum(pair.rank is not None and pair.rank <= 10 for pair in named) > 0.5 * len(named)
    assert figures.weighed > 1_000
    assert set(figures.seconds) == {"load", "train", "block", "predict"}
    assert figures.peak_megabytes > 50


def test_no_more_than_fifty_are_kept_of_a_request(tables: tuple[list[FlatRow], list[FlatRow]]) -> None:
    linkage = SplinkLinkage(*tables)
    linkage.train()
    linked = linkage.link()
    assert max(sum(pair.sought == row.unique_id for pair in linked.best) for row in tables[0][:50]) <= 50
    assert linked.heaviest == sorted(linked.heaviest, key=lambda pair: -pair.weight)


def test_the_pairs_of_a_given_table_are_weighed_too(tables: tuple[list[FlatRow], list[FlatRow]]) -> None:
    sought, found = tables
    pairs = [(one.unique_id, other.unique_id) for one in sought[:50] for other in found[:50]]
    assert pairs_per_second_of_splink(sought, found, pairs) > 0
    assert pairs_per_second_of_splink(sought, found) > 0
