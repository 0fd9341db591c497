"""The agenda of a meeting: disagreements alone, without a name, and blind for whoever may still be the third reader."""

from dataclasses import replace

import pytest

from search.access import Actor
from search.casework.undo_periods import UNDO
from search.decision_summaries import Agenda
from search.errors import NotFound
from search.review.meeting_agenda import read_agenda
from search.vocabulary import JudgementKind, JudgementReason, RuledOutBy, StaffRole
from tests.search.review.deciding import decide
from tests.search.scene import NOW, Scene


def agenda(scene: Scene, actor: Actor) -> Agenda:
    with scene.database.transaction() as session:
        return read_agenda(session, actor, now=NOW + UNDO)


def test_only_disagreements_stand_there_and_no_name_or_word(scene: Scene) -> None:
    contested, agreed = scene.propose(), scene.propose()
    for pair, second in ((contested, JudgementKind.NEGATIVE), (agreed, JudgementKind.POSITIVE)):
        decide(scene, scene.reviewers[0], pair, JudgementKind.POSITIVE, words="the scar")
        decide(scene, scene.reviewers[1], pair, second, ruled_out_by=frozenset({RuledOutBy.DATES}))
    shown = agenda(scene, scene.reviewers[0])
    assert [one.proposal_id for one in shown.pairs] == [contested]
    (one,) = shown.pairs
    assert [reading.kind for reading in one.readings] == [JudgementKind.POSITIVE, JudgementKind.NEGATIVE]
    assert one.readings[0].reasons == (JudgementReason.NAMES,)
    assert one.readings[1].ruled_out_by == (RuledOutBy.DATES,)
    assert [word for word in ("Invented", "scar", "person0", "Reader 0") if word in repr(shown)] == []


def test_a_third_reader_is_not_told_and_whoever_keeps_the_minutes_is(scene: Scene) -> None:
    pair = scene.propose()
    decide(scene, scene.reviewers[0], pair, JudgementKind.POSITIVE)
    decide(scene, scene.reviewers[1], pair, JudgementKind.NEGATIVE)
    third, keeper = scene.reviewers[2], scene.reviewers[3]
    keeper = replace(keeper, roles=keeper.roles | {StaffRole.COORDINATOR})
    assert [(one.readers, one.readings) for one in agenda(scene, third).pairs] == [(2, ())]
    assert [len(one.readings) for one in agenda(scene, keeper).pairs] == [2]


def test_another_committee_has_nothing_of_it_and_whoever_reads_no_pairs_is_refused(scene: Scene) -> None:
    pair = scene.propose()
    decide(scene, scene.reviewers[0], pair, JudgementKind.POSITIVE)
    decide(scene, scene.reviewers[1], pair, JudgementKind.NEGATIVE)
    assert agenda(scene, scene.stranger).pairs == ()
    for nobody in (scene.shelter, replace(scene.reviewers[0], roles=frozenset({StaffRole.COORDINATOR}))):
        with pytest.raises(NotFound):
            agenda(scene, nobody)
