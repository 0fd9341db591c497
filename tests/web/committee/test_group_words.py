"""A group in words: what is known, and what is not."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from matching.record import Event, PartialDate, Place
from search.documents import Description
from search.summaries import GroupIncident
from web.committee import group_words

DAY = datetime.date(2025, 6, 1)


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


def incident(**changes: Any) -> GroupIncident:
    stated: dict[str, Any] = {
        "source_id": "2025.INV0001", "first_day": DAY, "last_day": DAY, "place": "20 km off Zuwara, Libya",
        "route": "Central Mediterranean", "dead": 1, "missing": 40, "survivors": None, "source": "Invented Gazette",
    }  # fmt: skip
    return GroupIncident(**{**stated, **changes})


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (None, "It is not known how many people died."),
        (0, "Nobody is known to have died."),
        (1, "1 person died."),
        (2000, "2,000 people died."),
    ],
)
def test_the_dead_are_counted_only_where_somebody_counted(count: int | None, words: str) -> None:
    assert group_words.dead(incident(dead=count)) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (None, "It is not known how many people are missing."),
        (0, "Nobody is known to be missing."),
        (1, "At least 1 person is missing."),
        (40, "At least 40 people are missing."),
    ],
)
def test_the_missing_are_a_number_at_least(count: int | None, words: str) -> None:
    assert group_words.missing(incident(missing=count)) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (None, "The list does not say how many people survived."),
        (0, "The list does not say how many people survived."),
        (1, "1 person survived."),
        (3, "3 people survived."),
    ],
)
def test_no_survivors_in_a_list_means_that_nobody_counted_them(count: int | None, words: str) -> None:
    assert group_words.survivors(incident(survivors=count)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY, DAY, "1 June 2025"),
        (DAY, DAY.replace(day=30), "June 2025"),
        (DAY.replace(month=1), DAY.replace(month=12, day=31), "2025"),
    ],
)
def test_an_incident_is_dated_as_well_as_its_list_knows(first: datetime.date, last: datetime.date, words: str) -> None:
    assert group_words.days(incident(first_day=first, last_day=last)) == words


def test_day_and_place_of_a_person_stand_in_one_line_and_are_empty_when_unknown() -> None:
    met = Description(event=Event(PartialDate(DAY, DAY), Place("Zuwara", ("LY",))))
    assert group_words.when_and_where(met) == "1 June 2025 · Zuwara · Libya"
    assert group_words.when_and_where(Description()) == ""
