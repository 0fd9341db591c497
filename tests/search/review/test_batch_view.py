"""Pairs that fell under the threshold, read one under the other."""

import uuid
from typing import Any

import pytest

from search.access import WORKER
from search.errors import AskedFirst, NotFound
from search.models import MatchProposal
from search.proposing.ranking_anew import rank_unplaced
from search.queue_commands import BatchRow, JudgeBatch
from search.queue_summaries import BatchDone
from search.review.batch_view import judge_batch, read_batch, read_patterns
from search.vocabulary import JudgementReason
from tests.search.scene import NOW, Scene

MARKS, AGE, SEX = (
    ["marks", "far", "disagrees", -20.0],
    ["age", "far", "disagrees", -20.0],
    ["sex", "far", "disagrees", -20.0],
)


def fallen(scene: Scene, *against: list[Any], revision: int = 2) -> uuid.UUID:
    """A pair that weighs little since something new was said."""
    identifier = scene.propose(5.0)
    with scene.database.transaction() as session:
        pair = session.get_one(MatchProposal, identifier)
        pair.evidence = [*pair.evidence, *against]
        pair.match_weight = 5.0 + sum(one[3] for one in against)
        pair.revision = revision
        pair.queue_order = None
    with scene.database.transaction() as session:
        rank_unplaced(session, WORKER, today=NOW.date())
    return identifier


def patterns(scene: Scene, reader: int = 0) -> dict[tuple[str, ...], str]:
    with scene.database.reading() as session:
        found = read_patterns(session, scene.reviewers[reader])
    return {one.against: one.pattern for one in found}


def judged(scene: Scene, pattern: str, *rows: tuple[uuid.UUID, int], reader: int = 0) -> BatchDone:
    kept = tuple(
        BatchRow(proposal_id=pair, seen_revision=revision, reason=JudgementReason.MARKS) for pair, revision in rows
    )
    with scene.database.transaction() as session:
        return judge_batch(session, scene.reviewers[reader], JudgeBatch(pattern=pattern, rows=kept), now=NOW)


def test_pairs_are_put_together_by_what_speaks_against_them(scene: Scene) -> None:
    first, second = fallen(scene, MARKS), fallen(scene, MARKS)
    other = fallen(scene, MARKS, SEX)
    found = patterns(scene)
    assert set(found) == {("birth", "marks"), ("birth", "marks", "sex")}
    with scene.database.transaction() as session:
        batch = read_batch(session, scene.reviewers[0], found["birth", "marks"], now=NOW)
    assert {one.proposal_id for one in batch.pairs} == {first, second}
    assert other not in {one.proposal_id for one in batch.pairs}


@pytest.mark.parametrize("against", [[AGE], [SEX], [AGE, SEX]], ids=["age", "sex", "both"])
def test_by_sex_a_date_or_an_age_alone_none_is_offered(scene: Scene, against: list[list[Any]]) -> None:
    fallen(scene, *against)
    assert patterns(scene) == {}


def test_a_pair_that_never_was_weighed_anew_did_not_fall(scene: Scene) -> None:
    fallen(scene, MARKS, revision=1)
    assert patterns(scene) == {}


def test_each_row_is_a_decision_of_its_own_and_what_changed_is_left(scene: Scene) -> None:
    first, second, third = (fallen(scene, MARKS) for _ in range(3))
    (pattern,) = patterns(scene).values()
    assert judged(scene, pattern, (first, 2), (second, 1)) == BatchDone(kept=1, changed=1)
    states = {identifier: state for identifier, (_, state, _) in scene.proposals().items()}
    assert (states[first], states[second], states[third]) == ("ruled_out", "open", "open")
    with scene.database.transaction() as session:
        batch = read_batch(session, scene.reviewers[0], pattern, now=NOW)
    assert first not in {one.proposal_id for one in batch.pairs}


def test_a_made_up_form_decides_on_no_pair_outside_the_pattern(scene: Scene) -> None:
    inside, otherwise, upright = fallen(scene, MARKS), fallen(scene, MARKS, SEX), scene.propose()
    pattern = patterns(scene)["birth", "marks"]
    said = judged(scene, pattern, (otherwise, 2), (upright, 1))
    assert said == BatchDone(kept=0, changed=2)
    assert judged(scene, pattern, (inside, 2)) == BatchDone(kept=1, changed=0)
    states = {identifier: state for identifier, (_, state, _) in scene.proposals().items()}
    assert (states[otherwise], states[upright]) == ("open", "open")


def test_a_reader_of_another_committee_has_no_batch(scene: Scene) -> None:
    fallen(scene, MARKS)
    (pattern,) = patterns(scene).values()
    with scene.database.transaction() as session, pytest.raises(NotFound):
        read_batch(session, scene.stranger, pattern, now=NOW)


@pytest.mark.usefixtures("readers_practise")
def test_rows_are_read_and_ruled_out_by_whoever_has_practised(scene: Scene) -> None:
    pair = fallen(scene, MARKS)
    (pattern,) = patterns(scene).values()
    with pytest.raises(AskedFirst, match="practice_first"), scene.database.transaction() as session:
        read_batch(session, scene.reviewers[0], pattern, now=NOW)
    with pytest.raises(AskedFirst, match="practice_first"):
        judged(scene, pattern, (pair, 2))
