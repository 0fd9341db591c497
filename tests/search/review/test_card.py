"""A card shows both sides with the evidence, no number of anybody, and is audited when it is opened."""

import dataclasses
import datetime
import uuid

import pytest
from sqlalchemy import func, select

from matching.record import PersonName
from search.access import Action, Actor
from search.commands import Again, JudgeProposal
from search.errors import NotFound, SealBroken
from search.models import MatchProposal, Section
from search.review.judging_proposals import judge
from search.vocabulary import JudgementKind, JudgementReason, ProposalState
from tests.search.review.reading import audited, card, request_number
from tests.search.scene import NOW, PEOPLE, Scene, at, document_of, found, phone_of, sought, street


def test_a_card_shows_both_sides_with_the_evidence(scene: Scene) -> None:
    shown = card(scene, matched(scene))
    assert (shown.sought.names, shown.found.names) == ((PersonName(PEOPLE[1][0]),), (PersonName(PEOPLE[1][1]),))
    assert shown.prior_weight + sum(one.weight for one in shown.evidence) == pytest.approx(shown.match_weight, abs=0.05)
    assert any(one.parts for one in shown.evidence if one.comparison == "names")
    assert shown.found_date == datetime.date(2025, 6, 20)
    assert (shown.decisions.may_judge, shown.decisions.awaits_second, shown.state) == (True, False, ProposalState.OPEN)


def test_a_card_shows_no_number_of_anybody(scene: Scene) -> None:
    shown = card(scene, matched(scene))
    agreeing = {one.comparison for one in shown.evidence if one.weight > 0}
    assert {"phones", "documents"} <= agreeing
    numbers = (phone_of(1).lstrip("+"), document_of(1), "50361000001")
    assert [number for number in numbers if number in repr(shown)] == []


def test_a_card_shows_no_street_where_a_living_person_was_met(scene: Scene) -> None:
    scene.file(sought(PEOPLE[1][0], 1))
    report = found(PEOPLE[1][1], 1)
    scene.report(dataclasses.replace(report, found=dataclasses.replace(report.found, event=at(street()))))
    scene.match()
    (proposal,) = scene.proposals()
    shown = repr(card(scene, proposal))
    assert [word for word in ("Calle Falsa", "14.90347", "92.25744") if word in shown] == []
    assert "Tapachula" not in repr(card(scene, proposal).found)


def test_that_a_card_was_opened_is_audited(scene: Scene) -> None:
    proposal = scene.propose()
    card(scene, proposal)
    card(scene, proposal, scene.reviewers[1])
    assert audited(scene, Action.OPEN_CARD) == [str(proposal)] * 2


def test_a_card_that_was_refused_was_not_opened(scene: Scene) -> None:
    proposal = scene.propose()
    with pytest.raises(NotFound):
        card(scene, proposal, scene.stranger)
    assert audited(scene, Action.OPEN_CARD) == []


def test_evidence_of_records_that_changed_since_is_shown_as_it_was_proposed(scene: Scene) -> None:
    proposal = matched(scene)
    before = card(scene, proposal)
    scene.report(found("Another Name Altogether", 9, sender_number="S", again=Again.SAME))
    stored = card(scene, proposal).evidence
    assert [(one.comparison, one.weight) for one in stored] == [
        (one.comparison, one.weight) for one in before.evidence if one.outcome.value != "blank"
    ]
    assert not any(one.parts for one in stored)


def test_sections_swapped_between_records_do_not_open(scene: Scene) -> None:
    first, second = scene.propose(), scene.propose()
    numbers = [request_number(scene, first), request_number(scene, second)]
    with scene.database.transaction() as session:
        descriptions = select(Section).where(Section.record_number.in_(numbers), Section.kind == "description")
        one, other = session.scalars(descriptions).all()
        one.sealed, other.sealed = other.sealed, one.sealed
    for proposal in (first, second):
        with pytest.raises(SealBroken, match="seal_broken"):
            card(scene, proposal)


def test_a_card_asks_whoever_has_not_judged_without_telling_what_others_said(scene: Scene) -> None:
    proposal = scene.propose()
    first, second, third = scene.reviewers[:3]
    agree(scene, proposal, first)
    mine, other = card(scene, proposal, first).decisions, card(scene, proposal, second).decisions
    assert (mine.may_judge, other.may_judge, other.awaits_second) == (False, True, True)
    assert (other.judgements, other.others_decided) == ((), 1)
    assert [(one.by, one.by_me, one.words) for one in mine.judgements] == [("Reader 0", True, "the scar")]
    agree(scene, proposal, second)
    agreed = card(scene, proposal, third)
    assert (agreed.state, len(agreed.decisions.judgements)) == (ProposalState.AGREED, 2)


def agree(scene: Scene, proposal: uuid.UUID, reviewer: Actor) -> None:
    seen = card(scene, proposal, reviewer).revision
    command = JudgeProposal(
        proposal_id=proposal,
        seen_revision=seen,
        kind=JudgementKind.POSITIVE,
        reasons=frozenset({JudgementReason.NAMES}),
        words="the scar",
    )
    with scene.database.transaction() as session:
        judge(session, reviewer, command, now=NOW)


def matched(scene: Scene) -> uuid.UUID:
    scene.file(sought(PEOPLE[1][0], 1))
    scene.report(found(PEOPLE[1][1], 1, sender_number="S"))
    scene.match()
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(MatchProposal)).scalar_one() == 1
    return next(iter(scene.proposals()))
