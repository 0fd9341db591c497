"""The common days: one calendar for every search."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from search.asking.slot_days import EPOCH, answered_by, day_of, filed_before, next_day, slot_at, slot_to_draw

MOMENTS = st.integers(0, 10 * 365 * 24 * 60).map(lambda minutes: EPOCH + datetime.timedelta(minutes=minutes - 7200))


@given(MOMENTS)
def test_a_moment_lies_in_one_slot_and_before_the_next_day(now: datetime.datetime) -> None:
    assert day_of(slot_at(now)) <= now < day_of(slot_at(now) + 1)
    assert next_day(now) == day_of(slot_at(now) + 1).date()


@given(MOMENTS)
def test_a_slot_is_drawn_two_days_before_its_day(now: datetime.datetime) -> None:
    assert slot_to_draw(now) in (slot_at(now), slot_at(now) + 1)
    assert (slot_to_draw(now) == slot_at(now) + 1) == (now >= filed_before(slot_at(now) + 1))


@given(MOMENTS)
def test_whoever_asks_is_answered_on_a_common_day_at_least_a_week_and_at_most_three_weeks_later(
    now: datetime.datetime,
) -> None:
    due = answered_by(now)
    assert due == day_of(slot_at(datetime.datetime.combine(due, datetime.time(12), datetime.UTC))).date()
    assert datetime.timedelta(days=6) < due - now.date() < datetime.timedelta(days=22)


def test_common_days_are_tuesdays() -> None:
    assert {day_of(slot).weekday() for slot in range(60)} == {1}
