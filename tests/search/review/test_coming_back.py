"""Pairs that are looked at again on a day."""

import datetime
import uuid

import pytest

from search.access import Action
from search.errors import NotFound, Refused
from search.queue_commands import ComeBackOn
from search.review.coming_back import come_back_on
from search.vocabulary import ComeBackReason, QueueTab
from tests.search.review.reading import audited, queue
from tests.search.scene import NOW, Scene

DAY = datetime.timedelta(days=1)


def put_off(scene: Scene, pair: uuid.UUID, day: datetime.date | None, now: datetime.datetime = NOW) -> None:
    with scene.database.transaction() as session:
        command = ComeBackOn(proposal_id=pair, day=day, why=ComeBackReason.LABORATORY)
        come_back_on(session, scene.reviewers[0], command, now=now)


def test_a_pair_leaves_the_open_ones_until_its_day(scene: Scene) -> None:
    pair = scene.propose()
    put_off(scene, pair, (NOW + 3 * DAY).date())
    assert queue(scene).total == 0
    (entry,) = queue(scene, tab=QueueTab.COME_BACK).entries
    assert (entry.proposal_id, entry.come_back_on) == (pair, (NOW + 3 * DAY).date())
    assert queue(scene).counts[QueueTab.COME_BACK] == 1
    assert queue(scene, now=NOW + 3 * DAY).total == 1
    assert audited(scene, Action.COME_BACK) == [str(pair)]


def test_the_newest_day_counts(scene: Scene) -> None:
    pair = scene.propose()
    put_off(scene, pair, (NOW + 30 * DAY).date())
    put_off(scene, pair, (NOW + 2 * DAY).date(), NOW + DAY)
    assert queue(scene, now=NOW + DAY).total == 0
    assert queue(scene, now=NOW + 2 * DAY).total == 1


@pytest.mark.parametrize("days", [0, -1, 367, None], ids=str)
def test_a_day_that_is_not_ahead_is_refused(scene: Scene, days: int | None) -> None:
    pair = scene.propose()
    with pytest.raises(Refused, match="day_not_ahead"):
        put_off(scene, pair, None if days is None else (NOW + days * DAY).date())


def test_another_committee_puts_nothing_off(scene: Scene) -> None:
    pair = scene.propose()
    command = ComeBackOn(proposal_id=pair, day=(NOW + DAY).date(), why=ComeBackReason.OTHER)
    with scene.database.transaction() as session, pytest.raises(NotFound):
        come_back_on(session, scene.stranger, command, now=NOW)
