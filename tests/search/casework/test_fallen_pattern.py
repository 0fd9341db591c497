"""By what pairs that fell under the threshold may be read together."""

from itertools import chain, combinations

from matching.evidence import Evidence, Outcome
from search.casework.fallen_pattern import ALONE_NEVER, against, is_offered, pattern_of


def speaks(comparison: str, weight: float = -3.0, outcome: Outcome = Outcome.DISAGREES) -> Evidence:
    return Evidence(comparison, "far", outcome, weight)


def test_by_sex_dates_or_age_alone_no_pairs_are_read_together() -> None:
    subsets = chain.from_iterable(combinations(sorted(ALONE_NEVER), size) for size in range(len(ALONE_NEVER) + 1))
    assert [one for one in subsets if pattern_of([speaks(comparison) for comparison in one])] == []
    assert {"sex", "birth", "age", "elapsed"} <= ALONE_NEVER


def test_something_else_beside_them_makes_a_pattern() -> None:
    assert pattern_of([speaks("sex"), speaks("marks")])
    assert is_offered(["names"])


def test_a_pattern_does_not_depend_on_the_order_or_the_bits() -> None:
    one = pattern_of([speaks("names"), speaks("marks", -9.0)])
    assert one == pattern_of([speaks("marks"), speaks("names")])
    assert one != pattern_of([speaks("names")])


def test_what_is_not_said_on_a_card_is_no_reason() -> None:
    silent = [speaks("marks", -0.1), speaks("together"), speaks("names", -2.0, Outcome.NOT_COMPARABLE)]
    assert against(silent) == ()
    assert pattern_of(silent) is None
