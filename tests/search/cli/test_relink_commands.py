"""The three steps of relinking as they are typed, and all of them at once."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select

from benchmarks.invented import Size
from search.cli import commands, relink_commands
from search.errors import Refused
from search.models import MatchProposal
from search.relinking import installed_extras
from search.storage.database import Database
from tests.search.relinking.registry import fill_invented

pytestmark = pytest.mark.slow


def typed(*words: str | Path) -> Result:
    """What `ovillo` answers to these words."""
    return CliRunner().invoke(commands, [str(word) for word in words])


def proposals(database: Database) -> int:
    """How many pairs are proposed."""
    with database.reading() as session:
        return session.execute(select(func.count(MatchProposal.id))).scalar_one()


@pytest.fixture
def filled(registry: Database) -> Database:
    """An installation with 30 searches and 90 reports."""
    fill_invented(registry, Size(30, 90))
    return registry


def test_the_three_steps_can_be_taken_apart(filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = typed("relink", "export", tmp_path / "export")
    assert (said.exit_code, said.stdout) == (0, "exported 30 requests and 90 reports in 8 parts\n")
    key = tmp_path / "export.portal-key"
    assert key.stat().st_mode & 0o777 == 0o600
    with monkeypatch.context() as elsewhere:
        # An engine knows neither the database nor the master key.
        elsewhere.delenv("OVILLO_DATABASE_URL")
        elsewhere.delenv("OVILLO_MASTER_KEY")
        key.rename(tmp_path / "kept at the portal")
        said = typed("relink", "run", tmp_path / "export", tmp_path / "results")
        assert said.exit_code == 0, said.exception
        assert said.stdout.startswith("weighed ")
    said = typed("relink", "import", tmp_path / "results", "--portal-key", tmp_path / "kept at the portal")
    assert said.exit_code == 0, said.exception
    assert said.stdout == f"imported 30 requests; {proposals(filled)} proposals made or made again\n"
    assert proposals(filled) > 0


def test_all_in_one_go_leaves_nothing_behind(filled: Database, tmp_path: Path) -> None:
    work = tmp_path / "work"
    said = typed("relink", "--work", work)
    assert said.exit_code == 0, said.exception
    assert [line.split(" ")[0] for line in said.stdout.splitlines()] == ["exported", "weighed", "imported"]
    assert list(work.iterdir()) == []
    assert proposals(filled) > 0
    assert "0 proposals made or made again" in typed("relink").stdout


def test_an_export_that_was_broken_off_is_made_again_and_a_whole_one_is_used(filled: Database, tmp_path: Path) -> None:
    work = tmp_path / "work"
    (work / "export").mkdir(parents=True)
    (work / "export" / "found-keys-00000.part").write_bytes(b"half of it")
    (work / "engine.key").write_text("{}", "ascii")
    assert typed("relink", "--work", work, "--memory", "nonsense").exit_code == 1
    whole = (work / "export" / "manifest.json").read_bytes()
    said = typed("relink", "--work", work)
    assert [line.split(" ")[0] for line in said.stdout.splitlines()] == ["weighed", "imported"]
    assert whole
    assert proposals(filled) > 0


def test_key_files_are_not_replaced(filled: Database, tmp_path: Path) -> None:
    assert proposals(filled) == 0
    (tmp_path / "export.engine-key").touch()
    result = typed("relink", "export", tmp_path / "export")
    assert isinstance(result.exception, Refused)
    assert str(result.exception) == "key_file_exists name=export.engine-key"
    assert not (tmp_path / "export").exists()


def test_a_missing_library_is_said_before_anything_is_read(
    filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed_extras, "find_spec", lambda name: None if name == "pyarrow" else name)
    for words in (["relink"], ["relink", "export", tmp_path / "export"], ["relink", "run", tmp_path, tmp_path / "out"]):
        result = typed(*words)
        assert isinstance(result.exception, Refused)
        assert str(result.exception) == "scale_not_installed library=pyarrow"
    assert proposals(filled) == 0


def test_only_the_first_of_many_lines_is_said_and_then_one_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    moments = iter([100.0, 105.0, 109.9, 110.0, 119.9])
    monkeypatch.setattr(relink_commands, "time", SimpleNamespace(monotonic=lambda: next(moments)))
    told = relink_commands.Told()
    for line in "abcde":
        told(line)
    assert capsys.readouterr().err == "a\nd\n"
