"""Spark as the engine: the same SQL over the same sealed parts, the same function for the weights, on many machines.

Executors read the parts from the folder, which must lie where all of them see it, and open them in memory. The key
comes with the functions they are sent. Whatever Spark writes aside it encrypts with a key of its own.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyarrow as pa
from pyspark.accumulators import Accumulator
from pyspark.sql import SparkSession

from matching import Engine
from search.models.records import RecordSide
from search.records.installed_engine import EngineFiles, load_engine
from search.relinking.batch_scoring import BatchScorer
from search.relinking.candidate_sql import ASKED, BEST, FOLLOWED
from search.relinking.export_folder import Part, PartKind
from search.relinking.export_opening import OpenedExport
from search.relinking.export_parts import open_part
from search.relinking.export_sealing import ExportCipher
from search.relinking.results_folder import SPARK_WEIGHTS, Outcome, begin_results, read_weights, write_outcome

ENGINE = "spark"
_IN_BATCH, _IN_PARTITION = 50, 1_000
_KEYS, _RECORDS = "key bigint, record bigint", "record bigint, packed binary"
_WEIGHTS = "request bigint, report bigint, weight double"
_VIEWS = {
    "request_keys": (RecordSide.SOUGHT, PartKind.KEYS, _KEYS),
    "report_keys": (RecordSide.FOUND, PartKind.KEYS, _KEYS),
    "requests": (RecordSide.SOUGHT, PartKind.RECORDS, _RECORDS),
    "reports": (RecordSide.FOUND, PartKind.RECORDS, _RECORDS),
}
_CANDIDATES = """
SELECT listed.request AS request, requests.packed AS packed,
    transform(listed.pairs, pair -> pair.report) AS reports,
    transform(listed.pairs, pair -> pair.packed) AS reports_packed
FROM (
    SELECT best.request AS request, sort_array(collect_list(struct(best.report, reports.packed))) AS pairs
    FROM best JOIN reports ON reports.record = best.report GROUP BY best.request
) AS listed JOIN requests ON requests.record = listed.request
"""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where Spark runs; memory counts for a master on this machine only. `files` are paths on every executor."""

    master: str
    memory: str
    files: EngineFiles


def run_on_spark(
    export: OpenedExport, results: Path, scorer: BatchScorer, cluster: Cluster, report: Callable[[str], None]
) -> Outcome:
    """Write the weights of all candidate pairs that the scorer keeps, as Parquet; when killed, begin from the start."""
    begin_results(results, export.manifest.export_id, 0, scorer)
    started = time.monotonic()
    session = _session(cluster, -(-export.manifest.requests // _IN_PARTITION))
    try:
        session.sparkContext.setLogLevel("ERROR")
        report(f"Spark runs on {cluster.master}")
        _register(session, export)
        loaded = time.monotonic()
        counted = session.sparkContext.accumulator(0)
        weights = session.sql(_CANDIDATES).mapInArrow(_Weighing(scorer, cluster.files, counted), _WEIGHTS)
        weights.write.mode("overwrite").parquet(str(results / SPARK_WEIGHTS))
        pairs = counted.value
    finally:
        session.stop()
    outcome = Outcome(
        export_id=export.manifest.export_id,
        engine=ENGINE,
        engine_version=export.manifest.engine_version,
        pairs=pairs,
        fresh_pairs=pairs,
        kept=sum(table.num_rows for table in read_weights(results)),
        loading_seconds=loaded - started,
        comparing_seconds=time.monotonic() - loaded,
    )
    write_outcome(results, outcome)
    return outcome


def _session(cluster: Cluster, partitions: int) -> SparkSession:
    builder = SparkSession.builder.appName("ovillo relink").master(cluster.master)
    settings = {
        "spark.io.encryption.enabled": "true",
        "spark.io.encryption.keySizeBits": "256",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(_IN_BATCH),
        "spark.sql.adaptive.coalescePartitions.enabled": "false",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    if not cluster.master.startswith("spark://"):
        # Spark makes the secret itself here; a cluster of its own has to be told one.
        settings |= {"spark.authenticate": "true", "spark.network.crypto.enabled": "true"}
    if cluster.master.startswith("local"):
        # Java says `1500m` for 1500MB.
        settings["spark.driver.memory"] = cluster.memory.lower().removesuffix("b")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    cores = os.cpu_count() or 1
    settings["spark.sql.shuffle.partitions"] = str(max(cores, partitions))
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _register(session: SparkSession, export: OpenedExport) -> None:
    """Name what lies in the folder, and what the shared SQL makes of it; nothing is read yet."""
    for name, (side, kind, schema) in _VIEWS.items():
        parts = {part.name: part for part in export.manifest.of(side, kind)}
        opening = _OpeningParts(export.folder, parts, export.engine_key.export_id, export.engine_key.key)
        listed = session.createDataFrame([(part,) for part in parts], "name string")
        listed.repartition(max(1, len(parts))).mapInArrow(opening, schema).createOrReplaceTempView(name)
    for name, query in (("followed", FOLLOWED), ("asked", ASKED), ("best", BEST)):
        session.sql(query).createOrReplaceTempView(name)


@dataclass(frozen=True, slots=True)
class _OpeningParts:
    """On an executor: names of parts in, their rows out."""

    folder: Path
    parts: dict[str, Part]
    export_id: str
    key: bytes = field(repr=False)

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterable[pa.RecordBatch]:
        cipher = ExportCipher(self.export_id, self.key)
        for batch in batches:
            for name in batch.column("name").to_pylist():
                yield from open_part(self.folder, self.parts[name], cipher).to_batches()


@cache
def _engine_here(files: EngineFiles) -> Engine:
    """The engine of an executor, which works on one task after the other."""
    return load_engine(files)


@dataclass(frozen=True, slots=True)
class _Weighing:
    """On an executor: requests with their candidates in, weights out."""

    scorer: BatchScorer
    files: EngineFiles
    counted: Accumulator[int]

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterable[pa.RecordBatch]:
        engine = _engine_here(self.files)
        for batch in batches:
            self.counted.add(len(batch.column("reports").flatten()))
            yield self.scorer.score_batch(batch, engine)
