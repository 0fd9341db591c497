"""Somebody says that they are not missing: kept once for one committee, read for a reason, answered once."""

import uuid
from collections.abc import Mapping

import pytest
from sqlalchemy import select

from search.access import ANYONE, OPERATOR
from search.accounts.reading_limits import CONTACTS_A_DAY
from search.committee_commands import SetReach
from search.committees.reach import set_reach
from search.errors import AccessDenied, Conflict, NotFound, Refused, TooManyAttempts
from search.filing.self_reports import (
    AnswerSelfReport,
    OpenSelfReport,
    PassOnSelfReport,
    SayItIsMe,
    SelfStatement,
    answer_self_report,
    find_self_report,
    open_self_report,
    pass_on_self_report,
    say_it_is_me,
    waiting_self_reports,
)
from search.models import AuditEntry, SearchRequest, SelfReport
from search.vocabulary import SelfReportOutcome
from tests.search.scene import NOW, Scene, sought

SAID = SelfStatement(called="Hodan Warsame", origin="Somalia, 2001", reach="by Yonas", proof="the cat Simba")
WHY = "They wrote and wait for us"


def says(scene: Scene, key: str = "k", statement: SelfStatement = SAID, language: str = "en") -> None:
    with scene.database.transaction() as session:
        say_it_is_me(session, ANYONE, SayItIsMe(statement=statement, language=language, key=key), now=NOW)


def rows(scene: Scene) -> list[SelfReport]:
    with scene.database.reading() as session:
        return list(session.scalars(select(SelfReport)).all())


def test_it_is_kept_once_sealed_and_for_one_committee_of_its_countries(scene: Scene) -> None:
    with scene.database.transaction() as session:
        reach = SetReach(name="Second Committee (invented)", languages=("so",), countries=("SO",))
        set_reach(session, OPERATOR, reach, now=NOW)
    says(scene)
    says(scene)
    (row,) = rows(scene)
    assert row.organisation_id == scene.stranger.organisation_id
    assert row.words_sealed is not None
    assert b"Hodan" not in row.words_sealed
    assert (row.outcome, row.answered_at) == (None, None)


@pytest.mark.parametrize(
    ("lacks", "code"), [("called", "self_report_without_name"), ("reach", "self_report_without_reach")]
)
def test_without_a_name_or_a_way_to_reach_them_nobody_could_ask(scene: Scene, lacks: str, code: str) -> None:
    said: Mapping[str, str] = {"called": "Hodan", "reach": "by Yonas", lacks: "  "}
    with pytest.raises(Refused, match=code):
        says(scene, statement=SelfStatement(**said))
    assert rows(scene) == []


def test_it_is_opened_for_a_reason_by_its_committee_alone_and_written_down(scene: Scene) -> None:
    says(scene)
    (row,) = rows(scene)
    reader = scene.reviewers[0]
    with scene.database.transaction() as session:
        (listed,) = waiting_self_reports(session, reader)
        assert waiting_self_reports(session, scene.stranger) == ()
        with pytest.raises(NotFound):
            find_self_report(session, scene.stranger, row.id)
        with pytest.raises(NotFound):
            open_self_report(session, scene.stranger, OpenSelfReport(report_id=row.id, reason=WHY), now=NOW)
        with pytest.raises(Refused, match="reason_needed"):
            open_self_report(session, reader, OpenSelfReport(report_id=row.id, reason="x"), now=NOW)
        with pytest.raises(NotFound):
            open_self_report(session, reader, OpenSelfReport(report_id=uuid.uuid4(), reason=WHY), now=NOW)
        opened = open_self_report(session, reader, OpenSelfReport(report_id=listed.report_id, reason=WHY), now=NOW)
    assert opened.statement == SAID
    with scene.database.reading() as session:
        acts = session.scalars(select(AuditEntry.action).order_by(AuditEntry.sequence)).all()
    assert acts[-2:] == ["say_it_is_me", "read_self_reports"]
    with scene.database.transaction() as session, pytest.raises(AccessDenied):
        waiting_self_reports(session, ANYONE)


def test_it_is_answered_once_and_no_search_changes(scene: Scene) -> None:
    scene.file(sought("Hodan Warsame"))
    says(scene)
    with scene.database.reading() as session:
        before = session.scalars(select(SearchRequest.version)).all()
    (row,) = rows(scene)
    answer = AnswerSelfReport(report_id=row.id, outcome=SelfReportOutcome.PROVED)
    with scene.database.transaction() as session:
        with pytest.raises(NotFound):
            answer_self_report(session, scene.stranger, answer, now=NOW)
        answer_self_report(session, scene.reviewers[0], answer, now=NOW)
    with scene.database.transaction() as session, pytest.raises(Conflict):
        answer_self_report(session, scene.reviewers[1], answer, now=NOW)
    with scene.database.reading() as session:
        (listed,) = waiting_self_reports(session, scene.reviewers[0])
        assert session.scalars(select(SearchRequest.version)).all() == before
    assert (listed.outcome, listed.answered_at) == (SelfReportOutcome.PROVED, NOW)


def test_opening_them_counts_as_reading_contacts(scene: Scene) -> None:
    says(scene)
    (row,) = rows(scene)
    opening = OpenSelfReport(report_id=row.id, reason=WHY)
    with scene.database.transaction() as session:
        for _ in range(CONTACTS_A_DAY):
            open_self_report(session, scene.reviewers[0], opening, now=NOW)
        with pytest.raises(TooManyAttempts):
            open_self_report(session, scene.reviewers[0], opening, now=NOW)


def test_it_is_handed_to_another_committee_which_alone_reads_it_then(scene: Scene) -> None:
    says(scene)
    (row,) = rows(scene)
    reader, other = scene.reviewers[0], scene.stranger.organisation_id
    assert other is not None
    with scene.database.transaction() as session:
        opened = open_self_report(session, reader, OpenSelfReport(report_id=row.id, reason=WHY), now=NOW)
        assert [one.committee_id for one in opened.others] == [other]
        with pytest.raises(NotFound):
            pass_on_self_report(session, reader, PassOnSelfReport(report_id=row.id, committee_id=uuid.uuid4()), now=NOW)
        command = PassOnSelfReport(report_id=row.id, committee_id=other)
        with pytest.raises(NotFound):
            pass_on_self_report(session, scene.stranger, command, now=NOW)
        pass_on_self_report(session, reader, command, now=NOW)
        assert waiting_self_reports(session, reader) == ()
        reason = OpenSelfReport(report_id=row.id, reason=WHY)
        assert open_self_report(session, scene.stranger, reason, now=NOW).statement == SAID
