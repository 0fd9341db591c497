"""A committee answers for pairs of its own searches and of the reports in its pairs; nothing is merged by it."""

import uuid

import pytest
from sqlalchemy import func, select

from search.access import Actor
from search.commands import JudgeDuplicate
from search.errors import AccessDenied, Conflict, NotFound
from search.models import AuditEntry, DuplicateJudgement, Record
from search.review.judging_duplicates import judge_duplicate, read_duplicates, read_duplicates_of_pair
from search.summaries import DuplicateList, DuplicatePair
from search.vocabulary import JudgementKind, ProposalState, ReportKind
from tests.search.proposing.test_duplicate_finding import TESFALEM_HEARD, look, two_searches
from tests.search.review.duplicate_answers import judge, revision, take_back
from tests.search.scene import NOW, Scene, found, sought
from tests.search.travellers import number_of, pair

SAME, DIFFERENT, UNSURE = JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE


@pytest.fixture
def duplicate(scene: Scene) -> uuid.UUID:
    """Two searches for one man, proposed as such."""
    two_searches(scene)
    look(scene)
    (one,) = listed(scene).pairs
    return one.duplicate_id


def listed(scene: Scene, actor: Actor | None = None, *, settled: bool = False) -> DuplicateList:
    with scene.database.transaction() as session:
        return read_duplicates(session, actor or scene.reviewers[0], now=NOW, settled=settled)


def only(scene: Scene, *, settled: bool) -> DuplicatePair:
    (one,) = listed(scene, settled=settled).pairs
    return one


@pytest.mark.usefixtures("duplicate")
def test_the_list_shows_both_searches_with_the_evidence_in_codes(scene: Scene) -> None:
    one = only(scene, settled=False)
    assert [side.description.names[0].text for side in one.sides] == ["ተስፋለም ኪዳነማርያም", TESFALEM_HEARD]
    assert len({side.reference for side in one.sides}) == 2
    assert all(evidence.parts == () for evidence in one.evidence)
    assert one.may_judge
    assert one.judgements == ()


def test_different_people_leave_the_list_and_do_not_come_back(scene: Scene, duplicate: uuid.UUID) -> None:
    assert judge(scene, duplicate, DIFFERENT) == "ruled_out"
    look(scene)
    assert listed(scene).pairs == ()
    assert only(scene, settled=True).state is ProposalState.RULED_OUT


def test_two_people_have_to_say_that_it_is_one_person(scene: Scene, duplicate: uuid.UUID) -> None:
    assert judge(scene, duplicate, SAME) == "awaiting_second"
    with pytest.raises(AccessDenied):
        judge(scene, duplicate, SAME)
    assert judge(scene, duplicate, SAME, reader=1) == "awaiting_second"
    (settled,) = listed(scene, scene.reviewers[2], settled=True).pairs
    assert (settled.state, len(settled.judgements)) == (ProposalState.AGREED, 2)
    assert listed(scene, scene.reviewers[1], settled=True).pairs == ()
    (undoable,) = listed(scene, scene.reviewers[1]).pairs
    assert (undoable.state, [one.by_me for one in undoable.judgements]) == (ProposalState.AWAITING_SECOND, [True])


def test_unsure_leaves_the_pair_on_the_list(scene: Scene, duplicate: uuid.UUID) -> None:
    assert judge(scene, duplicate, UNSURE) == "unsure"
    assert only(scene, settled=False).state is ProposalState.UNSURE


def test_nothing_is_merged_or_closed(scene: Scene, duplicate: uuid.UUID) -> None:
    judge(scene, duplicate, SAME)
    judge(scene, duplicate, SAME, reader=1)
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(Record)).scalar_one() == 2
        assert set(session.scalars(select(Record.withdrawn_at))) == {None}


def test_an_own_answer_is_taken_back_by_appending(scene: Scene, duplicate: uuid.UUID) -> None:
    judge(scene, duplicate, DIFFERENT)
    (given,) = only(scene, settled=True).judgements
    with pytest.raises(AccessDenied):
        take_back(scene, duplicate, given.judgement_id, reader=1)
    assert take_back(scene, duplicate, given.judgement_id) == "open"
    assert [one.taken_back for one in only(scene, settled=False).judgements] == [True]
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(DuplicateJudgement)).scalar_one() == 2
    with pytest.raises(AccessDenied):
        take_back(scene, duplicate, given.judgement_id)


def test_an_answer_to_what_has_changed_is_refused(scene: Scene, duplicate: uuid.UUID) -> None:
    seen = revision(scene, duplicate)
    judge(scene, duplicate, SAME)
    with pytest.raises(Conflict):
        judge(scene, duplicate, DIFFERENT, reader=1, seen=seen)


def test_another_committee_finds_nothing(scene: Scene, duplicate: uuid.UUID) -> None:
    assert listed(scene, scene.stranger).pairs == ()
    for asked in (duplicate, uuid.uuid4()):
        command = JudgeDuplicate(duplicate_id=asked, seen_revision=1, kind=SAME)
        with pytest.raises(NotFound), scene.database.transaction() as session:
            judge_duplicate(session, scene.stranger, command, now=NOW)


def test_answers_are_audited(scene: Scene, duplicate: uuid.UUID) -> None:
    judge(scene, duplicate, UNSURE)
    with scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "judge_duplicate")).one()
    assert (entry.subject_id, entry.detail["state"]) == (str(duplicate), "unsure")


def test_reports_are_judged_by_whoever_has_pairs_with_both(scene: Scene) -> None:
    search = number_of(scene, scene.file(sought("ተስፋለም ኪዳነማርያም", 3)).case_id)
    shelters = number_of(scene, scene.report(found(TESFALEM_HEARD, 3)).report_id)
    hospitals = number_of(
        scene, scene.report(found("Tesfalem Kidane Mariam", 3), scene.sender_of(ReportKind.SHELTER)).report_id
    )
    look(scene)
    first = pair(scene, search, shelters)
    assert beside(scene, first) == ()
    pair(scene, search, hospitals)
    (one,) = beside(scene, first)
    assert {side.report_kind for side in one.sides} == {ReportKind.SHELTER}
    assert judge(scene, one.duplicate_id, DIFFERENT) == "ruled_out"
    assert beside(scene, first) == ()
    assert listed(scene).pairs == ()
    with pytest.raises(NotFound), scene.database.reading() as session:
        read_duplicates_of_pair(session, scene.stranger, first, now=NOW)


def beside(scene: Scene, proposal: uuid.UUID) -> tuple[DuplicatePair, ...]:
    with scene.database.transaction() as session:
        return read_duplicates_of_pair(session, scene.reviewers[0], proposal, now=NOW)
