"""When a notice may be sent, by the family's own clock."""

import datetime

import pytest

from search.asking.notice_hours import HOURS, first_moment, is_within
from search.asking.slot_days import day_of
from search.vocabulary import NoticeHours


@pytest.mark.parametrize("hours", NoticeHours)
@pytest.mark.parametrize("utc_hours", [-12, -6, 0, 3, 14])
def test_the_first_moment_is_within_the_hours_and_within_a_day(hours: NoticeHours, utc_hours: int) -> None:
    moment = first_moment(day_of(5), hours, utc_hours)
    assert is_within(moment, hours, utc_hours)
    assert day_of(5) <= moment < day_of(5) + datetime.timedelta(days=1)
    first, last = HOURS[hours]
    assert first <= (moment + datetime.timedelta(hours=utc_hours)).hour < last


def test_nobody_is_told_anything_at_night() -> None:
    assert all(9 <= first < last <= 20 for first, last in HOURS.values())
