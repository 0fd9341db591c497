"""Setting up makes a private key and a database once."""

import stat
from pathlib import Path

import pytest

from search.models import Record
from search.storage.database import Database
from tests.search.cli.command_line import add_account, count, ending, on_sqlite, typed


def test_setup_makes_a_private_key_and_a_database(var: Path) -> None:
    answer = typed("setup")
    key = var / "master.key"
    assert str(key) in answer.stdout
    assert key.read_text("ascii").strip() not in answer.output
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert (var / "ovillo.sqlite").exists()


def test_setup_again_leaves_key_and_contents_as_they_are(var: Path) -> None:
    typed("setup")
    key = (var / "master.key").read_bytes()
    add_account("alem", "Committee of Relatives", "committee")
    typed("setup")
    assert (var / "master.key").read_bytes() == key
    assert "1 entries" in typed("audit", "verify").stdout


@on_sqlite
def test_setup_makes_no_key_where_one_is_given(registry: Database, var: Path) -> None:
    assert "master key" not in typed("setup").stdout
    assert not (var / "master.key").exists()
    assert count(registry, Record) == 0


def test_a_default_language_that_is_not_offered_stops_the_start_before_anything_is_made(
    var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OVILLO_DEFAULT_LANGUAGE", "Tesfalem")
    status, said = ending(["run"], monkeypatch, capsys)
    assert (status, said.startswith("ovillo: OVILLO_DEFAULT_LANGUAGE must be one of en, es, ar")) == (1, True)
    assert "Tesfalem" not in said
    assert not var.exists()
