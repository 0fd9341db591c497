"""Which judgements count, and when a pair is settled."""

import datetime
import uuid

import pytest

from search.casework.judgement_rows import counting_judgements, is_settled, judgements_of, last_negative
from search.casework.undo_periods import UNDO
from search.models import Judgement, MatchProposal
from search.vocabulary import JudgementKind
from tests.search.review.deciding import card, decide, withdraw
from tests.search.scene import NOW, Scene

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
POSITIVE, NEGATIVE = JudgementKind.POSITIVE, JudgementKind.NEGATIVE


@pytest.mark.usefixtures("engine_name")
def test_what_was_said_before_new_evidence_counts_no_more() -> None:
    made = [Judgement(id=uuid.uuid4(), kind="negative", revision=number) for number in (2, 3)]
    assert counting_judgements(made) == made
    assert counting_judgements(made, since=2) == [made[1]]
    assert last_negative(made) is made[1]
    assert last_negative([]) is None


def test_a_pair_is_settled_when_two_agreed_and_neither_can_undo_it(scene: Scene) -> None:
    proposal = scene.propose()
    later = NOW + datetime.timedelta(minutes=3)
    decide(scene, scene.reviewers[0], proposal, POSITIVE)
    assert not settled(scene, proposal, NOW + UNDO)
    decide(scene, scene.reviewers[1], proposal, POSITIVE, now=later)
    assert not settled(scene, proposal, NOW + UNDO)
    assert settled(scene, proposal, later + UNDO)
    mine = next(one for one in card(scene, scene.reviewers[0], proposal).decisions.judgements if one.by_me)
    withdraw(scene, scene.reviewers[0], proposal, mine.judgement_id, now=later)
    assert not settled(scene, proposal, later + UNDO)


def test_every_row_is_there_oldest_first(scene: Scene) -> None:
    proposal = scene.propose()
    decide(scene, scene.reviewers[0], proposal, NEGATIVE)
    decide(scene, scene.reviewers[1], proposal, POSITIVE)
    with scene.database.reading() as session:
        assert [one.kind for one in judgements_of(session, proposal)] == ["negative", "positive"]


def settled(scene: Scene, proposal: uuid.UUID, now: datetime.datetime) -> bool:
    with scene.database.reading() as session:
        return is_settled(session, session.get_one(MatchProposal, proposal), now)
