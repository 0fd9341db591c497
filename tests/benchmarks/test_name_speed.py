"""Speed is measured on all the pairs there are, beside the peer, and cold where it says so; how fast is not tested."""

from pathlib import Path

import pytest

from benchmarks import name_speed
from benchmarks.fresh_process import cost_of, index_growth
from benchmarks.name_speed import Figure, forget_results, speed_figures
from matching import prepare_name
from matching.names.name_comparison import prepare
from search.errors import Refused
from tests.search.evaluation.names_folder import write_names_folder

HEAP = 150_000_000


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every measurement once, and no process started for it."""
    monkeypatch.setattr(name_speed, "TIMES", 1)
    monkeypatch.setattr(name_speed, "_fresh_figures", lambda: iter(()))


@pytest.mark.usefixtures("once")
def test_each_figure_stands_beside_the_peer_s_of_the_same_kind(tmp_path: Path) -> None:
    said: list[str] = []
    figures = {figure.name: figure for figure in speed_figures(write_names_folder(tmp_path), said.append)}
    assert all(figure.value > 0 for figure in figures.values() if figure.unit != "MB")
    assert {name: _peer(figure) for name, figure in figures.items() if figure.peer} == {
        "names prepared, caches cold": "peer: names transliterated",
        "pairs from text, caches cold": "peer: pairs from text",
        "prepared pairs one by one, caches cold": "peer: transliterated pairs",
        "prepared pairs one by one, caches warm": "peer: transliterated pairs",
        "prepared pairs in batch, 114 x 114": "peer: transliterated pairs in batch, 114 x 114",
    }
    assert all(figure.peer.unit == figure.unit for figure in figures.values() if figure.peer)
    assert "index of 100 names, adding" in figures
    assert said == []


def _peer(figure: Figure) -> str:
    return figure.peer.name if figure.peer else ""


@pytest.mark.usefixtures("once")
def test_without_a_gallery_the_index_is_skipped_and_that_is_said(tmp_path: Path) -> None:
    folder = write_names_folder(tmp_path)
    (folder / "gallery.tsv.gz").unlink()
    said: list[str] = []
    names = [figure.name for figure in speed_figures(folder, said.append)]
    assert not any(name.startswith("index") for name in names)
    assert said == ["skipped: index, there is no gallery.tsv.gz"]


def test_a_folder_without_pairs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="file_missing name="):
        next(speed_figures(tmp_path, lambda _: None))


def test_cold_means_that_nothing_of_a_name_is_kept() -> None:
    once_made = prepare_name("Торвен Воданов")
    assert prepare_name("Торвен Воданов") is once_made
    forget_results()
    assert prepare.cache_info().currsize == 0
    again = prepare_name("Торвен Воданов")
    assert again is not once_made
    assert not {id(part) for part in again.every_part} & {id(part) for part in once_made.every_part}


def test_a_fresh_process_is_measured_without_the_memory_of_the_one_that_starts_it() -> None:
    mine = bytearray(HEAP)
    assert cost_of("pass", 1).megabytes < len(mine) / 1_000_000
    assert cost_of("import matching", 1).megabytes > cost_of("pass", 1).megabytes


def test_an_index_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    growth = index_growth(write_names_folder(tmp_path))
    assert growth.names == 100
    assert growth.megabytes >= 0
