"""From weights there comes what comparing a single request would have found, for requests that have not changed."""

import uuid

import pytest
from sqlalchemy import select, update

from matching import Engine
from search.access import WORKER
from search.commands import Again
from search.documents.field_changes import Correction
from search.models import MatchProposal, Record
from search.proposing.comparing import USUAL, Compared, ProposingPolicy, compare_record
from search.records.change_numbers import current_version
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow
from search.relinking.pair_evidence import Weighed, compare_weighed, waiting_rows
from tests.search.scene import NOW, PEOPLE, Scene, found, sought
from tests.search.travellers import number_of

NAME, HEARD = PEOPLE[2]


@pytest.fixture
def pair(scene: Scene) -> tuple[int, int]:
    """A search and a report of one person, by their numbers."""
    search = number_of(scene, scene.file(sought(NAME, 2)).case_id)
    return search, number_of(scene, scene.report(found(HEARD, 2, sender_number="S")).report_id)


def row_of(scene: Scene, number: int) -> RecordRow:
    with scene.database.reading() as session:
        return RecordRow(*session.execute(select(*ROW_COLUMNS).where(Record.number == number)).one())


def by_one(scene: Scene, number: int) -> Compared:
    with scene.database.reading() as session:
        return compare_record(session, WORKER, row_of(scene, number), PreparedRecords(Engine.load()), policy=USUAL)


def by_weights(
    scene: Scene, number: int, weighed: Weighed, *, met_up_to: int, policy: ProposingPolicy = USUAL
) -> Compared:
    records = PreparedRecords(Engine.load())
    with scene.database.reading() as session:
        requests = [row_of(scene, number)]
        (one,) = compare_weighed(session, requests, {number: weighed}, records, met_up_to=met_up_to, policy=policy)
        return one


def version(scene: Scene) -> int:
    with scene.database.reading() as session:
        return current_version(session)


def test_the_pair_has_the_weight_and_evidence_of_comparing_one_by_one(scene: Scene, pair: tuple[int, int]) -> None:
    search, report = pair
    alone = by_one(scene, search)
    ((_, explained),) = alone.pairs
    one = by_weights(scene, search, [(report, explained.match_weight)], met_up_to=version(scene))
    assert [(told.request, told.report, said) for told, said in one.pairs] == [
        (told.request, told.report, said) for told, said in alone.pairs
    ]
    assert (one.record.number, one.engine_version, one.met_up_to) == (search, alone.engine_version, version(scene))


def test_without_a_heavy_pair_a_request_has_met_everybody_all_the_same(scene: Scene, pair: tuple[int, int]) -> None:
    one = by_weights(scene, pair[0], [], met_up_to=9)
    assert (one.pairs, one.met_up_to) == ((), 9)


def test_an_earlier_proposal_is_weighed_anew_though_it_is_not_heavy_any_more(
    scene: Scene, pair: tuple[int, int]
) -> None:
    scene.match()
    with scene.database.transaction() as session:
        session.execute(update(MatchProposal).values(engine_version="an older one", match_weight=99.0))
    one = by_weights(scene, pair[0], [], met_up_to=version(scene))
    ((told, said),) = one.pairs
    assert told.report.number == pair[1]
    assert said.match_weight == by_one(scene, pair[0]).pairs[0][1].match_weight != 99.0


def test_a_report_that_changed_since_the_export_is_told_by_what_it_says_now(
    scene: Scene, pair: tuple[int, int]
) -> None:
    search, report = pair
    exported = version(scene)
    paths = ("description.names", "identifiers.phones", "identifiers.documents")
    gone = tuple(Correction(path=path) for path in paths)
    news = found("Somebody Else Altogether", 40, sender_number="S", again=Again.SAME, corrections=gone)
    scene.report(news)
    assert by_weights(scene, search, [(report, 30.0)], met_up_to=exported).pairs == ()
    (told,) = by_weights(scene, search, [(report, 30.0)], met_up_to=version(scene)).pairs
    assert told[1].match_weight < 30.0


def test_a_report_that_was_withdrawn_meanwhile_is_not_told(scene: Scene, pair: tuple[int, int]) -> None:
    search, report = pair
    with scene.database.transaction() as session:
        session.get_one(Record, report).withdrawn_at = NOW
    assert by_weights(scene, search, [(report, 30.0)], met_up_to=version(scene)).pairs == ()


def test_requests_wait_that_neither_changed_nor_were_compared_since(scene: Scene) -> None:
    numbers = [number_of(scene, scene.file(sought(f"Person {n}", n)).case_id) for n in range(5)]
    plain, never, changed, quicker, withdrawn = numbers
    exported = version(scene) + 1
    with scene.database.transaction() as session:
        session.execute(update(Record).values(matched_version=Record.version))
        session.get_one(Record, never).matched_version = 0
        session.get_one(Record, changed).version = exported + 1
        session.get_one(Record, quicker).matched_version = exported
        session.get_one(Record, withdrawn).withdrawn_at = NOW
    with scene.database.reading() as session:
        waiting = waiting_rows(session, numbers, exported)
        assert waiting_rows(session, [plain + 1000], exported).requests == []
    assert [row.number for row in waiting.requests] == [plain, never]
    assert [row.number for row in waiting.never_compared] == [never]
    assert all(isinstance(row.id, uuid.UUID) for row in waiting.requests)
