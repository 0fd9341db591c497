"""A case that is worked at without a pair is there for its committee alone, and for nobody who left it to others."""

import uuid

import pytest
from sqlalchemy import select

from search.access import Action, Actor, ActorKind
from search.casework.conflicts import leaves
from search.casework.open_cases import open_case
from search.casework.talks import read_untalked
from search.commands import WithdrawSearch
from search.errors import NotFound
from search.filing.registering_searches import withdraw_search
from search.models import ConflictAnswer, SearchRequest
from tests.search.scene import NOW, Scene, sought


def opened(scene: Scene, actor: Actor, case_id: uuid.UUID) -> uuid.UUID:
    with scene.database.reading() as session:
        return open_case(session, actor, Action.RECORD_TALK, case_id).id


def test_it_is_there_for_its_committee_while_the_family_searches(scene: Scene) -> None:
    case = scene.file(sought("Somebody Invented")).case_id
    assert opened(scene, scene.reviewers[0], case) == case
    for actor, of in ((scene.stranger, case), (scene.reviewers[0], uuid.uuid4())):
        with pytest.raises(NotFound):
            opened(scene, actor, of)
    with scene.database.transaction() as session:
        withdraw_search(session, Actor(kind=ActorKind.FAMILY, case_id=case), WithdrawSearch(case_id=case), now=NOW)
    with pytest.raises(NotFound):
        opened(scene, scene.reviewers[0], case)


def test_whoever_left_it_to_others_does_not_find_it_and_is_not_asked_to_speak_with_its_family(scene: Scene) -> None:
    case = scene.file(sought("Somebody Invented")).case_id
    reader, other = scene.reviewers[:2]
    assert reader.account_id is not None
    with scene.database.transaction() as session:
        number = session.scalars(select(SearchRequest.number).where(SearchRequest.id == case)).one()
        mark = leaves(session, reader.account_id)
        session.add(ConflictAnswer(id=uuid.uuid4(), record_number=number, mark=mark, until=NOW))
    with pytest.raises(NotFound):
        opened(scene, reader, case)
    assert opened(scene, other, case) == case
    with scene.database.reading() as session:
        assert [len(read_untalked(session, one).cases) for one in (reader, other)] == [0, 1]
