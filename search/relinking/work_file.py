"""The local engine's tables: a DuckDB file, encrypted, that finds candidates and hands them out by partitions.

It holds what an export holds: keys and records under pseudonyms, records sealed one by one. Every step is a transaction
that leaves its mark, so that a run that was killed goes on where it was. DuckDB fetches nothing: extensions are neither
installed nor looked for, and where its OpenSSL extension is not there already it encrypts with its built-in cipher,
whose random numbers it calls weak. The key is the file's own.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from search.errors import Refused
from search.models.records import RecordSide
from search.relinking.candidate_rows import by_request
from search.relinking.candidate_sql import ASKED, BEST, FOLLOWED
from search.relinking.export_folder import PartKind

_SPILL = "spill"
_TABLES = {
    (RecordSide.SOUGHT, PartKind.KEYS): "request_keys",
    (RecordSide.FOUND, PartKind.KEYS): "report_keys",
    (RecordSide.SOUGHT, PartKind.RECORDS): "requests",
    (RecordSide.FOUND, PartKind.RECORDS): "reports",
}
_LAID_OUT = """
CREATE TABLE IF NOT EXISTS done (step VARCHAR PRIMARY KEY);
CREATE TABLE IF NOT EXISTS request_keys (key BIGINT, record BIGINT);
CREATE TABLE IF NOT EXISTS report_keys (key BIGINT, record BIGINT);
CREATE TABLE IF NOT EXISTS requests (record BIGINT, packed BLOB);
CREATE TABLE IF NOT EXISTS reports (record BIGINT, packed BLOB);
"""
_PREPARED = f"""
CREATE TABLE followed AS SELECT * FROM ({FOLLOWED}) WHERE key IN (SELECT key FROM request_keys);
CREATE TABLE asked_of AS SELECT *, ({{partition}}) AS part FROM ({ASKED}) AS asked ORDER BY part;
CREATE TABLE kept_keys AS SELECT key, record FROM report_keys WHERE key IN (SELECT key FROM followed);
DROP TABLE report_keys;
DROP TABLE request_keys;
ALTER TABLE kept_keys RENAME TO report_keys;
"""  # noqa: S608 - put together from constants
# Pseudonyms are random, so their remainders divide evenly; they may be negative.
_PARTITION = "((request % {partitions}) + {partitions}) % {partitions}"
_CANDIDATES = f"""
WITH asked AS (SELECT request, key, bits FROM asked_of WHERE part = $part),
best AS ({BEST})
SELECT best.request AS request, best.report AS report, reports.packed AS packed
FROM best JOIN reports ON reports.record = best.report ORDER BY best.request, best.report
"""  # noqa: S608 - put together from constants
_REQUESTS = "SELECT record, packed FROM requests WHERE record IN (SELECT request FROM asked_of WHERE part = ?)"


class WorkFile:
    """One run's tables. `memory` is what DuckDB may hold, as it is told: `1500MB`; beyond that it writes to `spill`."""

    def __init__(self, path: Path, key: str, memory: str, threads: int) -> None:
        spill = path.with_name(_SPILL)
        self._connection = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": memory,
                "temp_directory": str(spill),
                "threads": threads,
                "preserve_insertion_order": "false",
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            },
        )
        self.builtin_cipher = not self._has_openssl()
        if self.builtin_cipher:
            self._connection.execute("SET force_mbedtls_unsafe = 'true'")
        try:
            self._connection.execute(f"ATTACH '{_quoted(path)}' AS work (ENCRYPTION_KEY '{key}')")
        except duckdb.Error as error:
            raise Refused("work_file_unreadable", name=path.name) from error
        self._connection.execute("SET temp_file_encryption = 'true'")
        self._connection.execute("USE work")
        self._connection.execute(_LAID_OUT)

    def is_done(self, step: str) -> bool:
        """Whether a step was finished, in this run or an earlier one."""
        return bool(self._connection.execute("SELECT 1 FROM done WHERE step = ?", [step]).fetchall())

    def load(self, step: str, side: RecordSide, kind: PartKind, rows: pa.Table) -> None:
        """Add the rows of a part."""
        self._connection.register("part", rows)
        self._step(step, f"INSERT INTO {_TABLES[side, kind]} SELECT * FROM part")  # noqa: S608 - one of four names
        self._connection.unregister("part")

    def prepare(self, step: str, partitions: int) -> None:
        """Once everything is loaded: which keys are followed, and who asks for them, by partition."""
        self._step(step, _PREPARED.format(partition=_PARTITION.format(partitions=partitions)))

    def candidates(self, partition: int, pairs_at_once: int) -> Iterator[pa.RecordBatch]:
        """The requests of a partition with their candidates, about so many pairs at a time."""
        packed = dict(self._connection.execute(_REQUESTS, [partition]).fetchall())
        found = self._connection.sql(_CANDIDATES, params={"part": partition})
        yield from by_request(found.to_arrow_reader(pairs_at_once), packed)

    def close(self) -> None:
        """Leave the file as it is."""
        self._connection.close()

    def _step(self, step: str, statements: str) -> None:
        self._connection.execute("BEGIN TRANSACTION")
        self._connection.execute(statements)
        self._connection.execute("INSERT INTO done VALUES (?)", [step])
        self._connection.execute("COMMIT")

    def _has_openssl(self) -> bool:
        try:
            self._connection.execute("LOAD httpfs")
        except duckdb.Error:
            return False
        return True


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def remove_work(path: Path) -> None:
    """Remove a work file and what lies beside it."""
    for beside in (path, path.with_name(f"{path.name}.wal")):
        beside.unlink(missing_ok=True)
    shutil.rmtree(path.with_name(_SPILL), ignore_errors=True)
