"""A database filled with an invented registry, a million records in minutes, by the rows that filing stores.

Each record gets what comparing needs: its row, and all that `search.records.record_rows` keeps beside it, with the
engine's view as its only document. Nothing waits to be matched. Only for measuring: nothing is audited.
"""

import datetime
import itertools
import multiprocessing
import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, insert, text, update

from matching import Engine
from matching.record import MatchRecord
from search.models import Base, FoundReport, KeySide, Record, RecordSide, RegistryClock, SearchRequest
from search.records.chunks import chunks
from search.records.key_digests import HeldKeys
from search.records.record_rows import Contents, RecordRows, Row
from search.storage.database import Database
from search.storage.encryption import Vault
from search.vocabulary import Channel, ReportKind

_IN_PIECE = 500
_ROWS_AT_ONCE = 200_000
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Senders:
    """The committee that every search belongs to, the organisation that sent every report, and when."""

    committee: uuid.UUID
    organisation: uuid.UUID
    moment: datetime.datetime


@dataclass(frozen=True, slots=True)
class _Keys:
    """Blocking keys in columns, one row a key."""

    sides: npt.NDArray[np.int8]
    digests: Numbers
    records: Numbers


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some records: their own rows by table, what is kept beside them, and their blocking keys."""

    own: dict[str, list[Row]]
    rows: RecordRows
    keys: _Keys


def fill(
    database: Database,
    records: Iterable[MatchRecord],
    senders: Senders,
    report: Callable[[int], None],
) -> int:
    """Store records as numbers from 1 on in an empty, migrated database; returns how many. All cores prepare."""
    keys: list[_Keys] = []
    count = 0
    processes = multiprocessing.get_context("fork")
    writing = database.engine.execution_options(ovillo_writes=True)
    with (
        processes.Pool(os.cpu_count(), _start, (database.vault, senders, database.matching)) as pool,
        writing.connect() as connection,
    ):
        _in_a_hurry(connection)
        for piece in pool.imap(_prepare, _pieces(records)):
            for table, rows in piece.own.items():
                if rows:
                    connection.execute(insert(_TABLES[table]), rows)
            piece.rows.write(connection)
            connection.commit()
            keys.append(piece.keys)
            count += len(piece.own["records"])
            report(count)
        _store_keys(connection, keys)
        connection.execute(update(RegistryClock).values(value=1))
        _number_on(connection)
        connection.commit()
    return count


_TABLES = {
    model.__tablename__: Base.metadata.tables[model.__tablename__] for model in (Record, SearchRequest, FoundReport)
}
_shared: dict[str, Any] = {}


def _start(vault: Vault, senders: Senders, engine: Engine) -> None:
    _shared.update(vault=vault, senders=senders, engine=engine)


def _pieces(records: Iterable[MatchRecord]) -> Iterator[list[tuple[int, MatchRecord]]]:
    numbered = enumerate(records, start=1)
    while piece := list(itertools.islice(numbered, _IN_PIECE)):
        yield piece


def _prepare(piece: list[tuple[int, MatchRecord]]) -> _Piece:
    """Everything about some records, worked out in a process of its own."""
    vault, senders, engine = _shared["vault"], _shared["senders"], _shared["engine"]
    own: dict[str, list[Row]] = {name: [] for name in _TABLES}
    rows = RecordRows()
    for number, view in piece:
        side = RecordSide(view.side.value)
        own["records"].append(_record(number, side, senders))
        if side is RecordSide.SOUGHT:
            own["search_requests"].append(_request(number, senders))
        else:
            own["found_reports"].append(_report(number, view, senders))
        contents = Contents(number=number, revision=1, side=side, documents=(view,), prepared=engine.prepare(view))
        rows.add_new(vault, engine, contents)
    keys = _in_columns(rows.held_keys)
    rows.held_keys.clear()
    return _Piece(own, rows, keys)


def _in_columns(held: Sequence[HeldKeys]) -> _Keys:
    counts = [len(one.digests) for one in held]
    return _Keys(
        np.repeat(np.array([KeySide.of(one.side).value for one in held], np.int8), counts),
        np.fromiter(itertools.chain.from_iterable(one.digests for one in held), np.int64),
        np.repeat(np.array([one.number for one in held], np.int64), counts),
    )


def _record(number: int, side: RecordSide, senders: Senders) -> Row:
    return {
        "number": number,
        "id": uuid.uuid4(),
        "side": side.value,
        "revision": 1,
        "version": 1,
        "matched_version": 1,
        "entry_date": senders.moment,
    }


def _request(number: int, senders: Senders) -> Row:
    return {
        "number": number,
        "reference": f"M{number:08}",
        "passphrase_hash": "",
        "language": "en",
        "reply_language": "en",
        "channel": Channel.FILE.value,
        "committee_id": senders.committee,
    }


def _report(number: int, view: MatchRecord, senders: Senders) -> Row:
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


def _store_keys(connection: Connection, keys: Sequence[_Keys]) -> None:
    """Keys in the order in which the table keeps them, which is far quicker than in any other."""
    sides = np.concatenate([one.sides for one in keys])
    digests = np.concatenate([one.digests for one in keys])
    numbers = np.concatenate([one.records for one in keys])
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
