"""A record that cannot be compared waits outside; all others are compared as if it were not there."""

import datetime
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from matching import Engine, PreparedRecord
from matching.record import MatchRecord
from search.access import OPERATOR, WORKER
from search.commands import Again
from search.errors import AccessDenied
from search.models import AuditEntry, MatchProposal, PackedRecord, Record, RecordKey, Section, SetAsideRecord
from search.proposing.setting_aside import PAUSES, list_set_aside, set_aside, try_again
from search.proposing.worker import BATCH, Worker
from tests.search.scene import NOW, PEOPLE, Scene, found, sought

COUNT = len(PEOPLE)
MINUTE = datetime.timedelta(minutes=1)


class Clock:
    """Moves on by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def worker(scene: Scene, clock: Clock) -> Worker:
    return Worker(scene.database, clock)


def spoil(scene: Scene, number: int, model: type[Any], **changes: object) -> None:
    with scene.database.transaction() as session:
        session.execute(update(model).where(model.record_number == number).values(**changes))


def numbers(scene: Scene, side: str) -> list[int]:
    with scene.database.reading() as session:
        return list(session.scalars(select(Record.number).where(Record.side == side).order_by(Record.number)))


def aside(scene: Scene) -> list[tuple[int, int]]:
    with scene.database.reading() as session:
        rows = session.execute(select(SetAsideRecord.record_number, SetAsideRecord.tries).order_by("record_number"))
        return [(number, tries) for number, tries in rows]


def paired(scene: Scene) -> set[tuple[int, int]]:
    with scene.database.reading() as session:
        rows = session.execute(select(MatchProposal.request_number, MatchProposal.report_number))
        return {(request, report) for request, report in rows}


@pytest.mark.parametrize("spoilt", ["key", "section", "packed"])
@pytest.mark.parametrize("side", ["sought", "found"])
def test_everything_else_is_compared_as_if_the_spoilt_record_were_not_there(
    scene: Scene, worker: Worker, spoilt: str, side: str
) -> None:
    scene.populate(COUNT)
    third = numbers(scene, side)[2]
    with scene.database.reading() as session:
        sealed = session.scalars(select(PackedRecord.sealed).where(PackedRecord.record_number == third)).one()
    model, changes = {
        "key": (RecordKey, {"wrapped": b"x" * 60}),
        "section": (Section, {"sealed": b"x" * 80}),
        "packed": (PackedRecord, {"sealed": sealed[:-1] + bytes([sealed[-1] ^ 1])}),
    }[spoilt]
    spoil(scene, third, model, **changes)
    worker.match_all()
    assert aside(scene) == [(third, 1)]
    expected = set(zip(numbers(scene, "sought"), numbers(scene, "found"), strict=True))
    assert paired(scene) >= {pair for pair in expected if third not in pair}
    assert not {pair for pair in paired(scene) if third in pair}


def said(record: PreparedRecord | MatchRecord) -> MatchRecord:
    return record.record if isinstance(record, PreparedRecord) else record


@contextmanager
def an_engine_that_cannot(monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> Iterator[None]:
    """A step of the engine fails with whoever has this name."""
    whole = getattr(Engine, name)

    def step(self: Engine, *records: PreparedRecord | MatchRecord, **named: object) -> object:
        if any(text in one.text for record in records for one in said(record).names):
            raise ZeroDivisionError("Tesfalem was born in Asmara")
        return whole(self, *records, **named)

    with monkeypatch.context() as patched:
        patched.setattr(Engine, name, step)
        yield


@pytest.mark.parametrize("name", ["prepare", "explain", "sought_keys"])
def test_a_record_that_the_engine_stumbles_over_is_found_out_from_whichever_side_it_is_met(
    scene: Scene, worker: Worker, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    # Three reports of the spoilt search's person: it fails with all of them, and each of them with it alone.
    scene.populate(COUNT)
    for _ in range(2):
        scene.report(found(PEOPLE[0][1], 0))
    with an_engine_that_cannot(monkeypatch, name, PEOPLE[0][0]):
        worker.match_all()
    assert aside(scene) == [(numbers(scene, "sought")[0], 1)]


def test_a_candidate_that_spoils_every_pair_is_set_aside_and_not_those_who_meet_it(
    scene: Scene, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        scene.file(sought(PEOPLE[0][0], 3))
    scene.report(found(PEOPLE[0][1], 3))
    with an_engine_that_cannot(monkeypatch, "explain", PEOPLE[0][1]):
        worker.match_all()
    assert aside(scene) == [(numbers(scene, "found")[0], 1)]


def test_a_record_that_is_set_aside_is_tried_again_later_each_time_and_then_no_more(
    scene: Scene, worker: Worker, clock: Clock
) -> None:
    scene.populate(1)
    (number,) = numbers(scene, "sought")
    spoil(scene, number, Section, sealed=b"x" * 80)
    worker.match_all()
    for tries, pause in enumerate(PAUSES, 1):
        assert aside(scene) == [(number, tries)]
        clock.now += pause - MINUTE / 2
        assert worker.match_all().records == 0
        clock.now += MINUTE
        assert worker.match_all().records == 1
    clock.now += 100 * PAUSES[-1]
    assert worker.match_all().records == 0
    with scene.database.reading() as session:
        (listed,) = list_set_aside(session, OPERATOR)
    assert (listed.tries, listed.again_at, listed.fault, listed.side) == (5, None, "SealBroken", "sought")


def test_what_can_be_compared_again_meets_everybody_who_came_meanwhile(
    scene: Scene, worker: Worker, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.file(sought(PEOPLE[0][0], 3))
    with an_engine_that_cannot(monkeypatch, "prepare", PEOPLE[0][0]):
        worker.match_all()
        scene.report(found(PEOPLE[0][1], 3))
        worker.match_all()
        assert paired(scene) == set()
    clock.now += MINUTE
    worker.match_all()
    assert (len(paired(scene)), aside(scene)) == (1, [])


def test_a_record_that_says_something_else_is_tried_at_once(scene: Scene, worker: Worker) -> None:
    scene.report(found(PEOPLE[0][1], 3, sender_number="S1"))
    (number,) = numbers(scene, "found")
    spoil(scene, number, PackedRecord, sealed=b"x" * 80)
    worker.match_all()
    assert aside(scene) == [(number, 1)]
    scene.report(found(PEOPLE[0][1], 4, sender_number="S1", again=Again.SAME))
    worker.match_all()
    assert aside(scene) == []


def test_the_operator_may_have_it_tried_again_at_once_and_nobody_else(scene: Scene, worker: Worker) -> None:
    scene.populate(1)
    (number,) = numbers(scene, "sought")
    spoil(scene, number, Section, sealed=b"x" * 80)
    worker.match_all()
    with scene.database.transaction() as session:
        assert try_again(session, OPERATOR, now=NOW) == 1
    assert worker.match_all().records == 1
    assert aside(scene) == [(number, 1)]
    for actor in (WORKER, scene.shelter, scene.reviewers[0]):
        with scene.database.reading() as session, pytest.raises(AccessDenied):
            list_set_aside(session, actor)
        with scene.database.reading() as session, pytest.raises(AccessDenied):
            try_again(session, actor, now=NOW)
    with scene.database.reading() as session, pytest.raises(AccessDenied):
        set_aside(session, OPERATOR, [number], ValueError(), engine_version="", now=NOW)


def test_log_and_audit_say_that_it_happened_and_nothing_of_the_person(
    scene: Scene, worker: Worker, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = scene.file(sought(PEOPLE[0][0], 3))
    with caplog.at_level(logging.INFO), an_engine_that_cannot(monkeypatch, "prepare", PEOPLE[0][0]):
        worker.match_all()
    told = [record.getMessage() for record in caplog.records if "set aside" in record.getMessage()]
    assert told == [f"record set aside: side=sought id={case.case_id} fault=ZeroDivisionError tries=1"]
    assert "Asmara" not in caplog.text
    with scene.database.reading() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.subject_id == "set_aside")).all()
    assert [(entry.action, entry.detail["records"]) for entry in entries] == [("propose", 1)]


def test_what_fails_for_all_sets_nobody_aside(scene: Scene, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.populate(2)

    def lost(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("the server went away"))

    with monkeypatch.context() as patched:
        patched.setattr(Engine, "sought_keys", lost)
        with pytest.raises(OperationalError):
            worker.match_all()
    with monkeypatch.context() as patched:
        patched.setattr(Engine, "sought_keys", lambda *_: (_ for _ in ()).throw(MemoryError))
        with pytest.raises(MemoryError):
            worker.match_all()
    assert aside(scene) == []


def test_more_spoilt_records_than_a_batch_holds_keep_nobody_from_being_compared(scene: Scene, worker: Worker) -> None:
    scene.populate(BATCH + 3)
    spoilt = numbers(scene, "sought")[: BATCH + 2]
    for number in spoilt:
        spoil(scene, number, Section, sealed=b"x" * 80)
    worker.match_all()
    assert [number for number, _ in aside(scene)] == spoilt
    assert (numbers(scene, "sought")[-1], numbers(scene, "found")[-1]) in paired(scene)


def test_what_fails_beside_comparing_does_not_keep_it_from_going_on(
    scene: Scene, worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    scene.file(sought(PEOPLE[0][0], 3))
    scene.report(found(PEOPLE[0][1], 3))
    stop = threading.Event()

    def first() -> bool:
        if paired(scene):
            stop.set()
        raise ZeroDivisionError("Tesfalem")

    with caplog.at_level(logging.INFO):
        worker.watch(stop, first)
    assert len(paired(scene)) == 1
    assert "beside comparing, something failed: ZeroDivisionError" in caplog.text
    assert "Tesfalem" not in caplog.text
