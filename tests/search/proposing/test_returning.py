"""A pair that was ruled out comes back for a revision that changed the evidence, says which, and for nothing else."""

import datetime
import uuid
from dataclasses import replace

import pytest
from sqlalchemy import update

from matching import Engine
from matching.record import Event, PartialDate, Side
from search.commands import Again
from search.models import MatchProposal, Record
from search.vocabulary import JudgementKind, ProposalState, QueueTab, ReportKind, RuledOutBy
from tests.search.review.deciding import card, decide
from tests.search.review.reading import queue
from tests.search.scene import PEOPLE, Scene, found, sought

FIRST_DAY, LATER = datetime.date(2025, 6, 20), datetime.date(2026, 6, 20)
POSITIVE, NEGATIVE = JudgementKind.POSITIVE, JudgementKind.NEGATIVE


@pytest.fixture(params=[ReportKind.SHELTER, ReportKind.MORTUARY], ids=["living", "body"])
def kind(request: pytest.FixtureRequest) -> ReportKind:
    return ReportKind(request.param)


@pytest.fixture
def pair(scene: Scene, kind: ReportKind) -> uuid.UUID:
    """A pair that an engine proposed."""
    scene.file(sought(PEOPLE[2][0], 2))
    report(scene, kind)
    scene.match()
    (proposal,) = scene.proposals()
    return proposal


def report(scene: Scene, kind: ReportKind, day: datetime.date = FIRST_DAY, name: str = PEOPLE[2][1]) -> None:
    """The same person once more, found on a day."""
    sender = scene.mortuary if kind is ReportKind.MORTUARY else scene.shelter
    said = found(name, 2, sender_number="A", kind=kind, again=Again.SAME)
    event = replace(said.found.event or Event(), when=PartialDate(day, day))
    scene.report(replace(said, found=replace(said.found, event=event)), sender)


def rule_out(scene: Scene, pair: uuid.UUID, by: RuledOutBy = RuledOutBy.DATES) -> None:
    for reader in scene.reviewers[:2]:
        decide(scene, reader, pair, NEGATIVE, ruled_out_by=frozenset({by}))
    assert state(scene, pair) is ProposalState.RULED_OUT


def state(scene: Scene, pair: uuid.UUID) -> ProposalState:
    with scene.database.reading() as session:
        return ProposalState(session.get_one(MatchProposal, pair).state)


def test_a_revision_that_changed_the_evidence_brings_it_back_and_says_which(
    scene: Scene, pair: uuid.UUID, kind: ReportKind
) -> None:
    rule_out(scene, pair)
    report(scene, kind, LATER)
    assert scene.match() == 1
    shown = card(scene, scene.reviewers[2], pair)
    assert (shown.state, shown.decisions.may_judge) == (ProposalState.OPEN, True)
    assert queue(scene, tab=QueueTab.RETURNED).total == 1
    assert shown.decisions.returned is not None
    assert shown.decisions.returned.sides == (Side.FOUND,)
    assert "elapsed" in shown.decisions.returned.comparisons
    assert (
        not {"place", "together", "origin"} & set(shown.decisions.returned.comparisons) or kind is ReportKind.MORTUARY
    )
    assert [(one.earlier, one.ruled_out_by) for one in shown.decisions.judgements] == [(True, (RuledOutBy.DATES,))] * 2
    assert shown.decisions.others_decided == 0
    assert decide(scene, scene.reviewers[0], pair, POSITIVE) is ProposalState.AWAITING_SECOND
    with scene.database.reading() as session:
        kept = session.get_one(MatchProposal, pair)
        assert (kept.returned_because or {})["sides"] == ["found"]
    assert queue(scene, tab=QueueTab.AWAITING_SECOND).total == 1


def test_a_revision_that_says_the_same_does_not(scene: Scene, pair: uuid.UUID, kind: ReportKind) -> None:
    rule_out(scene, pair)
    seen = revision(scene, pair)
    report(scene, kind, name=f"{PEOPLE[2][1]} Invented")
    assert scene.match() == 1
    assert state(scene, pair) is ProposalState.RULED_OUT
    assert revision(scene, pair) >= seen


@pytest.mark.parametrize("revised", [False, True], ids=["as it was", "after a revision that says the same"])
def test_another_engine_does_not_whatever_it_weighs(scene: Scene, pair: uuid.UUID, *, revised: bool) -> None:
    with scene.database.transaction() as session:
        row = session.get_one(MatchProposal, pair)
        row.evidence, row.engine_version = [["names", "unlike", "disagrees", -9.0]], "older"
    rule_out(scene, pair)
    if revised:
        with scene.database.transaction() as session:
            session.execute(update(Record).values(revision=Record.revision + 1))
    compare_again(scene)
    assert state(scene, pair) is ProposalState.RULED_OUT
    with scene.database.reading() as session:
        kept = session.get_one(MatchProposal, pair)
        assert (kept.engine_version, kept.returned_because) == (Engine.load().version, None)


def compare_again(scene: Scene) -> None:
    """As another engine does: all is compared once more, though no record is another."""
    with scene.database.transaction() as session:
        session.execute(update(Record).values(matched_version=0))
    assert scene.match() == 1


@pytest.mark.parametrize("by", [RuledOutBy.DNA, RuledOutBy.TEETH, RuledOutBy.FINGERPRINTS])
def test_the_dead_whom_an_examination_ruled_out_stay_so_and_the_card_says_what_is_new(
    scene: Scene, pair: uuid.UUID, kind: ReportKind, by: RuledOutBy
) -> None:
    rule_out(scene, pair, by)
    report(scene, kind, LATER)
    scene.match()
    shown = card(scene, scene.reviewers[2], pair).decisions
    if kind is ReportKind.MORTUARY:
        assert (shown.state, shown.returned) == (ProposalState.RULED_OUT, None)
        assert shown.new_since is not None
        assert "elapsed" in shown.new_since.comparisons
    else:
        assert (shown.state, shown.new_since) == (ProposalState.OPEN, None)


def revision(scene: Scene, pair: uuid.UUID) -> int:
    with scene.database.reading() as session:
        return session.get_one(MatchProposal, pair).revision
