"""Which engine does the work: this machine's cores, or Spark's."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from search.records.installed_engine import EngineFiles, load_engine
from search.relinking.batch_scoring import BatchScorer
from search.relinking.export_opening import open_export
from search.relinking.installed_extras import LOCAL, SPARK, check_installed
from search.relinking.key_files import EngineKey
from search.relinking.results_folder import Outcome


class EngineKind(StrEnum):
    """Values of `--engine`."""

    LOCAL = "local"
    SPARK = "spark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An engine and what it may take; `files` make the portal's own; `threshold` replaces the export's."""

    kind: EngineKind
    work: Path
    memory: str
    master: str
    files: EngineFiles
    threshold: float | None = None


def run_engine(folder: Path, key: EngineKey, results: Path, choice: Choice, report: Callable[[str], None]) -> Outcome:
    """Weigh every candidate pair of an export; results hold what weighs enough to be proposed."""
    check_installed(*(LOCAL if choice.kind is EngineKind.LOCAL else SPARK))
    export = open_export(folder, key, load_engine(choice.files))
    threshold = export.manifest.threshold if choice.threshold is None else choice.threshold
    scorer = BatchScorer(key.export_id, key.key, threshold)
    if choice.kind is EngineKind.LOCAL:
        from search.relinking.duckdb_engine import Machine, run_locally  # noqa: PLC0415 - knows DuckDB, which Spark does without

        return run_locally(export, results, scorer, Machine(work=choice.work, memory=choice.memory), report)
    from search.relinking.spark_engine import Cluster, run_on_spark  # noqa: PLC0415 - an extra of its own

    return run_on_spark(export, results, scorer, Cluster(choice.master, choice.memory, choice.files), report)
