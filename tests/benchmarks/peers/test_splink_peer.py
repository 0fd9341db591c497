"""Splink is found by its name; its figures stand to the right of ours, which are kept before."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from benchmarks.peers import splink_peer
from benchmarks.peers.peer_figures import PeerFigures
from benchmarks.peers.splink_peer import SplinkPeer
from search.evaluation.peer_linkers import find_peer

DAY = datetime.date(2026, 3, 1)


def figures(weighed: int) -> PeerFigures:
    return PeerFigures([], 0.0, weighed, {}, 0.0)


def test_the_peer_called_splink_is_this_one() -> None:
    assert isinstance(find_peer("splink"), SplinkPeer)


def test_our_own_column_comes_first_and_the_peer_is_run_on_the_same_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def of_splink(*given: object) -> PeerFigures:
        asked.append(given)
        return figures(7)

    monkeypatch.setattr(splink_peer, "figures_of_ours", lambda *_given: figures(5))
    monkeypatch.setattr(splink_peer, "figures_of_splink", of_splink)
    peer = SplinkPeer()
    nothing: Any = None
    peer.keep_ours(nothing, Path("folder"), nothing)
    lines = list(peer.beside_ours(Path("folder"), DAY))
    assert ("figure", "ours", "splink") in lines
    assert ("pairs weighed", "5", "7") in lines
    assert asked == [(Path("folder"), DAY)]
