"""A written registry is read by the importer as it was meant, and its rates are those of true pairs."""

from pathlib import Path

import pytest

from benchmarks.invented import Size
from benchmarks.invented.known_registry import KnownRegistry, read_registry
from benchmarks.invented.rates import rates
from benchmarks.invented.registry_folder import write_registry
from search.errors import Refused
from tests.search.scene import NOW

SIZE = Size(200, 600)
SHEETS = {
    "consulate_ar.xlsx",
    "consulate_es.xlsx",
    "hospital_it.csv",
    "mortuary_es.csv",
    "shelter_en.csv",
    "shelter_fr.xlsx",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small registry."""
    folder = tmp_path_factory.mktemp("invented") / "small"
    write_registry(folder, SIZE, 3)
    return folder


@pytest.fixture(scope="module")
def registry(folder: Path) -> KnownRegistry:
    """The same, read again."""
    return read_registry(folder, NOW.date())


def test_requests_sheets_and_truth_are_written(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == SHEETS | {"requests.jsonl", "truth.tsv"}
    assert (folder / "hospital_it.csv").read_bytes().decode("cp1252").startswith("Cartella;Data ingresso;")


def test_every_request_and_row_is_read_and_the_truth_refers_to_them(registry: KnownRegistry) -> None:
    assert (len(registry.sought), len(registry.found)) == (SIZE.requests, SIZE.reports)
    assert 80 < len(registry.truth) < 125
    assert len(list(registry.true_pairs())) == len(registry.truth)


def test_what_was_written_in_five_languages_is_understood(registry: KnownRegistry) -> None:
    senders = {sender for sender, _ in registry.found}
    assert len(senders) == len(SHEETS)
    for sender in senders:
        records = [record for (name, _), record in registry.found.items() if name == sender]
        assert any(record.marks for record in records), sender
        assert sum(record.sex is not None for record in records) > 0.85 * len(records)
        assert any(record.nationalities for record in records) or sender == "mortuary_es"
    kinds = {record.kind for record in registry.found.values()}
    assert kinds == {"consulate", "hospital", "mortuary", "shelter", "detention"}


def test_bodies_keep_place_age_height_and_clothes_through_the_sheet(registry: KnownRegistry) -> None:
    bodies = [record for record in registry.found.values() if record.kind == "mortuary"]
    assert all(record.age is not None and record.age.high > record.age.low for record in bodies)
    assert all(record.event and record.event.place and record.event.place.latitude is not None for record in bodies)
    assert sum(record.height is not None for record in bodies) > 0.8 * len(bodies)
    assert sum(bool(record.effects) for record in bodies) > 0.5 * len(bodies)


def test_the_same_seed_writes_the_same_requests(folder: Path, tmp_path: Path) -> None:
    write_registry(tmp_path / "again", SIZE, 3)
    for name in ("requests.jsonl", "truth.tsv", "mortuary_es.csv"):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "strange.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(Refused, match="folder_not_empty"):
        write_registry(tmp_path, SIZE, 3)


def test_rates_tell_what_both_sides_say_and_how_they_differ(registry: KnownRegistry) -> None:
    found = dict(rates(registry))
    assert found["request: names"] == 1.0
    assert found["true pairs per request"] == pytest.approx(len(registry.truth) / SIZE.requests)
    assert 0.2 < found["mortuary: names"] < 0.5
    assert found["sex: the same"] > 0.9
    assert 0.4 < found["names in Latin letters: a found part is a sought one"] < 1.0
    assert (
        found["names in other letters: token sort ratio, median"]
        < found["names in Latin letters: token sort ratio, median"]
    )
    outcomes = ("same", "kind alone", "place or colour alone", "none")
    assert sum(found[f"mark: {outcome}"] for outcome in outcomes) == pytest.approx(1.0)


def test_rates_of_nothing_are_nought() -> None:
    assert set(dict(rates(KnownRegistry({}, {}, ()))).values()) == {0.0}
