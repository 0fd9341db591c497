"""How often a weight turned out true is told from five pairs on, roughly, and of the own committee alone."""

import datetime

import pytest
from sqlalchemy import select

from search.access import Actor
from search.casework.undo_periods import UNDO
from search.errors import NotFound
from search.learning.thresholds import read_effects
from search.learning.weights_seen import how_many, read_learning
from search.learning_summaries import HowMany, Learning
from search.models import Judgement, MatchProposal
from search.vocabulary import JudgementKind, ProposalState
from tests.search.committees.moving import coordinating
from tests.search.learning.decided import decided
from tests.search.review.deciding import decide
from tests.search.scene import NOW, Scene


def learning(scene: Scene, actor: Actor | None = None, now: datetime.datetime = NOW + UNDO) -> Learning:
    with scene.database.reading() as session:
        return read_learning(session, actor or scene.reviewers[0], now=now)


def test_a_cell_tells_tenths_by_source_and_by_language_once_five_pairs_stand_behind_it(scene: Scene) -> None:
    decided(scene, 3, 12.0, ProposalState.AGREED)
    decided(scene, 1, 12.0, ProposalState.RULED_OUT)
    assert learning(scene).by_source == learning(scene).by_language == ()
    decided(scene, 1, 14.9, ProposalState.AGREED, language="fr")
    decided(scene, 4, 3.0, ProposalState.OPEN)
    shown = learning(scene)
    (row,) = shown.by_source
    assert row.code == "shelter"
    assert [(cell.least, cell.tenths, cell.pairs) for cell in row.cells if cell.tenths is not None] == [
        (10, 8, HowMany.FIVE)
    ]
    assert shown.by_language == ()
    assert learning(scene, scene.stranger).by_source == ()


def test_numbers_are_rough_so_that_one_pair_more_seldom_shows() -> None:
    assert [how_many(pairs) for pairs in (4, 5, 9, 10, 49, 50)] == [
        None, HowMany.FIVE, HowMany.FIVE, HowMany.TEN, HowMany.TWENTY, HowMany.FIFTY,
    ]  # fmt: skip


def test_the_reasons_of_contested_pairs_are_told_from_five_on(scene: Scene) -> None:
    decided(scene, 5, 12.0, ProposalState.DISAGREED)
    with scene.database.transaction() as session:
        for pair in session.scalars(select(MatchProposal)).all():
            for reader, (kind, reason) in enumerate(
                ((JudgementKind.POSITIVE, "names"), (JudgementKind.NEGATIVE, "marks")), start=1
            ):
                session.add(
                    Judgement(
                        id=pair.id.__class__(int=pair.id.int ^ reader),
                        proposal_id=pair.id,
                        account_id=scene.reviewers[reader].account_id,
                        kind=kind.value,
                        reasons=[reason],
                        words_sealed=b"",
                        engine_version="by hand",
                        revision=1 + reader,
                        made_at=NOW,
                    )
                )
    told = [(one.kind, one.reason.value, one.pairs) for one in learning(scene).disagreements]
    assert told == [
        (JudgementKind.POSITIVE, "names", HowMany.FIVE), (JudgementKind.NEGATIVE, "marks", HowMany.FIVE),
    ]  # fmt: skip
    # While they can be undone whoever judged last would read here what the other said.
    assert learning(scene, now=NOW).disagreements == ()


@pytest.mark.parametrize("first", [JudgementKind.POSITIVE, JudgementKind.NEGATIVE])
def test_what_can_be_undone_is_in_no_number_yet(scene: Scene, first: JudgementKind) -> None:
    decided(scene, 4, 12.0, ProposalState.AGREED)
    pair = scene.propose(12.0)
    with scene.database.transaction() as session:
        session.get_one(MatchProposal, pair).shown_weight = 12.0
    for reader, kind in zip(scene.reviewers, (first, JudgementKind.POSITIVE), strict=False):
        decide(scene, reader, pair, kind)
    seen = []
    for moment in (NOW, NOW + UNDO):
        with scene.database.reading() as session:
            effects = read_effects(session, coordinating(scene.reviewers[1]), now=moment)
        seen.append((learning(scene, now=moment).by_source != (), effects[-1].agreed_under))
    settled = first is JudgementKind.POSITIVE
    assert seen[0][0] is False
    assert seen[1][0] is settled
    assert seen[1][1] - seen[0][1] in (0, 1 if settled else 0)


def test_nobody_else_reads_it(scene: Scene) -> None:
    with pytest.raises(NotFound):
        learning(scene, scene.shelter)
