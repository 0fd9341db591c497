"""A day that two readers read as two, and what becomes of each answer."""

from collections.abc import Iterator

import pytest
from flask import Flask

from search.fields.table import catalogue
from web.fields.two_days import day_of_two, day_typed

WHEN = catalogue()["description.event.when"]
TYPED = {"written": ["03/04/2024"]}


@pytest.fixture(autouse=True)
def request_of_today(unconnected_partner: Flask) -> Iterator[None]:
    with unconnected_partner.test_request_context():
        yield


def test_both_days_and_not_to_know_are_offered() -> None:
    question = day_of_two(WHEN, TYPED, "When")
    assert question is not None
    assert [option.value for option in question.options] == ["day_first", "month_first", "either"]
    assert day_of_two(WHEN, {"written": ["13/04/2024"]}, "When") is None


def test_whoever_does_not_know_keeps_both_ends_and_is_not_asked_again() -> None:
    typed = day_typed(WHEN, TYPED, {"order-event-when": "either"})
    assert typed == {"written": ["2024-03-04 – 2024-04-03"], "calendar": ["gregorian"]}
    assert day_of_two(WHEN, typed, "When") is None
    assert day_typed(WHEN, TYPED, {}) is None
