"""A chain begins once, signed, and only in a database in which nothing happened yet."""

import pytest
from sqlalchemy import select, text

from search.models import AuditHead
from search.storage.chain_heads import ChainHead, begin_chain, chain_start
from search.storage.database import Database
from search.storage.encryption import Vault
from tests.search.scene import Scene


def test_a_new_database_has_a_signed_beginning_of_its_own(database: Database) -> None:
    head = kept(database)
    assert head.chain_id is not None
    signed = ChainHead(head.chain_id, 0, chain_start(database.vault, head.chain_id))
    assert (head.mac, head.signature) == (signed.mac, signed.signature(database.vault))


def test_beginning_again_changes_nothing(database: Database) -> None:
    before = kept(database).chain_id
    database.migrate()
    assert kept(database).chain_id == before


def test_a_database_that_is_in_use_is_not_signed_anew(scene: Scene) -> None:
    with scene.database.engine.execution_options(ovillo_writes=True).begin() as connection:
        connection.execute(text("UPDATE audit_head SET chain_id = NULL"))
        begin_chain(connection, scene.database.vault)
    assert kept(scene.database).chain_id is None


@pytest.mark.parametrize(
    "other", [ChainHead("a" * 32, 1, b"m"), ChainHead("b" * 32, 0, b"m"), ChainHead("a" * 32, 0, b"n")]
)
def test_a_signature_is_of_one_chain_one_length_and_one_link(vault: Vault, other: ChainHead) -> None:
    assert ChainHead("a" * 32, 0, b"m").signature(vault) != other.signature(vault)


def kept(database: Database) -> AuditHead:
    with database.reading() as session:
        return session.scalars(select(AuditHead)).one()
