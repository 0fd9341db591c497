"""A case that is handed over is read by the other committee alone, with its pairs and what was judged of them."""

import datetime
import threading
import uuid
from dataclasses import replace

import pytest
from sqlalchemy import select

from search.access import Action
from search.commands import JudgeProposal
from search.committees.case_moving import read_move
from search.errors import NotFound, Refused
from search.models import CaseMove, DuplicateProposal, MatchProposal, SearchRequest
from search.proposing.worker import Worker
from search.review.judging_duplicates import read_duplicates
from search.review.judging_proposals import judge
from search.summaries import CaseFiled
from search.vocabulary import JudgementKind, ProposalState, QueueTab
from tests.search.committees.committee_acts import ACTS, refusal
from tests.search.committees.moving import coordinating, moved
from tests.search.review.reading import audited, card, queue
from tests.search.scene import NOW, PEOPLE, Scene, found, sought


def paired(scene: Scene) -> tuple[CaseFiled, uuid.UUID]:
    """A case with an open pair."""
    case = scene.file(sought(PEOPLE[1][0], 1))
    scene.report(found(PEOPLE[1][1], 1))
    scene.match()
    (pair,) = scene.proposals()
    return case, pair


def test_the_committee_until_now_reads_nothing_and_the_other_everything(scene: Scene) -> None:
    case, pair = paired(scene)
    seen = card(scene, pair)
    with scene.database.transaction() as session:
        kind = JudgementKind.UNSURE
        judge(session, scene.reviewers[0], JudgeProposal(proposal_id=pair, seen_revision=1, kind=kind), now=NOW)
    moved(scene, case)
    assert not any(queue(scene).counts.values())
    assert [entry.proposal_id for entry in queue(scene, scene.stranger, tab=QueueTab.AWAITING_SECOND).entries] == [pair]
    there = card(scene, pair, scene.stranger)
    assert (there.sought, there.found, there.reference) == (seen.sought, seen.found, seen.reference)
    assert (there.decisions.others_decided, there.state) == (1, ProposalState.AWAITING_SECOND)
    assert audited(scene, Action.MOVE_CASE) == [str(case.case_id)]
    for name, act in ACTS.items():
        gone = refusal(scene, act, scene.reviewers[0], pair, case.reference)
        assert gone == refusal(scene, act, scene.reviewers[0], uuid.UUID(int=7), "AAAA-AAAA-A"), name


def test_what_is_compared_later_is_proposed_to_the_other_committee(scene: Scene) -> None:
    case, _ = paired(scene)
    moved(scene, case)
    scene.report(found(PEOPLE[1][1], 1, sender_number="later"))
    scene.match()
    assert queue(scene).total == 0
    assert queue(scene, scene.stranger).total == 2


def test_a_worker_that_stores_meanwhile_stores_for_the_committee_that_reads_it_then(scene: Scene) -> None:
    case = scene.file(sought(PEOPLE[1][0], 1))
    scene.report(found(PEOPLE[1][1], 1))
    begun = threading.Event()

    def compare() -> None:
        begun.set()
        Worker(scene.database, lambda: NOW).match_all()

    worker = threading.Thread(target=compare)
    worker.start()
    begun.wait(60)
    moved(scene, case)
    worker.join(60)
    scene.match()
    with scene.database.reading() as session:
        assert set(session.scalars(select(MatchProposal.committee_id))) == {scene.stranger.organisation_id}


def test_two_searches_for_one_person_are_read_where_both_are_and_nowhere_while_they_are_apart(scene: Scene) -> None:
    mother, brother = scene.file(sought(PEOPLE[1][0], 1)), scene.file(sought(PEOPLE[1][1], 1))
    scene.match()
    with scene.database.transaction() as session:
        assert read_duplicates(session, scene.reviewers[0], now=NOW).total == 1
    moved(scene, mother)
    for reader in (scene.reviewers[0], scene.stranger):
        with scene.database.transaction() as session:
            assert read_duplicates(session, reader, now=NOW).total == 0
    moved(scene, brother)
    with scene.database.transaction() as session:
        assert read_duplicates(session, scene.stranger, now=NOW).total == 1
        assert session.scalars(select(DuplicateProposal.committee_id)).one() == scene.stranger.organisation_id


def test_only_a_coordinator_of_the_committee_that_reads_it_hands_a_case_over(scene: Scene) -> None:
    case, _ = paired(scene)
    for other in (scene.reviewers[0], coordinating(scene.stranger), coordinating(scene.shelter)):
        with pytest.raises(NotFound):
            moved(scene, case, other)
    moved(scene, case)
    with pytest.raises(NotFound):
        moved(scene, case)
    with scene.database.reading() as session:
        assert [(row.text_digest[:1] != b"", row.agreed_on) for row in session.scalars(select(CaseMove))] == [
            (True, NOW.date())
        ]


def test_a_case_of_which_nobody_has_words_and_a_talk_to_come_are_refused(scene: Scene) -> None:
    case, _ = paired(scene)
    with pytest.raises(Refused, match="agreed_in_the_future"):
        moved(scene, case, day=NOW.date() + datetime.timedelta(days=1))
    with scene.database.transaction() as session:
        session.scalars(select(SearchRequest)).one().passphrase_hash = ""
    with pytest.raises(Refused, match="no_family_to_ask"):
        moved(scene, case)


def test_to_whom_it_can_go_is_every_other_committee(scene: Scene) -> None:
    case, pair = paired(scene)
    with scene.database.reading() as session:
        choice = read_move(session, coordinating(scene.reviewers[0]), case.case_id)
    assert choice.current.committee_id == scene.committee
    assert [one.committee_id for one in choice.others] == [scene.stranger.organisation_id]
    assert scene.proposals()[pair][1] == ProposalState.OPEN


def test_a_case_does_not_go_to_a_shelter(scene: Scene) -> None:
    case, _ = paired(scene)
    elsewhere = replace(scene, stranger=replace(scene.stranger, organisation_id=scene.shelter_id))
    with pytest.raises(NotFound):
        moved(elsewhere, case, coordinating(scene.reviewers[0]))
