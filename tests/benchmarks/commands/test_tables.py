"""The tables that the engine ships are made anew as it is typed."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from matching.names.shipped_weights import read_counts
from search.cli import commands
from search.records.part_frequency_file import sounds_of
from tests.search.evaluation.names_folder import PAIR_COLUMNS, write_names_folder, write_table

COMMON = "Qorvandil"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Invented names."""
    return write_names_folder(tmp_path)


def typed(*words: str | Path) -> Result:
    """What `ovillo` with these words answers when all goes well."""
    result = CliRunner().invoke(commands, [str(word) for word in words])
    assert (result.exit_code, result.exception) == (0, None)
    return result


def test_sounds_are_learnt_into_a_file(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "sounds.json"
    assert typed("tables", "sounds", folder, file, "--part", "all").stdout == f"written to {file}\n"
    read = read_counts(file.read_bytes())
    assert read.made["data"] == "names, all"
    assert read.counts


def test_the_shipped_table_is_made_of_a_gallery(tmp_path: Path) -> None:
    gallery, file = tmp_path / "gallery.tsv", tmp_path / "table.tsv"
    gallery.write_text("gallery_id\tname\n" + f"g\t{COMMON}\n" * 200, "utf-8")
    assert typed("tables", "frequencies", gallery, file).stdout == f"written to {file}\n"
    lines = file.read_text("utf-8").splitlines()
    assert lines[1] == "# Made by: ovillo tables frequencies gallery.tsv table.tsv"
    (sound,) = sounds_of((COMMON,))
    assert lines[2:] == [f"{sound}\t1000000"]


def test_sounds_are_not_learnt_from_what_was_held_back(folder: Path) -> None:
    said = CliRunner().invoke(commands, ["tables", "sounds", str(folder), "made.json", "--part", "held-back"])
    assert said.exit_code == 2


def test_a_table_of_names_without_a_column_is_refused_and_nothing_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_table(folder / "cross_script_pairs.tsv.gz", PAIR_COLUMNS[:5], [])
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(commands, ["tables", "sounds", str(folder), "x"])
    assert str(result.exception) == "column_missing column=name_b file=cross_script_pairs.tsv.gz"
    assert not Path("x").exists()


def test_the_gazetteer_is_written_as_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = SimpleNamespace(content=b"invented", places=2, names=3)
    monkeypatch.setattr("benchmarks.commands.tables.make_gazetteer", lambda: made)
    file = tmp_path / "places.tsv"
    assert typed("tables", "places", file).stdout == f"2 places with 3 names written to {file}\n"
    assert file.read_bytes() == b"invented"
