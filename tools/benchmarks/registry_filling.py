"""A database filled with an invented registry, a million records in minutes: the same rows as filing them one by one.

Each record gets what comparing needs: its row, its key, its sealed description for the engine, its packed form and its
blocking keys. Nothing waits to be matched. Only for measuring: rows are written past the services, nothing is audited.
"""

import datetime
import itertools
import multiprocessing
import os
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, insert, text, update

from matching.record import MatchRecord, Side
from matching.record_packing import layout
from search.models import Base, FoundReport, PackedRecord, Record, RecordKey, RegistryClock, SearchRequest, Section
from search.models.records import KeySide, RecordSide, SectionKind
from search.records.associated_data import packed_record_place, section_place
from search.records.chunks import chunks
from search.records.installed_engine import shared_engine
from search.records.sections import encode
from search.storage.database import Database
from search.storage.encryption import Vault, seal
from search.vocabulary import Channel, ReportKind

_IN_PIECE = 500
_ROWS_AT_ONCE = 200_000
Digests = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Senders:
    """The committee that every search belongs to, the organisation that sent every report, and when."""

    committee: uuid.UUID
    organisation: uuid.UUID
    moment: datetime.datetime


@dataclass(frozen=True, slots=True)
class _Piece:
    """Rows of some records, sealed: by table; and digests of their keys, (side, digest, number) in columns."""

    rows: dict[str, list[dict[str, Any]]]
    keys: tuple[npt.NDArray[np.int8], Digests, Digests]


def fill(
    database: Database,
    records: Iterable[MatchRecord],
    senders: Senders,
    report: Callable[[int], None],
) -> int:
    """Store records as numbers from 1 on in an empty, migrated database; returns how many. All cores prepare."""
    keys: list[tuple[npt.NDArray[np.int8], Digests, Digests]] = []
    count = 0
    processes = multiprocessing.get_context("fork")
    writing = database.engine.execution_options(ovillo_writes=True)
    with (
        processes.Pool(os.cpu_count(), _start, (database.vault, senders)) as pool,
        writing.connect() as connection,
    ):
        _in_a_hurry(connection)
        for piece in pool.imap(_prepare, _pieces(records)):
            for table, rows in piece.rows.items():
                if rows:
                    connection.execute(insert(_TABLES[table]), rows)
            connection.commit()
            keys.append(piece.keys)
            count += len(piece.rows["records"])
            report(count)
        _store_keys(connection, keys)
        connection.execute(update(RegistryClock).values(value=1))
        _number_on(connection)
        connection.commit()
    return count


_TABLES = {
    model.__tablename__: Base.metadata.tables[model.__tablename__]
    for model in (Record, SearchRequest, FoundReport, RecordKey, Section, PackedRecord)
}
_shared: dict[str, Any] = {}


def _start(vault: Vault, senders: Senders) -> None:
    _shared.update(vault=vault, senders=senders)
    shared_engine()


def _pieces(records: Iterable[MatchRecord]) -> Iterator[list[tuple[int, MatchRecord]]]:
    numbered = enumerate(records, start=1)
    while piece := list(itertools.islice(numbered, _IN_PIECE)):
        yield piece


def _prepare(piece: list[tuple[int, MatchRecord]]) -> _Piece:
    """Everything about some records, worked out in a process of its own."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in _TABLES}
    sides, digests, numbers = [], [], []
    for number, view in piece:
        of_record = _digests(view, number, rows)
        digests += of_record
        numbers += [number] * len(of_record)
        sides += [KeySide.of(RecordSide(view.side.value)).value] * len(of_record)
    return _Piece(rows, (np.array(sides, np.int8), np.array(digests, np.int64), np.array(numbers, np.int64)))


def _digests(view: MatchRecord, number: int, rows: dict[str, list[dict[str, Any]]]) -> list[int]:
    """Add one record's rows, and return the digests of its keys."""
    vault, senders, engine = _shared["vault"], _shared["senders"], shared_engine()
    prepared = engine.prepare(view)
    key, wrapped = vault.new_record_key(str(number))
    sought = view.side is Side.SOUGHT
    rows["records"].append(
        {
            "number": number,
            "id": uuid.uuid4(),
            "side": (RecordSide.SOUGHT if sought else RecordSide.FOUND).value,
            "revision": 1,
            "version": 1,
            "matched_version": 1,
            "entry_date": senders.moment,
        }
    )
    rows["search_requests" if sought else "found_reports"].append(
        _request(number, senders) if sought else _report(number, view, senders)
    )
    rows["record_keys"].append({"record_number": number, "master": wrapped.master, "wrapped": wrapped.wrapped})
    kind = SectionKind.MATCHING.value
    sealed = seal(key, encode(view), section_place(number, SectionKind.MATCHING, 1))
    rows["sections"].append({"record_number": number, "kind": kind, "revision": 1, "sealed": sealed})
    packed = seal(key, engine.pack(prepared), packed_record_place(number, 1))
    rows["packed_records"].append({"record_number": number, "revision": 1, "layout": layout(), "sealed": packed})
    return sorted({vault.digest("blocking", each) for each in engine.blocking_keys(prepared)})


def _request(number: int, senders: Senders) -> dict[str, Any]:
    return {
        "number": number,
        "reference": f"M{number:08}",
        "passphrase_hash": "",
        "language": "en",
        "reply_language": "en",
        "channel": Channel.FILE.value,
        "committee_id": senders.committee,
    }


def _report(number: int, view: MatchRecord, senders: Senders) -> dict[str, Any]:
    return {
        "number": number,
        "organisation_id": senders.organisation,
        "kind": view.kind or ReportKind.OTHER.value,
        "channel": Channel.FILE.value,
        "content_digest": number,
    }


def _in_a_hurry(connection: Connection) -> None:
    """References between rows are right by construction, and checking each takes longer than all the rest.

    Nor does it matter what a power cut would leave of a database that is filled for a measurement.
    """
    driver: Any = connection.connection.driver_connection
    for statement in _HURRY[connection.dialect.name]:
        driver.execute(statement)
    connection.execute(text("DROP INDEX ix_blocking_keys_record_number"))


_HURRY = {
    "postgresql": ("SET session_replication_role = replica", "SET synchronous_commit = off"),
    "sqlite": ("PRAGMA cache_size = -500000", "PRAGMA synchronous = OFF", "PRAGMA foreign_keys = OFF"),
}


def _store_keys(connection: Connection, keys: list[tuple[npt.NDArray[np.int8], Digests, Digests]]) -> None:
    """Keys in the order in which the table keeps them, which is far quicker than in any other."""
    sides, digests, numbers = (np.concatenate(column) for column in zip(*keys, strict=True))
    order = np.lexsort((numbers, digests, sides))
    pieces = chunks(order, _ROWS_AT_ONCE)
    rows = (zip(sides[at].tolist(), digests[at].tolist(), numbers[at].tolist(), strict=True) for at in pieces)
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        for piece in rows:
            driver.executemany("INSERT INTO blocking_keys (side, digest, record_number) VALUES (?, ?, ?)", piece)
    else:
        copying = "COPY blocking_keys (side, digest, record_number) FROM STDIN"
        with driver.cursor() as cursor, cursor.copy(copying) as copy:
            for piece in rows:
                copy.write("".join([f"{side}\t{digest}\t{number}\n" for side, digest, number in piece]))
    connection.execute(text("CREATE INDEX ix_blocking_keys_record_number ON blocking_keys (record_number)"))


def _number_on(connection: Connection) -> None:
    """Let what is filed next get the next number: PostgreSQL counts only numbers that it gave itself."""
    if connection.dialect.name == "postgresql":
        counter = "pg_get_serial_sequence('records', 'number')"
        connection.execute(text(f"SELECT setval({counter}, max(number)) FROM records"))  # noqa: S608 - constants


def settle(database: Database) -> None:
    """Let the database gather its statistics, as it would in time by itself."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE" if connection.dialect.name == "postgresql" else "ANALYZE"))
