"""A folder with known truth is measured without touching the installation."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from search.cli import commands
from search.models import Record
from search.storage.database import Database
from tests.search.cli.command_line import count, on_sqlite, typed
from tests.search.evaluation.names_folder import PAIR_COLUMNS, write_names_folder, write_table

pytestmark = pytest.mark.slow


@on_sqlite
def test_a_folder_with_truth_is_measured_in_a_database_of_its_own(registry: Database, folder: Path) -> None:
    table = [line.split("\t") for line in typed("evaluate", "registry", folder).stdout.splitlines()]
    assert ["overall", "4", *["0.7500"] * 4] in table
    assert count(registry, Record) == 0


@pytest.fixture
def names_folder(tmp_path: Path) -> Path:
    """Invented names."""
    return write_names_folder(tmp_path)


def test_names_are_measured_as_two_tables_on_standard_output(names_folder: Path) -> None:
    answer = typed("evaluate", "names", names_folder)
    lines = [line.split("\t") for line in answer.stdout.splitlines()]
    assert [len(line) for line in lines] == [7] * 4 + [8] * 4
    assert "skipped" not in answer.stdout
    assert "gallery of 100 names" in answer.stderr


def test_a_part_can_be_chosen_and_the_gallery_left_alone(names_folder: Path) -> None:
    answer = typed("evaluate", "names", names_folder, "--part", "held-back", "--no-retrieval")
    counts = [int(line.split("\t")[2]) for line in answer.stdout.splitlines()[1:]]
    assert 0 < sum(counts) < 110
    assert "gallery" not in answer.output


def test_another_part_is_not_understood(names_folder: Path) -> None:
    assert "half" in typed("evaluate", "names", names_folder, "--part", "half", ends=2).stderr


def test_a_table_without_a_column_is_refused(names_folder: Path) -> None:
    write_table(names_folder / "cross_script_pairs.tsv.gz", PAIR_COLUMNS[:5], [])
    result = CliRunner().invoke(commands, ["evaluate", "names", str(names_folder)])
    assert str(result.exception) == "column_missing column=name_b file=cross_script_pairs.tsv.gz"


@pytest.mark.parametrize(("part", "learnt"), [("training", True), ("held-back", False), ("all", None)])
def test_the_chosen_part_of_a_folder_is_judged(
    folder: Path, monkeypatch: pytest.MonkeyPatch, part: str, *, learnt: bool | None
) -> None:
    asked: list[dict[str, object]] = []
    monkeypatch.setattr("search.cli.evaluate_commands.read_material", lambda *given: given[0])
    monkeypatch.setattr("search.cli.evaluate_commands.judge", lambda *_given, **named: asked.append(named))
    monkeypatch.setattr("search.cli.evaluate_commands.judged_lines", lambda _judged: [("recall", "1")])
    assert typed("evaluate", "model", folder, "--part", part, "--no-ablation").stdout == "recall\t1\n"
    assert asked == [{"learnt": learnt, "ablation": False}]
