"""A pair is stored once; only one that weighs otherwise goes on to its next revision, and its state stays."""

import uuid

import pytest
from sqlalchemy import select

from matching import Evidence, Outcome, ScoredPair
from search.models import MatchProposal
from search.proposing.weighed_pairs import WeighedPair, store_weighed, weighed_columns
from search.vocabulary import ProposalState
from tests.search.scene import NOW, Scene, found, sought
from tests.search.travellers import number_of

IDS = [uuid.UUID(int=at) for at in range(1, 4)]


@pytest.fixture
def pairs(scene: Scene) -> dict[uuid.UUID, WeighedPair]:
    """Three pairs of one search, none of them stored."""
    search = number_of(scene, scene.file(sought("Tesfalem")).case_id)
    reports = [
        number_of(scene, scene.report(found("Tesfalem", at, sender_number=f"S{at}")).report_id) for at in range(3)
    ]
    return {
        identifier: WeighedPair(
            {"request_number": search, "report_number": report, "committee_id": scene.committee, "entry_date": NOW},
            weighed(8.0),
        )
        for identifier, report in zip(IDS, reports, strict=True)
    }


def weighed(weight: float) -> dict[str, object]:
    evidence = (
        Evidence("names", "same", Outcome.AGREES, weight - 1.00049),
        Evidence("height", "unknown", Outcome.BLANK, 0.0),
        Evidence("birth", "far", Outcome.DISAGREES, -2.0),
    )
    columns = weighed_columns(ScoredPair(weight, 0.5, evidence), "by hand")
    return columns | {"request_version": 1, "report_version": 1}


def store(scene: Scene, pairs: dict[uuid.UUID, WeighedPair]) -> int:
    with scene.database.transaction() as session:
        return store_weighed(session, MatchProposal, pairs).count


def kept(scene: Scene) -> dict[uuid.UUID, tuple[float, int, str]]:
    with scene.database.reading() as session:
        return {row.id: (row.match_weight, row.revision, row.state) for row in session.scalars(select(MatchProposal))}


def test_new_pairs_are_open_and_of_the_first_revision(scene: Scene, pairs: dict[uuid.UUID, WeighedPair]) -> None:
    assert store(scene, pairs) == 3
    assert kept(scene) == dict.fromkeys(IDS, (8.0, 1, "open"))


def test_storing_again_what_weighs_the_same_changes_nothing(scene: Scene, pairs: dict[uuid.UUID, WeighedPair]) -> None:
    store(scene, pairs)
    before = kept(scene)
    assert store(scene, pairs) == 0
    assert kept(scene) == before


def test_a_pair_that_weighs_otherwise_is_of_the_next_revision_and_keeps_its_state(
    scene: Scene, pairs: dict[uuid.UUID, WeighedPair]
) -> None:
    store(scene, {one: pairs[one] for one in IDS[:2]})
    with scene.database.transaction() as session:
        session.get_one(MatchProposal, IDS[0]).state = ProposalState.RULED_OUT.value
    heavier = WeighedPair(pairs[IDS[0]].pair, weighed(9.0))
    assert store(scene, pairs | {IDS[0]: heavier}) == 2
    assert kept(scene) == {IDS[0]: (9.0, 2, "ruled_out"), IDS[1]: (8.0, 1, "open"), IDS[2]: (8.0, 1, "open")}


def test_of_whom_a_pair_is_never_changes(scene: Scene, pairs: dict[uuid.UUID, WeighedPair]) -> None:
    store(scene, pairs)
    another = WeighedPair({**pairs[IDS[0]].pair, "committee_id": uuid.uuid4()}, pairs[IDS[0]].weighed)
    assert store(scene, {IDS[0]: another}) == 0
    with scene.database.reading() as session:
        assert session.get_one(MatchProposal, IDS[0]).committee_id == scene.committee


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_nothing_is_asked_for_no_pairs(scene: Scene) -> None:
    assert store(scene, {}) == 0


def test_evidence_is_kept_in_codes_and_rounded_bits_and_what_is_blank_is_not() -> None:
    columns = weighed(8.0)
    assert columns["evidence"] == [["names", "same", "agrees", 7.0], ["birth", "far", "disagrees", -2.0]]
    assert (columns["match_weight"], columns["match_probability"], columns["engine_version"]) == (8.0, 0.5, "by hand")
