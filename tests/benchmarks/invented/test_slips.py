"""Figures go wrong on the way to a record, in the ways that clerks and memories have."""

import datetime

from benchmarks.invented.slips import assessed_age, day, month, slipped_birth, stated_age, wrong_digit, year
from tests.benchmarks.invented.chance import chance

BORN = datetime.date(1995, 3, 8)
LOST = datetime.date(2023, 6, 1)


def test_most_birth_dates_are_right_and_some_have_day_and_month_swapped() -> None:
    rng = chance(1)
    dates = [slipped_birth(BORN, rng) for _ in range(1_000)]
    assert 500 < dates.count(BORN) < 680
    assert 100 < dates.count(datetime.date(1995, 8, 3)) < 230
    assert datetime.date(1985, 3, 8) in dates


def test_a_date_that_cannot_be_swapped_stays() -> None:
    rng = chance(1)
    last = datetime.date(1996, 2, 29)
    assert all(isinstance(slipped_birth(last, rng), datetime.date) for _ in range(500))


def test_a_month_and_a_year_are_intervals() -> None:
    assert (month(datetime.date(2024, 2, 10)).latest.day, year(2024).earliest.month) == (29, 1)
    assert day(BORN).earliest == day(BORN).latest == BORN


def test_an_assessed_range_holds_the_true_age_of_five_in_six() -> None:
    rng = chance(2)
    ages = [assessed_age(BORN, LOST, rng) for _ in range(1_000)]
    assert all(age.estimated and age.high - age.low in (5, 10, 15) for age in ages)
    assert 720 < sum(age.low <= 28 <= age.high for age in ages) < 920


def test_a_stated_age_is_off_by_a_few_years() -> None:
    rng = chance(3)
    ages = [stated_age(BORN, LOST, rng).low for _ in range(1_000)]
    assert 180 < ages.count(28) < 330
    assert all(abs(age - 28) < 15 for age in ages)


def test_a_wrong_digit_leaves_the_length_and_most_of_the_number() -> None:
    rng = chance(4)
    for _ in range(200):
        wrong = wrong_digit("+50370123456", rng)
        assert len(wrong) == 12
        assert 1 <= sum(a != b for a, b in zip(wrong, "+50370123456", strict=True)) <= 2
