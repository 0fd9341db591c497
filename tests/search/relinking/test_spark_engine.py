"""Spark finds the same pairs with the same weights; not run unless Spark and Java are here (`make test-spark`)."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from search.relinking.key_files import write_key
from search.relinking.results_folder import read_outcome
from search.settings import PREFIX
from search.storage.database import Database
from tests.search.relinking.registry import Export, export_into, run_local, weighed_in_plain_python, weights_in
from tests.search.scene import make_scene
from tests.security.markers import DERIVED, MARKERS, traces
from tests.security.planting import report, search

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="Spark or Java is not installed; make test-spark",
)


def run_on_spark(export: Export, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The command as it is typed, on two cores of this machine."""
    key = folder / "engine-key"
    if not key.exists():
        write_key(key, export.exported.engine_key)
    words = ["relink", "run", str(export.folder), str(folder / "results"), "--engine-key", str(key)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return subprocess.run(
        [sys.executable, "-m", "search", *words, "--engine", "spark", "--master", "local[2]", *options],
        cwd=ROOT,
        env=environment | {"SPARK_LOCAL_DIRS": str(folder / "spill"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_spark_finds_the_same_pairs_with_the_same_weights(export: Export, tmp_path: Path) -> None:
    done = run_on_spark(export, tmp_path, "--threshold=-20")
    assert done.returncode == 0, done.stderr
    run_local(export, tmp_path / "local", tmp_path / "work", export.scorer(threshold=-20.0))
    assert weights_in(tmp_path / "results") == weights_in(tmp_path / "local")
    heavy = [row for row in weights_in(tmp_path / "results") if row[2] >= export.exported.manifest.threshold]
    assert heavy == weighed_in_plain_python(export, export.exported.manifest.threshold)
    ours, theirs = read_outcome(tmp_path / "local"), read_outcome(tmp_path / "results")
    assert (theirs.pairs, theirs.kept, theirs.engine) == (ours.pairs, ours.kept, "spark")


def test_spark_refuses_an_altered_part(export: Export, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(export.folder, tmp_path / "export"))
    altered = bytearray((folder / "found-keys-00000.part").read_bytes())
    altered[100] ^= 1
    (folder / "found-keys-00000.part").write_bytes(altered)
    done = run_on_spark(Export(export.exported, folder), tmp_path)
    assert done.returncode != 0
    assert "part_damaged name=found-keys-00000.part" in done.stderr
    assert not (tmp_path / "results" / "results.json").exists()


def test_nothing_said_lies_in_what_spark_writes_or_says(database: Database, tmp_path: Path) -> None:
    scene = make_scene(database)
    scene.file(search())
    scene.report(report())
    export = export_into(database, tmp_path / "export")
    done = run_on_spark(export, tmp_path, "--threshold=-99")
    assert done.returncode == 0, done.stderr
    assert len(weights_in(tmp_path / "results")) == 1
    files = [(path.name, path.read_bytes()) for path in (tmp_path / "results").rglob("*") if path.is_file()]
    assert traces([*files, ("said", (done.stdout + done.stderr).encode())], (*MARKERS, *DERIVED)) == []
