"""How much one person opens is bounded in rolling windows; others are told before and when it is used up."""

import datetime
import threading
import uuid

import pytest
from sqlalchemy import select

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.accounts.reading_limits import (
    CARDS,
    CARDS_A_DAY,
    CARDS_AN_HOUR,
    CONTACTS,
    CONTACTS_A_DAY,
    Limit,
    count_one,
)
from search.errors import TooManyAttempts
from search.models import Alarm
from tests.search.scene import NOW, Scene

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(hours=24)


def opens(scene: Scene, limit: Limit, thing: str, now: datetime.datetime = NOW, actor: Actor | None = None) -> int:
    reader = actor or scene.reviewers[0]
    with scene.database.transaction() as session:
        left = count_one(session, reader.account_id, limit, thing, now=now)
        record_act(session, reader, limit.actions[0], subject=("match_proposal", thing), now=now)
        return left


def alarms(scene: Scene) -> list[str]:
    with scene.database.reading() as session:
        return list(session.scalars(select(Alarm.kind).order_by(Alarm.at, Alarm.kind)))


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_cards_of_an_evening_pass_and_the_sixty_first_in_an_hour_waits(scene: Scene) -> None:
    left = [opens(scene, CARDS, str(number)) for number in range(CARDS_AN_HOUR)]
    assert left == list(reversed(range(CARDS_AN_HOUR)))
    with pytest.raises(TooManyAttempts) as stopped:
        opens(scene, CARDS, "one more", NOW + datetime.timedelta(minutes=20))
    assert (stopped.value.code, stopped.value.params["seconds"]) == ("cards_used", 40 * 60)
    assert opens(scene, CARDS, "one more", NOW + HOUR) == CARDS_AN_HOUR - 1
    assert opens(scene, CARDS, "one more", actor=scene.reviewers[1]) == CARDS_AN_HOUR - 1


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_card_that_is_opened_again_counts_once(scene: Scene) -> None:
    for number in range(CARDS_AN_HOUR):
        opens(scene, CARDS, str(number))
    assert opens(scene, CARDS, "7") == 0


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_day_has_its_own_bound_that_no_midnight_lifts(scene: Scene) -> None:
    moments = [NOW + HOUR * (number // 50) for number in range(CARDS_A_DAY)]
    for number, moment in enumerate(moments):
        opens(scene, CARDS, str(number), moment)
    with pytest.raises(TooManyAttempts):
        opens(scene, CARDS, "one more", NOW + HOUR * 14)
    assert opens(scene, CARDS, "one more", NOW + DAY + datetime.timedelta(minutes=1)) > 0


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(("limit", "most"), [(CARDS, CARDS_AN_HOUR), (CONTACTS, CONTACTS_A_DAY)])
def test_others_are_told_at_four_fifths_and_at_the_end_and_once(scene: Scene, limit: Limit, most: int) -> None:
    for number in range(most * 4 // 5 - 1):
        opens(scene, limit, str(number))
    assert alarms(scene) == []
    opens(scene, limit, "four fifths")
    assert alarms(scene) == [limit.near.value]
    for number in range(most - most * 4 // 5):
        opens(scene, limit, f"then {number}")
    assert sorted(alarms(scene)) == sorted([limit.near.value, limit.reached.value])


def test_a_script_that_asks_for_everything_at_once_is_stopped_at_the_bound(scene: Scene) -> None:
    through: list[str] = []

    def ask() -> None:
        for _ in range(12):
            thing = str(uuid.uuid4())
            try:
                opens(scene, CONTACTS, thing)
            except TooManyAttempts:
                continue
            through.append(thing)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(through) == CONTACTS_A_DAY


def test_every_act_that_shows_a_pair_is_counted() -> None:
    assert set(CARDS.actions) == {Action.OPEN_CARD, Action.OPEN_GROUP}
    assert CONTACTS.actions == (Action.REVEAL_IDENTIFIERS, Action.OPEN_CONTROL_FACT, Action.READ_SELF_REPORTS)
