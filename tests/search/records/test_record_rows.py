"""What is kept beside a record is made without a database, sealed in its place, and alike however it is written."""

import datetime
import uuid

import pytest
from sqlalchemy import insert, select

from matching import Engine
from matching.record import MatchRecord, PersonName, Side
from search.documents import Description
from search.models import Base, PackedRecord, RecordKey, RecordSide, Section, SectionKind
from search.records.associated_data import packed_record_place, section_place
from search.records.key_digests import digests
from search.records.record_rows import Contents, RecordRows
from search.records.sections import encode, read_section
from search.storage.database import Database
from search.storage.encryption import Vault, WrappedKey, unseal

NUMBER = 7
VIEW = MatchRecord(side=Side.FOUND, names=(PersonName("Samir Haddad"),))
DESCRIPTION = Description(names=VIEW.names)


def contents(revision: int = 1) -> Contents:
    prepared = Engine.load().prepare(VIEW)
    return Contents(
        number=NUMBER, revision=revision, side=RecordSide.FOUND, documents=(DESCRIPTION, VIEW), prepared=prepared
    )


@pytest.fixture
def rows(vault: Vault) -> RecordRows:
    made = RecordRows()
    made.add_new(vault, Engine.load(), contents())
    return made


def key_of(rows: RecordRows, vault: Vault) -> bytes:
    (row,) = rows.record_keys
    return vault.unwrap(WrappedKey(row["master"], row["wrapped"]), str(row["record_number"]))


def test_each_document_is_sealed_in_its_place_under_the_record_s_own_key(rows: RecordRows, vault: Vault) -> None:
    key = key_of(rows, vault)
    opened = {
        row["kind"]: unseal(key, row["sealed"], section_place(NUMBER, SectionKind(row["kind"]), 1))
        for row in rows.sections
    }
    assert opened == {"description": encode(DESCRIPTION), "matching": encode(VIEW)}


def test_what_comparing_reads_is_packed_and_sealed(rows: RecordRows, vault: Vault) -> None:
    (row,) = rows.packed_records
    opened = unseal(key_of(rows, vault), row["sealed"], packed_record_place(NUMBER, 1))
    assert opened == Engine.load().pack(contents().prepared)


def test_the_keys_by_which_it_is_found_are_digests(rows: RecordRows, vault: Vault) -> None:
    (held,) = rows.held_keys
    assert (held.side, held.number) == (RecordSide.FOUND, NUMBER)
    assert held.digests == digests(vault, Engine.load().blocking_keys(contents().prepared))
    assert held.digests


def test_no_column_is_left_to_whoever_writes(rows: RecordRows) -> None:
    for model, made in (
        (RecordKey, rows.record_keys),
        (Section, rows.sections),
        (PackedRecord, rows.packed_records),
    ):
        columns = set(Base.metadata.tables[model.__tablename__].columns.keys())
        assert [set(row) for row in made] == [columns] * len(made)


def test_a_later_revision_is_sealed_under_the_key_that_is_there(rows: RecordRows, vault: Vault) -> None:
    key = key_of(rows, vault)
    later = RecordRows()
    later.add_revision(vault, Engine.load(), contents(2), key)
    assert later.record_keys == []
    assert {row["revision"] for row in (*later.sections, *later.packed_records)} == {2}
    assert unseal(key, later.packed_records[0]["sealed"], packed_record_place(NUMBER, 2))


@pytest.mark.parametrize("by", ["session", "connection"])
def test_rows_are_written_by_a_session_and_by_a_connection_alike(database: Database, rows: RecordRows, by: str) -> None:
    record = {"number": NUMBER, "id": uuid.uuid4(), "side": "found", "revision": 1, "version": 1, "matched_version": 0}
    moment = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
    with database.transaction() as session:
        session.execute(insert(Base.metadata.tables["records"]), [record | {"entry_date": moment}])
        rows.write(session if by == "session" else session.connection())
    with database.reading() as session:
        assert read_section(session, NUMBER, Description) == DESCRIPTION
        assert read_section(session, NUMBER, MatchRecord) == VIEW
        assert session.scalars(select(PackedRecord.record_number)).all() == [NUMBER]
