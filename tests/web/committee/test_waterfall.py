import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.evidence import Evidence, Outcome
from tests.web.committee.cards import agrees, card, disagrees, silent
from web.committee.waterfall import WIDTH, waterfall

WEIGHTS = st.floats(-20, 20, allow_nan=False)


def test_what_agrees_comes_first_and_the_weightiest_on_top() -> None:
    evidence = (
        disagrees("birth", -3.0),
        agrees("sex", 1.0),
        silent("height", Outcome.NOT_COMPARABLE),
        agrees("names", 9.0),
    )
    shown = waterfall(card(evidence=evidence))
    assert [bar.comparison for bar in shown.bars] == ["", "names", "sex", "birth", "height", ""]
    assert [bar.look for bar in shown.bars] == ["prior", "agrees", "agrees", "disagrees", "not_comparable", "total"]


def test_blanks_are_named_and_not_drawn() -> None:
    shown = waterfall(card(evidence=(agrees("names", 9.0), silent("marks"))))
    assert shown.blanks == ("marks",)
    assert "marks" not in {bar.comparison for bar in shown.bars}


def test_each_bar_begins_where_the_one_before_ended() -> None:
    shown = waterfall(
        card(prior_weight=-4.0, match_weight=6.0, evidence=(agrees("names", 12.0), disagrees("birth", -2.0)))
    )
    prior, names, birth, total = shown.bars
    assert names.x == prior.x == 0.0
    assert names.x + names.width == pytest.approx(birth.x + birth.width)
    assert total.x == shown.zero
    assert total.x + total.width == pytest.approx(birth.x)


def test_a_correction_is_grey_and_what_says_next_to_nothing_is_one_line() -> None:
    evidence = (
        agrees("names", 9.0),
        disagrees("together", -0.7),
        disagrees("height", -0.29),
        agrees("sex", 0.1),
        disagrees("birth", -0.3),
    )
    shown = waterfall(
        card(prior_weight=-4.0, match_weight=-4.0 + sum(one.weight for one in evidence), evidence=evidence)
    )
    assert [(bar.look, bar.comparison) for bar in shown.bars[1:-1]] == [
        ("agrees", "names"),
        ("disagrees", "birth"),
        ("adjustment", "together"),
        ("adjustment", "rest"),
    ]
    assert sum(bar.weight for bar in shown.bars[:-1]) == pytest.approx(shown.bars[-1].weight)


def test_the_place_of_somebody_living_is_a_word_and_no_bar() -> None:
    where = Evidence("whereabouts", "same_country", Outcome.AGREES, 0.0)
    shown = waterfall(card(evidence=(agrees("names", 9.0), where)))
    assert shown.whereabouts == "same_country"
    assert [bar.comparison for bar in shown.bars] == ["", "names", ""]


@given(prior=WEIGHTS, weights=st.lists(WEIGHTS, max_size=12))
def test_every_bar_stays_inside_the_picture(prior: float, weights: list[float]) -> None:
    evidence = tuple(agrees("names", weight) if weight > 0 else disagrees("birth", weight) for weight in weights)
    shown = waterfall(card(prior_weight=prior, match_weight=prior + sum(weights), evidence=evidence))
    assert all(bar.x >= -0.1 and bar.x + bar.width <= WIDTH + 0.2 and bar.width > 0 for bar in shown.bars)
    assert -0.1 <= shown.zero <= WIDTH + 0.1
