"""Birth dates: how clerks and memories alter them, and how many years and days belong to which level."""

import pytest

from matching.comparisons.birth import BirthComparison
from tests.matching.records import day, judged


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("1991-07-21", "1991-07-21", "same_day"),
        ("1991-07-06", "1991-06-07", "day_month_swapped"),
        ("1991-07-21", "1992-07-21", "same_day_year_off"),
        ("1991-07-21", "1996-07-21", "same_day_year_off"),
        ("1991-07-21", "1997-07-21", "far"),
        ("1991-07-21", "2000-07-21", "far"),
        ("1991-07-21", "2001-07-21", "ten_years_off"),
        ("1991-07-21", "2002-07-21", "far"),
        ("1991-07-21", "1991-01-01", "same_year_first_january"),
        ("1991-01-01", "1991-01-01", "same_year_first_january"),
        ("1991-07-21", "1990-01-01", "one_year_first_january"),
        ("1991-07-21", "1989-01-01", "few_years"),
        ("1991-01-01", "2001-01-01", "far"),
        ("1991-07-21", "1991", "within"),
        ("1991-07-21", "1991-07", "within"),
        ("1991-07-21", "1991-07-22", "one_digit"),
        ("1991-07-21", "1991-08-22", "same_year"),
        ("1991-07-21", "1991-12-03", "same_year"),
        ("1991-07-21", "1990-12-03", "one_year"),
        ("1991-07-21", "1989-12-03", "few_years"),
        ("1991-07-21", "1986-12-03", "few_years"),
        ("1991-07-21", "1985-12-03", "far"),
        ("1991", "1992", "one_year"),
        ("1991", "1992-12-31", "one_year"),
        ("1991", "1993-01-01", "few_years"),
        ("1991", "1997-01-03", "few_years"),
        ("1991", "1997-01-04", "far"),
        ("1991", "1960", "far"),
    ],
)
def test_birth_dates_agree_in_degrees(one: str, other: str, level: str) -> None:
    assert judged(BirthComparison, {"birth": day(one)}, {"birth": day(other)}).level == level
    assert judged(BirthComparison, {"birth": day(other)}, {"birth": day(one)}).level == level


@pytest.mark.parametrize(
    ("other", "reason"),
    [("1991-07-21", "same"), ("1991-07-22", "one_digit"), ("1992", "fits"), ("1960", "contradicts")],
)
def test_both_dates_stand_on_the_card_as_written_with_the_reason(other: str, reason: str) -> None:
    said = "1991" if len(other) == 4 else "1991-07-21"
    (part,) = judged(BirthComparison, {"birth": day(said)}, {"birth": day(other)}).parts
    assert (part.sought, part.found, part.reason) == (said, other, reason)
