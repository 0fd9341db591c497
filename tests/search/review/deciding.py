"""How readers of the tests decide on a pair, take it back, and read the card."""

import datetime
import uuid
from typing import Any

from search.access import Actor
from search.commands import JudgeProposal, OpenCard, TakeBackJudgement
from search.models import MatchProposal
from search.review.card import open_card
from search.review.judging_proposals import judge, take_back
from search.summaries import ProposalCard
from search.vocabulary import JudgementKind, JudgementReason, ProposalState
from tests.search.scene import NOW, Scene


def decide(
    scene: Scene,
    actor: Actor,
    proposal: uuid.UUID,
    kind: JudgementKind,
    seen: int | None = None,
    now: datetime.datetime = NOW,
    **said: Any,
) -> ProposalState:
    """`said` are the other fields of the command; the names decided it where nothing else is said."""
    command = JudgeProposal(
        proposal_id=proposal,
        seen_revision=revision(scene, proposal) if seen is None else seen,
        kind=kind,
        **{"reasons": frozenset({JudgementReason.NAMES}), **said},
    )
    with scene.database.transaction() as session:
        return judge(session, actor, command, now=now)


def card(scene: Scene, actor: Actor, proposal: uuid.UUID, *, now: datetime.datetime = NOW) -> ProposalCard:
    with scene.database.transaction() as session:
        return open_card(session, actor, OpenCard(proposal_id=proposal), now=now)


def withdraw(
    scene: Scene,
    actor: Actor,
    proposal: uuid.UUID,
    judgement: uuid.UUID,
    *,
    words: str = "",
    now: datetime.datetime = NOW,
) -> ProposalState:
    command = TakeBackJudgement(judgement_id=judgement, seen_revision=revision(scene, proposal), words=words)
    with scene.database.transaction() as session:
        return take_back(session, actor, command, now=now)


def revision(scene: Scene, proposal: uuid.UUID) -> int:
    with scene.database.reading() as session:
        return session.get_one(MatchProposal, proposal).revision
