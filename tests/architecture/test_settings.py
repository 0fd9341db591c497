"""Each setting acts: something outside the file of settings reads it."""

import ast
from dataclasses import fields

from search.settings import Settings
from tests.architecture.source import ROOT, parsed, python_files

HOME = ROOT / "search" / "settings.py"
# What settings are called where they are used.
NAMES = {"settings", "chosen"}
OBJECTS = {"self", "settings"}


def test_each_setting_is_read_outside_the_file_of_settings() -> None:
    read = _read_elsewhere()
    assert read
    assert [one.name for one in fields(Settings) if not _is_read(one.name, read)] == []


def _is_read(name: str, read: set[str]) -> bool:
    """Directly, or through a property or a function of that file, which itself is used elsewhere."""
    return name in read or any(through != name and _is_read(through, read) for through in _readers().get(name, ()))


def _readers() -> dict[str, set[str]]:
    """Which functions and properties of the file of settings read which of them."""
    readers: dict[str, set[str]] = {}
    for function in ast.walk(parsed(HOME)):
        if isinstance(function, ast.FunctionDef) and function.name != "load":
            for name in _attributes(function, OBJECTS):
                readers.setdefault(name, set()).add(function.name)
    return readers


def _read_elsewhere() -> set[str]:
    """Attributes of anything called settings, and what is imported from their file by name."""
    read: set[str] = set()
    for path in python_files("search", "web"):
        tree = parsed(path)
        if path != HOME:
            read |= _attributes(tree, NAMES) | _imported(tree)
    return read


def _attributes(tree: ast.AST, objects: set[str]) -> set[str]:
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and _name(node.value) in objects}


def _imported(tree: ast.AST) -> set[str]:
    froms = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "search.settings")
    return {alias.name for node in froms for alias in node.names}


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
