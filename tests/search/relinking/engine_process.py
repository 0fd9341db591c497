"""The local engine in a process of its own, to be killed: `python -m tests.search.relinking.engine_process …`."""

import sys
from pathlib import Path

from matching import Engine
from search.relinking.batch_scoring import BatchScorer
from search.relinking.duckdb_engine import Machine, run_locally
from search.relinking.export_opening import open_export
from search.relinking.key_files import EngineKey, read_key


def main(folder: str, key_file: str, results: str, work: str) -> None:
    """Run in partitions of twenty requests."""
    key = read_key(Path(key_file), EngineKey)
    export = open_export(Path(folder), key, Engine.load())
    scorer = BatchScorer(key.export_id, key.key, -20.0)
    machine = Machine(work=Path(work), memory="300MB", processes=2, requests_in_partition=20)
    run_locally(export, Path(results), scorer, machine, lambda _line: None)


if __name__ == "__main__":
    main(*sys.argv[1:])
