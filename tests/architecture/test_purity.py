"""Time and chance are arguments: the engine and the services read no clock and throw no dice."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import ROOMS_WITH_ACTS, name_of, parsed, python_files

CLOCKS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
}
LOWER_ROOMS = [f"search/{room}" for room in ("documents", "models", "records", "values", "vocabulary")]
# Relinking tells how far it is, by the clock of the machine that runs it.
UNTIMED_ACTS = [room for room in ROOMS_WITH_ACTS if room not in {"search/evaluation", "search/relinking"}]
TIMELESS = ["matching", "i18n", *UNTIMED_ACTS, *LOWER_ROOMS]
FILES_AND_NETWORK = {"open", "print", "input", "exec", "eval", "__import__"}


@pytest.mark.parametrize("folder", TIMELESS)
def test_time_is_an_argument(folder: str) -> None:
    assert [place for place, name in _calls(folder) if _ending(name) in CLOCKS] == []


@pytest.mark.parametrize("folder", ["matching", *ROOMS_WITH_ACTS])
def test_chance_is_an_argument_where_it_can_change_a_result(folder: str) -> None:
    thrown = [place for place, name in _calls(folder) if name.startswith("random.") and name != "random.Random"]
    assert thrown == []


def test_the_engine_speaks_to_nobody() -> None:
    assert [place for place, name in _calls("matching") if name in FILES_AND_NETWORK] == []


def _calls(folder: str) -> Iterator[tuple[str, str]]:
    """Every call under a folder: where, and the dotted name of what is called."""
    files = list(python_files(folder))
    assert files, f"nothing under {folder}"
    for path in files:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call):
                yield f"{name_of(path)}:{node.lineno}", _dotted(node.func)


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""


def _ending(name: str) -> str:
    """`datetime.datetime.now` and `datetime.now` are the same clock."""
    return ".".join(name.split(".")[-2:])
