"""Many wrong passwords for one account are told to its coordinators, once a day, and keep nobody out."""

import datetime
import uuid

import pytest
from sqlalchemy import select

from search.accounts.alarms import open_alarms
from search.accounts.roles import give_roles
from search.accounts.wrong_sign_ins import TELLING, WrongSignIns, tell_of_wrong_sign_ins
from search.models import Account, Alarm
from search.vocabulary import AlarmKind, StaffRole
from tests.search.accounts.test_access_requests import coordinating
from tests.search.scene import NOW, Scene

MINUTE = datetime.timedelta(minutes=1)


def test_the_last_of_a_few_within_an_hour_is_told_and_others_are_not() -> None:
    wrong, somebody, other = WrongSignIns(), uuid.uuid4(), uuid.uuid4()
    told = [wrong.note(somebody, NOW + MINUTE * number) for number in range(TELLING)]
    assert told == [*[False] * (TELLING - 1), True]
    assert not wrong.note(other, NOW)
    assert not wrong.note(somebody, NOW + MINUTE * TELLING)


def test_a_wrong_one_now_and_then_is_nobodys_business() -> None:
    wrong, somebody = WrongSignIns(), uuid.uuid4()
    assert not any(wrong.note(somebody, NOW + MINUTE * 20 * number) for number in range(50))


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_coordinator_is_told_once_a_day_and_whoever_it_is_about_is_not(scene: Scene) -> None:
    about, other = (coordinating(one) for one in scene.reviewers[:2])
    assert about.account_id is not None
    with scene.database.transaction() as session:
        give_roles(session, session.get_one(Account, other.account_id), [StaffRole.COORDINATOR], now=NOW)
    for moment in (NOW, NOW + MINUTE, NOW + datetime.timedelta(hours=25)):
        with scene.database.transaction() as session:
            tell_of_wrong_sign_ins(session, about.account_id, now=moment)
    with scene.database.reading() as session:
        assert len(session.scalars(select(Alarm)).all()) == 2
        assert {one.kind for one in open_alarms(session, other)} == {AlarmKind.WRONG_SIGN_INS}
        assert open_alarms(session, about) == ()
        assert open_alarms(session, coordinating(scene.stranger)) == ()
