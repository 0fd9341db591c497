"""A list of incidents is stored once, brought up to date, and brings records that were filed earlier together."""

import datetime
from contextlib import suppress

import pytest
from sqlalchemy import func, select

from search.access import OPERATOR, WORKER, Actor
from search.commands import ImportIncidents
from search.errors import AccessDenied, SheetError
from search.groups.incident_import import (
    ReadIncidents,
    import_incidents,
    import_list,
    preview_incidents,
    read_list,
    regroup,
)
from search.groups.incident_import import (
    regroup_all as regroup_every_record,
)
from search.models import AuditEntry, BlockingKey, Incident, KeySide
from search.storage import pace
from search.storage.pace import Pace
from search.summaries import IncidentsImported
from tests.search.incident_lists import export, global_list
from tests.search.killed_processes import Killed, killed_after
from tests.search.scene import NOW, Scene, found, sought

NEAR = {"date": "Tue, 06/10/2025 - 12:00", "coordinates": "14.9, -92.4"}


def bring(scene: Scene, content: bytes, actor: Actor = OPERATOR) -> IncidentsImported:
    return import_list(actor, read(content), clock=lambda: NOW, pace=at_once(scene))


def read(content: bytes) -> ReadIncidents:
    return read_list(ImportIncidents(content=content))


def at_once(scene: Scene) -> Pace:
    """As many rows in each transaction as it says, however slow this machine is."""
    return Pace(scene.database, clock=lambda: 0.0, rest=lambda _: None)


def counts(done: IncidentsImported) -> tuple[int, int, int, int]:
    return done.added, done.changed, done.already_known, len(done.refused)


def regroup_all(scene: Scene) -> int:
    batches, last = 0, 0
    while True:
        with scene.database.transaction() as session:
            reached = regroup(session, OPERATOR, after=last)
        batches += 1
        if reached is None:
            return batches
        last = reached


def group_keys(scene: Scene) -> list[tuple[int, int, int]]:
    columns = (BlockingKey.side, BlockingKey.digest, BlockingKey.record_number)
    with scene.database.reading() as session:
        rows = session.execute(
            select(*columns).where(BlockingKey.side.in_([KeySide.SOUGHT_IN_GROUP.value, KeySide.FOUND_IN_GROUP.value]))
        )
        return sorted((side, digest, number) for side, digest, number in rows)


@pytest.mark.parametrize("content", [export({}, {"id": "b"}), global_list({}, {})])
def test_the_same_list_again_changes_nothing(scene: Scene, content: bytes) -> None:
    assert counts(bring(scene, content)) == (2, 0, 0, 0)
    assert counts(bring(scene, content)) == (0, 0, 2, 0)


def test_a_changed_row_is_brought_up_to_date_and_others_are_left_alone(scene: Scene) -> None:
    bring(scene, export({}, {"id": "b"}))
    assert counts(bring(scene, export({"dead": "8"}, {"id": "b"}, {"id": "c"}))) == (1, 1, 1, 0)
    with scene.database.reading() as session:
        assert session.get_one(Incident, "2025.INV0001").dead == 8
        assert session.get_one(Incident, "b").first_day == datetime.date(2025, 6, 10)


def test_what_is_refused_is_told_by_line_and_code_and_audited_as_a_count(scene: Scene) -> None:
    done = bring(scene, export({}, {"id": "b", "date": "", "year": ""}))
    assert [(one.row, one.reason) for one in done.refused] == [(3, "no_date")]
    with scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "import_incidents")).one()
    assert entry.detail == {"added": 1, "changed": 0, "already_known": 0, "refused": 1}


def test_a_preview_stores_nothing(scene: Scene) -> None:
    with scene.database.reading() as session:
        assert counts(preview_incidents(session, OPERATOR, read(export({})))) == (1, 0, 0, 0)
    assert stored(scene) == 0


def test_a_file_that_is_no_list_stores_nothing(scene: Scene) -> None:
    with pytest.raises(SheetError):
        bring(scene, b"something else")
    assert stored(scene) == 0


@pytest.mark.parametrize("who", ["reviewer", "partner", "worker"])
def test_only_the_operator_brings_lists_in(scene: Scene, who: str) -> None:
    actor = {"reviewer": scene.reviewers[0], "partner": scene.shelter, "worker": WORKER}[who]
    with pytest.raises(AccessDenied):
        bring(scene, export({}), actor)


def test_records_filed_before_the_list_get_their_keys_and_the_pass_may_begin_again(scene: Scene) -> None:
    scene.file(sought("Wilmer Adalberto Quintanilla"))
    scene.report(found("Wilmar Quintanilla"))
    regroup_all(scene)
    before = group_keys(scene)
    bring(scene, export(NEAR))
    assert regroup_all(scene) == 2
    added = set(group_keys(scene)) - set(before)
    assert {side for side, _, _ in added} == {2, 3}
    assert len({digest for _, digest, _ in added}) == 1
    after = group_keys(scene)
    regroup_all(scene)
    assert group_keys(scene) == after


def test_a_record_that_is_no_longer_near_loses_the_key(scene: Scene) -> None:
    scene.file(sought("Wilmer Adalberto Quintanilla"))
    bring(scene, export(NEAR))
    regroup_all(scene)
    near = group_keys(scene)
    bring(scene, export({**NEAR, "coordinates": "60.1, 25.4"}))
    regroup_all(scene)
    assert len(group_keys(scene)) == len(near) - 1


def stored(scene: Scene) -> int:
    with scene.database.reading() as session:
        return session.execute(select(func.count()).select_from(Incident)).scalar_one()


@pytest.mark.parametrize("transactions", range(5))
def test_a_list_that_was_broken_off_is_brought_in_again_and_nothing_is_there_twice(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, transactions: int
) -> None:
    monkeypatch.setattr(pace, "_FIRST", 1)
    monkeypatch.setattr(pace, "_MOST", 1)
    bring(scene, export({"id": "b"}, {"id": "c", "dead": "1"}))
    listed = export({"id": "a"}, {"id": "b"}, {"id": "c", "dead": "2"}, {"id": "d"})
    with killed_after(monkeypatch, transactions), suppress(Killed):
        bring(scene, listed)
    assert stored(scene) == 2 + (transactions > 0) + (transactions > 3)
    bring(scene, listed)
    assert stored(scene) == 4
    with scene.database.reading() as session:
        assert session.get_one(Incident, "c").dead == 2
        entries = session.scalars(select(AuditEntry.detail).where(AuditEntry.action == "import_incidents")).all()
    assert sum(detail["added"] for detail in entries) == 4
    assert counts(bring(scene, listed)) == (0, 0, 4, 0)


def test_a_list_is_stored_in_short_transactions_and_its_refused_lines_are_counted_once(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "_FIRST", 2)
    monkeypatch.setattr(pace, "_MOST", 2)
    kept = at_once(scene)
    listed = read(export(*({"id": f"n{number}"} for number in range(9)), {"id": "x", "date": "", "year": ""}))
    assert counts(import_list(OPERATOR, listed, clock=lambda: NOW, pace=kept)) == (9, 0, 0, 1)
    assert len(kept.taken) == 5
    with scene.database.reading() as session:
        entries = session.scalars(select(AuditEntry.detail).where(AuditEntry.action == "import_incidents")).all()
    assert [sum(detail[name] for detail in entries) for name in ("added", "refused")] == [9, 1]


def test_reading_a_list_needs_no_database_and_records_are_regrouped_a_few_at_a_time(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.populate(5)
    listed = read(export(NEAR))
    with scene.database.transaction() as session:
        import_incidents(session, OPERATOR, listed, now=NOW)
    before = group_keys(scene)
    monkeypatch.setattr(pace, "_FIRST", 2)
    monkeypatch.setattr(pace, "_MOST", 2)
    kept = at_once(scene)
    regroup_every_record(OPERATOR, kept)
    assert len(kept.taken) == 6
    added = len(set(group_keys(scene)) - set(before))
    regroup_all(scene)
    assert added == len(set(group_keys(scene)) - set(before)) > 0
