"""How a reviewer of the tests reads the queue, a card and the numbers of a pair."""

import uuid

from sqlalchemy import select

from search.access import Action, Actor
from search.commands import OpenCard
from search.models import AuditEntry, MatchProposal
from search.review.card import open_card
from search.review.queue import read_queue
from search.summaries import ProposalCard, Queue
from search.vocabulary import ProposalState
from tests.search.scene import NOW, Scene


def queue(scene: Scene, actor: Actor | None = None, page: int = 1, state: ProposalState | None = None) -> Queue:
    with scene.database.reading() as session:
        return read_queue(session, actor or scene.reviewers[0], page=page, state=state)


def card(scene: Scene, proposal: uuid.UUID, actor: Actor | None = None) -> ProposalCard:
    with scene.database.transaction() as session:
        return open_card(session, actor or scene.reviewers[0], OpenCard(proposal_id=proposal), now=NOW)


def audited(scene: Scene, action: Action) -> list[str]:
    with scene.database.reading() as session:
        return list(session.scalars(select(AuditEntry.subject_id).where(AuditEntry.action == action.value)))


def request_number(scene: Scene, proposal: uuid.UUID) -> int:
    with scene.database.reading() as session:
        return session.get_one(MatchProposal, proposal).request_number
