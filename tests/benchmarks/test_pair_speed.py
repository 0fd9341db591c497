"""Pairs weighed a second, beside peers, on a tiny invented registry."""

from collections.abc import Sequence

from benchmarks.invented import Size
from benchmarks.pair_speed import pair_figures
from benchmarks.peers.flat_rows import FlatRow

SIZE = Size(12, 80)


def test_every_figure_is_measured_and_ours_stands_beside_names_alone() -> None:
    figures = {figure.name: figure for figure in pair_figures(SIZE, 3, None)}
    assert all(figure.value > 0 for figure in figures.values())
    ours = figures["all evidence, search by search"]
    assert ours.peer is figures["peer: rapidfuzz on anyascii, names alone"]


def test_the_peer_is_given_the_same_pairs() -> None:
    given: list[tuple[int, int, int]] = []

    def pairs_per_second(
        sought: Sequence[FlatRow], found: Sequence[FlatRow], candidates: Sequence[tuple[str, str]], threads: int
    ) -> float:
        given.append((len(sought), len(found), len(candidates)))
        known = {row.unique_id for row in (*sought, *found)}
        assert all({one, other} <= known for one, other in candidates)
        assert threads == 1
        return 5.0

    figures = {figure.name: figure for figure in pair_figures(SIZE, 3, pairs_per_second)}
    assert given == [(SIZE.requests, SIZE.reports, int(figures["candidate pairs"].value))]
    peer = figures["all evidence, search by search"].peer
    assert peer is not None
    assert peer.value == 5.0
