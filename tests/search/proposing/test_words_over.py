"""Words of people without an account whose time is over go with their keys; the rows stay, empty."""

import datetime

from sqlalchemy import select

from search.access import ANYONE
from search.filing.complaints import Complain, ComplaintWords, complain
from search.filing.self_reports import (
    AnswerSelfReport,
    OpenSelfReport,
    SayItIsMe,
    SelfStatement,
    answer_self_report,
    open_self_report,
    say_it_is_me,
    waiting_self_reports,
)
from search.models import Complaint, SelfReport
from search.proposing.tidying import Tidying
from search.records.own_sealed_words import COMPLAINT_AT_MOST, SELF_REPORT_AFTER_ANSWER, SELF_REPORT_AT_MOST
from search.records.prepared_cache import PreparedRecords
from search.vocabulary import SelfReportOutcome
from tests.search.scene import NOW, Scene

A_SECOND = datetime.timedelta(seconds=1)


def tidies(scene: Scene, moment: datetime.datetime) -> None:
    Tidying(scene.database, lambda: moment, PreparedRecords(scene.database.matching)).tidy()


def held(scene: Scene, table: type[SelfReport] | type[Complaint]) -> list[bool]:
    with scene.database.reading() as session:
        found = session.query(table).order_by(table.made_at).all()
        rows = [row for row in found if isinstance(row, SelfReport | Complaint)]
        assert all((row.wrapped_key is None) is (row.words_sealed is None) for row in rows)
        return [row.wrapped_key is not None for row in rows]


def test_words_are_erased_when_their_time_is_over_and_not_before(scene: Scene) -> None:
    reader, later = scene.reviewers[0], NOW + datetime.timedelta(days=1)
    with scene.database.transaction() as session:
        for key, moment in (("a", NOW), ("b", later)):
            said = SelfStatement(called="Hodan", reach="by Yonas")
            say_it_is_me(session, ANYONE, SayItIsMe(statement=said, language="en", key=key), now=moment)
        said_too = ComplaintWords(words="Nobody called back")
        command = Complain(said=said_too, to_committee=False, language="en", key="c")
        complain(session, ANYONE, command, now=NOW)
        first = waiting_self_reports(session, reader)[0]
        answer = AnswerSelfReport(report_id=first.report_id, outcome=SelfReportOutcome.NOT_REACHED)
        answer_self_report(session, reader, answer, now=NOW)
    tidies(scene, NOW + SELF_REPORT_AFTER_ANSWER)
    assert held(scene, SelfReport) == [True, True]
    tidies(scene, NOW + SELF_REPORT_AFTER_ANSWER + A_SECOND)
    assert held(scene, SelfReport) == [False, True]
    with scene.database.transaction() as session:
        reason = OpenSelfReport(report_id=first.report_id, reason="They asked what we hold of them")
        assert open_self_report(session, reader, reason, now=NOW).statement is None
    tidies(scene, later + SELF_REPORT_AT_MOST)
    assert held(scene, SelfReport) == [False, True]
    tidies(scene, later + SELF_REPORT_AT_MOST + A_SECOND)
    assert held(scene, SelfReport) == [False, False]
    assert held(scene, Complaint) == [SELF_REPORT_AT_MOST + datetime.timedelta(days=1) < COMPLAINT_AT_MOST]


def test_a_complaint_is_erased_after_its_time_and_its_number_stays(scene: Scene) -> None:
    """Then it is erased; its number stays."""
    with scene.database.transaction() as session:
        said = ComplaintWords(words="Nobody called back")
        number = complain(session, ANYONE, Complain(said=said, to_committee=False, language="en", key="c"), now=NOW)
    tidies(scene, NOW + COMPLAINT_AT_MOST)
    assert held(scene, Complaint) == [True]
    tidies(scene, NOW + COMPLAINT_AT_MOST + A_SECOND)
    assert held(scene, Complaint) == [False]
    with scene.database.reading() as session:
        assert session.scalars(select(Complaint.number)).all() == [number]
