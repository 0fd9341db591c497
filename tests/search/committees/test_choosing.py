"""A family chooses who reads its case, at once and without a reason."""

import pytest

from search.access import Action, Actor, ActorKind
from search.committee_commands import ChooseCommittee
from search.committees.choosing import choose_committee, committee_name, read_choice
from search.errors import NotFound, Refused
from tests.search.committees.moving import DIGEST
from tests.search.review.reading import audited, queue
from tests.search.scene import NOW, Scene, family_of, sought


def test_the_other_committee_reads_it_from_then_on_and_it_can_be_chosen_back(scene: Scene) -> None:
    scene.propose()
    case = scene.file(sought("Wilmer", 3))
    family = family_of(case)
    for there in (scene.stranger.organisation_id, scene.committee):
        assert there is not None
        with scene.database.transaction() as session:
            command = ChooseCommittee(case_id=case.case_id, committee_id=there, text_digest=DIGEST, language="en")
            choose_committee(session, family, command, now=NOW)
            assert read_choice(session, family, case.case_id).current.committee_id == there
    assert audited(scene, Action.CHOOSE_COMMITTEE) == [str(case.case_id)] * 2
    assert queue(scene).total == 1


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_whoever_reads_a_case_learns_what_its_committee_is_called_and_nobody_else_does(scene: Scene) -> None:
    case, other = scene.file(sought("Wilmer", 3)), scene.file(sought("Nurbek", 4))
    relative = Actor(kind=ActorKind.RELATIVE, case_id=case.case_id)
    with scene.database.reading() as session:
        named = read_choice(session, family_of(case), case.case_id).current.name
        for actor in (family_of(case), relative):
            assert committee_name(session, actor, case.case_id) == named
        with pytest.raises(NotFound):
            committee_name(session, family_of(other), case.case_id)


def test_only_its_own_family_chooses_and_only_after_reading(scene: Scene) -> None:
    case, other = scene.file(sought("Wilmer", 3)), scene.file(sought("Nurbek", 4))
    there = scene.stranger.organisation_id
    assert there is not None
    command = ChooseCommittee(case_id=case.case_id, committee_id=there, text_digest=DIGEST, language="en")
    unread = ChooseCommittee(case_id=case.case_id, committee_id=there, text_digest=b"", language="en")
    same = ChooseCommittee(case_id=case.case_id, committee_id=scene.committee, text_digest=DIGEST, language="en")
    for actor, tried, error in (
        (family_of(other), command, NotFound),
        (scene.reviewers[0], command, NotFound),
        (family_of(case), unread, Refused),
        (family_of(case), same, Refused),
    ):
        with pytest.raises(error), scene.database.transaction() as session:
            choose_committee(session, actor, tried, now=NOW)
