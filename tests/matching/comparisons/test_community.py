"""Peoples, clans and communities: compared as names are, from three bits on the same."""

import numpy as np
import pytest

from matching.comparisons.community import CommunityComparison
from tests.matching.records import judged

HAZARA = {"community": "Hazara"}


@pytest.mark.parametrize(("bits", "level"), [(2.99, "different"), (3.0, "same"), (9.0, "same"), (-5.0, "different")])
def test_three_bits_in_common_make_one_community(bits: float, level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matching.comparisons.community.best_sums", lambda *_: np.array([bits]))
    assert judged(CommunityComparison, HAZARA, HAZARA).level == level


@pytest.mark.parametrize(("other", "level"), [("هزاره", "same"), ("Hazaras", "same"), ("Baloch", "different")])
def test_a_community_is_known_in_other_letters(other: str, level: str) -> None:
    assert judged(CommunityComparison, HAZARA, {"community": other}).level == level
