"""The registry is counted record by record, by the operator only, after the audit was told."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, select, update

from matching.names.part_rarity import PartCounts, coarse
from matching.names.phonetic import sound_of
from matching.record import NameKind, PersonName
from search.access import ANYONE, OPERATOR, WORKER
from search.commands import ReportFound
from search.errors import AccessDenied
from search.evaluation import counting_name_parts
from search.evaluation.counting_name_parts import begin_counting, count_batch
from search.filing.reporting_found_persons import store_reports
from search.models import AuditEntry, Record, RecordKey
from search.records.part_frequency_file import sounds_of
from tests.search.scene import NOW, Scene, found, sought

COMMON, OTHER = "Qorvandil", "Zubmertak"
# What does not depend on the engine is tried on the embedded one.
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


def named(number: int, *names: PersonName, nationalities: tuple[str, ...] = ("ER",)) -> ReportFound:
    report = found(COMMON, number, sender_number=f"S{number}")
    return replace(report, found=replace(report.found, names=names, nationalities=nationalities))


def store(scene: Scene, *reports: ReportFound) -> None:
    with scene.database.transaction() as session:
        store_reports(session, scene.shelter_id, reports, now=NOW)


def counted(scene: Scene) -> PartCounts:
    counts, last = PartCounts(), 0
    while True:
        with scene.database.reading() as session:
            reached = count_batch(session, OPERATOR, counts, after=last)
        if reached is None:
            return counts
        last = reached


def sound(name: str) -> str:
    (one,) = sounds_of((name,))
    assert one == coarse(sound_of(name.lower()))
    return one


def test_both_sides_are_counted_by_the_sounds_of_their_names(scene: Scene) -> None:
    scene.file(sought(f"{COMMON} {OTHER}"))
    store(scene, *(named(n, PersonName(COMMON)) for n in range(239)))
    counts = counted(scene)
    assert (counts.people, counts.cultures) == (240, 1)
    assert counts.per_million() == {sound(COMMON): 1_000_000}


def test_batches_together_are_everybody_once(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting_name_parts, "_BATCH", 7)
    store(scene, *(named(n, PersonName(COMMON)) for n in range(22)))
    assert counted(scene).people == 22


@on_sqlite
def test_a_record_counts_once_however_many_names_and_nationalities_it_has(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matching.names.part_rarity.LEAST_PEOPLE", 10)
    both = (PersonName(COMMON), PersonName(f"{COMMON} {OTHER}", NameKind.SPELLING_ON_PAPERS))
    store(scene, *(named(n, *both, nationalities=("ER", "ET")) for n in range(9)))
    counts = counted(scene)
    assert (counts.people, counts.cultures, counts.per_million()) == (9, 0, {})
    store(scene, named(9, PersonName(COMMON), nationalities=()), *(named(n, PersonName(OTHER)) for n in range(10, 12)))
    counts = counted(scene)
    assert (counts.people, counts.cultures) == (12, 1)
    assert set(counts.per_million()) == {sound(COMMON), sound(OTHER)}


@on_sqlite
def test_a_parent_s_name_is_not_the_person_s_and_a_body_without_a_name_is_nobody(scene: Scene) -> None:
    given, mother = PersonName(COMMON, NameKind.GIVEN), PersonName(OTHER, NameKind.MOTHER)
    store(scene, named(1, given, mother), named(2))
    counts = counted(scene)
    assert counts.people == 1
    assert set(counts._bearers) == {sound(COMMON)}


@on_sqlite
def test_withdrawn_and_erased_records_are_left_out(scene: Scene) -> None:
    store(scene, *(named(n, PersonName(COMMON)) for n in range(4)))
    with scene.database.transaction() as session:
        first, second, *_ = session.scalars(select(Record.number).order_by(Record.number)).all()
        session.execute(update(Record).where(Record.number == first).values(withdrawn_at=NOW))
        session.execute(delete(RecordKey).where(RecordKey.record_number == second))
    assert counted(scene).people == 2
    with scene.database.transaction() as session:
        assert begin_counting(session, OPERATOR, now=NOW) == 2


def test_counting_is_audited_with_its_size_only(scene: Scene) -> None:
    store(scene, named(1, PersonName(COMMON)))
    with scene.database.transaction() as session:
        begin_counting(session, OPERATOR, now=NOW)
    with scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
    assert entry is not None
    assert (entry.actor_kind, entry.action, entry.subject_kind, entry.subject_id, entry.detail) == (
        "operator",
        "count_name_parts",
        "registry",
        "names",
        {"records": 1},
    )


@pytest.mark.parametrize("who", ["anyone", "reviewer", "shelter", "worker"])
@on_sqlite
def test_only_the_operator_counts(scene: Scene, who: str) -> None:
    actor = {"anyone": ANYONE, "reviewer": scene.reviewers[0], "shelter": scene.shelter, "worker": WORKER}[who]
    with scene.database.transaction() as session:
        with pytest.raises(AccessDenied):
            begin_counting(session, actor, now=NOW)
        with pytest.raises(AccessDenied):
            count_batch(session, actor, PartCounts(), after=0)
