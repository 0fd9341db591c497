"""A sheet that was sent by mistake is laid aside whole; nothing is lost, and nobody else's is touched."""

import uuid
from dataclasses import replace

import pytest
from sqlalchemy import select

from search.access import Actor
from search.accounts.reading_limits import HOUR, LAID_ASIDE, Window
from search.documents import Description
from search.errors import AccessDenied, NotFound, SearchError
from search.filing import following_up
from search.filing.taking_back import AT_ONCE, count_to_take_back, take_back_some
from search.models import Alarm, FoundReport
from search.vocabulary import FollowUpAct
from tests.search.filing.test_following_up import told
from tests.search.filing.test_row_plans import by_sheet
from tests.search.scene import NOW, Scene, found


def _left(scene: Scene, batch_id: uuid.UUID, actor: Actor | None = None) -> int:
    with scene.database.reading() as session:
        return count_to_take_back(session, actor or scene.shelter, batch_id)


def _some(scene: Scene, batch_id: uuid.UUID, actor: Actor | None = None) -> int:
    with scene.database.transaction() as session:
        return take_back_some(session, actor or scene.shelter, batch_id, now=NOW)


def _standing(scene: Scene) -> int:
    with scene.database.reading() as session:
        return len(session.scalars(select(FoundReport).where(FoundReport.withdrawn_at.is_(None))).all())


def test_the_new_reports_of_a_send_are_laid_aside_a_few_at_a_time(scene: Scene) -> None:
    by_sheet(scene, (found("Kept Before", 900, sender_number="K"),), 1)
    people = tuple(found(f"Staff {chr(97 + n)}xyz", n) for n in range(AT_ONCE + 3))
    batch_id = by_sheet(scene, people, 2).batch_id
    assert batch_id is not None
    assert _left(scene, batch_id) == AT_ONCE + 3
    assert [_some(scene, batch_id) for _ in range(3)] == [AT_ONCE, 3, 0]
    assert (_left(scene, batch_id), _standing(scene)) == (0, 1)


def test_what_was_told_since_and_what_was_only_news_stays(scene: Scene) -> None:
    known = by_sheet(scene, (found("Rosa Mora", 1, sender_number="A"),), 1)
    news = replace(found("Rosa Mora", 1, sender_number="A"), found=Description(religion="none"))
    batch_id = by_sheet(scene, (news, found("Ana Cruz", 2, sender_number="B"), found("Eva Ruiz", 3)), 2).batch_id
    assert known.batch_id is not None
    assert batch_id is not None
    with scene.database.reading() as session:
        told_of = session.scalars(select(FoundReport).order_by(FoundReport.number)).all()[1].id
    told(scene, told_of, FollowUpAct.SPOKE_FAMILY)
    assert (_some(scene, batch_id), _standing(scene)) == (1, 2)


def test_another_organisations_send_is_as_one_that_is_not_there(scene: Scene) -> None:
    batch_id = by_sheet(scene, (found("Rosa Mora", 1),), 1).batch_id
    assert batch_id is not None
    refusals = []
    for asked in (batch_id, uuid.uuid4()):
        for service in (_left, _some):
            with pytest.raises((NotFound, AccessDenied)) as refused:
                service(scene, asked, scene.mortuary)
            assert isinstance(refused.value, SearchError)
            refusals.append(refused.value.code)
    assert refusals[:2] == refusals[2:]
    assert _standing(scene) == 1


def test_the_coordinators_are_told_once_a_day(scene: Scene) -> None:
    batch_id = by_sheet(scene, tuple(found(f"Staff {chr(97 + n)}xyz", n) for n in range(AT_ONCE + 1)), 2).batch_id
    assert batch_id is not None
    _some(scene, batch_id)
    _some(scene, batch_id)
    with scene.database.reading() as session:
        alarms = [alarm.kind for alarm in session.scalars(select(Alarm))]
    assert alarms == (["send_taken_back"] if scene.shelter.account_id else [])


def test_taking_a_sheet_back_uses_up_nothing_of_what_one_person_may_lay_aside(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following_up, "LAID_ASIDE", replace(LAID_ASIDE, windows=(Window(2, HOUR),)))
    batch_id = by_sheet(scene, tuple(found(f"Staff {chr(97 + n)}xyz", n) for n in range(5)), 2).batch_id
    assert batch_id is not None
    assert _some(scene, batch_id) == 5
    told(scene, scene.report(found("Rosa Mora", 900)).report_id, FollowUpAct.SENT_BY_MISTAKE)
    assert _standing(scene) == 0
