"""Moments and small documents come back from either database as they went in."""

import datetime

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from matching import Engine
from search.storage.database import Database
from search.storage.encryption import Vault
from search.storage.types import JSONText, UTCDateTime

NOON = datetime.datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=datetime.UTC)
TABLE = Table(
    "kept", MetaData(), Column("id", Integer, primary_key=True), Column("at", UTCDateTime), Column("said", JSONText)
)


@pytest.fixture
def kept(database: Database) -> Database:
    """A database with one more table."""
    TABLE.create(database.engine)
    return database


@pytest.mark.parametrize("hours", [0, 5.5, -7])
def test_a_moment_comes_back_in_utc_wherever_it_was_told(kept: Database, hours: float) -> None:
    told = NOON.astimezone(datetime.timezone(datetime.timedelta(hours=hours)))
    with kept.transaction() as session:
        session.execute(insert(TABLE).values(at=told))
        back = session.execute(select(TABLE.c.at)).scalar_one()
    assert (back, back.utcoffset()) == (NOON, datetime.timedelta(0))


@pytest.mark.parametrize("said", [{"b": [1, None], "a": "ተስፋለም"}, [["names", "same", 9.0]], 0, "", None])
def test_a_document_comes_back_as_it_was(kept: Database, said: object) -> None:
    with kept.transaction() as session:
        session.execute(insert(TABLE).values(said=said))
        assert session.execute(select(TABLE.c.said)).scalar_one() == said


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_moment_without_a_zone_is_refused_instead_of_guessed(kept: Database) -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(StatementError, match="naive datetime"), kept.transaction() as session:
        session.execute(insert(TABLE).values(at=naive))


def test_equal_documents_are_equal_text() -> None:
    dialect = Database.open("sqlite://", Vault.from_master_key(bytes(32)), Engine.load()).engine.dialect
    one, other = (JSONText().process_bind_param(said, dialect) for said in ({"a": 1, "b": 2}, {"b": 2, "a": 1}))
    assert one == other == '{"a":1,"b":2}'
