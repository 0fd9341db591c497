"""A sender reads how many of its reports were compared, in all and by sheet, and nothing else."""

import datetime

import pytest
from sqlalchemy import select, update

from search.errors import AccessDenied, NotFound
from search.filing.compared_reports import ComparedSum, compared_by_send, what_was_compared
from search.filing.importing_sheets import store_sheet
from search.models import FoundReport, Record
from search.sheets.sheet_reading import SheetQuestion
from search.sheets.sheet_understanding import understand
from search.vocabulary import OrganisationKind, ReportKind
from tests.search.scene import NOW, Scene, found

SHEET = "Case No;Full name;Sex\nA-1;Ana Mora;F\nA-2;Omar Haddad;M\n"


def sum_of(scene: Scene) -> tuple[int, int]:
    with scene.database.reading() as session:
        total = what_was_compared(session, scene.shelter)
    return total.reports, total.compared


def sends(scene: Scene, text: str = SHEET, days: int = 0) -> None:
    question = SheetQuestion(
        filename="list.csv",
        content=text.encode(),
        today=NOW.date(),
        organisation=OrganisationKind.SHELTER,
        sender="",
    )
    with scene.database.transaction() as session:
        later = NOW + datetime.timedelta(days=days)
        store_sheet(session, scene.shelter, understand(question), 7 + days, now=later)


def test_reports_count_as_compared_when_the_worker_compared_what_they_say_now(scene: Scene) -> None:
    assert sum_of(scene) == (0, 0)
    scene.report(found("Ana Mora", sender_number="A-1"))
    scene.report(found("Omar Haddad", sender_number="A-2"))
    assert sum_of(scene) == (2, 0)
    scene.match()
    assert sum_of(scene) == (2, 2)
    scene.report(found("Ana Mora Ruiz", sender_number="A-1"))
    assert sum_of(scene) == (2, 1)


def test_others_reports_and_those_that_were_taken_back_or_erased_count_for_nobody(scene: Scene) -> None:
    for number in range(3):
        scene.report(found("Ana Mora", sender_number=f"A-{number}"))
    scene.report(found("Somebody", kind=ReportKind.MORTUARY), actor=scene.mortuary)
    with scene.database.transaction() as session:
        numbers = list(session.scalars(select(FoundReport.number).order_by(FoundReport.number)))
        session.execute(update(Record).where(Record.number == numbers[0]).values(withdrawn_at=NOW))
        session.execute(update(Record).where(Record.number == numbers[1]).values(erased_at=NOW))
    assert sum_of(scene) == (1, 0)


def test_each_sheet_has_its_own_sum_and_news_count_for_the_sheet_that_brought_them(scene: Scene) -> None:
    sends(scene)
    scene.match()
    sends(scene, "Case No;Full name;Height\nA-1;Ana Mora;165\n", days=1)
    with scene.database.reading() as session:
        shown = compared_by_send(session, scene.shelter)
        assert compared_by_send(session, scene.mortuary) == ()
    assert [(one.number, one.total) for one in shown] == [
        (2, ComparedSum(reports=1, compared=0)),
        (1, ComparedSum(reports=2, compared=1)),
    ]


def test_whoever_does_not_report_there_reads_no_sum(scene: Scene) -> None:
    for act in (what_was_compared, compared_by_send):
        with scene.database.reading() as session, pytest.raises((AccessDenied, NotFound)):
            act(session, scene.reviewers[0])
