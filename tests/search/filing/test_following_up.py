"""What became of somebody who was reported: each act a version of its own, and death by one act alone."""

import datetime
import uuid
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from matching.record import Event, PartialDate, Place
from search.access import Actor
from search.accounts.reading_limits import HOUR, LAID_ASIDE, Window
from search.commands import Again, BringBack, FollowUpReport, ReportFound
from search.documents import Description, FollowUp, PostMortem, Whereabouts
from search.errors import Conflict, HeldBack, NotFound, Refused, TooManyAttempts
from search.filing import following_up
from search.filing.following_up import acts_open_to, follow_up
from search.filing.own_reports import WholeReport, read_own_report
from search.filing.report_history import bring_back, read_history
from search.filing.reporting_found_persons import report_found
from search.models import Alarm
from search.vocabulary import FollowUpAct, ReportKind, WantsContact
from tests.search.scene import NOW, Scene, at, found, sought, street

DAY = PartialDate(datetime.date(2026, 7, 3), datetime.date(2026, 7, 3))
HARBOUR = Place(text="The house behind the harbour")


@pytest.fixture
def rosa(scene: Scene) -> tuple[Scene, uuid.UUID]:
    """Somebody living, reported with the street where they were met, and a house."""
    told = replace(
        found("Rosa Mora"),
        sender_number="7",
        found=replace(found("Rosa Mora").found, event=at(street())),
        whereabouts=Whereabouts(present_place=HARBOUR, wants_contact=WantsContact.NO),
    )
    return scene, scene.report(told).report_id


def told(scene: Scene, report_id: uuid.UUID, act: FollowUpAct, *, actor: Actor | None = None, **more: Any) -> int:
    seen = more.pop("seen", None)
    with scene.database.transaction() as session:
        revision = seen if isinstance(seen, int) else read_own_report(session, scene.shelter, report_id).revision
        said = FollowUp(act=act.value, **more)
        command = FollowUpReport(report_id=report_id, seen_revision=revision, told=said)
        return follow_up(session, actor or scene.shelter, command, now=NOW)


def read(scene: Scene, report_id: uuid.UUID) -> WholeReport:
    with scene.database.reading() as session:
        return read_own_report(session, scene.shelter, report_id)


def test_who_moved_is_at_the_new_place_and_the_way_is_kept(rosa: tuple[Scene, uuid.UUID]) -> None:
    scene, report_id = rosa
    told(scene, report_id, FollowUpAct.MOVED, place=Place(text="Casa Norte"), when=DAY, words="by bus")
    whereabouts = read(scene, report_id).documents["whereabouts"]
    assert whereabouts.present_place == Place(text="Casa Norte")
    assert whereabouts.transfers == ("2026-07-03 · Casa Norte",)
    assert whereabouts.found == at(street())
    with scene.database.reading() as session:
        newest, first = read_history(session, scene.shelter, report_id).lines
    assert (newest.act, newest.told and newest.told.words) == ("moved", "by bus")
    assert first.told is None


def test_who_died_has_no_place_of_the_living_where_others_read_it(rosa: tuple[Scene, uuid.UUID]) -> None:
    scene, report_id = rosa
    told(scene, report_id, FollowUpAct.DIED, when=DAY)
    report = read(scene, report_id)
    assert report.kind is ReportKind.MORTUARY
    assert report.documents["description"].event == Event(when=DAY)
    whereabouts = report.documents["whereabouts"]
    assert (whereabouts.found, whereabouts.present_place) == (None, None)
    assert HARBOUR.text in whereabouts.transfers
    assert whereabouts.wants_contact is WantsContact.NO
    told(scene, report_id, FollowUpAct.SENT_BY_MISTAKE)
    with scene.database.transaction() as session:
        back = BringBack(report_id=report_id, revision=1, seen_revision=3)
        bring_back(session, scene.shelter, back, now=NOW)
    assert read(scene, report_id).documents["whereabouts"].present_place == HARBOUR


def test_without_a_day_or_place_of_death_the_committee_reads_no_finer_place_than_before(
    rosa: tuple[Scene, uuid.UUID],
) -> None:
    scene, report_id = rosa
    before = read(scene, report_id).documents["description"].event
    told(scene, report_id, FollowUpAct.DIED)
    assert read(scene, report_id).documents["description"].event == before
    assert street().text not in str(before)


@pytest.mark.parametrize("again", [Again.ASK, Again.SAME])
def test_no_other_act_leads_from_living_to_dead(rosa: tuple[Scene, uuid.UUID], again: Again) -> None:
    scene, report_id = rosa
    dead = ReportFound(
        kind=ReportKind.MORTUARY, sender_number="7", found=Description(), post_mortem=PostMortem(body_tag="1"),
        again=again, alike=report_id if again is Again.SAME else None,
    )  # fmt: skip
    with scene.database.transaction() as session:
        told(scene, report_id, FollowUpAct.DIED)
        back = BringBack(report_id=report_id, revision=1, seen_revision=2)
        bring_back(session, scene.shelter, back, now=NOW)
    with pytest.raises(Refused), scene.database.transaction() as session:
        report_found(session, scene.shelter, dead, now=NOW)
    with pytest.raises(Refused, match="told_as_dead"), scene.database.transaction() as session:
        bring_back(session, scene.shelter, BringBack(report_id=report_id, revision=2, seen_revision=3), now=NOW)
    assert read(scene, report_id).kind is ReportKind.SHELTER


def test_news_of_a_number_are_no_death_even_where_it_is_the_same_person(scene: Scene) -> None:
    hospital = scene.sender_of(ReportKind.HOSPITAL)
    with scene.database.transaction() as session:
        living = ReportFound(kind=ReportKind.HOSPITAL, sender_number="9", found=found("Rosa Mora").found)
        receipt = report_found(session, hospital, living, now=NOW)
    for again in (Again.ASK, Again.SAME):
        dead = replace(living, kind=ReportKind.MORTUARY, again=again)
        with pytest.raises(HeldBack) as held, scene.database.transaction() as session:
            report_found(session, hospital, dead, now=NOW)
        assert held.value.code == ("number_used_again" if again is Again.ASK else "told_as_dead")
    with scene.database.transaction() as session:
        said = FollowUp(act=FollowUpAct.DIED.value)
        follow_up(session, hospital, FollowUpReport(report_id=receipt.report_id, seen_revision=1, told=said), now=NOW)
    with scene.database.transaction() as session:
        dead = replace(living, kind=ReportKind.MORTUARY, post_mortem=PostMortem(body_tag="4"))
        assert report_found(session, hospital, dead, now=NOW).outcome == "updated"


@pytest.mark.parametrize("act", [FollowUpAct.IDENTIFIED, FollowUpAct.SENT_BY_MISTAKE])
def test_what_is_laid_aside_is_not_compared_until_it_is_taken_up(
    rosa: tuple[Scene, uuid.UUID], act: FollowUpAct
) -> None:
    scene, report_id = rosa
    told(scene, report_id, act, words="by the consulate")
    assert read(scene, report_id).laid_aside
    scene.file(sought("Rosa Mora"))
    scene.match()
    assert scene.proposals() == {}
    with pytest.raises(Refused):
        told(scene, report_id, FollowUpAct.MOVED, place=HARBOUR)
    told(scene, report_id, FollowUpAct.TAKEN_UP_AGAIN)
    assert not read(scene, report_id).laid_aside
    scene.match()
    assert len(scene.proposals()) == 1


def test_what_does_not_fit_is_refused_and_nobody_else_tells_anything(rosa: tuple[Scene, uuid.UUID]) -> None:
    scene, report_id = rosa
    with pytest.raises(Refused, match="say_where_to"):
        told(scene, report_id, FollowUpAct.MOVED)
    with pytest.raises(Refused, match="follow_up_does_not_fit"):
        told(scene, report_id, FollowUpAct.TAKEN_UP_AGAIN)
    with pytest.raises(Conflict):
        told(scene, report_id, FollowUpAct.SPOKE_FAMILY, seen=2)
    with pytest.raises(NotFound):
        told(scene, report_id, FollowUpAct.SPOKE_FAMILY, actor=scene.mortuary)
    with pytest.raises(NotFound):
        told(scene, report_id, FollowUpAct.SPOKE_FAMILY, actor=scene.reviewers[0])
    assert read(scene, report_id).revision == 1


def test_of_the_dead_nothing_is_told_that_only_the_living_do() -> None:
    assert acts_open_to(ReportKind.MORTUARY, laid_aside=False) == (FollowUpAct.IDENTIFIED, FollowUpAct.SENT_BY_MISTAKE)
    assert acts_open_to(ReportKind.SHELTER, laid_aside=True) == (FollowUpAct.TAKEN_UP_AGAIN,)
    assert FollowUpAct.DIED in acts_open_to(ReportKind.OTHER, laid_aside=False)


@pytest.fixture
def two_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following_up, "LAID_ASIDE", replace(LAID_ASIDE, windows=(Window(2, HOUR),)))


@pytest.mark.usefixtures("two_an_hour")
@pytest.mark.parametrize("act", [FollowUpAct.IDENTIFIED, FollowUpAct.SENT_BY_MISTAKE])
def test_nobody_lays_one_report_after_the_other_aside_unnoticed(scene: Scene, act: FollowUpAct) -> None:
    people = [scene.report(found(f"Somebody {letter * 3}", n)).report_id for n, letter in enumerate("abc")]
    for report_id in people[:2]:
        told(scene, report_id, act)
    with pytest.raises(TooManyAttempts, match="laid_aside_used"):
        told(scene, people[2], act)
    assert [read(scene, one).laid_aside for one in people] == [True, True, False]
    with scene.database.reading() as session:
        assert [alarm.kind for alarm in session.scalars(select(Alarm))] == ["laid_aside_reached"]


@pytest.mark.usefixtures("two_an_hour")
def test_what_lays_nothing_aside_is_told_as_often_as_it_happens(scene: Scene) -> None:
    people = [scene.report(found(f"Somebody {letter * 3}", n)).report_id for n, letter in enumerate("abcd")]
    for report_id in people:
        told(scene, report_id, FollowUpAct.SPOKE_FAMILY)
    told(scene, people[0], FollowUpAct.SENT_BY_MISTAKE)
    told(scene, people[0], FollowUpAct.TAKEN_UP_AGAIN)
    told(scene, people[1], FollowUpAct.SENT_BY_MISTAKE)
