"""What processes of their own do at an export: read some records, open them, and seal them again as one part.

Found reports were packed and have their keys stored; only what other tables packed is prepared anew. Search requests
are prepared, because the keys under which they look for reports are not stored. A few hundred are in clear at a time.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from matching import Engine
from matching.record import MatchRecord
from search.models.records import BlockingKey, KeySide, PackedRecord, Record, RecordKey, RecordSide
from search.records.associated_data import packed_record_place
from search.records.chunks import chunks
from search.records.installed_engine import engine_of
from search.records.key_digests import digests
from search.records.sections import read_sections, vault_of
from search.relinking.export_folder import Part, PartKind
from search.relinking.export_parts import key_rows, record_rows, write_part
from search.relinking.export_sealing import Domain, ExportCipher, Numbers, Pseudonyms, record_place
from search.storage.database import Database
from search.storage.encryption import Vault, WrappedKey, unseal


@dataclass(frozen=True, slots=True)
class Opening:
    """What a process needs to read the registry and to write parts."""

    url: str
    vault: Vault
    engine: Engine
    folder: Path
    cipher: ExportCipher
    pseudonyms: Pseudonyms
    reports: Numbers


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one part."""

    side: RecordSide
    part: int
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class Digests:
    """The stored keys of one part: those of found reports between two digests, both included."""

    part: int
    first: int
    last: int


_opened: list[tuple[Opening, Database]] = []


def start(opening: Opening) -> None:
    """Open the database for this process alone."""
    _opened[:] = [(opening, Database.open(opening.url, opening.vault, opening.engine))]


def export_part(task: Records | Digests) -> list[Part]:
    """Write what one task asks for."""
    opening, database = _opened[0]
    with database.reading() as session:
        if isinstance(task, Digests):
            return [_stored_keys(session, opening, task)]
        return _requests(session, opening, task) if task.side is RecordSide.SOUGHT else _reports(session, opening, task)


def _stored_keys(session: Session, opening: Opening, task: Digests) -> Part:
    asked = select(BlockingKey.digest, BlockingKey.record_number).where(
        BlockingKey.side == KeySide.FOUND.value, BlockingKey.digest.between(task.first, task.last)
    )
    rows = session.execute(asked).all()
    pairs = np.fromiter(itertools.chain.from_iterable(rows), np.int64, 2 * len(rows)).reshape(-1, 2)
    pairs = pairs[np.isin(pairs[:, 1], opening.reports)]
    table = key_rows(opening.pseudonyms.of(pairs[:, 0], Domain.KEY), opening.pseudonyms.of(pairs[:, 1], Domain.RECORD))
    return write_part(opening.folder, RecordSide.FOUND, PartKind.KEYS, task.part, table, opening.cipher)


def _reports(session: Session, opening: Opening, task: Records) -> list[Part]:
    there: list[int] = []
    sealed: list[bytes] = []
    for chunk in chunks(task.numbers):
        packed = _packed(session, chunk.tolist())
        # One that was erased since the export began is not in it.
        numbers = [number for number in chunk.tolist() if number in packed]
        there += numbers
        pseudonyms = _pseudonyms(opening, numbers)
        sealed += _sealed(opening, pseudonyms.tolist(), [packed[number] for number in numbers])
        _forget(session)
    table = record_rows(_pseudonyms(opening, there), sealed)
    return [write_part(opening.folder, RecordSide.FOUND, PartKind.RECORDS, task.part, table, opening.cipher)]


def _requests(session: Session, opening: Opening, task: Records) -> list[Part]:
    there: list[int] = []
    sealed: list[bytes] = []
    keys: list[int] = []
    counts: list[int] = []
    engine = opening.engine
    for chunk in chunks(task.numbers):
        views = read_sections(session, chunk.tolist(), MatchRecord)
        numbers = sorted(views)
        there += numbers
        prepared = [engine.prepare(views[number]) for number in numbers]
        for one in prepared:
            wanted = digests(opening.vault, engine.sought_keys(one))
            keys += wanted
            counts.append(len(wanted))
        sealed += _sealed(opening, _pseudonyms(opening, numbers).tolist(), [engine.pack(one) for one in prepared])
        _forget(session)
    pseudonyms = _pseudonyms(opening, there)
    hidden = opening.pseudonyms.of(np.array(keys, dtype=np.int64), Domain.KEY)
    tables = {
        PartKind.KEYS: key_rows(hidden, np.repeat(pseudonyms, counts)),
        PartKind.RECORDS: record_rows(pseudonyms, sealed),
    }
    return [
        write_part(opening.folder, RecordSide.SOUGHT, kind, task.part, table, opening.cipher)
        for kind, table in tables.items()
    ]


def _pseudonyms(opening: Opening, numbers: Sequence[int]) -> Numbers:
    return opening.pseudonyms.of(np.array(numbers, dtype=np.int64), Domain.RECORD)


def _packed(session: Session, numbers: Sequence[int]) -> dict[int, bytes]:
    """All that comparing reads of some reports, by number."""
    current = and_(
        PackedRecord.record_number == Record.number,
        PackedRecord.revision == Record.revision,
        PackedRecord.layout == engine_of(session).layout,
    )
    rows = session.execute(
        select(Record.number, Record.revision, RecordKey.master, RecordKey.wrapped, PackedRecord.sealed)
        .join(RecordKey, RecordKey.record_number == Record.number)
        .outerjoin(PackedRecord, current)
        .where(Record.number.in_(numbers))
    )
    vault, engine = vault_of(session), engine_of(session)
    packed: dict[int, bytes] = {}
    for number, revision, master, wrapped, sealed in rows:
        if sealed is not None:
            key = vault.unwrap(WrappedKey(master, wrapped), str(number))
            packed[number] = unseal(key, sealed, packed_record_place(number, revision))
    outdated = [number for number in numbers if number not in packed]
    views = read_sections(session, outdated, MatchRecord) if outdated else {}
    return packed | {number: engine.pack(engine.prepare(view)) for number, view in views.items()}


def _sealed(opening: Opening, pseudonyms: Sequence[int], packed: Sequence[bytes]) -> list[bytes]:
    return [
        opening.cipher.seal(content, record_place(pseudonym))
        for pseudonym, content in zip(pseudonyms, packed, strict=True)
    ]


def _forget(session: Session) -> None:
    """Record keys that were unwrapped stay with a session: here, a chunk long."""
    session.info.pop("record_keys", None)
