"""A threshold is moved by a coordinator for a reason; open pairs under it leave the list, and come back with it."""

import datetime

import pytest

from search.access import Action, Actor
from search.errors import NotFound, Refused
from search.learning.thresholds import history_of, read_effects, set_threshold
from search.learning_summaries import SetThreshold
from search.vocabulary import ProposalState, QueueTab
from tests.search.committees.moving import coordinating
from tests.search.learning.decided import decided
from tests.search.review.reading import audited, queue
from tests.search.scene import NOW, Scene

WHY = "so that two of us can read them all"


def sets(scene: Scene, bits: float, words: str = WHY, actor: Actor | None = None, *, hours: int = 0) -> None:
    with scene.database.transaction() as session:
        by = actor or coordinating(scene.reviewers[0])
        set_threshold(session, by, SetThreshold(bits=bits, words=words), now=NOW + datetime.timedelta(hours=hours))


def offered(scene: Scene) -> list[float]:
    with scene.database.reading() as session:
        return [one.bits for one in read_effects(session, coordinating(scene.reviewers[0]), now=NOW)]


def test_what_it_brings_and_costs_is_counted_over_the_pairs_of_now(scene: Scene) -> None:
    own = offered(scene)[0]
    decided(scene, 2, own + 1.0, ProposalState.OPEN)
    decided(scene, 1, own + 9.0, ProposalState.OPEN)
    decided(scene, 1, own + 0.5, ProposalState.AGREED)
    with scene.database.reading() as session:
        effects = read_effects(session, coordinating(scene.reviewers[0]), now=NOW)
    first, two = effects[0], effects[2]
    assert (first.left_out, first.still_shown, first.right_among, first.agreed_under) == (0, 3, 0, 0)
    assert (two.left_out, two.still_shown, two.agreed_under) == (2, 1, 1)
    assert two.right_among == pytest.approx(2 / (1 + 2 ** -(own + 1.0)))


def test_open_pairs_under_it_leave_the_list_of_this_committee_and_come_back(scene: Scene) -> None:
    own, _, two, *_ = offered(scene)
    decided(scene, 2, own + 1.0, ProposalState.OPEN)
    decided(scene, 1, own + 0.5, ProposalState.RULED_OUT)
    sets(scene, two)
    assert queue(scene).total == 0
    assert queue(scene, tab=QueueTab.RULED_OUT).total == 1
    sets(scene, own, "we are three now and can read them all", hours=1)
    assert queue(scene).total == 2
    with scene.database.reading() as session:
        told = {(one.bits, one.words, one.by) for one in history_of(session, scene.committee)}
    assert told == {(two, WHY, "Reader 0"), (own, "we are three now and can read them all", "Reader 0")}
    assert len(audited(scene, Action.SET_THRESHOLD)) == 2


def test_one_that_is_not_offered_and_one_without_a_reason_are_refused_and_readers_set_none(scene: Scene) -> None:
    own = offered(scene)[0]
    for bits, words in ((own - 1, WHY), (float("nan"), WHY), (own, "x x x")):
        with pytest.raises(Refused):
            sets(scene, bits, words)
    for actor in (scene.reviewers[0], coordinating(scene.shelter)):
        with pytest.raises(NotFound):
            sets(scene, own, actor=actor)
