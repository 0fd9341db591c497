"""A coordinator learns that another committee reads a pair with the same report, and nothing else of it."""

import datetime

import pytest

from search.access import OPERATOR
from search.accounts.organisations import find_or_add_organisation
from search.casework.undo_periods import UNDO
from search.committees.coordination import read_coordination
from search.errors import AccessDenied, NotFound
from search.models import MatchProposal
from search.vocabulary import JudgementKind, OrganisationKind, ProposalState
from tests.search.committees.moving import coordinating
from tests.search.review.deciding import decide
from tests.search.scene import NOW, Scene, found, sought
from tests.search.travellers import number_of, pair


def shared(scene: Scene, now: datetime.datetime = NOW) -> tuple[str, ...]:
    with scene.database.reading() as session:
        return read_coordination(session, coordinating(scene.reviewers[0]), now=now).shared


def test_one_and_five_pairs_elsewhere_are_told_alike_and_none_and_a_ruled_out_one_not(scene: Scene) -> None:
    elsewhere = scene.stranger.organisation_id
    assert elsewhere is not None
    mine = scene.file(sought("Tesfalem"))
    report = number_of(scene, scene.report(found("T")).report_id)
    pair(scene, number_of(scene, mine.case_id), report, 9.0)
    assert shared(scene) == ()
    others = []
    for n in range(1, 6):
        theirs = pair(scene, number_of(scene, scene.file(sought("Nurbek", n)).case_id), report, 9.0)
        with scene.database.transaction() as session:
            session.get_one(MatchProposal, theirs).committee_id = elsewhere
        others.append(theirs)
        assert shared(scene) == (mine.reference,)
    with scene.database.transaction() as session:
        for theirs in others:
            session.get_one(MatchProposal, theirs).state = ProposalState.RULED_OUT.value
    assert shared(scene) == ()


@pytest.mark.parametrize("first", [JudgementKind.NEGATIVE, JudgementKind.POSITIVE])
def test_what_a_decision_came_to_is_told_once_it_cannot_be_undone(scene: Scene, first: JudgementKind) -> None:
    mine = scene.propose()
    with scene.database.reading() as session:
        report = session.get_one(MatchProposal, mine).report_number
    theirs = pair(scene, number_of(scene, scene.file(sought("Nurbek", 3)).case_id), report, 9.0)
    elsewhere = scene.stranger.organisation_id
    assert elsewhere is not None
    with scene.database.transaction() as session:
        session.get_one(MatchProposal, theirs).committee_id = elsewhere
    for reader, kind in zip(scene.reviewers, (first, JudgementKind.NEGATIVE), strict=False):
        decide(scene, reader, mine, kind)
    assert len(shared(scene)) == 1
    assert len(shared(scene, NOW + UNDO)) == (first is JudgementKind.POSITIVE)


def test_whoever_only_reads_learns_nothing_and_of_another_committee_a_coordinator_only_the_own(scene: Scene) -> None:
    for other in (scene.reviewers[0], scene.shelter, OPERATOR):
        with pytest.raises((NotFound, AccessDenied)), scene.database.reading() as session:
            read_coordination(session, other, now=NOW)
    with scene.database.transaction() as session:
        find_or_add_organisation(session, "Third Committee (invented)", OrganisationKind.COMMITTEE)
    with scene.database.reading() as session:
        found_there = read_coordination(session, coordinating(scene.stranger), now=NOW)
    assert found_there.own is not None
    assert found_there.own.name == "Second Committee (invented)"
    assert len(found_there.others) == 2
