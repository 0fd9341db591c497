"""Where the peer is not installed, that is said before anything is measured."""

from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from benchmarks.peers import peer_process
from search.errors import Refused
from tests.search.scene import NOW


def test_a_peer_that_is_not_installed_is_refused_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(peer_process, "find_spec", lambda _name: None)
    with pytest.raises(Refused, match="peer_not_installed library=splink"):
        peer_process.figures_of_splink(tmp_path, NOW.date())


def test_a_peer_that_fails_is_refused_with_its_status(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(peer_process, "find_spec", lambda name: ModuleSpec(name, None))
    monkeypatch.setattr(peer_process, "_MODULE", "benchmarks.peers.no_such_module")
    with pytest.raises(Refused, match="peer_failed status=1"):
        peer_process.figures_of_splink(tmp_path, NOW.date())
