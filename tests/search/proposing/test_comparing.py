"""One record meets the other side from its own side; what is told of a pair depends on how many reports there are."""

import uuid
from collections.abc import Collection

import pytest
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from matching import Engine, Outcome, probability
from matching.candidate_index import MOST_HOLDERS
from matching.model import load_model
from matching.record import MatchRecord
from search.access import WORKER, Actor
from search.models import MatchProposal, RecordKey, RecordSide
from search.models.base import Base
from search.proposing.comparing import USUAL, Compared, ProposingPolicy, compare_record
from search.proposing.storing_proposals import propose
from search.proposing.worker import Worker
from search.records.change_numbers import current_version, next_version
from search.records.key_digests import HeldKeys, add_keys, digests
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow
from search.records.sections import read_sections, vault_of
from search.vocabulary import ReportKind
from tests.search.scene import NOW, PEOPLE, Scene, found, sought
from tests.search.travellers import OFF_ZUWARA, YESSENIA, YESSENIA_HEARD, find, number_of, seek, shipwreck

RECORDS = Base.metadata.tables["records"]
NAME, HEARD = PEOPLE[2]
EVERYTHING = ProposingPolicy(threshold=-1000.0)


@pytest.fixture
def search(scene: Scene) -> int:
    return number_of(scene, scene.file(sought(NAME, 2)).case_id)


@pytest.fixture
def report(scene: Scene) -> int:
    return number_of(scene, scene.report(found(HEARD, 2)).report_id)


def compare(scene: Scene, number: int, policy: ProposingPolicy = USUAL) -> Compared:
    with scene.database.reading() as session:
        row = RecordRow(*session.execute(select(*ROW_COLUMNS).where(RECORDS.c.number == number)).one())
        return compare_record(session, WORKER, row, PreparedRecords(Engine.load()), policy=policy)


def told(compared: Compared) -> dict[tuple[int, int], float]:
    """Weights by the numbers of the search and of the report."""
    return {(pair.request.number, pair.report.number): one.match_weight for pair, one in compared.pairs}


def reports_until(weight: float) -> int:
    """How many reports there are when a pair of this weight, and none lighter, is just worth a reviewer's time."""
    return int(load_model().reports * 2 ** (weight - Engine.load().proposal_threshold))


def test_either_side_meets_the_other_with_the_same_weight(scene: Scene, search: int, report: int) -> None:
    from_search, from_report = compare(scene, search), compare(scene, report)
    assert told(from_search) == told(from_report)
    assert list(told(from_search)) == [(search, report)]
    assert from_search.pairs[0][1] == from_report.pairs[0][1]


def test_a_pair_that_is_found_from_the_report_s_side_only_is_proposed(scene: Scene, search: int, report: int) -> None:
    assert list(told(compare(scene, search))) == [(search, report)]
    crowd(scene, RecordSide.FOUND, shared_keys(scene, search, report))
    assert told(compare(scene, search)) == {}
    assert list(told(compare(scene, report))) == [(search, report)]
    scene.match()
    assert stored(scene) == [(search, report)]


def test_a_pair_that_is_found_from_the_search_s_side_only_is_proposed(scene: Scene, search: int, report: int) -> None:
    crowd(scene, RecordSide.SOUGHT, shared_keys(scene, report, search))
    assert told(compare(scene, report)) == {}
    assert list(told(compare(scene, search))) == [(search, report)]
    scene.match()
    assert stored(scene) == [(search, report)]


def test_the_more_reports_there_are_the_more_a_pair_needs(scene: Scene, search: int, report: int) -> None:
    ((pair, explained),) = compare(scene, search).pairs
    # Whether a pair is there is decided by what may be told of it.
    weight, enough = explained.match_weight, reports_until(pair.weight)
    for number in (search, report):
        assert told(compare(scene, number, ProposingPolicy(reports=enough // 2))) == {(search, report): weight}
        assert told(compare(scene, number, ProposingPolicy(reports=enough * 2))) == {}


def test_fewer_reports_than_the_model_was_made_with_ask_for_no_less(scene: Scene) -> None:
    search = number_of(scene, scene.file(sought(NAME, 2)).case_id)
    scene.report(found(HEARD, 40))
    engine = Engine.load()
    ((_, weight),) = told(compare(scene, search, EVERYTHING)).items()
    assert engine.threshold_among(1) == engine.threshold_among(None) == engine.proposal_threshold
    assert bool(told(compare(scene, search, ProposingPolicy(reports=1)))) == (weight >= engine.proposal_threshold)


def test_a_threshold_of_one_s_own_is_kept_whatever_the_number_of_reports(
    scene: Scene, search: int, report: int
) -> None:
    many = ProposingPolicy(threshold=0.0, reports=load_model().reports * 2**200)
    assert list(told(compare(scene, search, many))) == [(search, report)]


@pytest.mark.parametrize("always", [0, 1, 2, 3])
def test_as_many_of_a_search_s_best_pairs_are_kept_as_a_measurement_asks_for_and_no_more(
    scene: Scene, search: int, report: int, always: int
) -> None:
    for number in (12, 22):
        scene.report(found(HEARD, number))
    heaviest = sorted(told(compare(scene, search, EVERYTHING)).values(), reverse=True)
    assert len(heaviest) == 3
    none_enough = ProposingPolicy(threshold=1000.0, best_per_request=always)
    assert list(told(compare(scene, search, none_enough)).values()) == heaviest[:always]
    assert told(compare(scene, report, none_enough)) == {}


@pytest.mark.parametrize("doubled", [0, 3, 20])
def test_the_probability_is_that_among_so_many_reports(scene: Scene, search: int, report: int, doubled: int) -> None:
    among = ProposingPolicy(threshold=0.0, reports=load_model().reports * 2**doubled)
    for number in (search, report):
        ((_, one),) = compare(scene, number, among).pairs
        assert one.match_probability == pytest.approx(probability(one.match_weight - doubled))


def test_without_a_number_of_reports_the_probability_is_the_model_s(scene: Scene, search: int, report: int) -> None:
    for number in (search, report):
        ((_, one),) = compare(scene, number).pairs
        assert one.match_probability == pytest.approx(probability(one.match_weight))


def test_what_was_proposed_among_fewer_is_weighed_anew_and_left_to_its_readers(
    scene: Scene, search: int, report: int
) -> None:
    scene.match()
    ((identifier, before),) = scene.proposals().items()
    enough = reports_until(before[0])
    scene.report(found("Wilmer Quintanilla", 2, sender_number="another"))
    change(scene, search)
    compared = compare(scene, search, ProposingPolicy(reports=enough * 4))
    assert told(compared) == {(search, report): before[0]}
    with scene.database.transaction() as session:
        assert propose(session, WORKER, [compared], now=NOW) == 1
    after = scene.proposals()[identifier]
    assert after[:2] == before[:2]


def test_a_pair_whose_report_can_no_longer_be_opened_stays_as_it_was(scene: Scene, search: int, report: int) -> None:
    scene.match()
    before = scene.proposals()
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey).where(RecordKey.record_number == report))
    change(scene, search)
    assert told(compare(scene, search)) == {}
    assert scene.match() == 0
    assert scene.proposals() == before


def test_the_worker_counts_the_reports_and_counts_again_when_there_are_a_tenth_more(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int | None] = []

    def noted(
        session: Session, actor: Actor, record: RecordRow, records: PreparedRecords, *, policy: ProposingPolicy
    ) -> Compared:
        counted.append(policy.reports)
        return compare_record(session, actor, record, records, policy=policy)

    monkeypatch.setattr("search.proposing.worker.compare_record", noted)
    worker = Worker(scene.database, lambda: NOW)
    scene.populate(10)
    worker.match_all()
    assert set(counted) == {10}
    counted.clear()
    scene.file(sought("Somebody Invented", 50))
    worker.match_all()
    assert counted == [10]
    for number in range(4):
        scene.report(found("Somebody Invented", 60 + number))
    counted.clear()
    worker.match_all()
    assert counted == [14] * 4


def test_comparing_reads_only_and_says_up_to_which_change_it_met_all(scene: Scene, search: int, report: int) -> None:
    compared = compare(scene, search)
    assert stored(scene) == []
    with scene.database.reading() as session:
        assert compared.met_up_to == current_version(session)
    assert (compared.record.number, compared.engine_version) == (search, Engine.load().version)
    assert [pair.report.number for pair, _ in compared.pairs] == [report]


def test_what_is_known_of_those_who_travelled_along_stands_beside_the_evidence_and_weighs_nothing(
    scene: Scene,
) -> None:
    shipwreck(scene)
    search = seek(scene, YESSENIA)
    report = find(scene, YESSENIA_HEARD, ReportKind.MORTUARY, place=OFF_ZUWARA)
    for number in (search, report):
        ((_, one),) = compare(scene, number, EVERYTHING).pairs
        facts = {each.comparison: each for each in one.evidence if each.comparison in ("incident", "travelled")}
        assert list(facts) == ["incident"]
        assert (facts["incident"].level, facts["incident"].outcome) == ("same_incident", Outcome.AGREES)
        assert facts["incident"].weight == 0.0
        total = Engine.load().prior_weight + sum(each.weight for each in one.evidence)
        assert one.match_weight == pytest.approx(total, abs=0.05)


def test_facts_of_a_group_are_stored_with_the_proposal(scene: Scene) -> None:
    shipwreck(scene)
    seek(scene, YESSENIA)
    find(scene, YESSENIA_HEARD, ReportKind.MORTUARY, place=OFF_ZUWARA)
    scene.match(EVERYTHING)
    ((_, _, evidence),) = scene.proposals().values()
    assert ["incident", "same_incident", "agrees", 0.0] in evidence


def change(scene: Scene, number: int) -> None:
    """As if something were said anew of a record."""
    with scene.database.transaction() as session:
        session.execute(RECORDS.update().where(RECORDS.c.number == number).values(version=next_version(session)))


def shared_keys(scene: Scene, looking: int, held: int) -> Collection[str]:
    """The keys under which one record looks for the other side and finds the other."""
    engine = Engine.load()
    with scene.database.reading() as session:
        views = read_sections(session, (looking, held), MatchRecord)
    keys = engine.sought_keys(engine.prepare(views[looking])) & engine.blocking_keys(engine.prepare(views[held]))
    assert keys
    return keys


def crowd(scene: Scene, side: RecordSide, keys: Collection[str]) -> None:
    """So many other records hold these keys that nobody follows them to that side."""
    numbers = range(1000, 1000 + MOST_HOLDERS)
    rows = [{"number": number, "id": uuid.uuid4(), "side": side.value, "entry_date": NOW} for number in numbers]
    compared = {"revision": 1, "version": 1, "matched_version": 1}
    with scene.database.transaction() as session:
        session.execute(insert(RECORDS), [row | compared for row in rows])
        held = digests(vault_of(session), keys)
        add_keys(session, [HeldKeys(side, number, held) for number in numbers])


def stored(scene: Scene) -> list[tuple[int, int]]:
    with scene.database.reading() as session:
        pairs = select(MatchProposal.request_number, MatchProposal.report_number)
        return [(request, report) for request, report in session.execute(pairs)]
