"""All that is stored of records beside their own rows: keys, sealed sections, packed forms, blocking keys.

Rows are made without a database, so that many processes can make them at once, and then written: whether one record is
filed or a registry of a million is filled in, what is stored comes from here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert
from sqlalchemy.orm import Session

from matching import Engine, PreparedRecord
from search.models.records import PackedRecord, RecordKey, RecordSide, Section
from search.records.key_digests import HeldKeys, digests
from search.records.packed_store import packed_row
from search.records.sections import section_row
from search.storage.encryption import Vault

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """One revision of a record: its documents, the engine's view among them, and that view prepared."""

    number: int
    revision: int
    side: RecordSide
    documents: Sequence[object]
    prepared: PreparedRecord


@dataclass(frozen=True, slots=True)
class RecordRows:
    """Rows of some records by table, and the blocking keys by which they are found."""

    record_keys: list[Row] = field(default_factory=list)
    sections: list[Row] = field(default_factory=list)
    packed_records: list[Row] = field(default_factory=list)
    held_keys: list[HeldKeys] = field(default_factory=list)

    def add_new(self, vault: Vault, engine: Engine, contents: Contents) -> None:
        """Add a new record, with a key of its own."""
        key, wrapped = vault.new_record_key(str(contents.number))
        self.record_keys.append(
            {"record_number": contents.number, "master": wrapped.master, "wrapped": wrapped.wrapped}
        )
        self.add_revision(vault, engine, contents, key)

    def add_revision(self, vault: Vault, engine: Engine, contents: Contents, key: bytes) -> None:
        """Add one revision of a record that has its key."""
        number, revision = contents.number, contents.revision
        self.sections.extend(section_row(key, number, revision, document) for document in contents.documents)
        self.packed_records.append(packed_row(key, number, revision, contents.prepared, engine))
        held = digests(vault, engine.blocking_keys(contents.prepared))
        self.held_keys.append(HeldKeys(contents.side, number, held))

    def write(self, connection: Session | Connection) -> None:
        """Write all but the blocking keys, which whoever writes very many writes in an order of their own."""
        for table, rows in (
            (RecordKey, self.record_keys),
            (Section, self.sections),
            (PackedRecord, self.packed_records),
        ):
            if rows:
                connection.execute(insert(table), rows)
