"""Packed records in the database: stored with each filing, read many at once when another looks for candidates."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from matching import Engine, PreparedRecord
from matching.candidate_index import CANDIDATES
from matching.record import MatchRecord
from search.models.records import PackedRecord, Record, RecordKey, RecordSide
from search.records.associated_data import packed_record_place
from search.records.key_digests import digests, wanted_keys, with_shared
from search.records.sections import read_sections, vault_of
from search.storage.encryption import WrappedKey, seal, unseal


@dataclass(frozen=True, slots=True)
class PackedCandidates:
    """Records of one side, the most promising first: their numbers, and all that comparing reads of each."""

    numbers: Sequence[int]
    packed: Sequence[bytes]


def packed_row(key: bytes, number: int, revision: int, prepared: PreparedRecord, engine: Engine) -> dict[str, Any]:
    """The row of a record as the engine packs it, sealed under the record's key."""
    sealed = seal(key, engine.pack(prepared), packed_record_place(number, revision))
    return {"record_number": number, "revision": revision, "layout": engine.layout, "sealed": sealed}


def drop_packed(session: Session, number: int) -> None:
    """Forget what was packed of an earlier revision of a record."""
    session.execute(delete(PackedRecord).where(PackedRecord.record_number == number))


def packed_candidates(
    session: Session,
    side: RecordSide,
    keys: Collection[str],
    engine: Engine,
    limit: int = CANDIDATES,
    *,
    without: Collection[int] = (),
) -> PackedCandidates:
    """The records of `side` that share the rarest of the keys, by one query; withdrawn ones are left out.

    What is packed by other tables is prepared anew from its section.
    """
    wanted = digests(vault_of(session), keys)
    if not wanted:
        return PackedCandidates((), ())
    asked = wanted_keys(session, side, wanted, limit) | {"layout": engine.layout}
    found = session.execute(with_shared(session, _PACKED), asked)
    rows = [row for row in found if row.number not in without]
    vault = vault_of(session)
    packed = {
        number: unseal(
            vault.unwrap(WrappedKey(master, wrapped), str(number)), sealed, packed_record_place(number, revision)
        )
        for number, revision, master, wrapped, sealed in rows
        if sealed is not None
    }
    outdated = [row.number for row in rows if row.sealed is None]
    views = read_sections(session, outdated, MatchRecord) if outdated else {}
    packed |= {number: engine.pack(engine.prepare(view)) for number, view in views.items()}
    numbers = [row.number for row in rows if row.number in packed]
    return PackedCandidates(numbers, [packed[number] for number in numbers])


def packed_of(session: Session, number: int, engine: Engine) -> bytes | None:
    """What is packed of one record by the engine's tables; None where nothing is."""
    asked = (
        select(Record.revision, RecordKey.master, RecordKey.wrapped, PackedRecord.sealed)
        .join(RecordKey, RecordKey.record_number == Record.number)
        .join(PackedRecord, PackedRecord.record_number == Record.number)
        .where(Record.number == number, PackedRecord.revision == Record.revision)
        .where(PackedRecord.layout == engine.layout)
    )
    row = session.execute(asked).first()
    if row is None:
        return None
    key = vault_of(session).unwrap(WrappedKey(row.master, row.wrapped), str(number))
    return unseal(key, row.sealed, packed_record_place(number, row.revision))


_PACKED = """
SELECT shared.number, records.revision, record_keys.master, record_keys.wrapped, packed_records.sealed
FROM shared
JOIN records ON records.number = shared.number AND records.withdrawn_at IS NULL
JOIN record_keys ON record_keys.record_number = shared.number
LEFT JOIN packed_records ON packed_records.record_number = shared.number
    AND packed_records.revision = records.revision AND packed_records.layout = CAST(:layout AS bigint)
ORDER BY shared.bits DESC, shared.number
"""
