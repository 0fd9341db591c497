"""What a group says of one pair: facts without a weight."""

import datetime

from sqlalchemy import delete

from matching import Engine
from matching.record import MatchRecord, Place
from search.groups.group_evidence import group_evidence
from search.models import RecordKey
from search.records.sections import read_sections
from tests.search.scene import Scene
from tests.search.travellers import (
    DAY,
    LAMPEDUSA,
    OFF_ZUWARA,
    TESFALEM,
    TESFALEM_HEARD,
    YESSENIA,
    YESSENIA_HEARD,
    bring_together,
    find,
    seek,
    shipwreck,
)


def facts(scene: Scene, request: int, report: int) -> list[tuple[str, str]]:
    bring_together(scene)
    with scene.database.reading() as session:
        views = read_sections(session, (request, report), MatchRecord)
        sides = [(number, Engine.load().prepare(views[number])) for number in (request, report)]
        return group_evidence(session, *sides)


def test_near_one_incident(scene: Scene) -> None:
    shipwreck(scene)
    search = seek(scene, YESSENIA)
    assert facts(scene, search, find(scene, "", place=OFF_ZUWARA)) == [("incident", "same_incident")]
    assert facts(scene, search, find(scene, "", place=LAMPEDUSA)) == []


def test_a_companion_was_reported_nearby(scene: Scene) -> None:
    search, report = seek(scene, YESSENIA, companions=[TESFALEM]), find(scene, YESSENIA_HEARD, place=LAMPEDUSA)
    assert facts(scene, search, report) == []
    find(scene, TESFALEM_HEARD, place=Place("Linosa", ("IT",), 35.86, 12.87), day=DAY + datetime.timedelta(days=20))
    assert facts(scene, search, report) == [("travelled", "companion_reported_nearby")]


def test_a_companion_who_was_reported_far_away_or_long_after_says_nothing(scene: Scene) -> None:
    search, report = seek(scene, YESSENIA, companions=[TESFALEM]), find(scene, YESSENIA_HEARD, place=LAMPEDUSA)
    find(scene, TESFALEM_HEARD, place=Place("Calais", ("FR",), 50.95, 1.86))
    find(scene, TESFALEM_HEARD, place=LAMPEDUSA, day=DAY + datetime.timedelta(days=90))
    assert facts(scene, search, report) == []


def test_a_companions_report_that_names_this_person_is_the_stronger_fact(scene: Scene) -> None:
    search, report = seek(scene, YESSENIA, companions=[TESFALEM]), find(scene, YESSENIA_HEARD, place=LAMPEDUSA)
    find(scene, TESFALEM_HEARD, place=LAMPEDUSA)
    find(scene, TESFALEM_HEARD, place=Place("Calais", ("FR",), 50.95, 1.86), companions=[YESSENIA_HEARD])
    assert facts(scene, search, report) == [("travelled", "names_each_other")]


def test_a_companions_report_that_can_no_longer_be_opened_says_nothing(scene: Scene) -> None:
    search, report = seek(scene, YESSENIA, companions=[TESFALEM]), find(scene, YESSENIA_HEARD, place=LAMPEDUSA)
    companion = find(scene, TESFALEM_HEARD, place=LAMPEDUSA)
    assert facts(scene, search, report) == [("travelled", "companion_reported_nearby")]
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey).where(RecordKey.record_number == companion))
    assert facts(scene, search, report) == []


def test_the_report_itself_is_not_its_own_companion(scene: Scene) -> None:
    search = seek(scene, YESSENIA, companions=[TESFALEM])
    assert facts(scene, search, find(scene, TESFALEM_HEARD)) == []
