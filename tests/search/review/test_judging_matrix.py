"""Kinds of reports × states of a pair × who × what they do: what is decided, and what is refused with which code."""

import uuid
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from search.access import ANYONE, OPERATOR, WORKER, Actor
from search.commands import JudgeProposal
from search.errors import SearchError
from search.models import FoundReport, MatchProposal
from search.review.judging_proposals import judge
from search.vocabulary import JudgementKind, JudgementReason, ProposalState, ReportKind, RuledOutBy, StaffRole
from tests.search.scene import NOW, Scene, family_of, sought

P, N, U = JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE
ASK = JudgementKind.ASK_FAMILY
WORDS = "all five of us were there"
# What the first two readers said to bring a pair into a state. All pairs are weighty.
SAID = {
    ProposalState.OPEN: (),
    ProposalState.AWAITING_SECOND: (N,),
    ProposalState.AGREED: (P, P),
    ProposalState.DISAGREED: (P, N),
    ProposalState.RULED_OUT: (N, N),
    ProposalState.UNSURE: (U, U),
}
ACTS = {"positive": P, "negative": N, "unsure": U, "ask": ASK, "together": P}
OUTSIDE = ("anyone", "worker", "operator")
FOREIGN = ("family", "reporter", "stranger", "coordinator alone")
KINDS = list(ReportKind)


def expected(state: ProposalState, who: str, act: str) -> str:
    """The state that follows, or the code of what is refused."""
    if who in OUTSIDE:
        return "access_denied"
    if who in FOREIGN or (act == "together" and who != "coordinating reader"):
        return "not_found"
    if act == "together":
        return "confirmed" if state is ProposalState.DISAGREED else "nothing_for_a_meeting"
    if who == "first reader" and SAID[state]:
        return "second_reader_must_differ"
    if who == "coordinating reader" and state is ProposalState.DISAGREED:
        return "coordinator_keeps_minutes"
    if state is ProposalState.AGREED and act != "negative":
        return "agreed_already"
    if act == "ask":
        return "families_are_asked_in_turn"
    return follows((*SAID[state], ACTS[act]))


def follows(said: tuple[JudgementKind, ...]) -> str:
    """What follows from these readings of a weighty pair, written once more as a person would count."""
    positives, negatives = said.count(P), said.count(N)
    if positives and negatives:
        decisive = [one for one in said if one is not U]
        third = len(decisive) == 3 and decisive[0] is not decisive[1]
        return "disagreed" if not third else ("confirmed" if positives > negatives else "ruled_out")
    if positives + negatives >= 2:
        return "confirmed" if positives else "ruled_out"
    return "awaiting_second" if positives + negatives else "unsure"


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_every_act_of_judging_does_what_the_table_says(scene: Scene) -> None:
    pairs = {state: scene.propose() for state in ProposalState}
    family = family_of(scene.file(sought("Somebody Invented")))
    people = cast_of(scene, family)
    found, wanted = {}, {}
    with scene.database.transaction() as session:
        for state, pair in pairs.items():
            bring_into(session, scene, pair, state)
            for kind in KINDS:
                session.get_one(FoundReport, session.get_one(MatchProposal, pair).report_number).kind = kind.value
                for who, act in ((who, act) for who in people for act in ACTS):
                    cell = (kind.value, state.value, who, act)
                    found[cell] = tried(session, people[who], pair, act)
                    wanted[cell] = expected(state, who, act)
    assert len(found) == len(KINDS) * 6 * 10 * 5
    assert {cell: answer for cell, answer in found.items() if answer != wanted[cell]} == {}


def cast_of(scene: Scene, family: Actor) -> dict[str, Actor]:
    first, _, third, fourth = scene.reviewers
    coordinates = frozenset({StaffRole.COORDINATOR})
    return {
        "first reader": first,
        "third reader": third,
        "coordinating reader": replace(fourth, roles=fourth.roles | coordinates),
        "coordinator alone": replace(fourth, roles=coordinates),
        "stranger": scene.stranger,
        "reporter": scene.shelter,
        "family": family,
        "anyone": ANYONE,
        "worker": WORKER,
        "operator": OPERATOR,
    }


def bring_into(session: Session, scene: Scene, pair: uuid.UUID, state: ProposalState) -> None:
    for reader, kind in zip(scene.reviewers, SAID[state], strict=False):
        judge(session, reader, said(session, pair, kind), now=NOW)
    assert session.get_one(MatchProposal, pair).state == state.value


def tried(session: Session, actor: Actor, pair: uuid.UUID, act: str) -> str:
    """The state after the act, which is undone again, or the code of its refusal."""
    step = session.begin_nested()
    try:
        judge(session, actor, said(session, pair, ACTS[act], together=act == "together"), now=NOW)
        return session.get_one(MatchProposal, pair).state
    except SearchError as refusal:
        return refusal.code
    finally:
        step.rollback()


def said(session: Session, pair: uuid.UUID, kind: JudgementKind, *, together: bool = False) -> JudgeProposal:
    return JudgeProposal(
        proposal_id=pair,
        seen_revision=session.get_one(MatchProposal, pair).revision,
        kind=kind,
        reasons=frozenset({JudgementReason.NAMES}),
        ruled_out_by=frozenset({RuledOutBy.DATES}) if kind is N else frozenset(),
        words=WORDS,
        as_meeting=together,
    )


def test_the_matrix_would_notice_a_rule_that_changed() -> None:
    answers = {expected(state, who, act) for state in ProposalState for who in ("third reader",) for act in ACTS}
    assert {"disagreed", "confirmed", "ruled_out", "awaiting_second", "unsure", "agreed_already"} <= answers
