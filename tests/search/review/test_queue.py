"""A committee's queue: the heaviest pair first, in pages, and only what is open to it."""

import pytest

from matching.record import PersonName
from search.access import ANYONE
from search.commands import WithdrawSearch
from search.errors import AccessDenied, NotFound
from search.filing.registering_searches import withdraw_search
from search.finding.looking_up import look_up
from search.queue_commands import LookUp
from search.vocabulary import QueueTab, ReportKind
from tests.search.review.reading import card, queue
from tests.search.scene import NOW, PEOPLE, Scene, family_of, found, sought


def test_the_heaviest_pair_comes_first(scene: Scene) -> None:
    weights = [3.0, 19.0, 7.5]
    proposals = {scene.propose(weight): weight for weight in weights}
    entries = queue(scene).entries
    assert [entry.match_weight for entry in entries] == sorted(weights, reverse=True)
    assert {entry.proposal_id: entry.match_weight for entry in entries} == proposals


def test_the_queue_comes_in_pages_and_each_pair_once(scene: Scene) -> None:
    proposals = {scene.propose(5.0) for _ in range(23)}
    pages = [queue(scene, page=page) for page in (1, 2, 3)]
    assert [len(page.entries) for page in pages] == [20, 3, 0]
    assert {entry.proposal_id for page in pages for entry in page.entries} == proposals
    assert (pages[0].total, pages[0].pages) == (23, 2)


def test_a_page_before_the_first_is_the_first(scene: Scene) -> None:
    proposal = scene.propose()
    assert [entry.proposal_id for entry in queue(scene, page=0).entries] == [proposal]


def test_the_queue_can_be_asked_for_one_state(scene: Scene) -> None:
    scene.propose()
    assert queue(scene, tab=QueueTab.OPEN).total == 1
    assert queue(scene, tab=QueueTab.AGREED).total == 0


def test_a_line_of_the_queue_names_the_sought_and_why_they_may_be_found(scene: Scene) -> None:
    scene.propose()
    (entry,) = queue(scene).entries
    assert entry.sought_name == PersonName("Somebody Invented")
    assert (entry.agreeing, entry.disagreeing, entry.report_kind) == (("names",), ("birth",), ReportKind.SHELTER)


def test_another_committee_s_queue_is_empty(scene: Scene) -> None:
    scene.propose()
    assert queue(scene, scene.stranger).total == 0


def test_a_withdrawn_search_leaves_the_queue_and_nobody_of_the_committee_reads_it(scene: Scene) -> None:
    """Nothing will be compared any more, and nobody will read it."""
    case = scene.file(sought(PEOPLE[0][0]))
    scene.report(found(PEOPLE[0][1]))
    assert scene.match() == 1
    (pair,) = scene.proposals()
    assert card(scene, pair).reference == case.reference
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    assert queue(scene).total == 0
    with pytest.raises(NotFound):
        card(scene, pair)
    with scene.database.transaction() as session:
        for known in (LookUp(reference=case.reference), LookUp(name=PEOPLE[0][0])):
            found_now = look_up(session, scene.reviewers[0], known, now=NOW).found
            assert [one for one in found_now if one.reference] == []


def test_only_reviewers_have_a_queue(scene: Scene) -> None:
    for actor, error in ((ANYONE, AccessDenied), (scene.shelter, NotFound)):
        with pytest.raises(error):
            queue(scene, actor)
