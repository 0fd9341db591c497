"""Families report who asked for money; the same number is known again, and other committees learn a count alone."""

import uuid

import pytest
from sqlalchemy import select

from search.access import OPERATOR, Actor, ActorKind
from search.casework.extortion import ExtortionSummary, number_digest, read_extortion, report_extortion
from search.casework_commands import ReportExtortion
from search.errors import AccessDenied, NotFound, Refused
from search.models import AuditEntry, ExtortionReport, SearchRequest
from search.summaries import CaseFiled
from tests.search.scene import NOW, Scene, family_of, sought

CALL = "+52 55 5512 3456"


def reports(
    scene: Scene,
    case: CaseFiled,
    number: str = CALL,
    actor: Actor | None = None,
    said: str = "send it",
    key: str = "",
) -> None:
    command = ReportExtortion(case_id=case.case_id, number=number, when="last Friday", said=said, key=key)
    with scene.database.transaction() as session:
        report_extortion(session, actor or family_of(case), command, now=NOW)


def read(scene: Scene, actor: Actor) -> tuple[ExtortionSummary, ...]:
    with scene.database.transaction() as session:
        return read_extortion(session, actor, now=NOW)


def test_a_number_is_known_again_however_it_was_written_and_others_are_only_counted(scene: Scene) -> None:
    first, second, third = (scene.file(sought(name)) for name in ("Tesfalem", "Sara", "Hiwet"))
    reports(scene, first)
    reports(scene, second, "0055 5512-3456", said="the same voice")
    reports(scene, third, "٥٥ ٥٥١٢ ٣٤٥٦", said="told to another committee")
    with scene.database.transaction() as session:
        theirs = scene.stranger.organisation_id
        moved = session.scalars(select(SearchRequest).where(SearchRequest.id == third.case_id)).one()
        moved.committee_id = theirs or moved.committee_id
    told = read(scene, scene.reviewers[0])
    assert {(one.reference, one.here, one.elsewhere) for one in told} == {
        (first.reference, 2, 1),
        (second.reference, 2, 1),
    }
    assert "told to another committee" not in repr(told)
    (other,) = read(scene, scene.stranger)
    assert (other.reference, other.here, other.elsewhere, other.when) == (third.reference, 1, 2, "last Friday")


def test_what_is_said_lies_sealed_and_both_acts_are_audited(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    relative = Actor(kind=ActorKind.RELATIVE, case_id=case.case_id)
    reports(scene, case, actor=relative, said="five thousand by Sunday")
    read(scene, scene.reviewers[0])
    with scene.database.reading() as session:
        (row,) = session.scalars(select(ExtortionReport)).all()
        assert b"Sunday" not in row.words_sealed
        acts = set(session.scalars(select(AuditEntry.action)))
        assert {"report_extortion", "read_extortion"} <= acts
        assert number_digest(session, "110") is None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_how_much_there_is_room_for_is_counted_for_each_who_writes(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.casework.extortion.MOST_OF_A_WRITER", 2)
    case = scene.file(sought("Tesfalem"))
    first, second = (Actor(kind=ActorKind.RELATIVE, case_id=case.case_id, relative_id=uuid.uuid4()) for _ in range(2))
    for number in range(2):
        # The same form sent twice is one report, also where it was the last that there was room for.
        reports(scene, case, actor=first, key=f"page {number}")
        reports(scene, case, actor=first, key=f"page {number}")
    with pytest.raises(Refused, match="extortion_too_many"):
        reports(scene, case, actor=first)
    reports(scene, case, actor=second)
    reports(scene, case)
    assert len(read(scene, scene.reviewers[0])) == 4


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_nothing_and_too_much_are_refused_and_nobody_else_reports_or_reads(scene: Scene) -> None:
    case, other = scene.file(sought("Tesfalem")), scene.file(sought("Sara"))
    with pytest.raises(Refused, match="extortion_empty"):
        reports(scene, case, " ", said=" ")
    with pytest.raises(Refused, match="extortion_too_long"):
        reports(scene, case, said="x" * 2001)
    with pytest.raises(NotFound):
        reports(scene, case, actor=family_of(other))
    with pytest.raises(NotFound):
        read(scene, family_of(case))
    with pytest.raises(AccessDenied):
        reports(scene, case, actor=OPERATOR)
    assert read(scene, scene.reviewers[0]) == ()
