"""Results become what the worker would have stored, once, and for nobody who changed meanwhile."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from benchmarks.invented import Size
from matching import Engine
from matching.model import load_model
from search.access import OPERATOR, WORKER
from search.errors import AccessDenied, Refused
from search.models import AuditEntry, DuplicateProposal, MatchProposal, Record, RegistryClock
from search.proposing.worker import Worker
from search.records.record_erasure import erase_record
from search.relinking.results_import import Imported, import_results
from search.storage.database import Database
from tests.search.relinking.registry import Export, export_into, fill_invented, run_local
from tests.search.scene import NOW

pytestmark = pytest.mark.slow

Stored = list[tuple[object, ...]]


@pytest.fixture
def small(database: Database) -> Database:
    """A registry of 60 searches and 200 reports that all have been matched, on either database."""
    fill_invented(database, Size(60, 200))
    return database


def take_back(database: Database, export: Export, results: Path) -> Imported:
    """Import as the operator does."""
    key = export.exported.portal_key
    return import_results(database, OPERATOR, results, key, now=NOW, report=lambda _line: None)


def relink(database: Database, folder: Path) -> tuple[Export, Imported]:
    """All three steps."""
    export = export_into(database, folder / "export")
    run_local(export, folder / "results", folder / "work")
    return export, take_back(database, export, folder / "results")


def stored(database: Database) -> Stored:
    """Every proposal, whole but for its committee and its date."""
    columns = (
        MatchProposal.id, MatchProposal.request_number, MatchProposal.report_number, MatchProposal.match_weight,
        MatchProposal.match_probability, MatchProposal.evidence, MatchProposal.engine_version, MatchProposal.state,
        MatchProposal.revision, MatchProposal.request_version, MatchProposal.report_version,
    )  # fmt: skip
    with database.reading() as session:
        return [tuple(row) for row in session.execute(select(*columns).order_by(MatchProposal.id))]


def test_the_same_is_stored_as_by_the_worker_from_the_requests_side(invented: Database, tmp_path: Path) -> None:
    copy = shutil.copy(tmp_path / "invented.sqlite", tmp_path / "by-worker.sqlite")
    _, imported = relink(invented, tmp_path)
    by_worker = Database.open(f"sqlite:///{copy}", invented.vault, Engine.load())
    let_requests_wait(by_worker)
    Worker(by_worker, lambda: NOW).match_all()
    expected = stored(by_worker)
    by_worker.close()
    assert len(expected) > 50
    assert stored(invented) == expected
    assert imported == Imported(requests=300, proposals=len(expected))


def test_doing_it_twice_changes_nothing(small: Database, tmp_path: Path) -> None:
    export, imported = relink(small, tmp_path)
    first = stored(small)
    assert len(first) == imported.proposals > 5
    assert take_back(small, export, tmp_path / "results") == Imported(0, 0)
    assert stored(small) == first
    (tmp_path / "again").mkdir()
    assert relink(small, tmp_path / "again")[1] == Imported(requests=60, proposals=0)
    assert stored(small) == first


def test_an_import_that_was_broken_off_goes_on_where_it_was(
    small: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.relinking.results_import._IN_BATCH", 20)
    export = export_into(small, tmp_path / "export")
    run_local(export, tmp_path / "results", tmp_path / "work")
    told = []

    def break_off(line: str) -> None:
        told.append(line)
        if len(told) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_results(small, OPERATOR, tmp_path / "results", export.exported.portal_key, now=NOW, report=break_off)
    assert matched(small) == 40
    assert take_back(small, export, tmp_path / "results").requests == 20
    broken_off = stored(small)
    with small.transaction() as session:
        session.query(MatchProposal).delete()
    take_back_all_again(small, export, tmp_path / "results")
    assert broken_off == stored(small)


def test_who_was_changed_filed_or_withdrawn_meanwhile_is_left_alone(small: Database, tmp_path: Path) -> None:
    export = export_into(small, tmp_path / "export")
    run_local(export, tmp_path / "results", tmp_path / "work")
    with small.transaction() as session:
        changed, withdrawn, quicker, *_ = session.scalars(select(Record.number).where(Record.side == "sought"))
        later = export.exported.portal_key.met_up_to + 1
        session.execute(update(Record).where(Record.number == changed).values(version=later))
        session.execute(update(Record).where(Record.number == withdrawn).values(withdrawn_at=NOW))
        session.execute(update(Record).where(Record.number == quicker).values(matched_version=later))
        session.execute(update(RegistryClock).values(value=later))
    assert take_back(small, export, tmp_path / "results").requests == 57
    with small.reading() as session:
        versions = dict(session.execute(select(Record.number, Record.matched_version)).all())
        proposed = set(session.scalars(select(MatchProposal.request_number)))
    assert versions[changed] == 1
    assert versions[quicker] == later
    assert not proposed & {changed, withdrawn, quicker}


def test_what_was_proposed_by_another_engine_is_weighed_anew(small: Database, tmp_path: Path) -> None:
    relink(small, tmp_path)
    first = stored(small)
    with small.transaction() as session:
        session.execute(update(MatchProposal).values(engine_version="an older one", match_weight=99.0))
    (tmp_path / "again").mkdir()
    imported = relink(small, tmp_path / "again")[1]
    assert imported.proposals == len(first)
    # The revision alone is another: whoever had read the old weight has to see the new one.
    assert [row[:8] + row[9:] for row in stored(small)] == [row[:8] + row[9:] for row in first]
    assert {row[8] for row in stored(small)} == {2}


def test_a_search_that_was_never_compared_also_meets_its_own_side(small: Database, tmp_path: Path) -> None:
    let_requests_wait(small)
    relink(small, tmp_path)
    with small.reading() as session:
        by_import = session.scalars(select(DuplicateProposal.id).order_by(DuplicateProposal.id)).all()
        waiting = select(func.count(Record.number)).where(Record.matched_version < Record.version)
        assert session.execute(waiting).scalar_one() == 0
    with small.transaction() as session:
        session.query(DuplicateProposal).delete()
    let_requests_wait(small)
    Worker(small, lambda: NOW).match_all()
    with small.reading() as session:
        assert session.scalars(select(DuplicateProposal.id).order_by(DuplicateProposal.id)).all() == by_import


def test_the_import_is_audited_with_its_counts(small: Database, tmp_path: Path) -> None:
    _, imported = relink(small, tmp_path)
    with small.reading() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc()).limit(1)).one()
    assert (entry.action, entry.subject_id, entry.actor_kind) == ("relink", "results", "operator")
    assert entry.detail == {"requests": 60, "proposals": imported.proposals}


def test_results_that_do_not_belong_here_are_refused(export: Export, invented: Database, tmp_path: Path) -> None:
    results = tmp_path / "results"
    with pytest.raises(Refused, match="results_incomplete"):
        take_back(invented, export, results)
    run_local(export, results, tmp_path / "work")
    key = export.exported.portal_key
    with pytest.raises(AccessDenied):
        import_results(invented, WORKER, results, key, now=NOW, report=lambda _line: None)
    other = Export(replace(export.exported, portal_key=replace(key, export_id="another")), export.folder)
    with pytest.raises(Refused, match="results_of_another_run"):
        take_back(invented, other, results)
    invented.matching = Engine(replace(load_model(), version="0:1999-01-01"))
    with pytest.raises(Refused, match="engine_differs"):
        take_back(invented, export, results)


def let_requests_wait(database: Database) -> None:
    """As if no search had been matched yet."""
    with database.transaction() as session:
        session.execute(update(Record).where(Record.side == "sought").values(matched_version=0))


def take_back_all_again(database: Database, export: Export, results: Path) -> None:
    """Import from the start."""
    let_requests_wait(database)
    take_back(database, export, results)


def matched(database: Database) -> int:
    """How many searches have met the newest change."""
    with database.reading() as session:
        asked = select(func.count(Record.number)).where(Record.side == "sought", Record.matched_version > 1)
        return session.execute(asked).scalar_one()


def test_what_was_erased_between_the_export_and_its_results_is_passed_over(small: Database, tmp_path: Path) -> None:
    export = export_into(small, tmp_path / "export")
    run_local(export, tmp_path / "results", tmp_path / "work")
    with small.transaction() as session:
        records = session.scalars(select(Record).order_by(Record.number)).all()
        sides = {side: [one for one in records if one.side == side] for side in ("sought", "found")}
        gone = [*sides["sought"][:20], *sides["found"][:60]]
        for one in gone:
            erase_record(session, one, now=NOW)
        numbers = {one.number for one in gone}
    assert take_back(small, export, tmp_path / "results").requests == 40
    pairs = {number for row in stored(small) for number in row[1:3]}
    assert pairs
    assert pairs & numbers == set()


def test_an_export_after_an_erasure_holds_nothing_of_it(small: Database, tmp_path: Path) -> None:
    with small.transaction() as session:
        searches = select(Record).where(Record.side == "sought").order_by(Record.number).limit(30)
        for record in session.scalars(searches).all():
            erase_record(session, record, now=NOW)
    export = export_into(small, tmp_path / "export")
    assert (export.exported.manifest.requests, export.exported.manifest.reports) == (30, 200)
    run_local(export, tmp_path / "results", tmp_path / "work")
    assert take_back(small, export, tmp_path / "results").requests == 30
