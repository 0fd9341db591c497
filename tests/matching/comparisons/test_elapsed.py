"""Days from the last contact to the finding: the first and the last day of each band."""

import datetime

import pytest

from matching import DatePrecision, Event, MatchRecord, PartialDate
from matching.comparisons.elapsed import ElapsedComparison
from matching.model import load_model
from matching.pairs import Pairs
from tests.matching.records import BODY, LIVING, SOUGHT, at, judged, person

SEEN = datetime.date(2020, 3, 1)


def _level(days: int, report: MatchRecord) -> str:
    found = {"event": at((SEEN + datetime.timedelta(days)).isoformat())}
    return judged(ElapsedComparison, {"event": at(SEEN.isoformat())}, found, report).level


@pytest.mark.parametrize(
    ("first", "last", "band"),
    [
        (-4000, -46, "long_before"),
        (-45, -8, "before"),
        (-7, 14, "same_days"),
        (15, 45, "month"),
        (46, 91, "three_months"),
        (92, 183, "six_months"),
        (184, 365, "year"),
        (366, 730, "two_years"),
        (731, 1095, "three_years"),
        (1096, 4000, "longer"),
    ],
)
def test_each_band_has_a_first_and_a_last_day_for_the_dead_and_the_living(first: int, last: int, band: str) -> None:
    for report, kind in ((BODY, "dead"), (LIVING, "living")):
        assert [_level(days, report) for days in (first, last)] == [f"{kind}_{band}"] * 2


@pytest.mark.parametrize(("days", "agrees"), [(-8, False), (-7, True), (183, True), (184, False)])
def test_a_body_is_found_soon_or_a_little_before_the_day_that_is_remembered(days: int, agrees: bool) -> None:  # noqa: FBT001 - a case
    found = {"event": at((SEEN + datetime.timedelta(days)).isoformat())}
    evidence = judged(ElapsedComparison, {"event": at(SEEN.isoformat())}, found)
    assert (evidence.weight > 0) is agrees


def test_the_living_are_found_later_than_the_dead() -> None:
    said, found = {"event": at("2021-03-01")}, {"event": at("2022-09-01")}
    living, dead = (judged(ElapsedComparison, said, found, report).weight for report in (LIVING, BODY))
    assert living > dead + 1


def test_an_imprecise_date_weighs_as_the_mean_of_its_days() -> None:
    found = {"event": at("2022-05-20")}
    exact, year, wrong = (
        judged(ElapsedComparison, {"event": at(when)}, found).weight for when in ("2022-05-01", "2022", "2019")
    )
    assert wrong < 0 < year < exact


def test_only_pairs_of_exact_days_teach_the_weights() -> None:
    sought = [person(SOUGHT, event=at(when)) for when in ("2022-05-01", "2022", "2022-05-01", "")]
    found = [person(BODY, event=at(when)) for when in ("2022-05-20", "2022-05-20", "2022", "2022-05-20")]
    several = [Pairs.of_two(one, other) for one, other in zip(sought, found, strict=True)]
    taught = [ElapsedComparison.unweighted().observed(pairs) for pairs in several]
    month = ElapsedComparison.levels.index("dead_month")
    assert [(pair.tolist(), level.tolist()) for pair, level in taught] == [([0], [month]), ([], []), ([], []), ([], [])]


def test_both_dates_stand_on_the_card_as_they_were_written_or_else_as_days() -> None:
    unwritten = PartialDate(SEEN, SEEN, DatePrecision.DAY)
    (part,) = judged(ElapsedComparison, {"event": Event(unwritten)}, {"event": at("2020-03-20")}).parts
    assert (part.sought, part.found, part.reason) == ("2020-03-01", "2020-03-20", "fits")
    assert judged(ElapsedComparison, {"event": Event()}, {"event": at("2020-03-20")}).parts == ()


def test_the_weights_are_the_model_s() -> None:
    weights = load_model().weights("elapsed")
    evidence = judged(ElapsedComparison, {"event": at("2022-05-01")}, {"event": at("2022-05-20")})
    assert evidence.weight == pytest.approx(weights["dead_month"], abs=0.001)
