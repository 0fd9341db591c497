"""Cases of a test stand in the order in which they are written: a set has another one in each process.

Processes that share the tests between them refuse to begin when they found them in different orders, which happens by
chance.
"""

import ast
import importlib
from collections.abc import Iterator, Set
from typing import get_origin, get_type_hints

import pytest

from tests.architecture.source import name_of, parsed, python_files

_KEEPING_ORDER = {
    "chain",
    "combinations",
    "enumerate",
    "filter",
    "list",
    "map",
    "permutations",
    "product",
    "tuple",
    "zip",
}
_OF_SETS = (ast.BitAnd, ast.BitOr, ast.BitXor, ast.Sub)


def test_no_cases_are_drawn_from_a_set_in_the_order_of_that_set() -> None:
    cases = [(path, tree, call) for path in python_files("tests") for tree in [parsed(path)] for call in _cases(tree)]
    assert len(cases) > 500
    places = [f"{name_of(path)}:{call.lineno}" for path, tree, call in cases if _unordered(call, tree)]
    assert places == []


@pytest.mark.parametrize(
    ("values", "is_unordered"),
    [
        ("{1, 2}", True),
        ("[one for one in {1, 2}]", True),
        ("[*KNOWN]", True),
        ("list(PACKAGES_OF_SET)", True),
        ("KNOWN - {1}", True),
        ("[str(one) for one in drawn()]", True),
        ("sorted(KNOWN)", False),
        ("[one for one in sorted(KNOWN | {3})]", False),
        ("[(frozenset(), 1), ({1}, 2)]", False),
        ("[one for one in ROWS if one in KNOWN]", False),
    ],
)
def test_what_follows_the_order_of_a_set_is_seen(values: str, *, is_unordered: bool) -> None:
    source = "from tests.architecture.test_parametrized_order import _KEEPING_ORDER as KNOWN, drawn\nROWS = [1, 2]\n"
    tree = ast.parse(f"{source}PACKAGES_OF_SET = frozenset(ROWS)\nmark.parametrize('one', {values})")
    (call,) = _cases(tree)
    assert _unordered(call, tree) is is_unordered


def drawn() -> set[int]:
    """A function of a set, for the test above."""
    return {1, 2}


def _cases(tree: ast.Module) -> Iterator[ast.Call]:
    """Calls that name the cases of a test or of a fixture."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    return (
        call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in {"parametrize", "fixture"}
    )


def _unordered(call: ast.Call, tree: ast.Module) -> bool:
    named = [one.value for one in call.keywords if one.arg in {"argvalues", "params"}]
    return any(_is_set(one, tree) for values in [*call.args[1:2], *named] for one in _walked_through(values))


def _walked_through(values: ast.expr) -> Iterator[ast.expr]:
    """What the cases are drawn from, at any depth, but for what is sorted."""
    yield values
    below: list[ast.AST] = [values]
    while below:
        node = below.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "sorted":
                continue
            yield from node.args if node.func.id in _KEEPING_ORDER else []
        elif isinstance(node, ast.ListComp | ast.GeneratorExp | ast.DictComp):
            yield from (part.iter for part in node.generators)
        elif isinstance(node, ast.Starred):
            yield node.value
        below.extend(ast.iter_child_nodes(node))


def _is_set(value: ast.expr, tree: ast.Module) -> bool:
    if isinstance(value, ast.BinOp) and isinstance(value.op, _OF_SETS):
        return _is_set(value.left, tree) or _is_set(value.right, tree)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in {"set", "frozenset"} or _returns_set(_imported(value.func.id, tree))
    if isinstance(value, ast.Name):
        written = _written(value.id, tree)
        return _is_set(written, tree) if written else isinstance(_imported(value.id, tree), Set)
    return isinstance(value, ast.Set | ast.SetComp)


def _written(name: str, tree: ast.Module) -> ast.expr | None:
    """What the module itself gives this name."""
    given = (node for node in tree.body if isinstance(node, ast.Assign))
    return next(
        (node.value for node in given for one in node.targets if isinstance(one, ast.Name) and one.id == name), None
    )


def _imported(name: str, tree: ast.Module) -> object:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for one in node.names:
                if (one.asname or one.name) == name:
                    return getattr(importlib.import_module(node.module), one.name, None)
    return None


def _returns_set(function: object) -> bool:
    returned = get_type_hints(function).get("return") if callable(function) and not isinstance(function, type) else None
    return get_origin(returned) in {set, frozenset, Set}
