"""A report says again what it said before; what it said meanwhile is kept, and nobody else reads any of it."""

import datetime
import uuid
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from matching.record import NameKind, PersonName, Sex
from search.access import Actor
from search.commands import Again, AmendReport, BringBack, ReportFound
from search.documents import Description, Whereabouts
from search.documents.field_changes import Correction
from search.errors import AccessDenied, Conflict, NotFound
from search.filing.own_reports import read_own_report
from search.filing.report_history import (
    MOST_SHOWN,
    ReportHistory,
    amend_report,
    bring_back,
    read_history,
    read_revision,
)
from search.models import FoundReport
from search.summaries import ReportReceipt
from search.vocabulary import Channel, ReportKind
from tests.search.scene import NOW, Scene, at, found, street

HEARD = PersonName("Rosa", NameKind.AS_HEARD)


@pytest.fixture
def told_thrice(scene: Scene) -> tuple[Scene, uuid.UUID]:
    """A report with a first version, news by a program, and a correction."""
    first = replace(found("Rosa Mora"), found=Description(names=(HEARD,), sex=Sex.FEMALE, event=at(street())))
    report_id = scene.report(replace(first, sender_number="7")).report_id
    news = ReportFound(
        kind=ReportKind.SHELTER, sender_number="7", channel=Channel.API,
        found=Description(religion="none"), whereabouts=Whereabouts(condition="tired"),
    )  # fmt: skip
    scene.report(news)
    scene.report(replace(news, found=Description(), corrections=(Correction(path="description.names"),)))
    return scene, report_id


def history(scene: Scene, report_id: uuid.UUID, actor: Actor | None = None) -> ReportHistory:
    with scene.database.reading() as session:
        return read_history(session, actor or scene.shelter, report_id)


def description(scene: Scene, report_id: uuid.UUID, revision: int | None = None) -> Any:
    with scene.database.reading() as session:
        if revision is None:
            return read_own_report(session, scene.shelter, report_id).documents["description"]
        return read_revision(session, scene.shelter, report_id, revision).documents["description"]


def back(scene: Scene, report_id: uuid.UUID, revision: int, seen: int, actor: Actor | None = None) -> ReportReceipt:
    command = BringBack(report_id=report_id, revision=revision, seen_revision=seen)
    with scene.database.transaction() as session:
        return bring_back(session, actor or scene.shelter, command, now=NOW)


def test_every_version_is_told_with_its_act_and_what_it_changed(told_thrice: tuple[Scene, uuid.UUID]) -> None:
    read = history(*told_thrice)
    assert [(line.revision, line.act, line.channel) for line in read.lines] == [
        (3, "corrected", "api"), (2, "news", "api"), (1, "filed", "web"),
    ]  # fmt: skip
    changes = [[(one.path, one.old, one.new) for one in line.changes] for line in read.lines]
    assert changes == [
        [("description.names", "Rosa", None)],
        [("description.religion", None, "none"), ("whereabouts.condition", None, "tired")],
        [],
    ]


def test_each_version_is_read_as_it_was(told_thrice: tuple[Scene, uuid.UUID]) -> None:
    scene, report_id = told_thrice
    assert description(scene, report_id, 1).religion == ""
    assert description(scene, report_id, 2).names == (HEARD,)
    assert description(scene, report_id, 3).names == ()
    for revision in (0, 4, -1):
        with pytest.raises(NotFound):
            description(scene, report_id, revision)


def test_a_version_that_is_brought_back_is_a_new_one_and_nothing_is_lost(told_thrice: tuple[Scene, uuid.UUID]) -> None:
    scene, report_id = told_thrice
    scene.match()
    receipt = back(scene, report_id, 1, 3)
    assert receipt.outcome == "updated"
    now_said = description(scene, report_id)
    assert (now_said.names, now_said.religion) == ((HEARD,), "")
    read = history(scene, report_id)
    assert [line.act for line in read.lines] == ["brought_back", "corrected", "news", "filed"]
    with scene.database.reading() as session:
        documents = read_own_report(session, scene.shelter, report_id).documents
    assert documents["whereabouts"].condition == ""
    assert documents["whereabouts"].found == at(street())
    assert description(scene, report_id, 3).religion == "none"
    assert back(scene, report_id, 3, 4).outcome == "updated"
    assert description(scene, report_id).religion == "none"


def test_it_is_compared_again(told_thrice: tuple[Scene, uuid.UUID]) -> None:
    scene, report_id = told_thrice
    scene.match()
    back(scene, report_id, 1, 3)
    with scene.database.reading() as session:
        row = session.scalars(select(FoundReport).where(FoundReport.id == report_id)).one()
    assert row.matched_version < row.version


def test_who_did_not_see_the_newest_version_brings_nothing_back(told_thrice: tuple[Scene, uuid.UUID]) -> None:
    scene, report_id = told_thrice
    with pytest.raises(Conflict):
        back(scene, report_id, 1, 2)
    for revision in (0, 3, 9):
        with pytest.raises(NotFound):
            back(scene, report_id, revision, 3)
    assert history(scene, report_id).revision == 3


def test_others_read_and_bring_back_nothing(told_thrice: tuple[Scene, uuid.UUID]) -> None:
    scene, report_id = told_thrice
    for actor in (scene.mortuary, scene.reviewers[0]):
        with pytest.raises((NotFound, AccessDenied)):
            history(scene, report_id, actor)
        with pytest.raises((NotFound, AccessDenied)):
            back(scene, report_id, 1, 3, actor)


def test_a_report_is_amended_as_it_was_read(told_thrice: tuple[Scene, uuid.UUID]) -> None:
    scene, report_id = told_thrice
    command = AmendReport(
        report_id=report_id,
        seen_revision=3,
        news=ReportFound(kind=ReportKind.SHELTER, found=Description(sex=Sex.MALE)),
        corrections=(Correction(path="description.religion", old="none"),),
    )
    with scene.database.transaction() as session:
        receipt = amend_report(session, scene.shelter, command, now=NOW)
    assert [(one.path, one.old, one.new) for one in receipt.changes] == [
        ("description.religion", "none", None), ("description.sex", "female", "male"),
    ]  # fmt: skip
    with pytest.raises(Conflict), scene.database.transaction() as session:
        amend_report(session, scene.shelter, command, now=NOW)
    assert scene.report(found("Anybody", sender_number="7", again=Again.SAME)).report_id == report_id


def test_of_a_report_that_is_sent_every_week_the_last_year_is_shown(scene: Scene) -> None:
    days = [NOW.date() + datetime.timedelta(days=7 * week) for week in range(MOST_SHOWN + 2)]
    receipts = [scene.report(found("Rosa Mora", sender_number="7", source_date=day)) for day in days]
    read = history(scene, receipts[0].report_id)
    assert (len(read.lines), read.left_out, read.lines[-1].changes != ()) == (MOST_SHOWN, 2, True)
