"""The project's own files, as the tests of this folder read them."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("matching", "search", "web", "i18n", "tools/benchmarks")

# Rooms whose public functions act for somebody: `act(session, actor, ...)`.
ROOMS_WITH_ACTS = tuple(
    f"search/{room}"
    for room in (
        "accounts", "approaching", "asking", "casework", "committees", "erasing", "evaluation", "filing", "finding",
        "groups", "learning", "proposing", "relinking", "review", "telling",
    )
)  # fmt: skip

# Made by tools or by running the program; none of it is committed.
_MADE = re.compile(
    r"[.]git|[.]venv|var|build|node_modules|__pycache__|[.]hypothesis|[.]coverage.*|[.].*_cache|.*[.]egg-info"
)
_BINARY = {".heic", ".mo", ".png", ".ico", ".woff2", ".xlsx", ".xls", ".pdf", ".xz"}


def all_files() -> Iterator[Path]:
    """Every file of the project that a person or a tool wrote to be kept."""
    for folder, subfolders, files in os.walk(ROOT):
        subfolders[:] = sorted(name for name in subfolders if not _MADE.fullmatch(name))
        # In a second working tree of git, `.git` is a file.
        yield from (Path(folder, name) for name in sorted(files) if not _MADE.fullmatch(name))


def text_files() -> Iterator[Path]:
    """Every such file that holds text."""
    return (path for path in all_files() if path.suffix not in _BINARY)


def python_files(*folders: str) -> Iterator[Path]:
    """The Python files under these folders of the project, or all of them."""
    return (path for path in all_files() if path.suffix == ".py" and (not folders or _is_under(path, folders)))


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))


def name_of(path: Path) -> str:
    """How a file is called in a failure."""
    return path.relative_to(ROOT).as_posix()


def _is_under(path: Path, folders: tuple[str, ...]) -> bool:
    return any(path.is_relative_to(ROOT / folder) for folder in folders)
