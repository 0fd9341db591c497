"""When a notice of a common day may be sent: in the hours that a family chose, by its own clock."""

import datetime
from collections.abc import Mapping

from search.vocabulary import NoticeHours

# From which hour, and until which.
HOURS: Mapping[NoticeHours, tuple[int, int]] = {
    NoticeHours.ANY: (9, 20),
    NoticeHours.MORNING: (9, 12),
    NoticeHours.AFTERNOON: (12, 17),
    NoticeHours.EVENING: (17, 20),
}
_HOUR = datetime.timedelta(hours=1)


def first_moment(day: datetime.datetime, hours: NoticeHours, utc_hours: int) -> datetime.datetime:
    """The first full hour from a moment on that lies in these hours where the clock is so far ahead of UTC."""
    moment = day
    while not is_within(moment, hours, utc_hours):
        moment += _HOUR
    return moment


def is_within(moment: datetime.datetime, hours: NoticeHours, utc_hours: int) -> bool:
    """Whether a moment lies in these hours of theirs."""
    first, last = HOURS[hours]
    return first <= (moment + utc_hours * _HOUR).hour < last
