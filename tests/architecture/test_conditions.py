"""A condition can be taken in at a glance: what needs more parts has a name of its own.

Linters count branches; a chain of and and or inside one condition escapes them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGES, name_of, parsed, python_files

MOST_PARTS = 5
_DECIDING = (ast.If, ast.IfExp, ast.While, ast.Assert)


def test_no_condition_has_more_parts_than_can_be_taken_in_at_a_glance() -> None:
    counted = {place: parts for path in python_files(*PACKAGES, "wsgi.py") for place, parts in _conditions(path)}
    assert len(counted) > 100
    assert {place: parts for place, parts in counted.items() if parts > MOST_PARTS} == {}


def _conditions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(parsed(path)):
        tests = [node.test] if isinstance(node, _DECIDING) else node.ifs if isinstance(node, ast.comprehension) else []
        yield from ((f"{name_of(path)}:{test.lineno}", _parts(test)) for test in tests)


def _parts(test: ast.expr) -> int:
    """How many conditions are joined by and and or, at any depth."""
    if isinstance(test, ast.UnaryOp):
        return _parts(test.operand)
    return sum(map(_parts, test.values)) if isinstance(test, ast.BoolOp) else 1
