"""What became of a row of a sheet: read, refused, or passed over because it is none."""

from dataclasses import dataclass

from search.commands import ReportFound


@dataclass(frozen=True, slots=True)
class RowWarning:
    """A cell that was kept in words because its value could not be read as the column's meaning."""

    row: int
    column: str
    code: str


@dataclass(frozen=True, slots=True)
class RowRead:
    """An accepted row with what could not be understood in it; `worksheet` and `cells` as the sender wrote them."""

    number: int
    report: ReportFound
    warnings: tuple[RowWarning, ...] = ()
    worksheet: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowRefusal:
    """A row that cannot be a report: its number, the header of the column at fault (or ""), and the reason's code.

    `worksheet` and `cells` as the sender wrote them, so that it can be given back whole.
    """

    number: int
    column: str
    code: str
    worksheet: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowSkipped:
    """A row that is none: an empty one, a total, a header again, a repetition word for word, a footnote."""

    number: int
    code: str


RowOutcome = RowRead | RowRefusal | RowSkipped
