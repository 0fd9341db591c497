"""Whatever waits is compared, from whichever side it came, once; and comparing again proposes nothing twice."""

import dataclasses
import threading
import uuid

import pytest
from sqlalchemy import Select, delete, func, select, update

from matching import Engine
from search.access import ANYONE, WORKER
from search.accounts.audit_walk import verify_chain
from search.commands import WithdrawSearch
from search.errors import AccessDenied
from search.filing.registering_searches import reopen_search, withdraw_search
from search.models import MatchProposal, Record, RecordKey
from search.proposing.comparing import ProposingPolicy, compare_record
from search.proposing.storing_proposals import next_unmatched, propose
from search.proposing.worker import Worker
from search.records.change_numbers import next_version
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow
from tests.search.scene import NOW, PEOPLE, Scene, family_of, found, sought

pytestmark = pytest.mark.slow

PAIRS = len(PEOPLE)


def test_every_person_is_proposed_for_their_search_across_scripts(scene: Scene) -> None:
    scene.populate(PAIRS)
    scene.match()
    assert {(number, number) for number in range(PAIRS)} <= set(pairs(scene))


def test_it_does_not_matter_which_side_came_first(scene: Scene) -> None:
    for number, (name, other) in enumerate(PEOPLE):
        scene.file(sought(name, number))
        scene.report(found(other, number, sender_number=str(number)))
    scene.match()
    at_once = pairs(scene)
    start_again(scene)
    compare_only(scene, "found")
    compare_only(scene, "sought")
    assert pairs(scene) == at_once
    assert len(at_once) >= PAIRS


@pytest.mark.parametrize("first", ["search", "report"])
def test_what_comes_second_meets_what_came_first(scene: Scene, first: str) -> None:
    name, other = PEOPLE[0]
    for side in ("search", "report") if first == "search" else ("report", "search"):
        if side == "search":
            scene.file(sought(name))
        else:
            scene.report(found(other))
        scene.match()
    ((weight, state, _),) = scene.proposals().values()
    assert weight > Engine.load().proposal_threshold
    assert state == "open"


def test_nothing_waits_after_matching_and_matching_again_changes_nothing(scene: Scene) -> None:
    scene.populate(PAIRS)
    scene.match()
    before = stored(scene)
    assert Worker(scene.database, lambda: NOW).match_batch().records == 0
    assert scene.match() == 0
    assert stored(scene) == before


def test_comparing_everything_again_gives_the_same_proposals(scene: Scene) -> None:
    scene.populate(PAIRS)
    scene.match()
    before = scene.proposals()
    with scene.database.transaction() as session:
        session.execute(update(Record).values(matched_version=0))
    scene.match()
    assert scene.proposals() == before


def test_a_changed_report_is_weighed_anew_under_the_same_id_and_its_card_must_be_read_again(scene: Scene) -> None:
    scene.file(sought(PEOPLE[2][0], 2))
    scene.report(found(PEOPLE[2][1], 2, sender_number="S"))
    scene.match()
    before = stored(scene)
    scene.report(found(PEOPLE[2][0], 2, sender_number="S"))
    scene.match()
    ((identifier, (weight, revision)),) = before.items()
    assert stored(scene)[identifier][0] > weight
    assert stored(scene)[identifier][1] == revision + 1


def test_a_withdrawn_search_is_not_compared_until_it_is_opened_again(scene: Scene) -> None:
    case = scene.file(sought(PEOPLE[0][0]))
    command = WithdrawSearch(case_id=case.case_id)
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), command, now=NOW)
    scene.report(found(PEOPLE[0][1]))
    assert scene.match() == 0
    with scene.database.transaction() as session:
        reopen_search(session, family_of(case), command, now=NOW)
    assert scene.match() == 1


def test_a_record_whose_key_was_destroyed_is_passed_over_and_stops_nobody(scene: Scene) -> None:
    receipt = scene.report(found(PEOPLE[0][1]))
    scene.file(sought(PEOPLE[0][0]))
    erased = select(Record.number).where(Record.id == receipt.report_id)
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey).where(RecordKey.record_number == erased.scalar_subquery()))
    assert scene.match() == 0
    scene.report(found(PEOPLE[0][1], sender_number="again"))
    assert scene.match() == 1


def test_strangers_are_not_proposed_for_each_other(scene: Scene) -> None:
    scene.file(sought(PEOPLE[0][0], 0))
    other = found(PEOPLE[4][1], 14)
    scene.report(dataclasses.replace(other, found=dataclasses.replace(other.found, marks=())))
    scene.match()
    assert scene.proposals() == {}


def test_for_a_measurement_the_best_pairs_are_kept_whatever_their_weight(scene: Scene) -> None:
    scene.populate(PAIRS)
    scene.match(ProposingPolicy(threshold=1000.0, best_per_request=1))
    kept = pairs(scene)
    assert sorted(kept) == [(number, number) for number in range(PAIRS)]


def test_evidence_is_stored_as_codes_and_bits(scene: Scene) -> None:
    scene.populate(2)
    scene.match()
    for _, _, evidence in scene.proposals().values():
        for comparison, level, outcome, weight in evidence:
            assert f"{comparison}{level}{outcome}".replace("_", "").isalnum()
            assert isinstance(weight, float)


def test_only_the_worker_proposes(scene: Scene) -> None:
    scene.populate(1)
    with scene.database.transaction() as session:
        records = PreparedRecords(Engine.load())
        (record,) = next_unmatched(session, limit=1)
        for actor in (scene.reviewers[0], scene.shelter, ANYONE):
            with pytest.raises(AccessDenied):
                compare_record(session, actor, record, records)
        compared = compare_record(session, WORKER, record, records)
        for actor in (scene.reviewers[0], scene.shelter, ANYONE):
            with pytest.raises(AccessDenied):
                propose(session, actor, [compared], now=NOW)


def test_what_changed_while_it_was_compared_is_not_marked_as_matched(scene: Scene) -> None:
    """A family adds to its search between the comparing and the storing: the search goes on waiting."""
    scene.populate(1)
    with scene.database.reading() as session:
        (record,) = next_unmatched(session, limit=1)
        compared = compare_record(session, WORKER, record, PreparedRecords(Engine.load()))
    with scene.database.transaction() as session:
        session.execute(update(Record).where(Record.number == record.number).values(version=next_version(session)))
    with scene.database.transaction() as session:
        assert propose(session, WORKER, [compared], now=NOW) == 0
    assert pairs(scene) == {}
    with scene.database.reading() as session:
        assert record.number in {row.number for row in next_unmatched(session, limit=10)}


def test_what_another_worker_was_quicker_with_is_stored_once(scene: Scene) -> None:
    scene.populate(1)
    with scene.database.reading() as session:
        (record,) = next_unmatched(session, limit=1)
        compared = compare_record(session, WORKER, record, PreparedRecords(Engine.load()))
    for expected in (1, 0):
        with scene.database.transaction() as session:
            assert propose(session, WORKER, [compared], now=NOW) == expected


def test_several_workers_give_the_same_proposals_as_one(scene: Scene) -> None:
    scene.populate(32)
    scene.match()
    alone = pairs(scene)
    start_again(scene)
    failures: list[Exception] = []

    def work() -> None:
        try:
            Worker(scene.database, lambda: NOW).match_all()
        except Exception as failure:
            failures.append(failure)
            raise

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert pairs(scene) == alone
    with scene.database.reading() as session:
        assert verify_chain(session).first_bad is None


def pairs(scene: Scene) -> dict[tuple[int, int], float]:
    """Weights by the place of the search and of the report among those filed, both from 0."""
    with scene.database.reading() as session:
        numbers = {
            side: {number: place for place, number in enumerate(session.scalars(_numbers(side)))}
            for side in ("sought", "found")
        }
        return {
            (numbers["sought"][row.request_number], numbers["found"][row.report_number]): row.match_weight
            for row in session.scalars(select(MatchProposal))
        }


def stored(scene: Scene) -> dict[uuid.UUID, tuple[float, int]]:
    with scene.database.reading() as session:
        return {row.id: (row.match_weight, row.revision) for row in session.scalars(select(MatchProposal))}


def start_again(scene: Scene) -> None:
    """As if nothing had been compared yet."""
    with scene.database.transaction() as session:
        session.execute(delete(MatchProposal))
        session.execute(update(Record).values(matched_version=0))


def compare_only(scene: Scene, side: str) -> None:
    """Compare what waits on one side, as if the other had been compared long ago."""
    records = PreparedRecords(Engine.load())
    with scene.database.transaction() as session:
        waiting = [RecordRow(*row) for row in session.execute(select(*ROW_COLUMNS).where(Record.side == side))]
        propose(session, WORKER, [compare_record(session, WORKER, record, records) for record in waiting], now=NOW)
    with scene.database.reading() as session:
        behind = select(func.count()).where(Record.side == side, Record.matched_version < Record.version)
        assert session.execute(behind).scalar_one() == 0


def _numbers(side: str) -> Select[int]:
    return select(Record.number).where(Record.side == side).order_by(Record.number)
