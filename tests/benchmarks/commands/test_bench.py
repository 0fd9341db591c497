"""The commands that invent registries and hold a peer beside ours, as they are typed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks import name_speed
from benchmarks.invented.known_registry import KnownRegistry, TruthRow
from benchmarks.peers import peer_process, splink_peer
from benchmarks.peers.peer_figures import Linked, measured
from matching.record import MatchRecord, Side
from search.cli import commands
from search.errors import Refused
from tests.search.evaluation.names_folder import write_names_folder


def typed(*words: str | Path) -> Result:
    """What `ovillo` with these words answers when all goes well."""
    result = CliRunner().invoke(commands, [str(word) for word in words])
    assert (result.exit_code, result.exception) == (0, None)
    return result


def test_a_registry_is_invented_into_a_folder_and_its_rates_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "fresh"
    said = typed("bench", "invent", folder, "--requests", "30", "--reports", "90", "--seed", "2").stdout
    assert said.startswith("30 requests, 90 reports, ")
    assert len((folder / "requests.jsonl").read_text(encoding="utf-8").splitlines()) == 30
    table = [line.split("\t") for line in typed("bench", "rates", folder, folder).stdout.splitlines()]
    assert table[0] == ["rate", "fresh", "fresh"]
    assert all(line[1] == line[2] for line in table[1:])


def test_a_peer_that_is_not_installed_is_said_before_anything_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peer_process, "find_spec", lambda _name: None)
    result = CliRunner().invoke(commands, ["evaluate", "registry", str(tmp_path), "--peer", "splink"])
    assert isinstance(result.exception, Refused)
    assert str(result.exception) == "peer_not_installed library=splink"


def test_a_peer_s_figures_stand_beside_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = KnownRegistry({"R": MatchRecord(side=Side.SOUGHT)}, {}, (TruthRow("R", ("a", "b"), "shelter"),))
    monkeypatch.setattr(splink_peer, "check_installed", lambda: None)
    monkeypatch.setattr(splink_peer, "figures_of_splink", lambda _folder, _day: measured(known, Linked(pairs=7), 1.0))
    typed("bench", "invent", tmp_path / "fresh", "--requests", "6", "--reports", "12")
    lines = typed("evaluate", "registry", tmp_path / "fresh", "--peer", "splink").stdout.splitlines()
    assert "figure\tours\tsplink" in lines
    assert "pairs weighed\t\t7" in lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Invented names."""
    return write_names_folder(tmp_path)


def test_speed_is_told_beside_the_peer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_speed, "TIMES", 1)
    lines = [line.split("\t") for line in typed("bench", "names", folder).stdout.splitlines()]
    assert lines[0] == ["name", "figure", "unit", "ratio_to_peer", "peer"]
    assert {len(line) for line in lines} == {5}
    assert {bool(line[3]) == bool(line[4]) for line in lines} == {True}
    names = [line[0] for line in lines]
    assert {"import", "memory after import", "index, growth of the process"} <= set(names)


def test_charts_are_drawn_into_a_folder_that_need_not_exist(tmp_path: Path) -> None:
    typed("bench", "charts", tmp_path / "new" / "figures")
    drawn = sorted(path.name for path in (tmp_path / "new" / "figures").iterdir())
    assert drawn == ["names.svg", "weights.svg"]
