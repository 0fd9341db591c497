"""m estimated from candidates of whom nobody knows who is who."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pytest

from matching.comparisons.levels import Bits
from matching.expectation_maximisation import Expected, Shown, estimate_m
from matching.names.name_columns import Flags, Positions

# Three comparisons of two to four levels: what true pairs show, and what others do.
M = {"sex": np.array([0.97, 0.03]), "age": np.array([0.6, 0.3, 0.1]), "names": np.array([0.7, 0.15, 0.1, 0.05])}
U = {"sex": np.array([0.5, 0.5]), "age": np.array([0.1, 0.3, 0.6]), "names": np.array([0.01, 0.04, 0.15, 0.8])}
BELIEVED = {code: np.full(len(levels), 1 / len(levels)) for code, levels in M.items()}
BELIEVED["names"] = np.array([0.4, 0.3, 0.2, 0.1])
REQUESTS, EACH = 1_000, 12


@dataclass(frozen=True)
class Drawn:
    """Candidates of a thousand requests, of which every second has found its person; who that is; what they show."""

    request: Positions
    true: Flags
    shown: Mapping[str, Shown]


def _draw(seed: int) -> Drawn:
    chance = np.random.default_rng(seed)
    request = np.repeat(np.arange(REQUESTS), EACH)
    true = (np.arange(REQUESTS * EACH) % EACH == 0) & (request % 2 == 0)
    shown = {}
    for code, m in M.items():
        levels = np.where(true, chance.choice(len(m), len(true), p=m), chance.choice(len(m), len(true), p=U[code]))
        told = np.flatnonzero(chance.random(len(true)) < 0.9)
        shown[code] = Shown(told, levels[told], (tuple(range(len(m))),))
    return Drawn(request, true, shown)


DRAWN = _draw(1)
NOBODY_JUDGED = np.full(REQUESTS * EACH, np.nan)
# By itself, each of twelve candidates against nobody, where half of the requests have found their person.
SHARE = 1 / (EACH + 1)


def _estimated(judged: Bits = NOBODY_JUDGED, request: Positions = DRAWN.request, drawn: Drawn = DRAWN) -> Expected:
    return estimate_m(drawn.shown, U, BELIEVED, request, judged, SHARE)


def test_what_true_pairs_show_is_found_without_knowing_which_they_are() -> None:
    found = _estimated()
    for code, m in M.items():
        assert found.m[code] == pytest.approx(m, abs=0.08)
    assert found.true_pairs == pytest.approx(DRAWN.true.sum(), rel=0.1)
    assert 1 < found.rounds < 60


def test_shares_of_a_family_of_levels_add_up_to_one() -> None:
    code = "names"
    two = Shown(DRAWN.shown[code].pair, DRAWN.shown[code].level, ((0, 1), (2, 3)))
    found = estimate_m({code: two}, {code: U[code]}, {code: BELIEVED[code]}, DRAWN.request, NOBODY_JUDGED, SHARE)
    assert found.m[code][:2].sum() == pytest.approx(1.0)
    assert found.m[code][2:].sum() == pytest.approx(1.0)


def test_all_pairs_judged_leave_nothing_to_expect() -> None:
    found = _estimated(DRAWN.true.astype(np.float64))
    assert found.true_pairs == DRAWN.true.sum()
    assert found.rounds == 2
    for code, one in DRAWN.shown.items():
        counts = np.bincount(one.level[DRAWN.true[one.pair]], minlength=len(M[code]))
        expected = (counts + 25.0 * BELIEVED[code]) / (counts.sum() + 25.0)
        assert found.m[code] == pytest.approx(expected, abs=1e-4)


def test_pairs_that_people_judged_count_as_they_were_judged() -> None:
    """Whoever is judged to be no match, however alike, teaches nothing of matches."""
    alike = np.ones(len(DRAWN.true), dtype=np.bool_)
    for one in DRAWN.shown.values():
        best = np.zeros(len(alike), dtype=np.bool_)
        best[one.pair[one.level == 0]] = True
        alike &= best
    assert alike.sum() > 100
    refused = _estimated(np.where(alike, 0.0, np.nan))
    confirmed = _estimated(np.where(alike, 1.0, np.nan))
    assert refused.true_pairs < _estimated().true_pairs - 50 < confirmed.true_pairs
    assert refused.m["names"][0] < _estimated().m["names"][0] <= confirmed.m["names"][0] + 0.02


def test_candidates_of_one_request_compete_because_one_person_is_sought() -> None:
    """The same candidates, each of a request of its own, are believed more often."""
    alone = _estimated(request=np.arange(len(DRAWN.request)))
    assert _estimated().true_pairs < alone.true_pairs
    shown = {"names": Shown(np.arange(4), np.zeros(4, dtype=np.int64), ((0, 1, 2, 3),))}
    together = estimate_m(
        shown, {"names": U["names"]}, {"names": BELIEVED["names"]}, np.zeros(4, dtype=np.int64), np.full(4, np.nan), 0.1
    )
    assert together.true_pairs <= 1.0


def test_what_nobody_shows_stays_as_it_is_believed() -> None:
    nothing = Shown(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), ((0, 1),))
    found = estimate_m(
        {**DRAWN.shown, "other": nothing},
        U | {"other": np.array([0.5, 0.5])},
        BELIEVED | {"other": np.array([0.8, 0.2])},
        DRAWN.request,
        NOBODY_JUDGED,
        SHARE,
    )
    assert found.m["other"] == pytest.approx([0.8, 0.2], abs=1e-4)


def test_a_pair_may_show_several_meetings_of_things() -> None:
    """Two scars that both agree say twice as much."""
    once = Shown(np.array([0]), np.array([0]), ((0, 1),))
    twice = Shown(np.array([0, 0]), np.array([0, 0]), ((0, 1),))
    believed, u = {"marks": np.array([0.5, 0.5])}, {"marks": np.array([0.1, 0.9])}
    of_one, of_two = (
        estimate_m({"marks": one}, u, believed, np.zeros(1, dtype=np.int64), np.full(1, np.nan), 0.1)
        for one in (once, twice)
    )
    assert of_two.true_pairs > of_one.true_pairs + 0.2
