"""Relinking is measured as it is typed, in a folder of the run unless one is given."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.commands import bench_relink
from benchmarks.relinking_run import Bench
from search.cli import commands


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Bench]:
    """What was asked for, measured by nobody."""
    benches: list[Bench] = []

    def measure(bench: Bench, _now: object, report: Callable[[str], None]) -> Iterator[tuple[str, float, str]]:
        benches.append(bench)
        assert bench.folder.is_dir()
        report("exporting")
        yield "pairs", 1234567.0, ""
        yield "export", 1.5, "s"

    monkeypatch.setattr(bench_relink, "measure_relinking", measure)
    return benches


def typed(*words: str) -> str:
    answer = CliRunner().invoke(commands, ["bench", "relink", *words])
    assert (answer.exit_code, answer.exception) == (0, None)
    return answer.stdout


def test_figures_are_lines_of_name_value_and_unit(asked: list[Bench]) -> None:
    assert typed("--requests", "30", "--reports", "90", "--seed", "4") == "pairs\t1.23457e+06\t\nexport\t1.5\ts\n"
    (bench,) = asked
    assert (bench.size.requests, bench.size.reports, bench.seed, bench.peer, bench.kill) == (30, 90, 4, False, False)


def test_a_folder_that_is_given_is_kept_and_another_is_not(asked: list[Bench], tmp_path: Path) -> None:
    typed("--work", str(tmp_path / "new"))
    typed()
    assert asked[0].folder == tmp_path / "new"
    assert asked[0].folder.is_dir()
    assert not asked[1].folder.exists()
