"""A view reads a form, calls one service and shows a page."""

import ast
from collections.abc import Iterator

from tests.architecture.source import name_of, parsed, python_files

LONGEST_VIEW = 15


def test_a_view_is_short_enough_to_be_read_at_a_glance() -> None:
    lengths = {f"{place}:{view.name}": _length(view) for place, view in _views()}
    assert lengths
    assert {place: length for place, length in lengths.items() if length > LONGEST_VIEW} == {}


def test_no_view_is_hidden_inside_another_function() -> None:
    hidden = [
        f"{name_of(path)}:{inner.name}"
        for path in python_files("web")
        for outer in ast.walk(parsed(path))
        if isinstance(outer, ast.FunctionDef)
        for inner in ast.walk(outer)
        if inner is not outer and isinstance(inner, ast.FunctionDef) and _is_view(inner)
    ]
    assert hidden == []


def _views() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in python_files("web"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef) and _is_view(node):
                yield name_of(path), node


def _is_view(function: ast.FunctionDef) -> bool:
    called = (decorator.func for decorator in function.decorator_list if isinstance(decorator, ast.Call))
    return any(isinstance(name, ast.Attribute) and name.attr in {"route", "get", "post"} for name in called)


def _length(view: ast.FunctionDef) -> int:
    """Lines of the body, without the docstring."""
    body = view.body[1 if ast.get_docstring(view) is not None else 0 :]
    return (body[-1].end_lineno or body[-1].lineno) - body[0].lineno + 1 if body else 0
