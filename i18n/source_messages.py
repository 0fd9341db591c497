"""Finds the messages in Python sources, for Babel's extraction.

Babel's own reader goes by argument position, which differs here: `gettext(tag, "…")` carries its language, a
`gettext("…")` bound to a request does not. Here the messages are the last literal strings among a call's positional
arguments, so both are read. A message built at run time (an f-string, a sum with a variable) is an error: it could
never be found in a catalogue.
"""

import ast
from collections.abc import Collection, Iterator
from typing import IO, Any

from i18n.errors import NotALiteral

# How many of the arguments are words: the context, where there is one, counts as a word.
_WORDS = {
    "_": 1,
    "gettext": 1,
    "gettext_noop": 1,
    "lazy_gettext": 1,
    "ngettext": 2,
    "pgettext": 2,
    "pgettext_noop": 2,
    "p_": 2,
    "npgettext": 3,
}

_BASE_NAMES = {
    "_": "gettext",
    "gettext_noop": "gettext",
    "lazy_gettext": "gettext",
    "pgettext_noop": "pgettext",
    "p_": "pgettext",
}

Extracted = tuple[int, str, tuple[str, ...], list[str]]


def extract_calls(
    fileobj: IO[bytes], _keywords: object, comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[Extracted]:
    """Yields (line, function, words, comments to the translator) for every message, in the way that Babel asks for."""
    source = fileobj.read().decode(options.get("encoding", "utf-8"))
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := _called(node)) in _WORDS:
            words = _words(node, _WORDS[name], getattr(fileobj, "name", "?"))
            if words:
                yield node.lineno, _BASE_NAMES.get(name, name), words, _comments(lines, node.lineno, comment_tags)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _words(node: ast.Call, expected: int, path: str) -> tuple[str, ...]:
    """The literal words of a call; none where a variable stands for words that were marked where they were written."""
    if any(_built_at_run_time(argument) for argument in node.args):
        raise NotALiteral(path, node.lineno)
    literals = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if not literals or any(isinstance(argument, ast.Starred) for argument in node.args):
        return ()
    if len(literals) < expected:
        raise NotALiteral(path, node.lineno)
    return tuple(literals[-expected:])


def _built_at_run_time(argument: ast.expr) -> bool:
    match argument:
        case ast.JoinedStr():
            return True
        case ast.BinOp(op=ast.Add() | ast.Mod(), left=left, right=right):
            return any(isinstance(side, ast.JoinedStr) or _is_text(side) for side in (left, right))
    return False


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _comments(lines: list[str], line: int, tags: Collection[str]) -> list[str]:
    """The comment lines right above a message, from the one that begins with a tag such as `Translators:`."""
    above: list[str] = []
    for text in reversed(lines[: line - 1]):
        if not text.strip().startswith("#"):
            break
        above.insert(0, text.strip().lstrip("# "))
    for start, text in enumerate(above):
        if text.startswith(tuple(tags)):
            return above[start:]
    return []
