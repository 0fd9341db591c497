"""Every command opens the configured installation, or ends with a code and no traceback."""

import contextlib
import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from search.cli.installation import now, open_database
from search.errors import Refused
from search.models import Record
from search.settings import make_key_file
from search.storage.database import Database
from tests.search.cli.command_line import count, ending, on_sqlite, typed


def test_an_unknown_setting_stops_the_program_by_its_name(
    var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OVILLO_PROT", "8000")
    ended = ending(["setup"], monkeypatch, capsys)
    assert ended == (1, "ovillo: there is no setting OVILLO_PROT: see docs/operating.md\n")
    assert not var.exists()


@pytest.mark.usefixtures("var")
def test_nothing_starts_without_a_master_key(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = ending(["match"], monkeypatch, capsys)
    assert (status, said[:36]) == (1, "ovillo: the master key is not there:")


@on_sqlite
def test_another_master_key_does_not_open_what_the_first_one_sealed(
    staffed: Database, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typed("import", "requests", folder / "requests.jsonl", ends=1)
    typed("import", "reports", folder / "casa_invented.csv", "--sender", "Casa Invented")
    assert count(staffed, Record) == 8
    monkeypatch.delenv("OVILLO_MASTER_KEY")
    monkeypatch.setenv("OVILLO_MASTER_KEY_FILE", str(tmp_path / "other.key"))
    # A key that is missing is not made anew beside a database that nothing but the old one opens.
    status, said = ending(["setup"], monkeypatch, capsys)
    assert (status, said[:36]) == (1, "ovillo: the master key is not there:")
    make_key_file(tmp_path / "other.key")
    for command in ("setup", "match"):
        status, said = ending([command], monkeypatch, capsys)
        assert (status, said.count("\n")) == (1, 1)
        assert said.startswith("ovillo: the database was made with another master key")
    assert count(staffed, Record) == 8


@on_sqlite
def test_the_configured_database_is_opened_migrated_and_closed_again(
    registry: Database, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[Database] = []

    def note(database: Database) -> None:
        closed.append(database)

    monkeypatch.setattr(Database, "close", note)
    with contextlib.suppress(KeyboardInterrupt), open_database() as opened:
        assert var.is_dir()
        assert opened.engine.url == registry.engine.url
        with opened.reading() as session:
            assert session.execute(select(func.count()).select_from(Record)).scalar_one() == 0
        raise KeyboardInterrupt
    assert closed == [opened]
    monkeypatch.undo()
    opened.close()


@on_sqlite
@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("setting", ["PARAMETERS", "PART_FREQUENCIES"])
def test_the_configured_files_are_put_in_force_before_the_database_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv(f"OVILLO_{setting}", str(tmp_path / "missing.json"))
    with pytest.raises(Refused, match=f"{setting.lower()}_unreadable name=missing.json"), open_database():
        pass


def test_the_moment_is_told_in_utc() -> None:
    assert now().utcoffset() == datetime.timedelta(0)


def test_no_empty_registry_is_begun_beside_a_database_of_another_name(
    var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    var.mkdir()
    (var / "other.sqlite").write_bytes(b"somebody's")
    status, said = ending(["setup"], monkeypatch, capsys)
    assert (status, said[:20]) == (1, "ovillo: other.sqlite")
    assert not (var / "ovillo.sqlite").exists()
    assert (var / "other.sqlite").read_bytes() == b"somebody's"


def test_a_folder_or_a_database_that_cannot_be_used_is_said_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    (tmp_path / "junk.sqlite").write_bytes(b"no database" * 100)
    make_key_file(tmp_path / "key")
    monkeypatch.setenv("OVILLO_MASTER_KEY_FILE", str(tmp_path / "key"))
    for name, value in (("VAR", str(tmp_path / "file")), ("DATABASE_URL", f"sqlite:///{tmp_path / 'junk.sqlite'}")):
        with monkeypatch.context() as patch:
            patch.setenv("OVILLO_VAR", str(tmp_path / "var"))
            patch.setenv(f"OVILLO_{name}", value)
            status, said = ending(["match"], patch, capsys)
        assert (status, said.count("\n")) == (1, 1)
        assert said.startswith("ovillo: ")
