"""Every act asks for permission before it does anything but look up what it is about."""

import ast
from collections.abc import Iterator

from tests.architecture.source import ROOMS_WITH_ACTS, name_of, parsed, python_files

# What acts call once they have asked: the entry that each ends with, the note of who read, the count against a limit.
NO_ACTS = {"record_act", "note_reading", "count_things", "count_left"}
# Who the actor acts for, and what the act is about: a permission can depend on both.
LOOKED_UP_BEFORE = 2
_SIMPLE = (ast.Expr, ast.Assign, ast.AnnAssign, ast.Return)


def test_an_act_asks_whether_the_actor_may_before_it_does_anything() -> None:
    acts = [(place, function) for place, function in _functions() if _is_act(function)]
    asking = _asking()
    assert acts
    assert [place for place, function in acts if not _asks_early(function, asking)] == []


def _asking() -> set[str]:
    """`require`, and every function of the services that asks it early for its caller."""
    functions = [function for _, function in _functions()]
    asking = {"require"}
    while more := {function.name for function in functions if _asks_early(function, asking)} - asking:
        asking |= more
    return asking


def _functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in python_files(*ROOMS_WITH_ACTS):
        for node in parsed(path).body:
            if isinstance(node, ast.FunctionDef):
                yield f"{name_of(path)}:{node.name}", node


def _is_act(function: ast.FunctionDef) -> bool:
    arguments = [argument.arg for argument in function.args.args]
    takes_an_actor = arguments[:2] == ["session", "actor"]
    return takes_an_actor and not function.name.startswith("_") and function.name not in NO_ACTS


def _asks_early(function: ast.FunctionDef, asking: set[str]) -> bool:
    """Whether one of the first statements asks, whatever happens: not inside a condition or a loop."""
    body = function.body[1 if ast.get_docstring(function) is not None else 0 :]
    early = body[: LOOKED_UP_BEFORE + 1]
    return any(isinstance(statement, _SIMPLE) and _called(statement) & asking for statement in early)


def _called(statement: ast.stmt) -> set[str]:
    calls = (node.func for node in ast.walk(statement) if isinstance(node, ast.Call))
    return {name.id for name in calls if isinstance(name, ast.Name)}
