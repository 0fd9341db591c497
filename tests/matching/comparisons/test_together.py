"""Time and place together: the first and the last day of each time, and which relation of places counts as which."""

import dataclasses
import datetime

import pytest

from matching import DatePrecision, Event, PartialDate, Place
from matching.comparisons.together import TogetherComparison
from tests.matching.records import BODY, LIVING, at, day, judged

SEEN = datetime.date(2020, 3, 1)
SEA = (36.0, 14.0)


def _found(days: int, point: tuple[float, float] | None = SEA, text: str = "") -> dict[str, object]:
    return {"event": at((SEEN + datetime.timedelta(days)).isoformat(), text, point)}


@pytest.mark.parametrize(
    ("first", "last", "time"),
    [(-400, -8, "before"), (-7, 14, "days"), (15, 91, "weeks"), (92, 365, "months"), (366, 2000, "years")],
)
def test_each_time_has_a_first_and_a_last_day(first: int, last: int, time: str) -> None:
    said = {"event": at(SEEN.isoformat(), point=SEA)}
    for report, kind in ((BODY, "dead"), (LIVING, "living")):
        levels = [judged(TogetherComparison, said, _found(days), report).level for days in (first, last)]
        assert levels == [f"{kind}_{time}_near"] * 2


@pytest.mark.parametrize(
    ("point", "text", "place"),
    [
        ((36.5, 14.0), "", "near"),
        ((37.3, 14.0), "", "region"),
        ((38.6, 14.0), "", "region"),
        ((33.0, 12.0), "", "route"),
        ((27.5, -99.5), "", "elsewhere"),
        (None, "Honduras", "elsewhere"),
    ],
)
def test_places_are_near_in_the_region_on_the_route_or_elsewhere(
    point: tuple[float, float] | None, text: str, place: str
) -> None:
    said = {"event": at(SEEN.isoformat(), point=SEA)}
    assert judged(TogetherComparison, said, _found(3, point, text)).level == f"dead_days_{place}"


@pytest.mark.parametrize(("spread", "blank"), [(0, False), (31, False), (32, True)])
def test_dates_that_span_more_than_a_month_say_nothing(spread: int, blank: bool) -> None:  # noqa: FBT001 - a case
    when = PartialDate(SEEN, SEEN + datetime.timedelta(spread), DatePrecision.MONTH)
    said = {"event": Event(when, Place(latitude=SEA[0], longitude=SEA[1]))}
    assert (judged(TogetherComparison, said, _found(40)).level == "blank") is blank


def test_without_a_place_there_is_nothing_together() -> None:
    assert judged(TogetherComparison, {"event": at("2020-03-01")}, _found(3)).level == "blank"


def test_day_and_place_stand_on_the_card() -> None:
    said = {"event": dataclasses.replace(at("", "Sfax, Tunisia"), when=day("2020-03-01"))}
    (part,) = judged(TogetherComparison, said, _found(3)).parts
    assert part.sought == "2020-03-01 · Sfax, Tunisia"
