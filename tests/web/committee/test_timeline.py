import datetime
from collections.abc import Iterator

import pytest
from flask import Flask

from matching.record import DatePrecision, Event, PartialDate, Place
from search.documents import Description
from search.summaries import ProposalCard
from tests.web.committee.cards import card
from web.committee.timeline import WIDTH, timeline


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


def pair(sought: PartialDate | None, found: PartialDate | None) -> ProposalCard:
    """A card with these two dates."""
    return card(sought=Description(event=Event(when=sought)), found=Description(event=Event(when=found)))


def day(month: int, of_month: int) -> PartialDate:
    """A day of 2025."""
    return PartialDate(datetime.date(2025, month, of_month), datetime.date(2025, month, of_month))


JUNE = PartialDate(datetime.date(2025, 6, 1), datetime.date(2025, 6, 30), DatePrecision.MONTH)


def test_the_time_between_is_told_in_words() -> None:
    assert timeline(pair(day(6, 1), day(6, 4))).between == "Found 3 days after the last contact."


def test_a_finding_before_the_last_contact_is_said_to_be_one() -> None:
    assert timeline(pair(day(6, 4), day(6, 1))).between.startswith("Found 3 days before the last contact")


def test_intervals_that_overlap_are_not_put_in_an_order() -> None:
    assert timeline(pair(JUNE, day(6, 15))).between == "The two times overlap."


def test_the_spans_share_one_line_of_time() -> None:
    sought, found = timeline(pair(JUNE, day(7, 10))).spans
    assert (sought.x, sought.dates) == (0.0, "June 2025")
    assert sought.width == pytest.approx(750, abs=1)
    assert found.x + found.width == pytest.approx(WIDTH, abs=0.2)


@pytest.mark.parametrize(
    ("days", "step", "ticks"), [(3, "day", 3), (60, "week", 9), (400, "month", 14), (3000, "year", 9)]
)
def test_the_line_has_a_scale_so_that_days_and_years_look_different(days: int, step: str, ticks: int) -> None:
    later = datetime.date(2025, 6, 1) + datetime.timedelta(days=days)
    shown = timeline(pair(day(6, 1), PartialDate(later, later)))
    assert shown.step == step
    assert abs(len(shown.ticks) - ticks) <= 1
    assert all(0 < x <= WIDTH for x in shown.ticks)


def test_an_unknown_date_draws_no_line() -> None:
    assert timeline(pair(JUNE, None)).spans == ()


def test_an_open_interval_is_told_but_not_drawn() -> None:
    ever_since = PartialDate(datetime.date(2025, 6, 1), datetime.date.max, DatePrecision.RANGE)
    assert timeline(pair(ever_since, day(7, 1))).spans == ()


def test_a_distance_needs_coordinates_on_both_sides() -> None:
    near, far = (
        Event(place=Place("A", latitude=35.5, longitude=12.6)),
        Event(place=Place("B", latitude=32.9, longitude=12.1)),
    )
    assert "apart" in timeline(card(sought=Description(event=near), found=Description(event=far))).apart
    assert timeline(card(sought=Description(event=near), found=Description(event=Event(place=Place("B"))))).apart == ""
