"""Two sets of parameters beside each other, on three invented people sought and four reported."""

from dataclasses import replace

import pytest

from matching import Engine
from matching.errors import ParametersError
from matching.model import Level, Model, load_model
from matching.record import MatchRecord, PersonName, Phone, Sex, Side
from search.evaluation.comparing_models import (
    Crossings,
    PairChanges,
    RankChange,
    compare_on,
    level_changes,
    lines_of_models,
    lines_of_pairs,
)
from search.evaluation.training_folder import Material

OLD = load_model()
NAME = "Tesfalem Kidanemariam"
PHONE = "+50370123456"


def with_level(model: Model, comparison: str, level: str, bits: float) -> Model:
    """The model with another weight of one level."""
    levels = {**model.levels[comparison], level: Level(0.5, 0.5 / 2**bits)}
    coefficients = {**model.coefficients, comparison: 1.0}
    return replace(model, levels={**model.levels, comparison: levels}, coefficients=coefficients)


@pytest.fixture(scope="module")
def material() -> Material:
    """T-1 is A1 and T-2 is A2. A3 has the name of T-1 and A4 the phone of T-2, but not the sex; T-3 is nobody."""
    engine = Engine.load()

    def record(side: Side, name: str, phone: str = "", sex: Sex | None = None) -> MatchRecord:
        names = (PersonName(name),) if name else ()
        return MatchRecord(side, names=names, phones=(Phone(phone),) if phone else (), sex=sex)

    sought = [
        record(Side.SOUGHT, NAME, PHONE),
        record(Side.SOUGHT, "Mariama Bailo Diallo", "+22462111222", Sex.FEMALE),
        record(Side.SOUGHT, "Oluwaseun Adebayo"),
    ]
    found = [
        record(Side.FOUND, NAME, PHONE),
        record(Side.FOUND, "", "+22462111222", Sex.FEMALE),
        record(Side.FOUND, NAME),
        record(Side.FOUND, "", "+22462111222", Sex.MALE),
    ]
    return Material(
        references=("T-1", "T-2", "T-3"),
        sought=[engine.prepare(one) for one in sought],
        found=[engine.prepare(one) for one in found],
        true_pairs=[(0, 0), (1, 1)],
        reports=[("casa", "A1"), ("morgue", "A2"), ("casa", "A3"), ("morgue", "A4")],
    )


def moved(changes: PairChanges) -> dict[tuple[str, str], float]:
    return {(one.request, one.report): one.weights[1] - one.weights[0] for one in changes.moved}


def test_the_level_that_moved_most_comes_first_and_untouched_ones_did_not_move() -> None:
    new = with_level(OLD, "sex", "same", 3.0)
    changes = [change for change in level_changes(OLD, new) if abs(change.moved) > 1e-9]
    assert {change.comparison for change in changes} == {"sex"}
    assert changes[0].level == "same"
    assert changes[0].new == pytest.approx(3.0)
    assert changes[0].old == pytest.approx(OLD.weights("sex")["same"])


def test_the_curve_of_names_is_compared_at_the_steps_of_both() -> None:
    new = replace(
        OLD, name_curve=((-8.0, -8.0), (6.0, 6.0), (26.0, 20.0)), coefficients={**OLD.coefficients, "names": 1.0}
    )
    steps = {change.level: change for change in level_changes(OLD, new) if change.comparison == "names"}
    assert steps["sum of 6"].new == pytest.approx(6.0)
    assert steps["sum of -1"].new == pytest.approx(-1.0)
    assert len(steps) == len(OLD.name_curve) + 1


def test_a_level_that_only_one_model_knows_weighed_nothing_in_the_other() -> None:
    older = replace(OLD, levels={code: levels for code, levels in OLD.levels.items() if code != "home"})
    gained = {change.level: change for change in level_changes(older, OLD) if change.comparison == "home"}
    assert gained["within_60_km"].old == 0.0
    assert gained["within_60_km"].new == pytest.approx(OLD.weights("home")["within_60_km"])


def test_nothing_moves_between_a_model_and_itself(material: Material) -> None:
    changes = compare_on(material, OLD, OLD, top=10, learnt=None)
    assert set(moved(changes).values()) == {0.0}
    assert changes.true_pairs == 2
    assert (changes.crossings.up, changes.crossings.down) == (0, 0)
    assert [(one.gained, one.lost) for one in changes.ranks] == [(0, 0), (0, 0)]


def test_pairs_that_cross_the_threshold_are_counted_with_how_many_are_true(material: Material) -> None:
    old = replace(OLD, prior=-14.0, proposal_threshold=-1.0)
    weak = with_level(old, "phones", "same", 1.0)
    changes = compare_on(material, old, weak, top=10, learnt=None)
    assert changes.crossings == Crossings(stay=2, stay_true=1, up=0, up_true=0, down=1, down_true=1)
    back = compare_on(material, weak, old, top=10, learnt=None)
    assert (back.crossings.up, back.crossings.up_true, back.crossings.down) == (1, 1, 0)


def test_true_pairs_that_came_to_a_rank_and_went_from_it_are_counted(material: Material) -> None:
    turned = with_level(with_level(OLD, "sex", "same", -4.0), "sex", "different", 4.0)
    changes = compare_on(material, OLD, turned, top=10, learnt=None)
    assert changes.ranks == (RankChange(1, 2, 1, 0, 1), RankChange(10, 2, 2, 0, 0))
    assert compare_on(material, turned, OLD, top=10, learnt=None).ranks[0] == RankChange(1, 1, 2, 1, 0)


def test_a_moved_pair_says_which_comparisons_moved_it(material: Material) -> None:
    new = replace(with_level(with_level(OLD, "sex", "same", 3.0), "phones", "same", 4.0), prior=OLD.prior + 0.5)
    changes = compare_on(material, OLD, new, top=10, learnt=None)
    pair = next(one for one in changes.moved if (one.request, one.report) == ("T-2", "A2"))
    assert [code for code, _ in pair.by] == ["phones", "sex", "prior"]
    assert dict(pair.by)["sex"] == pytest.approx(3.0 - OLD.weights("sex")["same"])
    assert sum(bits for _, bits in pair.by) == pytest.approx(pair.weights[1] - pair.weights[0], abs=0.1)
    assert (pair.sender, pair.true) == ("morgue", True)


def test_only_so_many_pairs_are_told_the_most_moved_first(material: Material) -> None:
    new = with_level(OLD, "phones", "same", 4.0)
    everything = list(moved(compare_on(material, OLD, new, top=10, learnt=None)).values())
    assert [abs(one) for one in everything] == sorted((abs(one) for one in everything), reverse=True)
    assert len(compare_on(material, OLD, new, top=1, learnt=None).moved) == 1
    assert compare_on(material, OLD, new, top=0, learnt=None).moved == ()


def test_requests_of_one_part_alone_are_looked_at(material: Material) -> None:
    parts = [compare_on(material, OLD, OLD, top=10, learnt=learnt) for learnt in (True, False)]
    whole = compare_on(material, OLD, OLD, top=10, learnt=None)
    assert sum(one.pairs for one in parts) == whole.pairs > 0
    assert sum(one.true_pairs for one in parts) == whole.true_pairs


def test_a_model_that_lacks_a_level_is_refused(material: Material) -> None:
    broken = replace(OLD, levels={**OLD.levels, "sex": {"same": OLD.levels["sex"]["same"]}})
    with pytest.raises(ParametersError, match="different"):
        compare_on(material, OLD, broken, top=1, learnt=None)


def test_tables_hold_references_and_codes_and_never_a_name_or_a_number(material: Material) -> None:
    new = with_level(OLD, "phones", "same", 4.0)
    changes = compare_on(material, OLD, new, top=10, learnt=None)
    printed = "\n".join("\t".join(line) for line in [*lines_of_models(OLD, new, 5), *lines_of_pairs(changes)])
    assert "T-1\tcasa\tA1\ttrue\t" in printed
    assert "phones -" in printed
    assert not any(part in printed for part in (*NAME.split(), "Diallo", PHONE[1:], "22462111222"))


def test_rows_of_a_table_are_as_wide_as_its_head(material: Material) -> None:
    table = list(lines_of_pairs(compare_on(material, OLD, OLD, top=10, learnt=None)))
    at = next(at for at, line in enumerate(table) if line[0] == "request")
    assert {len(line) for line in table[at:]} == {9}
    assert {len(line) for line in lines_of_models(OLD, OLD, 3)} == {4, 5}
