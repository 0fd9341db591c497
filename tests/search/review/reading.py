"""How a reviewer of the tests reads the queue, a card and the numbers of a pair."""

import datetime
import uuid
from typing import Any

from sqlalchemy import select

from search.access import WORKER, Action, Actor
from search.commands import OpenCard
from search.models import AuditEntry, MatchProposal
from search.proposing.ranking_anew import rank_unplaced
from search.queue_commands import ReadQueue
from search.queue_summaries import Queue
from search.review.card import open_card
from search.review.queue import read_queue
from search.summaries import ProposalCard
from tests.search.scene import NOW, Scene


def queue(scene: Scene, actor: Actor | None = None, now: datetime.datetime = NOW, **asked: Any) -> Queue:
    """A tab of the list, once the worker has put every pair into its place."""
    with scene.database.transaction() as session:
        rank_unplaced(session, WORKER, today=now.date())
    with scene.database.reading() as session:
        return read_queue(session, actor or scene.reviewers[0], ReadQueue(**asked), now=now)


def card(scene: Scene, proposal: uuid.UUID, actor: Actor | None = None) -> ProposalCard:
    with scene.database.transaction() as session:
        return open_card(session, actor or scene.reviewers[0], OpenCard(proposal_id=proposal), now=NOW)


def audited(scene: Scene, action: Action) -> list[str]:
    with scene.database.reading() as session:
        return list(session.scalars(select(AuditEntry.subject_id).where(AuditEntry.action == action.value)))


def request_number(scene: Scene, proposal: uuid.UUID) -> int:
    with scene.database.reading() as session:
        return session.get_one(MatchProposal, proposal).request_number
