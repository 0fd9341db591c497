"""A living person asks at an intermediary that did not report them: nothing is told, the right ones see the request."""

import uuid

import pytest
from sqlalchemy import select

from search.access import OPERATOR
from search.commands import AskErasure, EraseReport, SettleAskedErasure
from search.erasing.asked_erasures import all_asked, ask_erasure, asked_of_us, settle_asked
from search.erasing.erasing_reports import erase_report
from search.errors import AccessDenied, NotFound, Refused
from search.models import ErasureRequest
from tests.search.scene import NOW, Scene, found

SHELTER = "Casa Invented"


@pytest.mark.parametrize(("organisation", "number"), [(SHELTER, "S1"), (SHELTER, "S9"), ("Nobody of this name", "S1")])
def test_the_answer_says_nothing_of_whether_there_is_a_report(scene: Scene, organisation: str, number: str) -> None:
    scene.report(found("Tesfalem", sender_number="S1"))
    ask(scene, organisation, number)
    with scene.database.reading() as session:
        assert len(session.scalars(select(ErasureRequest)).all()) == 1


def test_the_organisation_that_is_named_sees_the_number_and_nothing_of_who_asks(scene: Scene) -> None:
    report = scene.report(found("Tesfalem", sender_number="S1")).report_id
    ask(scene, f" {SHELTER} ", "S1")
    with scene.database.reading() as session:
        (seen,) = asked_of_us(session, scene.shelter)
        assert (seen.number, seen.report_id, seen.asked_at) == ("S1", report, NOW)
        assert "Morgue" not in repr(seen)
        assert asked_of_us(session, scene.mortuary) == ()


def test_erasing_the_report_closes_the_request_and_forgets_its_number(scene: Scene) -> None:
    report = scene.report(found("Tesfalem", sender_number="S1")).report_id
    ask(scene, SHELTER, "S1")
    with scene.database.transaction() as session:
        erase_report(session, scene.shelter, EraseReport(report_id=report, typed="S1"), now=NOW)
    with scene.database.reading() as session:
        assert asked_of_us(session, scene.shelter) == ()
        request = session.scalars(select(ErasureRequest)).one()
        assert (request.outcome, request.number_sealed, request.settled_at) == ("done", None, NOW)


def test_where_there_is_no_report_the_organisation_says_so_and_nobody_else_can(scene: Scene) -> None:
    ask(scene, SHELTER, "S9")
    with scene.database.reading() as session:
        (seen,) = asked_of_us(session, scene.shelter)
    assert seen.report_id is None
    command = SettleAskedErasure(request_id=seen.request_id, erased=False)
    with pytest.raises(NotFound), scene.database.transaction() as session:
        settle_asked(session, scene.mortuary, command, now=NOW)
    with scene.database.transaction() as session:
        settle_asked(session, scene.shelter, command, now=NOW)
    with pytest.raises(NotFound), scene.database.transaction() as session:
        settle_asked(session, scene.shelter, command, now=NOW)
    with pytest.raises(NotFound), scene.database.transaction() as session:
        settle_asked(session, scene.shelter, SettleAskedErasure(request_id=uuid.uuid4(), erased=False), now=NOW)


def test_the_operator_sees_every_request_that_waits(scene: Scene) -> None:
    ask(scene, SHELTER, "S1")
    ask(scene, "Nobody of this name", "S2")
    with scene.database.reading() as session:
        assert [(one.organisation, one.number) for one in all_asked(session, OPERATOR)] == [
            (SHELTER, "S1"), ("Nobody of this name", "S2"),
        ]  # fmt: skip
        with pytest.raises(AccessDenied):
            all_asked(session, scene.shelter)


def test_a_request_without_a_number_or_from_nobody_is_none(scene: Scene) -> None:
    for organisation, number in ((SHELTER, " "), ("", "S1")):
        with pytest.raises(Refused):
            ask(scene, organisation, number)
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        ask_erasure(session, scene.reviewers[0], AskErasure(organisation=SHELTER, sender_number="S1"), now=NOW)


def ask(scene: Scene, organisation: str, number: str) -> None:
    """The mortuary, where the person is now, asks."""
    with scene.database.transaction() as session:
        command = AskErasure(organisation=organisation, sender_number=number)
        ask_erasure(session, scene.mortuary, command, now=NOW)
