"""The local engine: DuckDB finds candidates, all cores weigh them; killed at any moment, it goes on where it was.

Requests are divided into partitions of about a thousand. A partition's weights are one file, written as a whole; a file
that is there is not computed again.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from matching import Engine
from search.errors import Refused
from search.relinking.batch_scoring import BatchScorer
from search.relinking.export_opening import OpenedExport
from search.relinking.export_parts import open_part
from search.relinking.process_pool import forked_pool
from search.relinking.progress_line import Progress
from search.relinking.results_folder import (
    Outcome,
    begin_results,
    partition_counts,
    partition_path,
    write_outcome,
    write_partition,
)
from search.relinking.work_file import WorkFile, remove_work

ENGINE = "local"
# Pairs that are weighed at once, and batches that wait for each process: some ten megabytes each.
_IN_BATCH, _WAITING = 15_000, 2
_WORK_FILE = "work.duckdb"
_PREPARED = "prepared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What a run may take: a folder for its work file, DuckDB's memory as it is told (`1500MB`), processes."""

    work: Path
    memory: str = "1500MB"
    processes: int = os.cpu_count() or 1
    requests_in_partition: int = 1_000


def run_locally(
    export: OpenedExport, results: Path, scorer: BatchScorer, machine: Machine, report: Callable[[str], None]
) -> Outcome:
    """Write the weights of all candidate pairs that the scorer keeps; the work file is gone afterwards."""
    partitions = max(1, -(-export.manifest.requests // machine.requests_in_partition))
    begin_results(results, export.manifest.export_id, partitions, scorer)
    machine.work.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    with forked_pool(machine.processes, _start, (scorer, export.engine)) as pool:
        path = machine.work / _WORK_FILE
        file = WorkFile(path, export.cipher().work_key(), machine.memory, machine.processes)
        try:
            if file.builtin_cipher:
                report("the work file is encrypted by DuckDB's built-in cipher: its OpenSSL extension is not installed")
            _load(file, export, partitions, report)
            loaded = time.monotonic()
            fresh = _compare(file, _Workers(pool, machine.processes), results, partitions)
        finally:
            file.close()
    counts = [partition_counts(partition_path(results, partition)) for partition in range(partitions)]
    outcome = Outcome(
        export_id=export.manifest.export_id,
        engine=ENGINE,
        engine_version=export.manifest.engine_version,
        pairs=sum(pairs for pairs, _ in counts),
        kept=sum(kept for _, kept in counts),
        fresh_pairs=fresh,
        loading_seconds=loaded - started,
        comparing_seconds=time.monotonic() - loaded,
    )
    write_outcome(results, outcome)
    remove_work(path)
    return outcome


def _load(file: WorkFile, export: OpenedExport, partitions: int, report: Callable[[str], None]) -> None:
    if file.is_done(_PREPARED):
        return
    for at, part in enumerate(export.manifest.parts, start=1):
        if not file.is_done(part.name):
            file.load(part.name, part.side, part.kind, open_part(export.folder, part, export.cipher()))
            report(f"loaded {at} of {len(export.manifest.parts)} parts")
    file.prepare(_PREPARED, partitions)


def _compare(file: WorkFile, workers: "_Workers", results: Path, partitions: int) -> int:
    """Write every partition that is missing; returns how many pairs were weighed."""
    missing = [at for at in range(partitions) if not partition_path(results, at).exists()]
    progress = Progress(partitions, partitions - len(missing))
    fresh = 0
    for partition in missing:
        weighed: list[pa.RecordBatch] = []
        pairs = 0
        for batch, weights in workers.weigh(file.candidates(partition, _IN_BATCH)):
            pairs += batch
            weighed.append(weights)
            progress.add(batch)
        write_partition(partition_path(results, partition), weighed, pairs)
        progress.step()
        fresh += pairs
    return fresh


class _Workers:
    """Processes that weigh batches; few of these are under way at a time."""

    def __init__(self, pool: ProcessPoolExecutor, processes: int) -> None:
        self._pool = pool
        self._most = processes * (1 + _WAITING)

    def weigh(self, batches: Iterator[pa.RecordBatch]) -> Iterator[tuple[int, pa.RecordBatch]]:
        """How many pairs each batch has and what they weigh, in the order of the batches."""
        under_way: deque[tuple[int, Future[pa.RecordBatch]]] = deque()
        try:
            for batch in batches:
                under_way.append((len(batch.column("reports").flatten()), self._pool.submit(_weigh, batch)))
                if len(under_way) >= self._most:
                    yield _finished(under_way.popleft())
            while under_way:
                yield _finished(under_way.popleft())
        except BrokenProcessPool as error:
            raise Refused("process_lost") from error


def _finished(task: tuple[int, Future[pa.RecordBatch]]) -> tuple[int, pa.RecordBatch]:
    pairs, weights = task
    return pairs, weights.result()


_begun: list[tuple[BatchScorer, Engine]] = []


def _start(scorer: BatchScorer, engine: Engine) -> None:
    _begun[:] = [(scorer, engine)]


def _weigh(batch: pa.RecordBatch) -> pa.RecordBatch:
    scorer, engine = _begun[0]
    return scorer.score_batch(batch, engine)
