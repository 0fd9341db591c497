"""People decide, two of them, with reasons, and can take it back; a contested decision has exactly one winner."""

import threading
import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select

from search.access import Actor
from search.accounts.audit_walk import verify_chain
from search.casework.undo_periods import UNDO
from search.commands import WithdrawSearch
from search.errors import AccessDenied, Conflict, NotFound, Refused, SearchError
from search.filing.registering_searches import reopen_search, withdraw_search
from search.models import Judgement, MatchProposal
from search.vocabulary import FieldCheck, JudgementKind, JudgementReason, ProposalState, RuledOutBy, StaffRole
from tests.search.review.deciding import card, decide, revision, withdraw
from tests.search.scene import NOW, PEOPLE, Scene, family_of, found, sought

POSITIVE, NEGATIVE, UNSURE = JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE
CONTESTED = 12


@pytest.fixture
def proposal(scene: Scene) -> uuid.UUID:
    return scene.propose()


def test_second_reader_must_be_another_person(scene: Scene, proposal: uuid.UUID) -> None:
    first, second = scene.reviewers[:2]
    assert decide(scene, first, proposal, POSITIVE) is ProposalState.AWAITING_SECOND
    with pytest.raises(AccessDenied, match="second_reader_must_differ"):
        decide(scene, first, proposal, POSITIVE)
    assert decide(scene, second, proposal, POSITIVE) is ProposalState.AWAITING_SECOND
    assert state(scene, proposal) is ProposalState.AGREED


def test_one_negative_rules_a_light_pair_out_and_two_a_heavy_one(scene: Scene) -> None:
    light, heavy = scene.propose(3.0), scene.propose(10.0)
    assert decide(scene, scene.reviewers[0], light, NEGATIVE) is ProposalState.RULED_OUT
    assert decide(scene, scene.reviewers[0], heavy, NEGATIVE) is ProposalState.AWAITING_SECOND
    decide(scene, scene.reviewers[1], heavy, NEGATIVE)
    assert state(scene, heavy) is ProposalState.RULED_OUT


def test_a_disagreement_stands_until_another_reader_decides(scene: Scene, proposal: uuid.UUID) -> None:
    decide(scene, scene.reviewers[0], proposal, POSITIVE)
    decide(scene, scene.reviewers[1], proposal, NEGATIVE)
    assert state(scene, proposal) is ProposalState.DISAGREED
    decide(scene, scene.reviewers[2], proposal, UNSURE)
    assert state(scene, proposal) is ProposalState.DISAGREED
    decide(scene, scene.reviewers[3], proposal, NEGATIVE)
    assert state(scene, proposal) is ProposalState.RULED_OUT


def test_a_negative_against_what_two_agreed_on_is_a_disagreement(scene: Scene, proposal: uuid.UUID) -> None:
    for reader in scene.reviewers[:2]:
        decide(scene, reader, proposal, POSITIVE)
    with pytest.raises(Refused, match="agreed_already"):
        decide(scene, scene.reviewers[2], proposal, POSITIVE)
    decide(scene, scene.reviewers[2], proposal, NEGATIVE)
    assert state(scene, proposal) is ProposalState.DISAGREED


def test_a_decision_without_a_reason_is_none(scene: Scene, proposal: uuid.UUID) -> None:
    for kind in (POSITIVE, NEGATIVE):
        with pytest.raises(Refused, match="reasons_needed"):
            decide(scene, scene.reviewers[0], proposal, kind, reasons=frozenset())
    assert (state(scene, proposal), revision(scene, proposal)) == (ProposalState.OPEN, 1)
    assert decide(scene, scene.reviewers[0], proposal, UNSURE, reasons=frozenset()) is ProposalState.UNSURE


def test_what_was_read_and_what_rules_it_out_is_kept(scene: Scene) -> None:
    proposal = scene.propose(12.0)
    checks = {"names": FieldCheck.DOES_NOT}
    rests_on: dict[str, Any] = {
        "reasons": frozenset({JudgementReason.INTERVIEW}),
        "ruled_out_by": frozenset({RuledOutBy.DNA}),
    }
    decide(scene, scene.reviewers[0], proposal, NEGATIVE, **rests_on, checks=checks)
    (mine,) = card(scene, scene.reviewers[0], proposal).decisions.judgements
    assert (mine.ruled_out_by, mine.checks) == ((RuledOutBy.DNA, RuledOutBy.INTERVIEW), checks)
    with scene.database.reading() as session:
        kept = session.scalars(select(Judgement)).one()
        assert (kept.request_revision, kept.report_revision, kept.weighty) == (1, 1, True)
        assert kept.evidence == session.get_one(MatchProposal, proposal).evidence


def test_a_slip_is_undone_in_silence_and_later_taking_back_needs_words(scene: Scene, proposal: uuid.UUID) -> None:
    first = scene.reviewers[0]
    decide(scene, first, proposal, POSITIVE)
    (made,) = card(scene, first, proposal).decisions.judgements
    assert made.undo_until == NOW + UNDO
    later = NOW + UNDO
    assert card(scene, first, proposal, now=later).decisions.judgements[0].undo_until is None
    for words in ("", "no"):
        with pytest.raises(Refused, match="taking_back_needs_words"):
            withdraw(scene, first, proposal, made.judgement_id, now=later, words=words)
    told = "I mixed up two brothers"
    assert withdraw(scene, first, proposal, made.judgement_id, now=later, words=told) is ProposalState.OPEN
    (again,) = card(scene, first, proposal, now=later).decisions.judgements
    assert (again.taken_back, again.back_words) == (True, told)


def test_whoever_could_read_the_others_before_taking_back_does_not_judge_again(
    scene: Scene, proposal: uuid.UUID
) -> None:
    first, second = scene.reviewers[:2]
    decide(scene, first, proposal, POSITIVE)
    decide(scene, second, proposal, POSITIVE)
    (made,) = [one for one in card(scene, first, proposal).decisions.judgements if one.by_me]
    withdraw(scene, first, proposal, made.judgement_id, now=NOW + UNDO, words="I mixed up two brothers")
    with pytest.raises(AccessDenied, match="has_read_others"):
        decide(scene, first, proposal, NEGATIVE, now=NOW + UNDO)
    assert card(scene, first, proposal, now=NOW + UNDO).decisions.refused == "has_read_others"


def test_a_meeting_decides_what_readers_disagree_on(scene: Scene, proposal: uuid.UUID) -> None:
    keeper = coordinating(scene.reviewers[2])
    decide(scene, scene.reviewers[0], proposal, POSITIVE)
    with pytest.raises(Refused, match="nothing_for_a_meeting"):
        decide(scene, keeper, proposal, POSITIVE, words="All five were there", as_meeting=True)
    decide(scene, scene.reviewers[1], proposal, NEGATIVE)
    with pytest.raises(NotFound):
        decide(scene, scene.reviewers[2], proposal, POSITIVE, words="All five were there", as_meeting=True)
    with pytest.raises(Refused, match="coordinator_keeps_minutes"):
        decide(scene, keeper, proposal, POSITIVE)
    with pytest.raises(Refused, match="minutes_needed"):
        decide(scene, keeper, proposal, POSITIVE, as_meeting=True)
    with pytest.raises(AccessDenied, match="minutes_by_another"):
        decide(scene, coordinating(scene.reviewers[0]), proposal, POSITIVE, words="We all met", as_meeting=True)
    assert card(scene, keeper, proposal).decisions.may_decide_together
    decide(scene, keeper, proposal, POSITIVE, words="All five were there", as_meeting=True)
    assert state(scene, proposal) is ProposalState.AGREED
    with pytest.raises(Refused, match="meeting_decided"):
        decide(scene, scene.reviewers[3], proposal, NEGATIVE)
    made = next(one for one in card(scene, keeper, proposal).decisions.judgements if one.by_me)
    assert (made.as_meeting, made.words) == (True, "All five were there")
    withdraw(scene, keeper, proposal, made.judgement_id)
    assert state(scene, proposal) is ProposalState.DISAGREED


def coordinating(reader: Actor) -> Actor:
    return replace(reader, roles=reader.roles | {StaffRole.COORDINATOR})


def state(scene: Scene, proposal: uuid.UUID) -> ProposalState:
    with scene.database.reading() as session:
        return ProposalState(session.get_one(MatchProposal, proposal).state)


def test_unsure_decides_nothing(scene: Scene, proposal: uuid.UUID) -> None:
    assert decide(scene, scene.reviewers[0], proposal, UNSURE) is ProposalState.UNSURE
    assert decide(scene, scene.reviewers[1], proposal, POSITIVE) is ProposalState.AWAITING_SECOND
    decide(scene, scene.reviewers[2], proposal, POSITIVE)
    assert state(scene, proposal) is ProposalState.AGREED


def test_a_judgement_is_taken_back_by_its_maker_and_stays_on_the_card(scene: Scene, proposal: uuid.UUID) -> None:
    first, second = scene.reviewers[:2]
    decide(scene, first, proposal, NEGATIVE, words="another scar")
    made = card(scene, first, proposal).decisions.judgements[0]
    assert (made.by_me, made.words, made.taken_back) == (True, "another scar", False)
    with pytest.raises(AccessDenied, match="not_own_judgement"):
        withdraw(scene, second, proposal, made.judgement_id)
    assert withdraw(scene, first, proposal, made.judgement_id) is ProposalState.OPEN
    kept = card(scene, first, proposal).decisions.judgements
    assert [(one.kind, one.taken_back, one.by_me) for one in kept] == [(NEGATIVE, True, True)]
    assert card(scene, second, proposal).decisions.judgements == ()
    with pytest.raises(AccessDenied, match="not_own_judgement"):
        withdraw(scene, first, proposal, made.judgement_id)


def test_whoever_took_back_may_judge_again(scene: Scene, proposal: uuid.UUID) -> None:
    first = scene.reviewers[0]
    decide(scene, first, proposal, NEGATIVE)
    withdraw(scene, first, proposal, card(scene, first, proposal).decisions.judgements[0].judgement_id)
    assert decide(scene, first, proposal, POSITIVE) is ProposalState.AWAITING_SECOND


def test_what_was_agreed_loses_its_second_reader_when_one_takes_back(scene: Scene, proposal: uuid.UUID) -> None:
    for reviewer in scene.reviewers[:2]:
        decide(scene, reviewer, proposal, POSITIVE)
    mine = next(one for one in card(scene, scene.reviewers[0], proposal).decisions.judgements if one.by_me)
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
