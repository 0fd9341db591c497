"""The newest threshold of a committee counts, for its open pairs with bits that may be told."""

import datetime
import uuid

from sqlalchemy import select

from search.casework.shown_threshold import heavy_enough, threshold_of
from search.models import CommitteeThreshold, MatchProposal
from tests.search.scene import NOW, Scene


def test_without_one_every_pair_is_shown_and_with_one_those_that_reach_it_or_have_no_bits(scene: Scene) -> None:
    pairs = {bits: scene.propose() for bits in (4.0, 8.0, None)}
    with scene.database.transaction() as session:
        for bits, pair in pairs.items():
            session.get_one(MatchProposal, pair).shown_weight = bits
        shown = select(MatchProposal.id).where(heavy_enough(scene.committee))
        assert threshold_of(session, scene.committee) is None
        assert set(session.scalars(shown)) == set(pairs.values())
        for hours, bits in ((0, 9.0), (1, 6.0)):
            said = {"bits": bits, "words_sealed": b"", "made_at": NOW + datetime.timedelta(hours=hours)}
            owner = {"organisation_id": scene.committee, "account_id": scene.reviewers[0].account_id}
            session.add(CommitteeThreshold(id=uuid.uuid4(), **said, **owner))
        session.flush()
        assert threshold_of(session, scene.committee) == 6.0
        assert set(session.scalars(shown)) == {pairs[8.0], pairs[None]}
        assert threshold_of(session, scene.stranger.organisation_id) is None
