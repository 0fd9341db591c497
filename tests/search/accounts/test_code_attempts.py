"""Six digits cannot be guessed in a night, and nobody is kept out by somebody else's tries."""

import datetime
import uuid

from search.accounts.code_attempts import MOST, CodeAttempts
from tests.search.scene import NOW

HOUR = datetime.timedelta(hours=1)


def test_after_some_tries_in_an_hour_the_apps_codes_are_not_looked_at_for_a_while() -> None:
    tries, somebody, other = CodeAttempts(), uuid.uuid4(), uuid.uuid4()
    assert all(tries.app_counts(somebody, NOW) for _time in range(MOST))
    assert not tries.app_counts(somebody, NOW)
    assert tries.app_counts(other, NOW)
    assert not tries.app_counts(somebody, NOW + HOUR - datetime.timedelta(seconds=1))
    assert tries.app_counts(somebody, NOW + HOUR)


def test_a_day_of_trying_comes_nowhere_near_a_million_codes() -> None:
    tries, somebody = CodeAttempts(), uuid.uuid4()
    looked_at = sum(tries.app_counts(somebody, NOW + datetime.timedelta(seconds=second)) for second in range(86_400))
    assert looked_at == 24 * MOST
