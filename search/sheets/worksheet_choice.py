"""Which worksheets of a workbook are read together, and which are the same list again, or a count of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from search.sheets.header_rows import HeaderPlace
from search.sheets.workbooks import Grid
from search.values.folding import fold

# Of the rows of the smaller worksheet that stand in the larger one too: then it is a copy.
_COPIED = 0.8
_LEAST_SHARED = 2
# Values of a column that tells persons apart, such as a name or a number: half of the rows have one, nearly all of
# them different.
_FILLED, _DIFFERENT = 0.5, 0.8
_LEAST_ROWS = 4
_SAMPLE_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Placed:
    """A worksheet with its header."""

    grid: Grid
    header: HeaderPlace

    @property
    def data(self) -> list[list[str]]:
        return [row for row in self.grid.rows[self.header.last + 1 :] if any(row)]


@dataclass(frozen=True, slots=True)
class Choice:
    """The worksheets that are read, the best first where `rows` are its; those left out by why they were.

    `only_in_copies`: how many rows stand in a copy alone.
    """

    main: Placed
    taken: tuple[Placed, ...]
    left_out: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    only_in_copies: int = 0


def choose(placed: list[Placed], *, with_copies: bool = False) -> Choice:
    """Take the worksheet that reads most like a list of persons, and every other one with columns like it.

    Copies of it and counts of its rows (pivots) are left out; `with_copies`: the sender wants them read as well.
    """
    worth = [_worth(one) for one in placed]
    main = placed[max(range(len(placed)), key=lambda at: (worth[at], -at))]
    like = [one for one in placed if one is not main and _is_like(one.header, main.header)]
    if with_copies:
        taken = tuple(one for one in placed if one is main or one in like)
        return Choice(main, taken, _names(one for one in placed if one not in taken))
    telling = _telling(main)
    like = [one for one in like if not telling or telling & _filled_headers(one)]
    copies = {id(one): lonely for one in like if (lonely := _rows_beside_copy(one, main)) is not None}
    taken = tuple(one for one in placed if one is main or (one in like and id(one) not in copies))
    return Choice(
        main,
        taken,
        _names(one for one in placed if one not in taken),
        _names(one for one in like if id(one) in copies),
        sum(copies.values()),
    )


def _names(placed: Iterable[Placed]) -> tuple[str, ...]:
    return tuple(one.grid.name for one in placed)


def _worth(one: Placed) -> float:
    rows = len(one.data)
    return (one.header.recognised + 0.1) * min(rows, 50) ** 0.5 if rows else -1.0


def _is_like(header: HeaderPlace, main: HeaderPlace) -> bool:
    """Another worksheet belongs to the table if half of its named columns are columns of the main one."""
    names = {fold(text) for text in header.headers} - {""}
    wanted = {fold(text) for text in main.headers} - {""}
    return len(names) >= 2 and len(names & wanted) >= max(2, len(names) * 0.5)


def _columns(one: Placed) -> dict[str, list[str]]:
    """Folded header → folded cells, of the named columns; of two with one name the first counts."""
    rows, columns = one.data[:_SAMPLE_ROWS], {}
    for at, text in enumerate(one.header.headers):
        if (name := fold(text)) and name not in columns:
            columns[name] = [fold(row[at]) if at < len(row) else "" for row in rows]
    return columns


def _telling(one: Placed) -> set[str]:
    """The columns that tell the rows apart: filled in most rows, nearly all different, and no count of the rows."""
    return {name for name, cells in _columns(one).items() if _tells(cells)}


def _tells(cells: list[str]) -> bool:
    said = [cell for cell in cells if cell]
    return (
        len(said) >= max(_LEAST_ROWS, _FILLED * len(cells))
        and len(set(said)) >= _DIFFERENT * len(said)
        and not _is_count(said)
    )


def _filled_headers(one: Placed) -> set[str]:
    return {name for name, cells in _columns(one).items() if any(cells)}


def _is_count(cells: list[str]) -> bool:
    """1, 2, 3 …, whatever stands in the rows."""
    numbers = [int(cell) for cell in cells if cell.isascii() and cell.isdigit() and len(cell) < 10]
    return len(numbers) == len(cells) and all(b - a == 1 for a, b in pairwise(numbers))


def _rows_beside_copy(one: Placed, main: Placed) -> int | None:
    """How many rows of a copy the main worksheet lacks; None where it is no copy."""
    ours, theirs = _columns(main), _columns(one)
    shared = [name for name in theirs if name in ours and _is_comparable(ours[name], theirs[name])]
    if len(shared) < _LEAST_SHARED:
        return None
    known, rows = (list(zip(*(columns[name] for name in shared), strict=True)) for columns in (ours, theirs))
    rows = [row for row in rows if any(row)]
    if not rows or len(set(rows)) < _DIFFERENT * len(rows):
        return None
    there = set(known)
    lonely = sum(1 for row in rows if row not in there)
    return lonely if len(rows) - lonely >= _COPIED * len(rows) else None


def _is_comparable(ours: list[str], theirs: list[str]) -> bool:
    said = [[cell for cell in cells if cell] for cells in (ours, theirs)]
    return all(said) and not any(map(_is_count, said))
