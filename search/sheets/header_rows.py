"""Where in a worksheet the header is: below titles and instructions, in one row or two, or not there at all."""

import re
from dataclasses import dataclass

from search.sheets.header_words import GROUP, read_header
from search.values.folding import fold, plain_digits

_SEARCHED_ROWS = 40
_VALUE = re.compile(r"^[\d\s.,:/+()°'\"%-]+$")
_MAX_HEADER_WORDS = 12
_FEW_DAYS, _DAY_DIGITS = 3, 3


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """`first` and `last` are the header's rows (positions in the grid); both -1 where the sheet has none."""

    first: int
    last: int
    headers: tuple[str, ...]
    recognised: float


def find_header(rows: list[list[str]]) -> HeaderPlace:
    """Return the row that reads most like column names."""
    scored = [(_header_score(rows, place), -place) for place in range(min(len(rows), _SEARCHED_ROWS))]
    best, place = max(scored, default=(0.0, 0))
    place = -place
    if best <= 0:
        return HeaderPlace(-1, -1, tuple("" for _ in range(_width(rows))), 0.0)
    headers, last = list(rows[place]), place
    if place + 1 < len(rows) and _is_second_header(rows, place):
        last = place + 1
        headers = _joined(headers, rows[last])
    elif place > 0 and _is_group_row(rows[place - 1], rows[place]):
        headers = _joined(rows[place - 1], headers)
    return HeaderPlace(place, last, tuple(headers), best)


def _width(rows: list[list[str]]) -> int:
    return max((len(row) for row in rows), default=0)


def recognised_share(cells: list[str]) -> float:
    """How many cells of a row are known column names, in full points for exact ones."""
    return sum(senses[0].score for cell in cells if _may_be_header(cell) and (senses := read_header(cell)))


def _may_be_header(cell: str) -> bool:
    return (
        bool(cell)
        and len(cell) <= 120
        and not _VALUE.match(plain_digits(cell))
        and len(cell.split()) <= _MAX_HEADER_WORDS
    )


def _header_score(rows: list[list[str]], place: int) -> float:
    """Known column names count most; a row of distinct short texts above rows of values counts a little."""
    row = rows[place]
    filled = [cell for cell in row if cell]
    if not filled:
        return 0.0
    texts = [cell for cell in filled if _may_be_header(cell) and not _is_mark(cell, filled)]
    known = sum(1.0 for cell in texts if (senses := read_header(cell)) and senses[0].score >= 0.9)
    partly = recognised_share(texts)
    values = 0 if known and _are_days(set(filled) - set(texts)) else len(filled) - len(texts)
    if len(texts) == 1 and len(filled) == 1:
        return 0.5 * known if _below_is_narrow(rows, place) else 0.0
    score = known * 2 + partly - values * 1.5
    if known < 1 and not _looks_like_names_of_columns(rows, place, texts, filled):
        return 0.0
    return score + 0.05 * len({fold(text) for text in texts}) - 0.02 * place


def _are_days(cells: set[str]) -> bool:
    """1, 2, 3 … beside a known column name: the days of a month, above marks of who was there."""
    days = sorted(int(cell) for cell in cells if cell.isascii() and cell.isdigit() and len(cell) < _DAY_DIGITS)
    return len(days) == len(cells) >= _FEW_DAYS and days == list(range(days[0], days[0] + len(days)))


def _is_mark(cell: str, row: list[str]) -> bool:
    """One letter again and again (`x`, `P`) marks who was there; it names no column."""
    return len(cell) == 1 and row.count(cell) > 1


def _below_is_narrow(rows: list[list[str]], place: int) -> bool:
    following = [row for row in rows[place + 1 : place + 10] if any(row)]
    return bool(following) and all(sum(1 for cell in row if cell) <= 1 for row in following)


def _looks_like_names_of_columns(rows: list[list[str]], place: int, texts: list[str], filled: list[str]) -> bool:
    """Unknown words, but only words, all different, as wide as the table, and with numbers below."""
    if len(texts) < len(filled) or len(set(texts)) < len(texts) or len(filled) < 2:
        return False
    below = [row for row in rows[place + 1 : place + 12] if any(row)]
    if not below or len(filled) < 0.7 * max(sum(1 for cell in row if cell) for row in below):
        return False
    numeric = sum(1 for row in below for cell in row if cell and _VALUE.match(plain_digits(cell)))
    return numeric >= len(below)


def _is_second_header(rows: list[list[str]], place: int) -> bool:
    """A row of sub-headings: below empty or merged cells of the header, itself without any value."""
    upper, lower = rows[place], rows[place + 1]
    filled = [cell for cell in lower if cell]
    if not filled or not all(_may_be_header(cell) for cell in filled):
        return False
    known = sum(1 for cell in filled if (senses := read_header(cell)) and senses[0].score >= 0.9)
    gaps = sum(1 for at, cell in enumerate(lower) if cell and (at >= len(upper) or not upper[at]))
    return (
        known >= max(1, len(filled) * 0.6)
        and (gaps > 0 or known == len(filled))
        and len(filled) < _filled(upper) + gaps + 1
    )


def _is_group_row(upper: list[str], lower: list[str]) -> bool:
    """A row of group titles above the header, over merged cells: fewer cells, and gaps where the header is filled."""
    filled = _filled(upper)
    under = [cell for at, cell in enumerate(lower) if cell and at < len(upper) and not upper[at]]
    beside = [cell for at, cell in enumerate(upper) if cell and (at >= len(lower) or not lower[at])]
    # Headings of both rows fill each other's gaps: `No, Name, Birth, , ` above `, , Date, Place`.
    fewer = filled < _filled(lower) or bool(under and beside)
    return filled > 1 and fewer and all(_may_be_header(cell) for cell in upper if cell)


def _filled(row: list[str]) -> int:
    return sum(1 for cell in row if cell)


def _joined(upper: list[str], lower: list[str]) -> list[str]:
    """Group title and sub-heading in one; a merged group title runs on to the right."""
    joined: list[str] = []
    group = ""
    for at in range(max(len(upper), len(lower))):
        above = upper[at] if at < len(upper) else ""
        below = lower[at] if at < len(lower) else ""
        group = above or group
        if above and not below:
            joined.append(above)
        elif below:
            joined.append(f"{group}{GROUP}{below}" if group and fold(group) != fold(below) else below)
        else:
            joined.append("")
    return joined
