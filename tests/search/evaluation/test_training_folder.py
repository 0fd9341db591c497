"""A folder becomes records in memory, and the pairs to judge are those that the worker would have met."""

import datetime
from pathlib import Path

import numpy as np
import pytest

from matching import Engine
from matching.record import MatchRecord, PersonName, Phone, Side
from search.errors import Refused
from search.evaluation.training_folder import Material, is_learnt, read_material
from tests.search.evaluation.known_folder import write_folder

TODAY = datetime.date(2026, 3, 1)
NAME, NAMESAKE = "Wilmer Adalberto Quintanilla", "Wilmer Quintanilla"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tiny folder without the file that is none."""
    (write_folder(tmp_path) / "zz_picture.xlsx").unlink()
    return tmp_path


def test_everything_that_can_be_read_is_there_with_its_reference(folder: Path) -> None:
    material = read_material(folder, Engine.load(), TODAY)
    assert material.references == ("R-1", "R-2", "R-3", "R-4", "R-5")
    assert material.reports == (
        ("casa_invented", "SH-1"),
        ("casa_invented", "SH-2"),
        ("casa_invented", "SH-3"),
        ("morgue_invented", "M-9"),
        ("morgue_invented", "M-8"),
    )
    assert [record.record.side for record in material.sought] == [Side.SOUGHT] * 5
    assert [record.record.kind for record in material.found] == ["shelter"] * 3 + ["mortuary"] * 2


def test_true_pairs_are_told_by_place_and_one_whose_row_was_lost_is_left_out(folder: Path) -> None:
    material = read_material(folder, Engine.load(), TODAY)
    assert material.true_pairs == [(0, 0), (1, 1), (2, 3)]


def test_a_folder_that_lacks_a_file_is_refused_by_that_file_s_name(folder: Path) -> None:
    (folder / "truth.tsv").unlink()
    with pytest.raises(Refused, match=r"file_missing name=truth\.tsv"):
        read_material(folder, Engine.load(), TODAY)


def test_of_each_candidate_pair_is_told_whether_it_is_true_and_learnt_from(folder: Path) -> None:
    engine = Engine.load()
    material = read_material(folder, engine, TODAY)
    found = material.candidates(engine)
    pairs = list(zip(found.pairs.i.tolist(), found.pairs.j.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    assert {pair for pair, true in zip(pairs, found.true.tolist(), strict=True) if true} == set(material.true_pairs)
    assert found.learnt.tolist() == [is_learnt(material.references[i]) for i, _ in pairs]


def test_a_pair_that_is_met_from_one_side_only_is_a_candidate_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """More reports hold the search's keys than are followed; each of the reports finds the one search."""
    engine = Engine.load()
    material = invented([NAME], [NAMESAKE] * 4)
    assert pairs_of(material) == [(0, 0), (0, 1), (0, 2), (0, 3)]
    monkeypatch.setattr("matching.candidate_index.MOST_HOLDERS", 3)
    assert pairs_of(material) == [(0, 0), (0, 1), (0, 2), (0, 3)]
    monkeypatch.setattr("matching.candidate_index.MOST_HOLDERS", 0)
    assert len(material.candidates(engine).pairs) == 0


def test_the_columns_hold_the_records_in_their_order() -> None:
    material = invented([NAME, "Mariama Bailo Diallo"], [NAMESAKE])
    sought, found = material.columns
    assert (sought.count, found.count) == (2, 1)
    engine = Engine.load()
    weight, other = engine.score(material.pairs(np.array([0, 1]), np.array([0, 0])))
    assert weight == pytest.approx(engine.explain(material.sought[0], material.found[0]).match_weight)
    assert other == pytest.approx(engine.explain(material.sought[1], material.found[0]).match_weight)
    assert weight > other


def test_about_six_requests_of_ten_are_learnt_from_and_always_the_same() -> None:
    drawn = [is_learnt(f"R-{number}") for number in range(1000)]
    assert 550 < sum(drawn) < 650
    assert drawn == [is_learnt(f"R-{number}") for number in range(1000)]
    material = invented([NAME] * 3, [])
    assert material.learnt.tolist() == [is_learnt(reference) for reference in material.references]


def invented(sought: list[str], found: list[str]) -> Material:
    """Searches and reports of whom no more than a name and a number of their own is told; no pair is true."""
    prepare = Engine.load().prepare
    return Material(
        references=[f"R-{number}" for number in range(len(sought))],
        sought=[prepare(record(Side.SOUGHT, name, number)) for number, name in enumerate(sought)],
        found=[prepare(record(Side.FOUND, name, 50 + number)) for number, name in enumerate(found)],
        true_pairs=[],
    )


def record(side: Side, name: str, number: int) -> MatchRecord:
    return MatchRecord(
        side=side, names=(PersonName(name),), phones=(Phone(f"+5037{number * 7_654_321 % 9_999_991:07}"),)
    )


def pairs_of(material: Material) -> list[tuple[int, int]]:
    pairs = material.candidates(Engine.load()).pairs
    return list(zip(pairs.i.tolist(), pairs.j.tolist(), strict=True))
