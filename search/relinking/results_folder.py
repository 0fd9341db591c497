"""The folder of results: pseudonyms and weights in files of their own, and a last file that says they are complete."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pyarrow as pa

from search.errors import Refused
from search.relinking.batch_scoring import WEIGHTS, BatchScorer
from search.relinking.export_folder import write_whole

BEGUN, COMPLETE = "begun.json", "results.json"
SPARK_WEIGHTS = "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """What a folder of results is for: an earlier run is continued with the same only."""

    export_id: str
    partitions: int
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an engine did: pairs that were weighed and kept in all; of those of its last start also the seconds."""

    export_id: str
    engine: str
    engine_version: str
    pairs: int
    kept: int
    fresh_pairs: int
    loading_seconds: float
    comparing_seconds: float


def begin_results(folder: Path, export_id: str, partitions: int, scorer: BatchScorer) -> None:
    """Make the folder, or go on in one that an earlier run of the same began; Refused where it is of something else."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = _Begun(export_id=export_id, partitions=partitions, threshold=scorer.threshold)
    path = folder / BEGUN
    if path.exists():
        if msgspec.json.decode(path.read_bytes(), type=_Begun) != wanted:
            raise Refused("results_of_another_run", name=folder.name)
    elif any(folder.iterdir()):
        raise Refused("folder_not_empty", name=folder.name)
    else:
        write_whole(path, msgspec.json.encode(wanted) + b"\n")


def write_outcome(folder: Path, outcome: Outcome) -> None:
    """Say that the results are complete."""
    write_whole(folder / COMPLETE, msgspec.json.encode(outcome) + b"\n")


def read_outcome(folder: Path) -> Outcome:
    """Refused where the results are not complete."""
    try:
        return msgspec.json.decode((folder / COMPLETE).read_bytes(), type=Outcome)
    except (OSError, msgspec.MsgspecError) as error:
        raise Refused("results_incomplete", name=folder.name) from error


def partition_path(folder: Path, partition: int) -> Path:
    """The file of one partition of the local engine."""
    return folder / f"part-{partition:05}.arrow"


def write_partition(path: Path, batches: list[pa.RecordBatch], pairs: int) -> int:
    """Write a partition's weights as a whole; the same weights make the same bytes. Returns how many there are."""
    table = pa.Table.from_batches(batches, schema=WEIGHTS).sort_by([("request", "ascending"), ("report", "ascending")])
    told = table.replace_schema_metadata({"pairs": str(pairs)}).combine_chunks()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, told.schema) as writer:
        writer.write_table(told)
    write_whole(path, sink.getvalue().to_pybytes())
    return int(told.num_rows)


def partition_counts(path: Path) -> tuple[int, int]:
    """How many pairs were weighed for a partition, and how many of them are kept."""
    with pa.ipc.open_file(os.fspath(path)) as reader:
        kept = sum(reader.get_batch(at).num_rows for at in range(reader.num_record_batches))
        return int(reader.schema.metadata[b"pairs"]), kept


def read_weights(folder: Path) -> Iterator[pa.Table]:
    """The weights of all files, whichever engine wrote them."""
    for path in sorted(folder.glob("*.arrow")):
        with pa.ipc.open_file(os.fspath(path)) as reader:
            yield reader.read_all()
    for path in sorted((folder / SPARK_WEIGHTS).glob("*.parquet")):
        yield _read_parquet(path)


def _read_parquet(path: Path) -> pa.Table:
    from pyarrow import parquet  # noqa: PLC0415 - a big module, for Spark's results only

    return parquet.read_table(path, schema=WEIGHTS)
