"""Places in the list, worked out anew beside comparing."""

import datetime

from search.access import WORKER
from search.commands import JudgeProposal
from search.models import MatchProposal
from search.proposing.ranking_anew import rank_judged, rank_unplaced
from search.review.judging_proposals import judge
from search.vocabulary import JudgementKind, JudgementReason
from tests.search.scene import NOW, Scene


def test_a_pair_without_a_place_is_given_one_once(scene: Scene) -> None:
    scene.propose()
    with scene.database.transaction() as session:
        assert rank_unplaced(session, WORKER, today=NOW.date()) == 1
    with scene.database.transaction() as session:
        assert rank_unplaced(session, WORKER, today=NOW.date()) == 0


def test_pairs_of_a_search_of_which_one_was_judged_are_put_into_their_places_again(scene: Scene) -> None:
    identifier = scene.propose()
    with scene.database.transaction() as session:
        command = JudgeProposal(
            proposal_id=identifier,
            seen_revision=1,
            kind=JudgementKind.UNSURE,
            reasons=frozenset({JudgementReason.NAMES}),
        )
        judge(session, scene.reviewers[0], command, now=NOW)
        session.get_one(MatchProposal, identifier).queue_order = None
    hour = datetime.timedelta(hours=1)
    with scene.database.transaction() as session:
        assert rank_judged(session, WORKER, since=NOW, up_to=NOW + hour, today=NOW.date()) == 0
        assert rank_judged(session, WORKER, since=NOW - hour, up_to=NOW, today=NOW.date()) == 1
        assert session.get_one(MatchProposal, identifier).queue_order is not None
