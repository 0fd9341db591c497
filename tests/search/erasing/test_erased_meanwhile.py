"""What somebody else was doing with a record when it was erased: comparing it, judging it, sending it again."""

import threading
import uuid

import pytest
from sqlalchemy import func, select

from search.access import WORKER
from search.commands import EraseReport, JudgeProposal, OpenCard
from search.erasing.erasing_reports import erase_report
from search.errors import NotFound, Refused
from search.models import DuplicateProposal, MatchProposal, Record
from search.proposing.comparing import USUAL, compare_record
from search.proposing.duplicate_finding import find_duplicates, store_duplicates
from search.proposing.storing_proposals import next_unmatched, propose
from search.proposing.worker import Worker
from search.records.prepared_cache import PreparedRecords
from search.review.card import open_card
from search.review.judging_proposals import judge
from search.vocabulary import JudgementKind, JudgementReason
from tests.search.scene import NOW, PEOPLE, Scene, found, sought


def test_a_worker_that_compared_it_before_stores_no_pair_of_it_after(scene: Scene) -> None:
    scene.file(sought(PEOPLE[0][0]))
    reports = [scene.report(found(PEOPLE[0][1], sender_number=f"S{n}")).report_id for n in range(2)]
    prepared = PreparedRecords(scene.database.matching)
    with scene.database.reading() as session:
        waiting = next_unmatched(session, limit=20)
        compared = [compare_record(session, WORKER, one, prepared, policy=USUAL) for one in waiting]
        sides = [*waiting, *(pair.report for one in compared for pair, _ in one.pairs)]
        alike = find_duplicates(session, WORKER, sides, prepared)
    assert sum(len(one.pairs) for one in compared) == 2
    assert alike.told
    erase(scene, reports[0], "S0")
    with scene.database.transaction() as session:
        propose(session, WORKER, compared, now=NOW)
        store_duplicates(session, WORKER, alike, now=NOW)
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(MatchProposal)).scalar_one() == 1
        assert session.execute(select(func.count()).select_from(DuplicateProposal)).scalar_one() == 0


def test_workers_that_compare_while_everything_is_erased_leave_nothing_of_it(scene: Scene) -> None:
    scene.populate(8)
    numbers = {f"S{n}": n for n in range(8)}
    with scene.database.reading() as session:
        ids = session.scalars(select(Record.id).where(Record.side == "found").order_by(Record.number)).all()
    worker = threading.Thread(target=Worker(scene.database, lambda: NOW).match_all)
    worker.start()
    for number, place in numbers.items():
        erase(scene, ids[place], number)
    worker.join()
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(MatchProposal)).scalar_one() == 0
        assert (
            session.execute(
                select(func.count()).select_from(DuplicateProposal).where(DuplicateProposal.side == "found")
            ).scalar_one()
            == 0
        )


def test_a_card_that_was_open_is_no_longer_there_when_it_is_judged(scene: Scene) -> None:
    report, proposal = pair(scene)
    reader = scene.reviewers[0]
    with scene.database.transaction() as session:
        seen = open_card(session, reader, OpenCard(proposal_id=proposal), now=NOW).revision
    erase(scene, report, "S0")
    command = JudgeProposal(
        proposal_id=proposal,
        seen_revision=seen,
        kind=JudgementKind.POSITIVE,
        reasons=frozenset({JudgementReason.NAMES}),
    )
    with pytest.raises(NotFound, match="not_found"), scene.database.transaction() as session:
        judge(session, reader, command, now=NOW)


@pytest.mark.parametrize("engine_name", [pytest.param("postgresql", marks=pytest.mark.postgresql)])
def test_a_judgement_that_waits_for_the_erasure_finds_nothing(scene: Scene) -> None:
    report, proposal = pair(scene)
    raised: list[Exception] = []

    def judging() -> None:
        command = JudgeProposal(
            proposal_id=proposal,
            seen_revision=1,
            kind=JudgementKind.POSITIVE,
            reasons=frozenset({JudgementReason.NAMES}),
        )
        try:
            with scene.database.transaction() as session:
                judge(session, scene.reviewers[0], command, now=NOW)
        except NotFound as error:
            raised.append(error)

    waiting = threading.Thread(target=judging)
    with scene.database.transaction() as session:
        erase_report(session, scene.shelter, EraseReport(report_id=report, typed="S0"), now=NOW)
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
    waiting.join()
    assert len(raised) == 1


def test_a_report_that_is_sent_again_at_the_same_moment_is_refused_or_erased_with_it(scene: Scene) -> None:
    command = found("Tesfalem", sender_number="S0")
    report = scene.report(command).report_id
    outcomes: list[str] = []

    def sending() -> None:
        for _ in range(5):
            try:
                outcomes.append(scene.report(command).outcome)
            except Refused as refused:
                outcomes.append(refused.code)

    sender = threading.Thread(target=sending)
    sender.start()
    erase(scene, report, "S0")
    sender.join()
    assert set(outcomes) <= {"already_known", "report_was_erased"}
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(Record)).scalar_one() == 1


def pair(scene: Scene) -> tuple[uuid.UUID, uuid.UUID]:
    scene.file(sought(PEOPLE[0][0]))
    report = scene.report(found(PEOPLE[0][1], sender_number="S0")).report_id
    scene.match()
    with scene.database.reading() as session:
        return report, session.scalars(select(MatchProposal.id)).one()


def erase(scene: Scene, report: uuid.UUID, number: str) -> None:
    with scene.database.transaction() as session:
        erase_report(session, scene.shelter, EraseReport(report_id=report, typed=number), now=NOW)
