"""The little Markdown that an operator's pages may use, as blocks that a template draws: no HTML can come of it.

Headings, paragraphs, lists, **strong words** and links. Of a link its address is always shown, so that a printed page
and a careful reader have it; only addresses of the web, of telephones and of e-mail can be followed. Everything else,
HTML and pictures too, is text.
"""

import re
from dataclasses import dataclass

_HEADING = re.compile(r"(#{1,4}) +(.*\S)")
_ITEM = re.compile(r" {0,3}(?:[-*]|(\d{1,3})[.)]) +(.*)")
_INLINE = re.compile(
    r"\*\*(?P<strong>[^*\n]{1,500})\*\*|\[(?P<words>[^\[\]\n]{1,300})\]\((?P<to>[^()\s]{1,500})\)|(?P<bare>https://[^\s<>()]{1,500}(?<![.,;:!?]))"
)
_FOLLOWED = re.compile(r"https://[^\s\"'<>]+|tel:\+?[0-9-]+|mailto:[^\s\"'<>?]+@[^\s\"'<>?]+")
# The page has its own first heading.
_HIGHEST, _LOWEST = 2, 4


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a line. `shown` is an address as it is read, `address` where it leads, empty where nowhere."""

    words: str
    strong: bool = False
    shown: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """`kind` is "heading", "paragraph", "list" or "steps"; each of `lines` is one heading, paragraph or item."""

    kind: str
    lines: tuple[tuple[Span, ...], ...]
    level: int = 0


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in its order."""
    found: list[tuple[str, int, list[str]]] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        _take(found, line)
    return tuple(
        Block(kind, tuple(_spans(line) for line in lines), level) for kind, level, lines in found if kind and lines
    )


def _take(found: list[tuple[str, int, list[str]]], line: str) -> None:
    """Adds a line to the block that it goes on with, or begins one; an empty line ends what is there."""
    kind, level, said = _kind(line)
    last = found[-1] if found else ("", 0, [])
    if kind == "paragraph" and last[0] in ("paragraph", "list", "steps"):
        last[2][-1] += f" {said}"
    elif kind in ("list", "steps") and last[0] == kind:
        last[2].append(said)
    else:
        found.append((kind, level, [said] if kind else []))


def _kind(line: str) -> tuple[str, int, str]:
    if not line.strip():
        return "", 0, ""
    if heading := _HEADING.fullmatch(line.strip()):
        return "heading", min(max(len(heading[1]), _HIGHEST), _LOWEST), heading[2].rstrip("#").strip()
    if item := _ITEM.fullmatch(line.rstrip()):
        return "steps" if item[1] else "list", 0, item[2]
    return "paragraph", 0, line.strip()


def _spans(line: str) -> tuple[Span, ...]:
    spans, at = [], 0
    for found in _INLINE.finditer(line):
        spans += [Span(line[at : found.start()])] if found.start() > at else []
        spans.append(_span(found))
        at = found.end()
    return (*spans, Span(line[at:])) if at < len(line) else tuple(spans)


def _span(found: re.Match[str]) -> Span:
    if found["strong"]:
        return Span(found["strong"], strong=True)
    to = found["to"] or found["bare"]
    address = to if _FOLLOWED.fullmatch(to) else ""
    return Span(found["words"] or "", shown=to.removeprefix("mailto:").removeprefix("tel:"), address=address)
