"""A database that was made with other keys is refused at the start, whatever it holds; an altered row alone is not."""

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import insert, inspect, update

from matching import Engine
from search.access import OPERATOR, Action
from search.accounts.audit_chain import record_act
from search.accounts.master_key_check import require_own_keys
from search.errors import Refused
from search.models import Account, AuditHead, Base, Organisation, RecordKey
from search.records.associated_data import one_time_code_place
from search.storage import encryption
from search.storage.database import Database, has_tables
from search.storage.encryption import Vault
from search.vocabulary import OrganisationKind
from tests.search.scene import NOW, Scene, sought

OTHER = Vault.from_master_key(b"o" * 32)


def with_an_entry(database: Database) -> None:
    with database.transaction() as session:
        record_act(session, OPERATOR, Action.VERIFY_AUDIT, subject=("audit", "chain"), now=NOW)


def with_a_record_key(database: Database) -> None:
    row = {"number": 1, "id": uuid.uuid4(), "side": "found", "version": 1, "revision": 1, "matched_version": 1}
    _, wrapped = database.vault.new_record_key("1")
    with database.transaction() as session:
        session.execute(insert(Base.metadata.tables["records"]), [row | {"entry_date": NOW}])
        session.add(RecordKey(record_number=1, master=wrapped.master, wrapped=wrapped.wrapped))


def with_staff(database: Database) -> None:
    account = Account(
        id=uuid.uuid4(), organisation_id=uuid.uuid4(), role="committee", login="invented", password_hash=""
    )
    account.totp_sealed = database.vault.seal_secret(b"secret", one_time_code_place(account.id))
    with database.transaction() as session:
        session.add(Organisation(id=account.organisation_id, name="A", kind=OrganisationKind.COMMITTEE.value))
        session.flush()
        session.add(account)


CONTENTS = [with_an_entry, with_a_record_key, with_staff]


def opened_with(database: Database, vault: Vault) -> Database:
    return Database(database.engine, vault, database.matching)


def test_an_empty_database_is_anybodys(database: Database) -> None:
    for vault in (database.vault, OTHER):
        require_own_keys(opened_with(database, vault))


@pytest.mark.parametrize("fill", CONTENTS)
def test_what_was_made_with_these_keys_is_opened(database: Database, fill: Callable[[Database], None]) -> None:
    fill(database)
    require_own_keys(database)


@pytest.mark.parametrize("fill", CONTENTS)
def test_whatever_was_made_with_other_keys_is_refused(database: Database, fill: Callable[[Database], None]) -> None:
    fill(database)
    with pytest.raises(Refused, match="database_of_other_keys"):
        require_own_keys(opened_with(database, OTHER))


def test_the_right_master_key_under_another_name_of_the_project_is_refused(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.file(sought("Samir Haddad"))
    derive = encryption._derive
    monkeypatch.setattr(encryption, "_derive", lambda key, purpose: derive(key, f"formerly {purpose}"))
    renamed = Vault.from_master_key(bytes(range(32)))
    require_own_keys(scene.database)
    with pytest.raises(Refused, match="database_of_other_keys"):
        require_own_keys(opened_with(scene.database, renamed))


def test_one_altered_row_does_not_keep_whoever_looks_into_it_from_starting(scene: Scene) -> None:
    scene.file(sought("Samir Haddad"))
    with scene.database.transaction() as session:
        session.execute(update(AuditHead).values(signature=b"forged"))
    require_own_keys(scene.database)


def test_a_key_of_a_later_rotation_is_tried_under_its_own_master_key(database: Database) -> None:
    masters = {"1": bytes(range(32)), "2": b"n" * 32}
    with_a_record_key(opened_with(database, Vault(masters, "2")))
    require_own_keys(opened_with(database, Vault(masters, "2")))
    with pytest.raises(Refused, match="database_of_other_keys"):
        require_own_keys(database)


def test_a_database_that_was_never_migrated_is_nobodys_and_stays_as_it_is(empty_database_url: str) -> None:
    unmigrated = Database.open(empty_database_url, OTHER, Engine.load())
    try:
        require_own_keys(unmigrated)
        assert inspect(unmigrated.engine).get_table_names() == []
    finally:
        unmigrated.close()


def test_whether_a_database_is_there_is_told_without_making_one(
    empty_sqlite_url: str, sqlite_url: str, tmp_path: Path
) -> None:
    assert not has_tables(empty_sqlite_url)
    assert not (tmp_path / "empty.sqlite").exists()
    assert has_tables(sqlite_url)
