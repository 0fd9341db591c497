"""The local engine weighs the pairs that it should, whatever happens to it on the way."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from matching import Engine
from search.errors import Refused, SealBroken
from search.relinking.export_opening import open_export
from search.relinking.key_files import new_engine_key, write_key
from tests.search.relinking.registry import Export, run_local, weighed_in_plain_python, weights_in

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


def test_plain_python_finds_the_same_pairs_with_the_same_weights(export: Export, tmp_path: Path) -> None:
    outcome = run_local(export, tmp_path / "results", tmp_path / "work", export.scorer(threshold=-15.0))
    expected = weighed_in_plain_python(export, -15.0)
    assert len(expected) > 1_000
    assert weights_in(tmp_path / "results") == expected
    assert outcome.kept == len(expected)
    assert outcome.pairs == len(weighed_in_plain_python(export, float("-inf")))


def test_nothing_is_left_of_the_work_but_the_results(export: Export, tmp_path: Path) -> None:
    run_local(export, tmp_path / "results", tmp_path / "work")
    assert list((tmp_path / "work").iterdir()) == []
    names = {path.name for path in (tmp_path / "results").iterdir()}
    assert names == {"begun.json", "results.json", *(f"part-{at:05}.arrow" for at in range(4))}


def test_a_partition_that_is_there_is_not_computed_again(export: Export, tmp_path: Path) -> None:
    results = tmp_path / "results"
    run_local(export, results, tmp_path / "work")
    (results / "part-00002.arrow").unlink()
    kept = {path.name: path.stat().st_mtime_ns for path in results.glob("*.arrow")}
    run_local(export, results, tmp_path / "work")
    again = {path.name: path.stat().st_mtime_ns for path in results.glob("*.arrow")}
    assert {name: again[name] for name in kept} == kept
    assert set(again) - set(kept) == {"part-00002.arrow"}


@pytest.mark.parametrize("partitions_before", [0, 1, 6])
def test_a_run_that_is_killed_and_begun_again_gives_the_same_files(
    export: Export, tmp_path: Path, partitions_before: int
) -> None:
    whole = tmp_path / "whole"
    run_local(export, whole, tmp_path / "work", export.scorer(threshold=-20.0), partition=20)
    killed = tmp_path / "killed"
    write_key(tmp_path / "key", export.exported.engine_key)
    process = start(export, tmp_path, killed)
    while process.poll() is None and len(list(killed.glob("*.arrow"))) < partitions_before:
        time.sleep(0.01)
    while process.poll() is None and not (tmp_path / "work-killed" / "work.duckdb").exists():
        time.sleep(0.01)
    children = children_of(process.pid)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert len(list(killed.glob("*.arrow"))) < len(list(whole.glob("*.arrow")))
    assert children
    wait_for_end(children)
    assert start(export, tmp_path, killed).wait() == 0
    assert contents(killed) == contents(whole)


def test_results_are_continued_with_the_same_export_only(export: Export, tmp_path: Path) -> None:
    run_local(export, tmp_path / "results", tmp_path / "work")
    with pytest.raises(Refused, match="results_of_another_run"):
        run_local(export, tmp_path / "results", tmp_path / "work", export.scorer(threshold=0.5))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "something").touch()
    with pytest.raises(Refused, match="folder_not_empty"):
        run_local(export, tmp_path / "full", tmp_path / "work")


def test_another_key_opens_neither_the_export_nor_a_work_file(export: Export, tmp_path: Path) -> None:
    other = replace(new_engine_key(), export_id=export.exported.engine_key.export_id)
    with pytest.raises(SealBroken, match="seal_broken"):
        open_export(export.folder, other, Engine.load())
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "work.duckdb").write_bytes(os.urandom(16_384))
    with pytest.raises(Refused, match="work_file_unreadable"):
        run_local(export, tmp_path / "results", tmp_path / "work")


@pytest.mark.parametrize("at", [0, 20, -1])
def test_an_altered_part_is_refused(export: Export, tmp_path: Path, at: int) -> None:
    folder = Path(shutil.copytree(export.folder, tmp_path / "export"))
    altered = bytearray((folder / "found-records-00000.part").read_bytes())
    altered[at] ^= 1
    (folder / "found-records-00000.part").write_bytes(altered)
    with pytest.raises(Refused, match="part_damaged name=found-records-00000"):
        run_local(replace(export, folder=folder), tmp_path / "results", tmp_path / "work")


def test_a_part_of_another_name_is_refused_even_with_its_digest(export: Export, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(export.folder, tmp_path / "export"))
    manifest = (folder / "manifest.json").read_text("ascii")
    (folder / "manifest.json").write_text(manifest.replace("found-records-00000", "found-records-00001"), "ascii")
    with pytest.raises(SealBroken, match="seal_broken place=manifest"):
        run_local(replace(export, folder=folder), tmp_path / "results", tmp_path / "work")


def start(export: Export, folder: Path, results: Path) -> subprocess.Popen[bytes]:
    """The engine in a process of its own."""
    words = [export.folder, folder / "key", results, folder / "work-killed"]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.search.relinking.engine_process", *words], cwd=ROOT, stderr=subprocess.DEVNULL
    )


def contents(results: Path) -> dict[str, bytes]:
    """What every file of weights holds."""
    return {path.name: path.read_bytes() for path in results.glob("*.arrow")}


def children_of(parent: int) -> list[int]:
    """Processes that a process forked."""
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()]


def wait_for_end(processes: list[int]) -> None:
    """Until none of them lives; a minute is far more than they need."""
    until = time.monotonic() + 120
    while any(Path(f"/proc/{pid}").exists() for pid in processes):
        assert time.monotonic() < until, "processes outlive the one that forked them"
        time.sleep(0.05)
