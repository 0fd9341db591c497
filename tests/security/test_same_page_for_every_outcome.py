"""What a family sees is the same, byte for byte, whatever was proposed, judged or kept silent."""

import re
import uuid

import pytest
from sqlalchemy import select, update

from i18n.offered_languages import offered
from search.access import Actor
from search.commands import JudgeProposal
from search.models import MatchProposal, Record
from search.proposing.comparing import USUAL, ProposingPolicy
from search.review.judging_proposals import judge
from search.vocabulary import JudgementKind, ProposalState
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.search.scene import Scene, found, make_scene
from web.context import Context

NOTHING = ProposingPolicy(threshold=10_000.0)
NAME = "Tesfalem Kidanemariam"


@pytest.mark.parametrize("tag", [row.tag for row in offered()])
def test_no_match_pending_and_decided_look_the_same(visitor: Visitor, context: Context, tag: str) -> None:
    scene = make_scene(context.database)
    visitor.goes_to(f"/search/names?lang={tag}")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    visitor.sends("/filed")
    scene.report(found(NAME))
    scene.match(NOTHING)
    pages = {"no match": bytes_of(visitor)}
    _compare_anew(scene, USUAL)
    pages["pending"] = bytes_of(visitor)
    proposal = _only_proposal(scene)
    for reader, kind in ((0, JudgementKind.POSITIVE), (1, JudgementKind.POSITIVE)):
        state = _judge(scene, scene.reviewers[reader], proposal, kind)
        pages[state] = bytes_of(visitor)
    assert set(pages) == {"no match", "pending", ProposalState.AWAITING_SECOND, ProposalState.AGREED}
    assert len(set(pages.values())) == 1


def bytes_of(visitor: Visitor) -> bytes:
    """The page without the token that is new each time."""
    page = visitor.goes_to("/case").data
    return re.sub(rb'name="csrf_token" value="[^"]+"', b"", page)


def _compare_anew(scene: Scene, policy: ProposingPolicy) -> None:
    with scene.database.transaction() as session:
        session.execute(update(Record).values(matched_version=0))
    scene.match(policy)


def _only_proposal(scene: Scene) -> uuid.UUID:
    with scene.database.reading() as session:
        return session.scalars(select(MatchProposal.id)).one()


def _judge(scene: Scene, reader: Actor, proposal: uuid.UUID, kind: JudgementKind) -> ProposalState:
    with scene.database.transaction() as session:
        seen = session.scalars(select(MatchProposal.revision).where(MatchProposal.id == proposal)).one()
        return judge(session, reader, JudgeProposal(proposal_id=proposal, seen_revision=seen, kind=kind), now=NOW)
