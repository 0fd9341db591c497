"""Pairs of one side as their readers see them: both records, what was answered, and whether they are asked."""

import uuid

import pytest
from sqlalchemy import select

from search.access import Actor
from search.models import DuplicateProposal
from search.review.duplicate_list import duplicate_judgements, duplicate_pairs
from search.summaries import DuplicatePair
from search.vocabulary import JudgementKind, ProposalState, ReportKind
from tests.search.proposing.test_duplicate_finding import TESFALEM_HEARD, look, two_searches
from tests.search.review.duplicate_answers import judge, take_back
from tests.search.scene import NOW, Scene, found
from tests.search.travellers import number_of, pair

# What differs between the databases is tried with the judgements themselves.
pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture
def duplicate(scene: Scene) -> uuid.UUID:
    """Two searches for one man, proposed as such."""
    two_searches(scene)
    look(scene)
    return rows(scene)[0].id


def rows(scene: Scene) -> list[DuplicateProposal]:
    with scene.database.reading() as session:
        return list(session.scalars(select(DuplicateProposal).order_by(DuplicateProposal.side)))


def shown(scene: Scene, reader: Actor) -> DuplicatePair:
    with scene.database.reading() as session:
        (one,) = duplicate_pairs(session, rows(scene), reader, NOW)
        return one


def test_both_searches_are_told_apart_by_their_references_and_dates(scene: Scene, duplicate: uuid.UUID) -> None:
    one = shown(scene, scene.reviewers[0])
    assert one.duplicate_id == duplicate
    assert all(side.reference and side.report_kind is None and side.entry_date for side in one.sides)
    assert len({side.reference for side in one.sides}) == 2


@pytest.mark.usefixtures("duplicate")
def test_a_stranger_reads_neither_name(scene: Scene) -> None:
    stranger = scene.shelter
    assert [side.description.names for side in shown(scene, stranger).sides] == [(), ()]


@pytest.mark.usefixtures("duplicate")
def test_each_record_leads_to_its_heaviest_pair(scene: Scene) -> None:
    (row,) = rows(scene)
    reports = [
        number_of(scene, scene.report(found(TESFALEM_HEARD, 3, sender_number=f"S{n}")).report_id) for n in (1, 2)
    ]
    pair(scene, row.first_number, reports[0], weight=3.0)
    heaviest = pair(scene, row.first_number, reports[1], weight=9.0)
    assert [side.proposal_id for side in shown(scene, scene.reviewers[0]).sides] == [heaviest, None]


def test_reports_are_told_by_their_kind(scene: Scene) -> None:
    for number in range(2):
        scene.report(found(TESFALEM_HEARD, 3, sender_number=f"S{number}", kind=ReportKind.OTHER))
    look(scene)
    assert {side.report_kind for side in shown(scene, scene.reviewers[0]).sides} == {ReportKind.OTHER}


def test_an_answer_stays_in_the_list_when_it_is_taken_back_and_its_maker_is_asked_again(
    scene: Scene, duplicate: uuid.UUID
) -> None:
    judge(scene, duplicate, JudgementKind.UNSURE)
    mine, other = (shown(scene, reviewer) for reviewer in scene.reviewers[:2])
    assert (mine.may_judge, other.may_judge) == (False, True)
    assert [(one.by, one.by_me, one.taken_back) for one in mine.judgements] == [("Reader 0", True, False)]
    assert (other.judgements, other.others_decided, other.state) == ((), 1, ProposalState.AWAITING_SECOND)
    take_back(scene, duplicate, mine.judgements[0].judgement_id)
    again = shown(scene, scene.reviewers[0])
    assert (again.may_judge, [one.taken_back for one in again.judgements]) == (True, [True])


def test_answers_come_oldest_first_those_taken_back_included(scene: Scene, duplicate: uuid.UUID) -> None:
    judge(scene, duplicate, JudgementKind.POSITIVE)
    judge(scene, duplicate, JudgementKind.UNSURE, reader=1)
    take_back(scene, duplicate, shown(scene, scene.reviewers[0]).judgements[0].judgement_id)
    with scene.database.reading() as session:
        kept = duplicate_judgements(session, [duplicate])
        assert [one.revision for one in kept] == sorted(one.revision for one in kept)
        assert [one.takes_back_id is not None for one in kept] == [False, False, True]
        assert duplicate_judgements(session, []) == []
