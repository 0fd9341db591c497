"""Quotation marks in a text file that open a cell and never close it, or close it rows further down.

A quoted cell may hold line breaks, and then its lines are words. Where the lines that a quotation mark swallowed are
records of the table themselves, the mark is a plain sign: nobody disappears in somebody else's cell.
"""

import re
from collections import Counter

# A cell of more lines is none; and all looking ahead together takes no longer than reading the file some times over.
_MOST_LINES = 26
_LOOKS_PER_LINE = 3
_SAMPLE_LINES = 2_000
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


def without_stray_quotes(text: str, separator: str) -> str:
    """The text with each stray quotation mark escaped, so that the usual reader keeps it as a sign of its cell."""
    if '"' not in text or "\n" not in text:
        return text
    lines = text.split("\n")
    width = _usual_width(lines, separator)
    if width < 2:
        return text
    kept: list[str] = []
    at, looks = 0, _LOOKS_PER_LINE * len(lines) + _MOST_LINES
    while at < len(lines):
        end = at
        if _is_open(lines[at], separator) and looks > 0:
            end, closes = _closing_line(lines, at, separator)
            looks -= end - at
            if _is_stray(lines[at : end + 1], separator, width, closes=closes):
                kept.append(_as_signs(lines[at], separator))
                at += 1
                continue
        kept.extend(lines[at : end + 1])
        at = end + 1
    return "\n".join(kept)


def _usual_width(lines: list[str], separator: str) -> int:
    """The number of columns that most lines without a quotation mark have."""
    widths = Counter(
        line.count(separator) + 1 for line in lines[:_SAMPLE_LINES] if separator in line and '"' not in line
    )
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _is_open(line: str, separator: str) -> bool:
    """Whether a cell is still quoted where the line ends."""
    return '"' in line and _scan(line, separator, inside=False)[0]


def _scan(line: str, separator: str, *, inside: bool) -> tuple[bool, bool]:
    """Whether a cell is open at the line's end, and whether every quotation mark that closed one stood at its end.

    `inside`: whether a cell is quoted where the line begins.
    """
    at, clean = 0, True
    while 0 <= at <= len(line):
        if not inside:
            at = _first_sign(line, at)
            inside = line.startswith('"', at)
            at += inside
        if inside:
            at = _closing_mark(line, at) + 1
            if at == 0:
                return True, clean
            inside = False
            rest = line[at:].lstrip(" ")
            clean = clean and (not rest or rest.startswith(separator))
        at = _behind(line, separator, at)
    return False, clean


def _first_sign(line: str, at: int) -> int:
    """Where a cell begins that stands behind blanks."""
    while line.startswith(" ", at):
        at += 1
    return at


def _closing_mark(line: str, at: int) -> int:
    """Where the quotation mark is that closes a cell, a doubled one being a sign of it; -1 where there is none."""
    while (at := line.find('"', at)) >= 0 and line.startswith('""', at):
        at += 2
    return at


def _behind(line: str, separator: str, at: int) -> int:
    """Where the next cell begins, or -1."""
    found = line.find(separator, at)
    return found if found < 0 else found + len(separator)


def _closing_line(lines: list[str], at: int, separator: str) -> tuple[int, bool]:
    """The line where the cell that opens in line `at` ends, and whether it ends as a quoted cell does."""
    last = min(len(lines) - 1, at + _MOST_LINES)
    for end in range(at + 1, last + 1):
        still_open, clean = _scan(lines[end], separator, inside=True)
        if not still_open:
            return end, clean
    return last, False


def _is_stray(lines: list[str], separator: str, width: int, *, closes: bool) -> bool:
    """Whether the lines below the first are records: all of them, or any where the cell has no proper end."""
    below = [line for line in lines[1:] if line.strip()]
    if not closes:
        return len(lines) > _MOST_LINES or any(abs(line.count(separator) + 1 - width) <= 1 for line in below)
    shape = _shape(lines[0], separator)
    return bool(below) and all(
        line.count(separator) + 1 == width and _shape(line, separator) == shape for line in below
    )


def _shape(line: str, separator: str) -> str:
    """What the first cell of a record looks like: figures, letters, signs."""
    first = line.split(separator, 1)[0].strip().strip('"')
    return _LETTERS.sub("a", _DIGITS.sub("9", first))


def _as_signs(line: str, separator: str) -> str:
    """The line with the cells escaped that a quotation mark opens and that none closes before the line ends."""
    parts = []
    at = 0
    while at < len(line):
        start = _first_sign(line, at)
        if line.startswith('"', start) and _is_open(line[start:], separator):
            end = _end_of_cell(line, start, separator)
            parts.append('"' + line[start:end].replace('"', '""') + '"')
        else:
            quoted = line.startswith('"', start)
            end = _end_of_cell(line, _closing_mark(line, start + 1) + 1 if quoted else start, separator)
            parts.append(line[at:end])
        if end < len(line):
            parts.append(separator)
        at = end + len(separator)
    return "".join(parts)


def _end_of_cell(line: str, at: int, separator: str) -> int:
    end = line.find(separator, at)
    return len(line) if end < 0 else end
