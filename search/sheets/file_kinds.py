"""What a text file is that is no sheet: each kind has a name, so that its sender is told where it belongs.

Only what is plainly something else is named. A text whose first rows hold two known column names is a sheet, whatever
else it looks like.
"""

import re
from collections import Counter
from statistics import median

from search.sheets.header_words import is_known_header, read_header
from search.values import lexicon
from search.values.folding import fold

_HEAD = 20_000
_LINES = 200
_MARKUP = re.compile(r"<(?:\?xml|!doctype|!--|[a-z][\w:.-]*(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_PFIF = re.compile(r"<(?:\w+:)?pfif\b|zesty\.ca/pfif", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|meta|title|form|script)\b", re.IGNORECASE)
_JSON = re.compile(r'[\[{]\s*(?:"(?:[^"\\\n]|\\.){0,200}"\s*[:,\]]|[\[{]|-?\d|true|false|null|[\]}])')
_GEOJSON = re.compile(
    r'"type"\s*:\s*"(?:Feature(?:Collection)?|(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection|Topology)"'
)
_BEGINS = {"begin:vcard": "vcard", "begin:vcalendar": "calendar", "begin:vevent": "calendar"}
_MAIL_LINE = re.compile(r"([^\W\d_][\w -]{0,30}?)\s*:\s")
_CODE_START = re.compile(r"#!|<\?php|%!PS|\\documentclass|diff --git|-----BEGIN ", re.IGNORECASE)
_CODE_LINE = re.compile(
    r"\s*(?:(?:def|class|function|func|fn|sub|interface|namespace|package|module)\s+\w+|import\s+[\w{*\"']|"
    r"from\s+[\w.]+\s+import\s|(?:var|let|const|local|my)\s+[\w$@%{]|return\b|(?:if|for|while|elif|switch)\b.*[:{]\s*$|"
    r"(?:public|private|protected|static|final|void)\s+\w|#include\b|@\w+|(?://|/\*)|[}\])]+[;,]?\s*$|"
    r"(?:CREATE|DROP|ALTER)\s+TABLE\b|INSERT\s+INTO\b|SELECT\s.+\sFROM\b|.*[=({]\s*$|.*[=(].*[;{]\s*$|"
    r"[.#]?[\w-]+\s*\{\s*$|\s*[\w-]+\s*:\s*[^;,|\t]+;\s*$)",
)
_KNOWN = 0.9
_WORDS_OF_NAME = 6
_NO_NAME = re.compile(r"[{}=<>\"]|:\s")
_CODE_SHARE = 0.3
_REGULAR_SHARE = 0.6
_FEW_LINES = 8
_WORDS_OF_CLAUSE, _WORDS_OF_PROSE, _WORDS_OF_SENTENCE = 4, 5, 8


def kind_of_text(text: str) -> str:
    """The kind of a text by how it begins, or "": pfif, html_page, xml, json, geojson, vcard, calendar or code."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if _MARKUP.match(head) and ("</" in text or "/>" in text):
        if _PFIF.search(head):
            return "pfif"
        return "html_page" if _HTML.search(head[:2_000]) else "xml"
    if _JSON.match(head) and _ends_like_json(head, text):
        return "geojson" if _GEOJSON.search(head) else "json"
    first = head.split("\n", 1)[0].strip().lower()
    if first in _BEGINS:
        return _BEGINS[first]
    return "code" if _CODE_START.match(head) else ""


def kind_of_lines(text: str, rows: list[list[str]]) -> str:
    """The kind of a text by its lines, or "" where they make a table: mail, code, letter or one_column."""
    if holds_column_names(rows) or not _filled(rows):
        return ""
    lines = [line for line in text[:_HEAD].splitlines() if line.strip()][:_LINES]
    if _is_mail(lines):
        return "mail"
    if len(lines) >= 3 and sum(1 for line in lines if _CODE_LINE.match(line)) >= _CODE_SHARE * len(lines):
        return "code"
    return kind_of_cells(rows) or ("letter" if _is_irregular(rows) and _is_prose(_filled(rows)) else "")


def kind_of_cells(rows: list[list[str]]) -> str:
    """letter or one_column, of rows that never hold two cells and have no column name above them; else ""."""
    filled = _filled(rows)
    if not filled or any(sum(map(bool, row)) > 1 for row in rows) or _names_one_column(filled):
        return ""
    return "letter" if _is_prose(filled) else "one_column"


def holds_column_names(rows: list[list[str]]) -> bool:
    """Two known column names side by side among the first rows that say anything."""
    filled = (row for row in rows[:_LINES] if any(row))
    return any(_known(row) >= 2 for row, _ in zip(filled, range(40), strict=False))


def _known(row: list[str]) -> int:
    cells = {cell for cell in row if cell and len(cell.split()) <= _WORDS_OF_NAME and not _NO_NAME.search(cell)}
    return sum(1 for cell in cells if (senses := read_header(cell)) and senses[0].score >= _KNOWN)


def _names_one_column(filled: list[list[str]]) -> bool:
    """A list of one column under its name, perhaps below a title."""
    return any(len(told := [c for c in row if c]) == 1 and is_known_header(told[0]) for row in filled[:5])


def _filled(rows: list[list[str]]) -> list[list[str]]:
    return [row for row in rows[: 10 * _LINES] if any(row)][:_LINES]


def _is_irregular(rows: list[list[str]]) -> bool:
    """Lines that fall into no columns: commas of sentences, not of a table."""
    filled = _filled(rows)
    wide = Counter(len(row) for row in filled if len(row) > 1)
    if not wide or max(wide.values()) < _REGULAR_SHARE * len(filled):
        return True
    words = [len(cell.split()) for row in filled for cell in row if cell]
    return len(filled) <= _FEW_LINES and median(words) >= _WORDS_OF_CLAUSE


def _is_prose(filled: list[list[str]]) -> bool:
    """Lines of words, of which one at least is a sentence."""
    words = [sum(len(cell.split()) for cell in row) for row in filled]
    return median(words) >= _WORDS_OF_PROSE or max(words) >= _WORDS_OF_SENTENCE


def _is_mail(lines: list[str]) -> bool:
    """The heads of a message, from its first line on: what it is about, and who it is from or for."""
    names: set[str] = set()
    for line in lines[:40]:
        found = _MAIL_LINE.match(line)
        if found is None and not line[:1].isspace() and not line.startswith("From "):
            break
        if found:
            names.add(fold(found[1]))
    subject, address = (lexicon.words("file_words", code) for code in ("mail_subject", "mail_address"))
    return bool(names & subject) and len(names & (subject | address)) >= 2


def _ends_like_json(head: str, text: str) -> bool:
    """A header may stand in brackets: what is JSON has keys, or closes what it opened."""
    return bool(re.match(r'[\[{]\s*(?:[\[{]\s*)*"(?:[^"\\\n]|\\.){0,200}"\s*:', head)) or text.rstrip()[-1:] in "]}"
