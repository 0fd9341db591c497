"""A proposal among others: rivals are counted, the reporter may what the family says."""

import uuid

import pytest

from search.models import MatchProposal
from search.review.proposal_context import competitors_of, reporter_may
from search.vocabulary import ConsentPurpose, ProposalState, ReportKind
from tests.search.consents_given import give, one, take_back, yes_to
from tests.search.review.reading import queue
from tests.search.scene import PEOPLE, Scene, found, sought
from tests.search.travellers import number_of, pair


def test_competitors_are_the_other_pairs_of_the_same_search(scene: Scene) -> None:
    scene.file(sought(PEOPLE[1][0], 1))
    for number in range(3):
        scene.report(found(PEOPLE[1][1], 1, sender_number=f"S{number}"))
    scene.match()
    assert {entry.competitors for entry in queue(scene).entries} == {2}


def test_a_rival_that_was_ruled_out_or_that_weighs_too_little_does_not_count(scene: Scene) -> None:
    search = number_of(scene, scene.file(sought("Tesfalem")).case_id)
    first, heavy, light = (
        pair(scene, search, number_of(scene, scene.report(found("T", sender_number=f"S{weight}")).report_id), weight)
        for weight in (9.0, 8.0, 2.0)
    )
    assert competitors(scene, first, least=8.0) == 1
    assert competitors(scene, first, least=2.0) == 2
    with scene.database.transaction() as session:
        session.get_one(MatchProposal, heavy).state = ProposalState.RULED_OUT.value
    assert competitors(scene, first, least=2.0) == competitors(scene, light, least=2.0) == 1


def competitors(scene: Scene, proposal: uuid.UUID, least: float) -> int:
    with scene.database.reading() as session:
        return competitors_of(session, session.get_one(MatchProposal, proposal), least)


@pytest.mark.parametrize(
    ("body", "purpose"), [(False, ConsentPurpose.NAMING), (True, ConsentPurpose.FORENSIC)], ids=["living", "body"]
)
def test_what_the_family_lets_the_reporter_do_is_what_it_says_at_that_moment(
    scene: Scene, *, body: bool, purpose: ConsentPurpose
) -> None:
    case = scene.file(sought("Tesfalem"))
    sender = scene.mortuary if body else scene.shelter
    report = scene.report(found("T", kind=ReportKind.MORTUARY if body else ReportKind.SHELTER), sender)
    proposal = pair(scene, number_of(scene, case.case_id), number_of(scene, report.report_id), 9.0)
    assert sender.organisation_id is not None
    given = yes_to(one(sender.organisation_id), purpose)
    if not body:
        give(scene.database, case, yes_to(one(sender.organisation_id), ConsentPurpose.SHARING))
    seen = [allowed(scene, proposal)]
    give(scene.database, case, given)
    seen.append(allowed(scene, proposal))
    take_back(scene.database, case, given)
    seen.append(allowed(scene, proposal))
    # Of somebody living the answer would tell which organisation met them.
    assert seen == [(purpose, False), (purpose, body), (purpose, False)]


def allowed(scene: Scene, proposal: uuid.UUID) -> tuple[ConsentPurpose, bool]:
    with scene.database.reading() as session:
        return reporter_may(session, session.get_one(MatchProposal, proposal))
