"""Which engine runs and what it is told: the export's own threshold unless another is asked for."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from search.errors import Refused, SealBroken
from search.records.installed_engine import EngineFiles
from search.relinking import engine_choice, installed_extras
from search.relinking.engine_choice import Choice, EngineKind, run_engine
from search.relinking.key_files import new_engine_key
from tests.search.relinking.registry import Export


def say_nothing(_line: str) -> None:
    """Nobody listens."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the local engine is asked for, instead of doing it."""
    calls: list[tuple[Any, ...]] = []
    monkeypatch.setattr("search.relinking.duckdb_engine.run_locally", lambda *given: calls.append(given))
    return calls


def choice(folder: Path, **changes: Any) -> Choice:
    usual = Choice(kind=EngineKind.LOCAL, work=folder / "work", memory="300MB", master="local[2]", files=EngineFiles())
    return replace(usual, **changes)


@pytest.mark.parametrize("threshold", [None, -20.0, 0.0])
def test_pairs_are_kept_from_the_export_s_threshold_on_or_from_the_one_asked_for(
    export: Export, tmp_path: Path, asked: list[tuple[Any, ...]], threshold: float | None
) -> None:
    run_engine(
        export.folder, export.exported.engine_key, tmp_path / "out", choice(tmp_path, threshold=threshold), say_nothing
    )
    ((opened, results, scorer, machine, report),) = asked
    assert (opened.folder, results, report) == (export.folder, tmp_path / "out", say_nothing)
    assert scorer.threshold == (export.exported.manifest.threshold if threshold is None else threshold)
    assert (scorer.export_id, scorer.key) == (export.exported.engine_key.export_id, export.exported.engine_key.key)
    assert (machine.work, machine.memory) == (tmp_path / "work", "300MB")


@pytest.mark.parametrize(("kind", "library"), [(EngineKind.LOCAL, "duckdb"), (EngineKind.SPARK, "pyspark")])
def test_a_library_that_the_engine_needs_is_named_before_anything_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: EngineKind, library: str
) -> None:
    monkeypatch.setattr(installed_extras, "find_spec", lambda name: None if name == library else name)
    nowhere = tmp_path / "nowhere"
    with pytest.raises(Refused, match=f"_not_installed library={library}"):
        run_engine(nowhere, new_engine_key(), nowhere, choice(tmp_path, kind=kind), say_nothing)


def test_with_another_key_no_engine_is_started(export: Export, tmp_path: Path, asked: list[tuple[Any, ...]]) -> None:
    other = replace(new_engine_key(), export_id=export.exported.engine_key.export_id)
    with pytest.raises(SealBroken):
        run_engine(export.folder, other, tmp_path / "out", choice(tmp_path), say_nothing)
    assert asked == []
    assert engine_choice.EngineKind("local") is EngineKind.LOCAL
