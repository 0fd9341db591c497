"""Tests mirror the source: a module promises its test file, and nearly as many as can be have kept the promise."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tests.architecture.source import PACKAGES, ROOT, python_files

# Raised as promises are kept, never lowered.
FLOOR = 0.80


def test_most_modules_have_the_test_file_that_they_promise() -> None:
    modules = list(promising())
    missing = sorted(module.as_posix() for module in modules if not promised(module).exists())
    assert len(modules) > 300
    assert 1 - len(missing) / len(modules) >= FLOOR, "\n".join(missing)


def test_a_module_promises_a_file_at_its_own_path() -> None:
    assert promised(PurePosixPath("search/review/card.py")) == ROOT / "tests/search/review/test_card.py"
    assert promised(PurePosixPath("tools/benchmarks/online.py")) == ROOT / "tests/benchmarks/test_online.py"


def promising() -> Iterator[PurePosixPath]:
    """Every module that somebody may look for the test of: no packages, no migrations."""
    for path in python_files(*PACKAGES):
        module = PurePosixPath(path.relative_to(ROOT).as_posix())
        if not module.name.startswith("__") and "migrations" not in module.parts:
            yield module


def promised(module: PurePosixPath) -> Path:
    """The test file of a module; `tools` is where the laboratory lies, and is left out."""
    below = PurePosixPath(*module.parts[1:]) if module.parts[0] == "tools" else module
    return ROOT / "tests" / below.parent / f"test_{below.name}"
