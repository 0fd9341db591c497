"""The worker does what waits and stops; killed anywhere, it goes on as if nothing had happened."""

import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from search.accounts.audit_walk import verify_chain
from search.models import AuditEntry, DuplicateProposal, MatchProposal, Record
from search.proposing.worker import BATCH, Progress, Worker
from search.storage.encryption import Vault
from tests.search.scene import NOW, PEOPLE, Scene, found, sought

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
KEY = bytes(range(32)).hex()
PEOPLE_FILED = 40
# Seconds into a batch at which the worker is killed, after so many batches were acknowledged.
KILLS = ((1, 0.0), (0, 0.9), (1, 0.1))


def test_a_batch_takes_a_few_records_and_says_what_it_did(scene: Scene) -> None:
    scene.populate(BATCH)
    worker = Worker(scene.database, lambda: NOW)
    assert worker.match_batch().records == BATCH
    heard: list[Progress] = []
    total = worker.match_all(heard.append)
    assert total.records == BATCH
    assert heard[-1] == total
    assert worker.match_batch() == Progress(0, 0)


def test_matching_is_audited_by_counts(scene: Scene) -> None:
    scene.populate(3)
    scene.match()
    with scene.database.reading() as session:
        acts = select(AuditEntry).where(AuditEntry.action == "propose").order_by(AuditEntry.sequence)
        searches, reports = session.scalars(acts)
    assert (searches.actor_kind, searches.subject_kind, searches.subject_id) == ("worker", "registry", "proposals")
    assert len(scene.proposals()) >= 3
    assert (searches.detail["records"], searches.detail["proposals"]) == (3, len(scene.proposals()))
    # The reports meet the same searches, and nothing has changed since.
    assert (reports.detail["records"], reports.detail["proposals"]) == (3, 0)


def test_two_searches_for_one_person_are_told_beside_the_pairs_of_both_sides(scene: Scene) -> None:
    for name in PEOPLE[0]:
        scene.file(sought(name, 3))
    scene.report(found(PEOPLE[0][1], 3))
    assert scene.match() == 2
    with scene.database.reading() as session:
        (pair,) = session.scalars(select(DuplicateProposal))
        acts = select(AuditEntry.subject_id, AuditEntry.detail).where(AuditEntry.action == "propose")
        told = session.execute(acts.order_by(AuditEntry.sequence))
        audited = [(subject, (detail["records"], detail["proposals"])) for subject, detail in told]
    assert (pair.side, pair.state, pair.revision) == ("sought", "open", 1)
    assert audited == [
        ("proposals", (2, 2)),
        ("duplicates", (2, 1)),
        ("proposals", (1, 0)),
    ]


def test_a_watching_worker_matches_what_comes_and_stops_when_told(scene: Scene) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=Worker(scene.database, lambda: NOW).watch, args=(stop,))
    thread.start()
    try:
        scene.file(sought(PEOPLE[0][0]))
        scene.report(found(PEOPLE[0][1]))
        deadline = time.monotonic() + 120
        while not scene.proposals() and time.monotonic() < deadline:
            time.sleep(0.05)
    finally:
        stop.set()
        thread.join(60)
    assert not thread.is_alive()
    assert len(scene.proposals()) == 1


def test_a_worker_killed_in_the_middle_proposes_the_same_when_it_is_started_again(
    scene: Scene, database_url: str
) -> None:
    # The processes to be killed open the same registry, which they can only with the same key.
    assert Vault.from_master_key(bytes.fromhex(KEY)).secret("any") == scene.database.vault.secret("any")
    scene.populate(PEOPLE_FILED)
    scene.match()
    undisturbed = stored(scene)
    assert len(undisturbed) >= PEOPLE_FILED
    with scene.database.transaction() as session:
        session.execute(delete(MatchProposal))
        session.execute(update(Record).values(matched_version=0))
    left = [waiting(scene)]
    for batches, seconds in KILLS:
        run_and_kill(database_url, batches, seconds)
        left.append(waiting(scene))
    assert 0 < left[1] < left[0]
    finished = subprocess.run(command(database_url), cwd=ROOT, check=False, capture_output=True)
    assert finished.returncode == 0
    assert waiting(scene) == 0
    assert stored(scene) == undisturbed
    with scene.database.reading() as session:
        assert verify_chain(session).first_bad is None


def command(url: str) -> list[str]:
    return [sys.executable, "-m", "tests.search.matching_process", url, KEY]


def run_and_kill(url: str, batches: int, seconds: float) -> None:
    with subprocess.Popen(command(url), cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(batches):
            process.stdout.readline()
        time.sleep(seconds)
        process.kill()


def waiting(scene: Scene) -> int:
    with scene.database.reading() as session:
        behind = select(func.count()).select_from(Record).where(Record.matched_version < Record.version)
        return session.execute(behind).scalar_one()


def stored(scene: Scene) -> dict[uuid.UUID, tuple[float, str]]:
    with scene.database.reading() as session:
        return {row.id: (row.match_weight, repr(row.evidence)) for row in session.scalars(select(MatchProposal))}
