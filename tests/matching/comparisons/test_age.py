"""Ages, where a side has no birth date: the first and the last day of each band."""

import datetime

import pytest

from matching import AgeRange
from matching.comparisons.age import AgeComparison
from tests.matching.records import BODY, SOUGHT, Said, at, day, judged, person

MET = at("2022-05-01")


def _born(days_apart: int, age: AgeRange) -> Said:
    """Born so many days after the last day on which somebody of that age was born; before the first if negative."""
    births = person(BODY, age=age, event=MET).birth_from_age
    assert births is not None
    ordinal = births.last + days_apart if days_apart >= 0 else births.first + days_apart
    return {"birth": day(datetime.date.fromordinal(ordinal).isoformat()), "event": MET}


@pytest.mark.parametrize("later", [1, -1], ids=["younger", "older"])
@pytest.mark.parametrize(
    ("first", "last", "level"),
    [
        (0, 0, "within"),
        (1, 365, "one_year"),
        (366, 730, "two_years"),
        (731, 1461, "four_years"),
        (1462, 2556, "seven_years"),
        (2557, 4383, "twelve_years"),
        (4384, 9000, "far"),
    ],
)
def test_how_far_apart_two_spans_of_birth_lie_is_the_level(first: int, last: int, level: str, later: int) -> None:
    for age, how in ((AgeRange(30, 30), "stated"), (AgeRange(30, 35), "assessed")):
        for days in (first, last):
            said = _born(days * later, age)
            assert judged(AgeComparison, said, {"age": age, "event": MET}).level == f"{how}_{level}", days


@pytest.mark.parametrize(
    ("low", "high", "how"), [(31, 31, "stated"), (30, 31, "stated"), (30, 32, "assessed"), (25, 35, "assessed")]
)
def test_stated_ages_and_assessed_ranges_are_judged_apart(low: int, high: int, how: str) -> None:
    said = {"birth": day("1991-07-21"), "event": at("2022-05-01")}
    found = {"age": AgeRange(low, high), "event": at("2022-09-01")}
    assert judged(AgeComparison, said, found).level == f"{how}_within"


def test_two_birth_dates_leave_nothing_for_the_age_to_say() -> None:
    said = {"birth": day("1991-07-21"), "event": at("2022-05-01"), "age": AgeRange(30, 30)}
    assert judged(AgeComparison, said, said).level == "blank"


def test_an_age_needs_the_day_on_which_it_was_stated() -> None:
    assert person(SOUGHT, age=AgeRange(30, 30)).birth_from_age is None
