"""Who has a pair open."""

import datetime
import uuid

from search.access import Actor
from search.commands import OpenCard
from search.queue_commands import ReadQueue
from search.review.card import open_card
from search.review.claiming import LASTS, release
from search.review.queue import next_pair
from search.vocabulary import JudgementKind
from tests.search.review.deciding import decide
from tests.search.review.reading import queue
from tests.search.scene import NOW, Scene

LATER = NOW + LASTS + datetime.timedelta(seconds=1)


def opened(scene: Scene, pair: uuid.UUID, actor: Actor, now: datetime.datetime = NOW) -> datetime.datetime | None:
    with scene.database.transaction() as session:
        return open_card(session, actor, OpenCard(proposal_id=pair), now=now).held_until


def following(scene: Scene, actor: Actor, now: datetime.datetime = NOW, after: uuid.UUID | None = None) -> object:
    with scene.database.reading() as session:
        return next_pair(session, actor, ReadQueue(), after=after, now=now)


def test_the_next_pair_is_none_that_another_has_open(scene: Scene) -> None:
    first, second = scene.propose(19.0), scene.propose(5.0)
    assert queue(scene).total == 2
    ana, berta = scene.reviewers[:2]
    assert following(scene, ana) == first
    assert opened(scene, first, ana) is None
    assert following(scene, berta) == second
    assert following(scene, ana) == first
    assert following(scene, berta, LATER) == first


def test_a_second_reader_is_told_until_when_and_kept_out_of_nothing(scene: Scene) -> None:
    pair = scene.propose()
    ana, berta = scene.reviewers[:2]
    opened(scene, pair, ana)
    assert opened(scene, pair, berta) == NOW + LASTS
    assert queue(scene, berta).entries[0].held_until == NOW + LASTS
    assert queue(scene, ana).entries[0].held_until is None
    assert opened(scene, pair, berta, LATER) is None
    assert opened(scene, pair, ana, LATER) == LATER + LASTS


def test_whoever_leaves_a_pair_to_others_frees_it_and_nobody_frees_another_s(scene: Scene) -> None:
    pair = scene.propose()
    queue(scene)
    ana, berta = scene.reviewers[:2]
    opened(scene, pair, ana)
    with scene.database.transaction() as session:
        release(session, berta, pair, now=NOW)
    assert following(scene, berta) is None
    with scene.database.transaction() as session:
        release(session, ana, pair, now=NOW)
    assert following(scene, berta) == pair


def test_one_goes_on_behind_the_pair_that_was_just_read(scene: Scene) -> None:
    pairs = [scene.propose(weight) for weight in (19.0, 12.0, 5.0)]
    assert [entry.proposal_id for entry in queue(scene).entries] == pairs
    ana = scene.reviewers[0]
    assert following(scene, ana, after=pairs[0]) == pairs[1]
    assert following(scene, ana, after=pairs[2]) is None


def test_whoever_decided_has_the_pair_open_no_more_even_after_another_look(scene: Scene) -> None:
    pair = scene.propose()
    queue(scene)
    ana, berta = scene.reviewers[:2]
    opened(scene, pair, ana)
    decide(scene, ana, pair, JudgementKind.POSITIVE)
    assert opened(scene, pair, ana) is None
    assert opened(scene, pair, berta) is None
    assert opened(scene, pair, ana) == NOW + LASTS
