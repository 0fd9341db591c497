"""People decide, two of them, and can take it back; a contested decision has exactly one winner."""

import threading
import uuid
from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import func, select

from search.access import Actor
from search.accounts.audit_walk import verify_chain
from search.commands import JudgeProposal, OpenCard, TakeBackJudgement, WithdrawSearch
from search.errors import AccessDenied, Conflict, NotFound, SearchError
from search.filing.registering_searches import reopen_search, withdraw_search
from search.models import Judgement, MatchProposal
from search.queue_commands import ReadQueue
from search.review.card import open_card
from search.review.judging_proposals import judge, take_back
from search.review.queue import read_queue
from search.summaries import ProposalCard
from search.vocabulary import JudgementKind, JudgementReason, ProposalState
from tests.search.scene import NOW, PEOPLE, Scene, family_of, found, sought

POSITIVE, NEGATIVE, UNSURE = JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE
CONTESTED = 12


@pytest.fixture
def proposal(scene: Scene) -> uuid.UUID:
    return scene.propose()


def decide(
    scene: Scene, actor: Actor, proposal: uuid.UUID, kind: JudgementKind, seen: int | None = None, words: str = ""
) -> ProposalState:
    command = JudgeProposal(
        proposal_id=proposal,
        seen_revision=revision(scene, proposal) if seen is None else seen,
        kind=kind,
        reasons=frozenset({JudgementReason.NAMES}),
        words=words,
    )
    with scene.database.transaction() as session:
        return judge(session, actor, command, now=NOW)


def card(scene: Scene, actor: Actor, proposal: uuid.UUID) -> ProposalCard:
    with scene.database.transaction() as session:
        return open_card(session, actor, OpenCard(proposal_id=proposal), now=NOW)


def withdraw(scene: Scene, actor: Actor, proposal: uuid.UUID, judgement: uuid.UUID) -> ProposalState:
    command = TakeBackJudgement(judgement_id=judgement, seen_revision=revision(scene, proposal))
    with scene.database.transaction() as session:
        return take_back(session, actor, command, now=NOW)


def revision(scene: Scene, proposal: uuid.UUID) -> int:
    with scene.database.reading() as session:
        return session.get_one(MatchProposal, proposal).revision


def test_second_reader_must_be_another_person(scene: Scene, proposal: uuid.UUID) -> None:
    first, second = scene.reviewers[:2]
    assert decide(scene, first, proposal, POSITIVE) is ProposalState.AWAITING_SECOND
    with pytest.raises(AccessDenied, match="second_reader_must_differ"):
        decide(scene, first, proposal, POSITIVE)
    assert decide(scene, second, proposal, POSITIVE) is ProposalState.AGREED


def test_one_negative_rules_a_pair_out_whatever_was_said_before(scene: Scene, proposal: uuid.UUID) -> None:
    assert decide(scene, scene.reviewers[0], proposal, POSITIVE) is ProposalState.AWAITING_SECOND
    assert decide(scene, scene.reviewers[1], proposal, NEGATIVE) is ProposalState.RULED_OUT
    assert decide(scene, scene.reviewers[2], proposal, POSITIVE) is ProposalState.RULED_OUT


def test_unsure_decides_nothing(scene: Scene, proposal: uuid.UUID) -> None:
    assert decide(scene, scene.reviewers[0], proposal, UNSURE) is ProposalState.UNSURE
    assert decide(scene, scene.reviewers[1], proposal, POSITIVE) is ProposalState.AWAITING_SECOND
    assert decide(scene, scene.reviewers[2], proposal, POSITIVE) is ProposalState.AGREED


def test_a_ruled_out_pair_does_not_come_back_when_it_is_compared_again(scene: Scene) -> None:
    one, other = PEOPLE[2]
    scene.file(sought(one, 2))
    scene.report(found(other, 2, sender_number="A"))
    scene.match()
    (proposal,) = scene.proposals()
    decide(scene, scene.reviewers[0], proposal, NEGATIVE)
    scene.report(found(f"{other} Invented", 2, sender_number="A"))
    assert scene.match() == 1
    assert scene.proposals()[proposal][1] == ProposalState.RULED_OUT
    with scene.database.reading() as session:
        assert read_queue(session, scene.reviewers[1], ReadQueue(), now=NOW).total == 0


def test_a_judgement_is_taken_back_by_its_maker_and_stays_on_the_card(scene: Scene, proposal: uuid.UUID) -> None:
    first, second = scene.reviewers[:2]
    decide(scene, first, proposal, NEGATIVE, words="another scar")
    made = card(scene, first, proposal).judgements[0]
    assert (made.by_me, made.words, made.taken_back) == (True, "another scar", False)
    with pytest.raises(AccessDenied, match="not_own_judgement"):
        withdraw(scene, second, proposal, made.judgement_id)
    assert withdraw(scene, first, proposal, made.judgement_id) is ProposalState.OPEN
    kept = card(scene, second, proposal).judgements
    assert [(one.kind, one.taken_back, one.by_me) for one in kept] == [(NEGATIVE, True, False)]
    with pytest.raises(AccessDenied, match="not_own_judgement"):
        withdraw(scene, first, proposal, made.judgement_id)


def test_whoever_took_back_may_judge_again(scene: Scene, proposal: uuid.UUID) -> None:
    first = scene.reviewers[0]
    decide(scene, first, proposal, NEGATIVE)
    withdraw(scene, first, proposal, card(scene, first, proposal).judgements[0].judgement_id)
    assert decide(scene, first, proposal, POSITIVE) is ProposalState.AWAITING_SECOND


def test_a_confirmation_loses_its_second_reader_when_one_takes_back(scene: Scene, proposal: uuid.UUID) -> None:
    for reviewer in scene.reviewers[:2]:
        decide(scene, reviewer, proposal, POSITIVE)
    mine = next(one for one in card(scene, scene.reviewers[0], proposal).judgements if one.by_me)
    assert withdraw(scene, scene.reviewers[0], proposal, mine.judgement_id) is ProposalState.AWAITING_SECOND


def test_a_card_that_changed_since_it_was_read_is_not_judged(scene: Scene, proposal: uuid.UUID) -> None:
    seen = revision(scene, proposal)
    decide(scene, scene.reviewers[0], proposal, POSITIVE, seen)
    with pytest.raises(Conflict, match="proposal_changed"):
        decide(scene, scene.reviewers[1], proposal, POSITIVE, seen)
    assert judgements(scene) == 1


def test_a_search_that_was_taken_back_is_read_by_nobody_until_it_is_opened_again(scene: Scene) -> None:
    case = scene.file(sought(PEOPLE[0][0]))
    scene.report(found(PEOPLE[0][1]))
    scene.match()
    with scene.database.transaction() as session:
        proposal = session.scalars(select(MatchProposal.id)).one()
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    for act in (decide_positive, card):
        with pytest.raises(NotFound):
            act(scene, scene.reviewers[0], proposal)
    with scene.database.transaction() as session:
        reopen_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    assert card(scene, scene.reviewers[0], proposal).proposal_id == proposal


def test_another_committee_s_pair_looks_like_one_that_does_not_exist(scene: Scene, proposal: uuid.UUID) -> None:
    refusals = set()
    for identifier in (proposal, uuid.uuid4()):
        for act in (decide_positive, card):
            with pytest.raises(SearchError) as caught:
                act(scene, scene.stranger, identifier)
            refusals.add((type(caught.value), str(caught.value)))
    assert refusals == {(NotFound, "not_found")}


def test_a_judgement_that_does_not_exist_cannot_be_taken_back(scene: Scene, proposal: uuid.UUID) -> None:
    with pytest.raises(NotFound):
        withdraw(scene, scene.reviewers[0], proposal, uuid.uuid4())


def test_words_of_a_judgement_are_sealed(scene: Scene, proposal: uuid.UUID) -> None:
    decide(scene, scene.reviewers[0], proposal, NEGATIVE, words="the scar is on the other arm")
    with scene.database.reading() as session:
        assert b"scar" not in session.scalars(select(Judgement.words_sealed)).one()


@pytest.mark.parametrize("kinds", [(POSITIVE, POSITIVE, POSITIVE, POSITIVE), (POSITIVE, NEGATIVE, UNSURE, POSITIVE)])
def test_a_contested_decision_has_exactly_one_winner(scene: Scene, kinds: tuple[JudgementKind, ...]) -> None:
    """Four reviewers who read the same cards decide on all of them at the same time."""
    proposals = [scene.propose(weight) for weight in range(CONTESTED)]
    won: list[uuid.UUID] = []
    lost: list[uuid.UUID] = []

    def decide_all(reviewer: Actor, kind: JudgementKind) -> None:
        for one in proposals:
            try:
                decide(scene, reviewer, one, kind, seen=1)
                won.append(one)
            except Conflict:
                lost.append(one)

    at_once([partial(decide_all, *who) for who in zip(scene.reviewers, kinds, strict=True)])
    assert sorted(won) == sorted(proposals)
    assert len(lost) == CONTESTED * (len(kinds) - 1)
    assert judgements(scene) == CONTESTED
    with scene.database.reading() as session:
        assert verify_chain(session).first_bad is None


def decide_positive(scene: Scene, actor: Actor, proposal: uuid.UUID) -> ProposalState:
    return decide(scene, actor, proposal, POSITIVE, seen=1)


def at_once(acts: list[Callable[[], None]]) -> None:
    start = threading.Barrier(len(acts))

    def begin(act: Callable[[], None]) -> None:
        start.wait()
        act()

    threads = [threading.Thread(target=begin, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def judgements(scene: Scene) -> int:
    with scene.database.reading() as session:
        return session.execute(select(func.count()).select_from(Judgement)).scalar_one()
