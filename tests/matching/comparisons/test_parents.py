"""Parents' names: with each other, and with the parts of the other side's own name."""

from collections.abc import Callable

import numpy as np
import pytest

from matching import NameKind
from matching.comparisons.levels import Bits
from matching.comparisons.parents import ParentsComparison
from matching.pairs import Pairs
from matching.prepared_record import NameRole
from tests.matching.records import called, judged

ROSA = {"names": (*called("Karim"), *called("Rosa Quispe", kind=NameKind.MOTHER))}
BINTA = {"names": (*called("Karim"), *called("Binta Sow", kind=NameKind.MOTHER))}


def _sums(both: float, among: float) -> Callable[..., Bits]:
    def sums(pairs: Pairs, _role: NameRole, other: NameRole | None = None) -> Bits:
        return np.full(len(pairs), both if other is None else among)

    return sums


@pytest.mark.parametrize(
    ("both", "among", "level"),
    [
        (6.0, 9.0, "same"),
        (5.99, 9.0, "perhaps"),
        (2.0, 9.0, "perhaps"),
        (1.99, 4.0, "among_name_parts"),
        (-np.inf, 4.0, "among_name_parts"),
        (1.99, 3.99, "different"),
        (-9.0, -9.0, "different"),
        (-np.inf, 3.99, "blank"),
    ],
)
def test_the_bits_that_parents_share_are_the_level(
    both: float, among: float, level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matching.comparisons.parents.best_sums", _sums(both, among))
    assert judged(ParentsComparison, ROSA, ROSA).level == level


@pytest.mark.parametrize(
    ("found", "level"), [(ROSA, "same"), (BINTA, "different"), ({"names": called("Karim")}, "blank")]
)
def test_mothers_are_compared_with_mothers(found: dict[str, object], level: str) -> None:
    assert judged(ParentsComparison, ROSA, found).level == level


def test_a_parent_is_found_among_the_parts_of_the_other_side_s_name_and_shown() -> None:
    own = {"names": called("Karim Rosa Quispe")}
    for said, found in ((ROSA, own), (own, ROSA)):
        evidence = judged(ParentsComparison, said, found)
        assert evidence.level == "among_name_parts"
        assert {("rosa", "rosa"), ("quispe", "quispe")} <= {(part.sought, part.found) for part in evidence.parts}
