"""The gate of layouts: headers as in the wild over invented cells, and what the importer makes of them, scored.

A layout is a text file: `about:`, `sender:` (a kind of organisation) and, for lists of the missing, `kind:`; then one
line a column, `header => right meanings => cells`. The meanings are codes of `Target`; `words` among them says that it
may stay beside the record, and only harmless codes without one (`words`, `row_counter`, `ignore`) say that it has no
field. Cells repeat, divided by `|`, or are made: `@count`, `@code FORMAT`, `@day FORMAT`, `@birth FORMAT`,
`@int LOW HIGH`, `@num LOW HIGH DECIMALS`, `@digits COUNT`, `@mix A|B + C|D`.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_table import SheetRow, Table
from search.vocabulary import OrganisationKind

_ALPHABETS = (
    "abdeiklmnoprstu",
    "абвгдеиклмнопрсту",
    "ابتجدرسعفقكلمني",
    "αβγδεικλμνοπρστ",
    "abcdefghijklmnopqrstuvwxyzöüçşğıéíáó",
    "абвгдежзиклмнопрстуфхцчшщыэюяії",
)
HERE = Path(__file__).parent
SEEN, HELD_BACK, WILD, WIDER = (HERE / name for name in ("gate", "gate_held_back", "gate_wild", "gate_wider"))
NO_FIELD = frozenset({"words", "row_counter", "ignore"})


@dataclass(frozen=True)
class LayoutColumn:
    """A column of a layout: its header, the meanings that a careful human would accept, and how its cells are made."""

    header: str
    right: frozenset[str]
    cells: Callable[[int], str]


@dataclass(frozen=True)
class Layout:
    """One sender's layout."""

    name: str
    sender: OrganisationKind
    columns: tuple[LayoutColumn, ...]

    def table(self, rows: int) -> Table:
        """The sheet with this many rows of invented cells."""
        made = tuple(SheetRow(n + 2, tuple(column.cells(n) for column in self.columns)) for n in range(rows))
        return Table(headers=tuple(column.header for column in self.columns), rows=made, filename=f"{self.name}.csv")


@dataclass
class Score:
    """What the importer made of some layouts."""

    with_field: int = 0
    right: int = 0
    right_unasked: int = 0
    without_field: int = 0
    invented: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    questions: list[int] = field(default_factory=list)
    rows: int = 0
    clean_rows: int = 0

    def shares(self) -> dict[str, float]:
        """The figures that the gate is about, in per cent but the median of questions."""
        return {
            "right": 100 * self.right / self.with_field,
            "unasked": 100 * self.right_unasked / self.with_field,
            "invented": 100 * len(self.invented) / max(1, self.without_field),
            "silent": float(len(self.silent)),
            "questions": float(median(self.questions)),
            "clean rows": 100 * self.clean_rows / self.rows,
        }


def load_layouts(folder: Path) -> list[Layout]:
    """The layouts of a folder, in the order of their names."""
    return [_layout(path) for path in sorted(folder.glob("*.txt"))]


def score(layouts: list[Layout], rows: int, *, sender: bool = True) -> Score:
    """Read each layout with this many rows, and count."""
    found = Score()
    for layout in layouts:
        table = layout.table(rows)
        _add(found, layout, table, propose_mapping(table, organisation=layout.sender if sender else None))
    return found


def questions_of(mapping: Mapping) -> list[str]:
    """What the sender is asked before it may send: columns that must be answered, and the sheet's own questions."""
    asked = [f"{column.header}: {column.doubt}" for column in mapping.columns if column.must_answer]
    return asked + [doubt.code for doubt in getattr(mapping, "sheet_doubts", ()) if doubt.must_answer]


def _add(found: Score, layout: Layout, table: Table, mapping: Mapping) -> None:
    found.questions.append(len(questions_of(mapping)))
    misfiled: list[int] = []
    for column, guess in zip(layout.columns, mapping.columns, strict=True):
        if _count_column(found, layout.name, column, guess):
            misfiled.append(guess.index)
    found.rows += len(table.rows)
    found.clean_rows += sum(not any(row.cells[at] for at in misfiled) for row in table.rows)


def _count_column(found: Score, layout: str, column: LayoutColumn, guess: ColumnGuess) -> bool:
    """Count one column; returns whether its cells are filed under a wrong field."""
    named = f"{layout} {column.header!r} -> {guess.target.value} ({guess.doubt or 'silent'}; {guess.suggested})"
    has_field = bool(column.right - NO_FIELD)
    filed = guess.target.value not in NO_FIELD
    right = guess.target.value in column.right
    asked_right = guess.must_answer and guess.suggested is not None and guess.suggested.value in column.right
    if has_field:
        found.with_field += 1
        found.right += right or asked_right
        found.right_unasked += right and not guess.must_answer
        if not right and not asked_right and not filed:
            found.missed.append(named)
    else:
        found.without_field += 1
    misfiled = filed and not right
    if misfiled:
        (found.wrong if has_field else found.invented).append(named)
        if not guess.doubt:
            found.silent.append(named)
    return misfiled


def _layout(path: Path) -> Layout:
    heads: dict[str, str] = {}
    columns: list[LayoutColumn] = []
    for line in path.read_text("utf-8").splitlines():
        if " => " in line:
            header, right, cells = line.split(" => ", 2)
            columns.append(LayoutColumn(header.strip(), frozenset(right.split(",")), _maker(cells)))
        elif line:
            key, _, value = line.partition(": ")
            heads[key] = value
    return Layout(path.stem, OrganisationKind(heads["sender"]), tuple(columns))


def _maker(cells: str) -> Callable[[int], str]:
    kind, _, rest = cells.partition(" ")
    if kind in _MAKERS:
        return _MAKERS[kind](rest)
    values = cells.split("|")
    return lambda n: values[n % len(values)]


def _mixed(rest: str) -> Callable[[int], str]:
    firsts, seconds = (part.split("|") for part in rest.split(" + "))
    # Names of many persons are many: a middle part in the script of the others tells them apart.
    return lambda n: f"{firsts[n % len(firsts)]} {_middle(n, firsts[0])} {seconds[n // len(firsts) % len(seconds)]}"


def _middle(n: int, like: str) -> str:
    letters = next(alphabet for alphabet in _ALPHABETS if like[0].lower() in alphabet or alphabet is _ALPHABETS[-1])
    return "".join(letters[(n * step + 3) % len(letters)] for step in (1, 3, 7, 11)).capitalize()


def _between(rest: str) -> Callable[[int], str]:
    low, high = map(int, rest.split())
    return lambda n: str(low + (n * 7919 + 3) % (high - low + 1))


def _decimal(rest: str) -> Callable[[int], str]:
    low, high, places = rest.split()
    return lambda n: f"{float(low) + (n * 7919 % 1000) / 1000 * (float(high) - float(low)):.{places}f}"


def _dates(first: datetime.date, step: int, most: int) -> Callable[[str], Callable[[int], str]]:
    def of(form: str) -> Callable[[int], str]:
        def at(n: int) -> str:
            moment = datetime.datetime.combine(first, datetime.time(n % 12 + 6))
            return (moment + datetime.timedelta(days=step * n % most)).strftime(form)

        return at

    return of


_MAKERS: dict[str, Callable[[str], Callable[[int], str]]] = {
    "@count": lambda _: lambda n: str(n + 1),
    "@code": lambda form: lambda n: form % (n + 1),
    "@digits": lambda count: lambda n: str(n * 7919 + 4).rjust(int(count), "9"),
    "@day": _dates(datetime.date(2019, 1, 3), 11, 1400),
    "@birth": _dates(datetime.date(1951, 2, 3), 397, 18900),
    "@int": _between,
    "@num": _decimal,
    "@mix": _mixed,
}
