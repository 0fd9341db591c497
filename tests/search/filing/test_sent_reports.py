"""Each send leads to its reports, and what came one by one is listed too: for its sender alone, and published alone."""

import datetime
import uuid
from dataclasses import replace

import pytest

from matching.record import PersonName
from search.access import ANYONE, Actor
from search.commands import Again, ReportFound
from search.documents import Description
from search.errors import AccessDenied, NotFound
from search.filing.sent_reports import SentReport, reports_of_send, single_reports
from search.vocabulary import ReportKind
from tests.search.filing.test_sends import SHEET, _reading, _send
from tests.search.scene import NOW, Scene

HOUR = datetime.timedelta(hours=1)


def one(name: str, number: str) -> ReportFound:
    return ReportFound(kind=ReportKind.SHELTER, found=Description(names=(PersonName(name),)), sender_number=number)


def told(sent: tuple[SentReport, ...]) -> list[tuple[str, str]]:
    return [(line.report.sender_number, line.act) for line in sent]


def of_send(scene: Scene, batch_id: uuid.UUID, actor: Actor | None = None) -> tuple[tuple[SentReport, ...], int]:
    with scene.database.reading() as session:
        return reports_of_send(session, actor or scene.shelter, batch_id)


def singles(scene: Scene, actor: Actor | None = None, page: int = 1) -> tuple[tuple[SentReport, ...], int]:
    with scene.database.reading() as session:
        return single_reports(session, actor or scene.shelter, page=page)


def test_a_sheet_leads_to_what_it_brought_and_what_it_had_news_of(scene: Scene) -> None:
    scene.report(one("Omar Haddad", "A-2"))
    first = _send(scene, _reading())
    assert (told(of_send(scene, first)[0]), of_send(scene, first)[1]) == ([("A-2", "news")], 1)
    second = _send(scene, _reading(SHEET.replace("A-1;Eva", "A-3;Eva")), days=1)
    assert told(of_send(scene, second)[0]) == [("A-1", "filed"), ("A-3", "filed")]
    assert told(of_send(scene, first)[0]) == [("A-2", "news")]


def test_what_came_one_by_one_is_listed_newest_first_with_its_door(scene: Scene) -> None:
    scene.report(one("Omar Haddad", "A-2"))
    scene.report(one("Omar Haddad Said", "A-2"), now=NOW + HOUR)
    scene.report(one("Ana Mora", "A-9"), now=NOW + 2 * HOUR)
    _send(scene, _reading(), days=1)
    listed, count = singles(scene)
    assert (told(listed), count) == ([("A-9", "filed"), ("A-2", "news"), ("A-2", "filed")], 3)
    assert {line.channel for line in listed} == {"web"}
    assert singles(scene, page=2) == ((), 3)


def test_a_report_whose_number_went_to_somebody_else_was_not_sent_anew_by_that(scene: Scene) -> None:
    scene.report(one("Omar Haddad", "A-2"))
    scene.report(replace(one("Ana Mora", "A-2"), again=Again.OTHER), now=NOW + HOUR)
    listed, count = singles(scene)
    assert (told(listed), count) == ([("A-2", "filed"), ("A-2", "filed")], 2)


def test_nobody_else_reads_either(scene: Scene) -> None:
    scene.report(one("Omar Haddad", "A-2"))
    batch_id = _send(scene, _reading())
    assert singles(scene, scene.mortuary) == ((), 0)
    with pytest.raises(NotFound):
        of_send(scene, batch_id, scene.mortuary)
    with pytest.raises(NotFound):
        of_send(scene, uuid.uuid4())
    with pytest.raises(AccessDenied):
        singles(scene, ANYONE)
