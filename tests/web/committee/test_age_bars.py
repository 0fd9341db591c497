"""Ages of both sides stand on one scale, at the day of the finding."""

import datetime
from collections.abc import Iterator

import pytest
from flask import Flask

from matching.record import AgeRange, Event, PartialDate
from search.documents import Description
from tests.web.committee.cards import card
from web.committee.age_bars import OLDEST, WIDTH, age_bars

LOST, FOUND = datetime.date(2020, 6, 1), datetime.date(2024, 6, 1)


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


def on(day: datetime.date) -> Event:
    return Event(PartialDate(day, day))


def test_an_age_at_the_last_contact_grows_until_the_finding() -> None:
    shown = age_bars(
        card(
            sought=Description(age=AgeRange(20, 20), event=on(LOST)),
            found=Description(age=AgeRange(22, 28), event=on(FOUND)),
        )
    )
    assert shown is not None
    sought, found = shown.bars
    assert (sought.years, "22" in found.years, "28" in found.years) == ("24", True, True)
    assert sought.x == pytest.approx(24 * WIDTH / OLDEST, abs=0.1)
    assert found.x < sought.x < found.x + found.width
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH for bar in shown.bars)


def test_a_birth_is_an_age_on_that_day() -> None:
    born = PartialDate(datetime.date(1999, 6, 2), datetime.date(1999, 6, 2))
    both = {"sought": Description(birth=born), "found": Description(age=AgeRange(20, 30), event=on(FOUND))}
    shown = age_bars(card(**both))
    assert shown is not None
    assert shown.bars[0].years == "24"


@pytest.mark.parametrize("found", [Description(), Description(event=on(FOUND))])
def test_without_an_age_on_either_side_nothing_is_drawn(found: Description) -> None:
    assert age_bars(card(sought=Description(age=AgeRange(20, 20), event=on(LOST)), found=found)) is None
