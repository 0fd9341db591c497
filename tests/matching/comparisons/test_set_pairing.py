"""Things of which both sides list several: which meet, and what their codes say."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from matching.comparisons.set_pairing import KinCodes, Meetings, Ranks, Rarities, pair_up, share_a_code
from matching.record_packing import code

NONE = 100
RANKS = arrays(np.uint8, array_shapes(min_dims=3, max_dims=3, max_side=5), elements=st.sampled_from([0, 1, 2, 7, NONE]))


def _one_by_one(ranks: Ranks) -> list[tuple[int, int, int, int]]:
    """The same in plain words: of all that is left the lowest rank, of equal ones the first in the order told."""
    met = []
    for pair, table in enumerate(ranks.tolist()):
        left = sorted((rank, i, j) for i, row in enumerate(table) for j, rank in enumerate(row) if rank != NONE)
        while left:
            rank, i, j = left[0]
            met.append((pair, rank, i, j))
            left = [other for other in left if other[1] != i and other[2] != j]
    return met


def _listed(met: Meetings) -> list[tuple[int, int, int, int]]:
    return list(zip(met.pair.tolist(), met.rank.tolist(), met.i.tolist(), met.j.tolist(), strict=True))


@given(RANKS)
def test_things_are_paired_up_as_a_person_would_the_strongest_first(ranks: Ranks) -> None:
    met = _listed(pair_up(ranks, none=NONE))
    assert sorted(met) == sorted(_one_by_one(ranks))
    for pair in range(len(ranks)):
        of_pair = [rank for at, rank, _, _ in met if at == pair]
        assert of_pair == sorted(of_pair)


@given(RANKS)
def test_nothing_is_used_twice_and_nothing_that_could_meet_is_left(ranks: Ranks) -> None:
    met = pair_up(ranks, none=NONE)
    assert len({(pair, i) for pair, _, i, _ in _listed(met)}) == len(met.pair)
    assert len({(pair, j) for pair, _, _, j in _listed(met)}) == len(met.pair)
    free = ranks.copy()
    free[met.pair, met.i, :] = NONE
    free[met.pair, :, met.j] = NONE
    assert (free == NONE).all()


@given(RANKS)
def test_it_does_not_matter_which_side_is_told_first(ranks: Ranks) -> None:
    forwards, backwards = pair_up(ranks, none=NONE), pair_up(ranks.transpose(0, 2, 1), none=NONE)
    assert sorted(zip(forwards.pair, forwards.rank, strict=True)) == sorted(
        zip(backwards.pair, backwards.rank, strict=True)
    )


def test_no_pairs_and_pairs_without_things_have_no_meetings() -> None:
    for ranks in (np.zeros((0, 2, 3), dtype=np.uint8), np.full((2, 2, 2), NONE, dtype=np.uint8)):
        assert _listed(pair_up(ranks, none=NONE)) == []


def test_a_code_is_shared_wherever_it_stands_and_no_code_is_none() -> None:
    one = np.array([[1, 2], [1, 2], [0, 0]], dtype=np.uint32)
    other = np.array([[3, 1, 0], [3, 4, 0], [0, 0, 0]], dtype=np.uint32)
    assert share_a_code(one, other).tolist() == [True, False, False]


def test_kin_codes_are_kin_in_either_order_and_to_no_other() -> None:
    words = ("hand", "wrist", "finger", "back", "")
    listed = (("hand", "wrist"), ("finger", "hand"))
    kin = KinCodes(listed)
    pairs = list(product(words, words))
    one, other = (np.array([code(word) for word in side], dtype=np.uint32) for side in zip(*pairs, strict=True))
    expected = [pair in listed or pair[::-1] in listed for pair in pairs]
    assert kin.of(one, other).tolist() == expected
    assert kin.of(one.reshape(5, 5), other.reshape(5, 5)).ravel().tolist() == expected


def test_rarities_are_those_listed_and_nothing_for_other_words() -> None:
    rarities = Rarities({"scar": -1.25, "amputation": 3.0})
    words = ("amputation", "scar", "mole", "")
    codes = np.array([[code(word) for word in words]], dtype=np.uint32)
    assert rarities.of(codes).tolist() == [[3.0, -1.25, 0.0, 0.0]]
    assert Rarities({}).of(codes).tolist() == [[0.0] * 4]


@pytest.mark.parametrize(
    ("one", "other", "bits"),
    [("scar", "burn", -1.25), ("burn", "scar", -1.25), ("amputation", "deformity", 0.0), ("burn", "burn", 2.0)],
)
def test_a_thing_that_has_two_words_is_as_common_as_the_commoner_of_them(one: str, other: str, bits: float) -> None:
    rarities = Rarities({"scar": -1.25, "burn": 2.0, "amputation": 3.0})
    sides = (np.array([code(word)], dtype=np.uint32) for word in (one, other))
    assert rarities.of_both(*sides).tolist() == [bits]
