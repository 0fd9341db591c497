"""A pair is held for whoever may act on it, and each of its sides is whose it is."""

import uuid

import pytest

from search.access import WORKER, Action, Subject
from search.casework.locked_pairs import locked_proposal, subjects_of
from search.errors import AccessDenied, NotFound
from search.models import MatchProposal, SearchRequest
from tests.search.scene import Scene


def test_a_proposal_is_held_for_its_own_committee_and_looks_missing_to_others(
    scene: Scene,
) -> None:
    proposal = scene.propose()
    with scene.database.transaction() as session:
        assert locked_proposal(session, scene.reviewers[0], Action.JUDGE, proposal).id == proposal
    for actor, asked in ((scene.stranger, proposal), (scene.reviewers[0], uuid.uuid4())):
        with pytest.raises(NotFound, match="not_found"), scene.database.transaction() as session:
            locked_proposal(session, actor, Action.JUDGE, asked)
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        locked_proposal(session, WORKER, Action.JUDGE, proposal)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_each_side_of_a_proposal_belongs_to_who_said_it_and_both_to_the_committee(scene: Scene) -> None:
    with scene.database.reading() as session:
        proposal = session.get_one(MatchProposal, scene.propose())
        of_sought, of_found = subjects_of(session, proposal)
        case = session.get_one(SearchRequest, proposal.request_number).id
    assert of_sought == Subject(case_id=case, committee_id=scene.committee)
    assert of_found == Subject(organisation_id=scene.shelter_id, committee_id=scene.committee, placeless=True)
