"""A registry that is filled in at once holds what filing its records one by one would have stored."""

import random
import uuid
from dataclasses import dataclass

import pytest
from sqlalchemy import select, text

from benchmarks.invented.invented_registry import Size, invent_registry
from benchmarks.registry_filling import Senders, fill, settle
from matching.record import MatchRecord, Side
from search.filing.record_storing import Filed, new_id, store_new
from search.models import BlockingKey, FoundReport, KeySide, PackedRecord, Record, SearchRequest
from search.records.associated_data import packed_record_place
from search.records.change_numbers import current_version
from search.records.sections import read_section, record_key
from search.storage.database import Database
from search.storage.encryption import unseal
from tests.search.scene import NOW, PEOPLE, Scene, found, sought

SIZE = Size(requests=8, reports=12)
ALL = SIZE.requests + SIZE.reports


@dataclass(frozen=True, slots=True)
class Stored:
    """What the engine needs of one record, opened."""

    packed: bytes
    layout: int
    keys: frozenset[tuple[int, int]]
    view: MatchRecord | None


@pytest.fixture
def views() -> list[MatchRecord]:
    return [account.record for account in invent_registry(SIZE, random.Random(3))]  # noqa: S311 - invented people, no secret


@pytest.fixture
def filled(scene: Scene, views: list[MatchRecord]) -> list[int]:
    """The registry filled in; what was told on the way."""
    told: list[int] = []
    assert fill(scene.database, iter(views), senders(scene), told.append) == ALL
    return told


@pytest.mark.usefixtures("filled")
def test_every_record_is_there_under_its_place(scene: Scene, views: list[MatchRecord]) -> None:
    with scene.database.reading() as session:
        rows = session.scalars(select(Record).order_by(Record.number)).all()
        assert [(row.number, row.side) for row in rows] == [
            (number, "sought" if view.side is Side.SOUGHT else "found") for number, view in enumerate(views, start=1)
        ]
        assert [read_section(session, row.number, MatchRecord) for row in rows] == views
        committees = set(session.scalars(select(SearchRequest.committee_id)))
        organisations = set(session.scalars(select(FoundReport.organisation_id)))
    assert (committees, organisations) == ({scene.committee}, {scene.shelter_id})


@pytest.mark.usefixtures("filled")
def test_comparing_reads_of_each_what_filing_it_would_have_stored(scene: Scene, views: list[MatchRecord]) -> None:
    at_once = [stored(scene.database, number) for number in range(1, ALL + 1)]
    with scene.database.transaction() as session:
        filed = [Filed(row(scene, view, place), (), view) for place, view in enumerate(views)]
        store_new(session, filed)
        numbers = [one.record.number for one in filed]
    assert numbers == list(range(ALL + 1, 2 * ALL + 1))
    assert [stored(scene.database, number) for number in numbers] == at_once
    assert {one.layout for one in at_once} == {scene.database.matching.layout}
    assert all(one.keys for one in at_once)


@pytest.mark.usefixtures("filled")
def test_nothing_waits_until_somebody_files_and_is_compared_with_all_of_it(scene: Scene) -> None:
    with scene.database.reading() as session:
        assert current_version(session) == 1
        assert {(one.version, one.matched_version) for one in session.scalars(select(Record))} == {(1, 1)}
    assert scene.match() == 0
    name, heard = PEOPLE[0]
    scene.file(sought(name))
    scene.report(found(heard))
    assert scene.match() >= 1
    with scene.database.reading() as session:
        newest = session.scalars(select(Record.version).order_by(Record.number.desc()).limit(2)).all()
    assert newest == [3, 2]


def test_a_record_that_was_filled_in_is_proposed_for_one_that_is_filed(scene: Scene) -> None:
    from_a_shelter = found(PEOPLE[1][1], 1)
    view = MatchRecord(
        side=Side.FOUND,
        kind="shelter",
        names=from_a_shelter.found.names,
        birth=from_a_shelter.found.birth,
        phones=from_a_shelter.identifiers.phones,
    )
    fill(scene.database, [view], senders(scene), lambda _done: None)
    settle(scene.database)
    scene.file(sought(PEOPLE[1][0], 1))
    assert scene.match() == 1


def test_progress_is_told(filled: list[int]) -> None:
    assert filled == [ALL]


@pytest.mark.usefixtures("filled")
def test_the_indexes_that_stood_in_the_way_are_there_again(scene: Scene) -> None:
    settle(scene.database)
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index'",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'",
    }[scene.database.engine.dialect.name]
    with scene.database.engine.connect() as connection:
        names = set(connection.execute(text(catalogue)).scalars())
    assert "ix_blocking_keys_record_number" in names


def senders(scene: Scene) -> Senders:
    return Senders(scene.committee, scene.shelter_id, NOW)


def row(scene: Scene, view: MatchRecord, place: int) -> Record:
    """The row of a record as the services make it."""
    if view.side is Side.FOUND:
        return FoundReport(
            id=new_id(), side="found", organisation_id=scene.shelter_id, kind=view.kind, channel="file",
            content_digest=-place, version=2, revision=1, entry_date=NOW,
        )  # fmt: skip
    return SearchRequest(
        id=new_id(), side="sought", reference=f"X{uuid.uuid4().hex[:8]}", passphrase_hash="", language="en",
        reply_language="en", channel="file", committee_id=scene.committee, version=2, revision=1, entry_date=NOW,
    )  # fmt: skip


def stored(database: Database, number: int) -> Stored:
    own = BlockingKey.record_number == number, BlockingKey.side.in_([KeySide.SOUGHT.value, KeySide.FOUND.value])
    with database.reading() as session:
        packed = session.get_one(PackedRecord, number)
        place = packed_record_place(number, packed.revision)
        keys = session.execute(select(BlockingKey.side, BlockingKey.digest).where(*own))
        return Stored(
            packed=unseal(record_key(session, number), packed.sealed, place),
            layout=packed.layout,
            keys=frozenset((side, digest) for side, digest in keys),
            view=read_section(session, number, MatchRecord),
        )
