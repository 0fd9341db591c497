"""Rows of one file that are equal, and rows that carry one number for different content: what is asked about them.

Equal rows without a number are different people unless the sender says otherwise: six of one shipwreck are six. One
number for different rows is nobody's until the sender says whose it is: all of these rows are held back. Of several
people the first one keeps it; of the others it is kept in words.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from search.documents.element_merging import comparable_number
from search.sheet_summaries import SheetDoubt
from search.sheets.column_mapping import Mapping as Columns
from search.sheets.column_targets import Target
from search.sheets.sheet_table import SheetRow
from search.values.blanks import is_blank

EQUAL_ROWS, NUMBER_TWICE = "equal_rows", "number_twice"
PEOPLE, ONCE, SAME, LEAVE = "people", "once", "same", "leave"
REPEATED = "repeated_row"
_LONGEST_NUMBER = 200
# So many groups are asked about one by one; more of them in one question.
_ONE_BY_ONE = 5
_OPTIONS = {EQUAL_ROWS: (PEOPLE, ONCE), NUMBER_TWICE: (SAME, PEOPLE, LEAVE)}
# What silence means.
_UNANSWERED = {EQUAL_ROWS: PEOPLE, NUMBER_TWICE: LEAVE}
# Rows with their places in the table.
_Group = list[tuple[int, SheetRow]]


@dataclass(frozen=True, slots=True)
class Repetitions:
    """What becomes of rows because of other rows: by place, the code of `REPEATED` or `NUMBER_TWICE`.

    `unnumbered` are the places of rows whose number another person of the sheet keeps.
    """

    codes: Mapping[int, str]
    groups: Mapping[str, list[_Group]]
    answers: Mapping[str, str]
    unnumbered: frozenset[int] = frozenset()

    def doubts(self, read: Collection[int]) -> tuple[SheetDoubt, ...]:
        """The questions to ask; `read` are the places of rows that are persons: equal footnotes ask nothing."""
        equal = [group for group in self.groups[EQUAL_ROWS] if any(place in read for place, _ in group)]
        twice = self.groups[NUMBER_TWICE]
        return (*_asked(NUMBER_TWICE, twice, self.answers), *_asked(EQUAL_ROWS, equal, self.answers))


def number_of(row: SheetRow, mapping: Columns) -> str:
    """The number that tells a row apart, or ""."""
    return row.cells[mapping.number_column].strip() if 0 <= mapping.number_column < len(row.cells) else ""


def is_own_number(number: str) -> bool:
    """Whether it can tell a row apart: longer ones are kept in words, for what begins alike is not the same."""
    return not is_blank(number) and len(number) <= _LONGEST_NUMBER


def repetitions(
    rows: Iterable[tuple[int, SheetRow]], mapping: Columns, answers: Mapping[str, str] | None = None
) -> Repetitions:
    """Compare the rows that are any. `answers` are the sender's, by `sheet.CODE` and `sheet.CODE.ROW`."""
    answers = answers or {}
    numbered, unnumbered = _divided(rows, mapping)
    codes: dict[int, str] = {}
    twice = [group for group in numbered if _differ(group, codes)]
    equal = [group for group in unnumbered if len(group) > 1]
    for group in twice:
        if _answer(NUMBER_TWICE, group, answers) == LEAVE:
            codes |= {place: NUMBER_TWICE for place, _ in group}
    apart = [group for group in twice if _answer(NUMBER_TWICE, group, answers) == PEOPLE]
    without = frozenset(place for group in apart for place, _ in group[1:])
    for group in equal:
        if _answer(EQUAL_ROWS, group, answers) == ONCE:
            codes |= {place: REPEATED for place, _ in group[1:]}
    return Repetitions(codes, {NUMBER_TWICE: twice, EQUAL_ROWS: equal}, answers, without)


def _divided(rows: Iterable[tuple[int, SheetRow]], mapping: Columns) -> tuple[list[_Group], list[_Group]]:
    """The rows of each number, and the rows without a number that say the same."""
    numbered: dict[str, _Group] = {}
    unnumbered: dict[tuple[str, ...], _Group] = {}
    counters = {*mapping.indexes(Target.ROW_COUNTER), *mapping.indexes(Target.IGNORE)}
    for place, row in rows:
        number = number_of(row, mapping)
        if is_own_number(number):
            numbered.setdefault(comparable_number(number), []).append((place, row))
        else:
            said = tuple(cell for at, cell in enumerate(row.cells) if at not in counters)
            unnumbered.setdefault(said, []).append((place, row))
    return list(numbered.values()), list(unnumbered.values())


def _differ(group: _Group, codes: dict[int, str]) -> bool:
    """Whether rows of one number say different things; those that only repeat another one are passed over."""
    above: set[tuple[str, ...]] = set()
    for place, row in group:
        if row.cells in above:
            codes[place] = REPEATED
        above.add(row.cells)
    return len(above) > 1


def _answer(code: str, group: _Group, answers: Mapping[str, str]) -> str:
    said = answers.get(f"sheet.{code}.{_first(group)}") or answers.get(f"sheet.{code}", "")
    return said if said in _OPTIONS[code] else _UNANSWERED[code]


def _first(group: _Group) -> int:
    return group[0][1].number


def _asked(code: str, groups: list[_Group], answers: Mapping[str, str]) -> Iterator[SheetDoubt]:
    if len(groups) > _ONE_BY_ONE:
        said = answers.get(f"sheet.{code}", "")
        chosen = said if said in _OPTIONS[code] else _UNANSWERED[code]
        yield _doubt(code, [row for group in groups for row in group], chosen, {"groups": len(groups)})
        return
    for group in groups:
        yield _doubt(code, group, _answer(code, group, answers), {"row": _first(group)})


def _doubt(code: str, group: _Group, chosen: str, params: dict[str, str | int]) -> SheetDoubt:
    rows = tuple(row.number for _, row in sorted(group, key=lambda placed: placed[0]))
    params = {**params, "count": len(rows)}
    return SheetDoubt(code=code, rows=rows, options=_OPTIONS[code], chosen=chosen, params=params, must_answer=False)
