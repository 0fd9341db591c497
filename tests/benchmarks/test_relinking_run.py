"""The whole way through on a small invented registry, killed on the way, with its figures."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.process_tree import cost_of
from search.cli import commands
from search.errors import Refused


def test_the_figures_of_a_small_registry_add_up(tmp_path: Path) -> None:
    words = ["bench", "relink", "--requests", "40", "--reports", "120", "--work", str(tmp_path / "work"), "--kill"]
    result = CliRunner().invoke(commands, words)
    assert (result.exit_code, result.exception) == (0, None)
    figures = {name: float(value) for name, value, _unit in (line.split("\t") for line in result.stdout.splitlines())}
    assert figures["pairs scored"] > 100
    assert figures["true pairs"] > 5
    assert 0.3 < figures["recall at the threshold"] <= 1
    assert 0 < figures["recall at the threshold, heaviest of the request"] <= figures["recall at the threshold"]
    assert figures["proposals"] > 0
    said = figures["precision at the threshold, as the weights say"]
    assert abs(said - figures["precision at the threshold"]) < 0.3
    assert all(figures[f"{step} peak of all processes"] > 50 for step in ("export", "run", "import"))


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="command_failed command=run"):
        cost_of(("relink", "run", str(tmp_path), str(tmp_path / "results")), {})
