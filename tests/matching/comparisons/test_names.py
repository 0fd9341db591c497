"""Names: the best of either side's counts, a nickname alone little; why two parts stand side by side on the card."""

import numpy as np
import pytest

from matching import NameKind
from matching.comparisons.name_curve import CURVE_STEPS
from matching.comparisons.names import NamesComparison, best_sums
from matching.model import load_model
from matching.pairs import Pairs
from matching.prepared_record import NameRole
from tests.matching.records import LIVING, SOUGHT, called, judged, person

STRAIGHT = ((-40.0, -40.0), (40.0, 40.0))
PAIR = person(SOUGHT, names=called("Karim Haddad")), person(LIVING, names=called("Karim Haddad"))


@pytest.mark.parametrize(
    ("bits", "level"),
    [
        (14.0, "very_strong"),
        (13.99, "strong"),
        (8.0, "strong"),
        (7.99, "fair"),
        (4.0, "fair"),
        (3.99, "weak"),
        (0.0, "weak"),
        (-0.01, "unlike"),
    ],
)
def test_the_weight_is_the_level_on_the_card(bits: float, level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matching.comparisons.names.best_sums", lambda *_: np.array([bits]))
    evidence = NamesComparison(STRAIGHT).evidence(*PAIR, Pairs.of_two(*PAIR))
    assert (evidence.level, evidence.weight) == (level, bits)


def test_the_curve_is_straight_between_its_points_and_level_beyond_them() -> None:
    comparison = NamesComparison(((0.0, -1.0), (200.0, 1.0)))
    (total,) = best_sums(Pairs.of_two(*PAIR), NameRole.OWN).tolist()
    assert comparison.weigh(Pairs.of_two(*PAIR)).tolist() == [pytest.approx(total / 100 - 1)]
    assert NamesComparison(((100.0, 4.0), (200.0, 5.0))).weigh(Pairs.of_two(*PAIR)).tolist() == [4.0]
    assert NamesComparison(((-9.0, 4.0), (-8.0, 5.0))).weigh(Pairs.of_two(*PAIR)).tolist() == [5.0]


def test_the_best_of_several_names_counts() -> None:
    said = {"names": called("Marcelino Figueira", "Karim Haddad")}
    alone = judged(NamesComparison, {"names": called("Karim Haddad")}, {"names": called("كريم حداد")})
    assert judged(NamesComparison, said, {"names": called("Binta Sow", "كريم حداد")}).weight == alone.weight


@pytest.mark.parametrize(("other", "bits"), [("Qorvandil", 3.0), ("Zubmertak", -0.5)])
def test_a_nickname_alone_identifies_nobody(other: str, bits: float) -> None:
    sides = (
        person(SOUGHT, names=called("Qorvandil", kind=NameKind.NICKNAME)),
        person(LIVING, names=called(other)),
    )
    assert best_sums(Pairs.of_two(*sides), NameRole.OWN).tolist() == [bits]


def test_what_is_observed_is_the_step_of_the_curve_of_pairs_that_are_named() -> None:
    observe = NamesComparison.unweighted().observed
    (total,) = best_sums(Pairs.of_two(*PAIR), NameRole.OWN).tolist()
    nearest = int(np.abs(np.array(CURVE_STEPS) - total).argmin())
    assert [each.tolist() for each in observe(Pairs.of_two(*PAIR))] == [[0], [nearest]]
    assert [each.tolist() for each in observe(Pairs.of_two(PAIR[0], person(LIVING)))] == [[], []]


def test_names_weigh_no_more_than_the_end_of_the_curve() -> None:
    most = max(bits for _, bits in load_model().curve_bits("names"))
    assert NamesComparison.of(load_model()).at_most(Pairs.of_two(*PAIR)).tolist() == [most]


def _reasons(one: str, other: str) -> list[tuple[str, str, str]]:
    parts = judged(NamesComparison, {"names": called(one)}, {"names": called(other)}).parts
    return [(part.sought, part.found, part.reason) for part in parts]


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("Karim Haddad", "Karim Haddad", [("karim", "karim", "same"), ("haddad", "haddad", "same")]),
        ("Karim", "كريم", [("karim", "كريم", "other_script")]),
        ("Houssein", "Husein", [("houssein", "husein", "same_sound")]),
        ("Antonio Huamán", "Toño Huamán", [("antonio", "toño", "nickname"), ("huamán", "huamán", "same")]),
        ("Karim Haddad", "K. Haddad", [("karim", "k", "initial"), ("haddad", "haddad", "same")]),
        ("Karim Haddad", "Samir Haddad", [("haddad", "haddad", "same"), ("karim", "samir", "contradicts")]),
        ("Karim Yusuf", "Karim", [("karim", "karim", "same"), ("yusuf", "", "missing")]),
        ("Karim", "Karim Yusuf", [("karim", "karim", "same"), ("", "yusuf", "missing")]),
        ("Abdul Rahman Sow", "Abdurrahman Sow", [("abdulrahman", "abdurrahman", "same_sound"), ("sow", "sow", "same")]),
        ("Tesfaye", "Tesfayo", [("tesfaye", "tesfayo", "spelling")]),
        ("Gracie Haddad", "Greisi Haddad", [("gracie", "greisi", "by_ear"), ("haddad", "haddad", "same")]),
    ],
)
def test_every_part_of_a_name_says_why(one: str, other: str, parts: list[tuple[str, str, str]]) -> None:
    assert _reasons(one, other) == parts


def test_the_spelling_that_agrees_best_is_the_one_shown() -> None:
    said = {"names": called("ብርሃኑ አሻግሬ", "Berhanu Ashagre")}
    parts = judged(NamesComparison, said, {"names": called("Berhanu Ashagre")}).parts
    assert [part.sought for part in parts] == ["berhanu", "ashagre"]
