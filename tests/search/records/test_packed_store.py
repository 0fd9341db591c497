"""What comparing reads of a record is kept sealed beside it, as its sections say now, and comes with the candidates."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, delete, event, func, select, update
from sqlalchemy.orm import Session

from matching import Engine
from matching.candidate_index import CANDIDATES
from matching.pairs import Pairs
from matching.record import MatchRecord, PersonName
from search.commands import Again, AmendSearch, WithdrawSearch
from search.errors import SealBroken
from search.filing.registering_searches import amend_search, withdraw_search
from search.models import PackedRecord, RecordKey, RecordSide
from search.records.associated_data import packed_record_place
from search.records.key_digests import candidates
from search.records.packed_store import PackedCandidates, packed_candidates
from search.records.sections import read_sections, record_key
from search.storage.encryption import unseal
from tests.search.scene import NOW, PEOPLE, Scene, family_of, found, sought
from tests.search.travellers import number_of

FOUND, SOUGHT = RecordSide.FOUND, RecordSide.SOUGHT
NAME, HEARD = PEOPLE[2]
# Ways in which what is kept of a record can be of no use.
OF_NO_USE = {
    "packed by other tables": update(PackedRecord).values(layout=PackedRecord.layout + 1),
    "packed of an earlier revision": update(PackedRecord).values(revision=PackedRecord.revision - 1),
    "not there": delete(PackedRecord),
}


def rows(scene: Scene) -> dict[int, PackedRecord]:
    """What is kept, by the record's number."""
    with scene.database.reading() as session:
        return {row.record_number: row for row in session.scalars(select(PackedRecord))}


def view_packed(session: Session, number: int) -> bytes:
    """What the newest section of a record comes to."""
    engine = Engine.load()
    return engine.pack(engine.prepare(read_sections(session, (number,), MatchRecord)[number]))


def opened(session: Session, row: PackedRecord) -> bytes:
    place = packed_record_place(row.record_number, row.revision)
    return unseal(record_key(session, row.record_number), row.sealed, place)


def look(session: Session, number: int, side: RecordSide = FOUND, limit: int = CANDIDATES) -> PackedCandidates:
    """The candidates of a record of the other side."""
    engine = Engine.load()
    prepared = engine.prepare(read_sections(session, (number,), MatchRecord)[number])
    return packed_candidates(session, side, engine.sought_keys(prepared), engine, limit)


def weights(scene: Scene, search: int) -> dict[int, float]:
    """What each report weighs against a search, by number."""
    engine = Engine.load()
    with scene.database.reading() as session:
        own = engine.columns([view_packed(session, search)])
        reports = look(session, search)
    pairs = Pairs.one_with_all(own, engine.columns(reports.packed))
    return dict(zip(reports.numbers, engine.score(pairs), strict=True))


def file_search(scene: Scene, name: str = NAME, person: int = 2) -> int:
    return number_of(scene, scene.file(sought(name, person)).case_id)


def file_report(scene: Scene, name: str = HEARD, person: int = 2, number: str = "") -> int:
    return number_of(scene, scene.report(found(name, person, sender_number=number, again=Again.SAME)).report_id)


def test_with_each_filing_what_comparing_reads_is_stored_and_sealed(scene: Scene) -> None:
    numbers = [file_search(scene), file_report(scene), *(file_report(scene, name, 5) for _, name in PEOPLE[3:6])]
    kept = rows(scene)
    assert sorted(kept) == sorted(numbers)
    with scene.database.reading() as session:
        for number, row in kept.items():
            assert (row.revision, row.layout) == (1, Engine.load().layout)
            assert opened(session, row) == view_packed(session, number)
            assert view_packed(session, number) not in row.sealed


def test_a_newer_version_of_a_report_replaces_what_was_kept(scene: Scene) -> None:
    number = file_report(scene, number="S-1")
    before = rows(scene)[number]
    assert file_report(scene, "Somebody Else Invented", 7, number="S-1") == number
    ((_, after),) = rows(scene).items()
    with scene.database.reading() as session:
        assert (after.revision, opened(session, after)) == (2, view_packed(session, number))
        assert opened(session, after) != opened(session, before)


def test_what_a_family_adds_is_compared_from_then_on(scene: Scene) -> None:
    case, report = scene.file(sought(NAME, 2)), file_report(scene)
    number = number_of(scene, case.case_id)
    (before,) = weights(scene, number).values()
    said = sought(NAME, 2)
    command = AmendSearch(
        case_id=case.case_id,
        sought=dataclasses.replace(said.sought, names=(*said.sought.names, PersonName(HEARD))),
        identifiers=said.identifiers,
        filing=said.filing,
    )
    with scene.database.transaction() as session:
        amend_search(session, family_of(case), command, now=NOW)
    assert rows(scene)[number].revision == 2
    with scene.database.reading() as session:
        seen = look(session, report, SOUGHT)
        assert (seen.numbers, seen.packed) == ([number], [view_packed(session, number)])
    assert weights(scene, number)[report] > before


def test_candidates_come_best_first_each_with_its_own_bytes(scene: Scene) -> None:
    search = file_search(scene)
    stranger = file_report(scene, PEOPLE[4][1], 40)
    without_numbers = number_of(
        scene, scene.report(dataclasses.replace(found(HEARD, 2), identifiers=found("", 30).identifiers)).report_id
    )
    same = file_report(scene)
    engine = Engine.load()
    with scene.database.reading() as session:
        seen = look(session, search)
        keys = engine.sought_keys(engine.prepare(read_sections(session, (search,), MatchRecord)[search]))
        assert seen.numbers == candidates(session, FOUND, keys)
        assert seen.packed == [view_packed(session, number) for number in seen.numbers]
        assert look(session, search, limit=1).numbers == [same]
    assert list(seen.numbers)[:2] == [same, without_numbers]
    assert set(seen.numbers) <= {same, without_numbers, stranger}


def test_nobody_is_found_by_no_keys(scene: Scene) -> None:
    file_report(scene)
    with scene.database.reading() as session:
        seen = packed_candidates(session, FOUND, (), Engine.load())
    assert (list(seen.numbers), list(seen.packed)) == ([], [])


def test_a_withdrawn_search_is_no_candidate(scene: Scene) -> None:
    case, report = scene.file(sought(NAME, 2)), file_report(scene)
    number = number_of(scene, case.case_id)
    with scene.database.reading() as session:
        assert look(session, report, SOUGHT).numbers == [number]
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    with scene.database.reading() as session:
        assert look(session, report, SOUGHT).numbers == []


def test_a_record_whose_key_was_destroyed_is_left_out_and_the_others_are_found(scene: Scene) -> None:
    search, erased, kept = file_search(scene), file_report(scene), file_report(scene, "Wilmer Quintanilla")
    assert set(weights(scene, search)) == {erased, kept}
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey).where(RecordKey.record_number == erased))
    assert set(weights(scene, search)) == {kept}


@pytest.mark.parametrize("why", list(OF_NO_USE))
def test_what_is_of_no_use_is_prepared_anew_and_weighs_the_same(scene: Scene, why: str) -> None:
    scene.populate(len(PEOPLE))
    searches = [number for number, _ in enumerate(PEOPLE, start=1)]
    before = {number: weights(scene, number) for number in searches}
    with scene.database.transaction() as session:
        session.execute(OF_NO_USE[why])
    assert {number: weights(scene, number) for number in searches} == before
    assert all(before.values())


def test_some_kept_and_some_prepared_anew_stay_in_their_order(scene: Scene) -> None:
    search = file_search(scene)
    reports = [file_report(scene, name, 2) for name in (HEARD, NAME, "Wilmer Quintanilla")]
    before = weights(scene, search)
    assert set(before) == set(reports)
    with scene.database.transaction() as session:
        session.execute(delete(PackedRecord).where(PackedRecord.record_number == next(iter(before))))
    assert list(weights(scene, search).items()) == list(before.items())


def test_what_was_packed_by_tables_of_today_is_of_no_use_tomorrow(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    search, report = file_search(scene), file_report(scene)
    before = weights(scene, search)
    with scene.database.transaction() as session:
        session.execute(update(PackedRecord).values(sealed=b"of no use"))
    tomorrow = Engine.load().layout ^ 1
    monkeypatch.setattr(Engine, "layout", property(lambda _engine: tomorrow))
    assert weights(scene, search) == before
    assert list(before) == [report]


@pytest.mark.parametrize("moved", ["to another record", "to another revision", "altered"])
def test_what_was_moved_or_altered_does_not_open(scene: Scene, moved: str) -> None:
    search = file_search(scene)
    one, other = file_report(scene, number="S-1"), file_report(scene, "Wilmer Quintanilla", number="S-2")
    first, second = rows(scene)[one].sealed, rows(scene)[other].sealed
    if moved == "to another revision":
        file_report(scene, "Wilmer Adalberto", number="S-1")
    instead = {one: second, other: first} if moved == "to another record" else {one: first}
    if moved == "altered":
        instead = {one: first[:-1] + bytes([first[-1] ^ 1])}
    with scene.database.transaction() as session:
        for number, sealed in instead.items():
            session.execute(update(PackedRecord).where(PackedRecord.record_number == number).values(sealed=sealed))
    with scene.database.reading() as session, pytest.raises(SealBroken, match="seal_broken") as caught:
        look(session, search)
    assert "packed_records.sealed" in str(caught.value)


def test_all_candidates_come_by_one_statement(scene: Scene) -> None:
    scene.populate(len(PEOPLE))
    with scene.database.reading() as session:
        engine = Engine.load()
        keys = engine.sought_keys(engine.prepare(read_sections(session, (1,), MatchRecord)[1]))
        with statements(session) as asked:
            seen = packed_candidates(session, FOUND, keys, engine)
    assert len(asked) == 1
    assert len(seen.numbers) > 1


def test_there_is_one_row_to_a_record_however_often_it_changed(scene: Scene) -> None:
    (number,) = {file_report(scene, name, number="S-1") for name in (HEARD, "Somebody Else", "Wilmer", HEARD)}
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(PackedRecord)).scalar_one() == 1
    # The first name again is no news.
    assert rows(scene)[number].revision == 3


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    engine = session.get_bind().engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)
