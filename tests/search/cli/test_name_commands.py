"""The commands that measure names and learn from them, as they are typed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks import name_speed
from matching.names.shipped_weights import read_counts
from search.cli import commands
from tests.search.evaluation.names_folder import PAIR_COLUMNS, write_names_folder, write_table


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Invented names."""
    return write_names_folder(tmp_path)


def typed(*words: str | Path) -> Result:
    """What `ovillo` with these words answers when all goes well."""
    result = CliRunner().invoke(commands, [str(word) for word in words])
    assert (result.exit_code, result.exception) == (0, None)
    return result


def test_names_are_measured_as_two_tables_on_standard_output(folder: Path) -> None:
    answer = typed("evaluate", "names", folder)
    lines = [line.split("\t") for line in answer.stdout.splitlines()]
    assert [len(line) for line in lines] == [7] * 4 + [8] * 4
    assert "skipped" not in answer.stdout
    assert "gallery of 100 names" in answer.stderr


def test_a_part_can_be_chosen_and_the_gallery_left_alone(folder: Path) -> None:
    answer = typed("evaluate", "names", folder, "--part", "held-back", "--no-retrieval")
    counts = [int(line.split("\t")[2]) for line in answer.stdout.splitlines()[1:]]
    assert 0 < sum(counts) < 110
    assert "gallery" not in answer.output


def test_another_part_is_not_understood(folder: Path) -> None:
    assert CliRunner().invoke(commands, ["evaluate", "names", str(folder), "--part", "half"]).exit_code == 2
    said = CliRunner().invoke(commands, ["tables", "sounds", str(folder), "made.json", "--part", "held-back"])
    assert said.exit_code == 2


def test_sounds_are_learnt_into_a_file(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "sounds.json"
    assert typed("tables", "sounds", folder, file, "--part", "all").stdout == f"written to {file}\n"
    read = read_counts(file.read_bytes())
    assert read.made["data"] == "names, all"
    assert read.counts


def test_speed_is_told_beside_the_peer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_speed, "TIMES", 1)
    lines = [line.split("\t") for line in typed("bench", "names", folder).stdout.splitlines()]
    assert lines[0] == ["name", "figure", "unit", "ratio_to_peer", "peer"]
    assert {len(line) for line in lines} == {5}
    assert {bool(line[3]) == bool(line[4]) for line in lines} == {True}
    names = [line[0] for line in lines]
    assert {"import", "memory after import", "index, growth of the process"} <= set(names)


@pytest.mark.parametrize(
    "words", [["evaluate", "names", "{}"], ["bench", "names", "{}"], ["tables", "sounds", "{}", "x"]]
)
def test_a_table_without_a_column_is_refused_and_nothing_is_written(
    folder: Path, words: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_table(folder / "cross_script_pairs.tsv.gz", PAIR_COLUMNS[:5], [])
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(commands, [word.format(folder) for word in words])
    assert str(result.exception) == "column_missing column=name_b file=cross_script_pairs.tsv.gz"
    assert not Path("x").exists()
