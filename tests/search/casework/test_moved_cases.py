"""A case that moves takes its pairs with it, and says of what its family agreed to."""

import uuid

import pytest
from sqlalchemy import select

from search.casework.moved_cases import Agreed, held_case, move_to
from search.errors import NotFound, Refused
from search.models import CaseMove, MatchProposal, SearchRequest
from tests.search.committees.moving import DIGEST, TODAY
from tests.search.scene import NOW, Scene


def test_its_pairs_go_along_and_the_move_keeps_text_language_and_day(scene: Scene) -> None:
    scene.propose()
    there = scene.stranger.organisation_id
    assert there is not None
    with scene.database.transaction() as session:
        request = held_case(session, session.scalars(select(SearchRequest)).one())
        for where, text, error in (
            (there, b"short", Refused),
            (scene.committee, DIGEST, Refused),
            (uuid.uuid4(), DIGEST, NotFound),
        ):
            with pytest.raises(error):
                move_to(session, request, where, Agreed(text_digest=text, language="ar", on=TODAY), now=NOW)
        move_to(session, request, there, Agreed(text_digest=DIGEST, language="ar", on=TODAY), now=NOW)
        move = session.scalars(select(CaseMove)).one()
        assert (move.from_id, move.to_id, move.language, move.agreed_on) == (scene.committee, there, "ar", TODAY)
        assert {request.committee_id, session.scalars(select(MatchProposal.committee_id)).one()} == {there}
