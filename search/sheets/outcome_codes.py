"""Letters and numbers in a column of living or dead: what each of them means is asked, and none is read by itself."""

from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import replace

from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.column_targets import Target
from search.sheets.sheet_table import Table
from search.values.blanks import is_blank
from search.values.code_words import is_dead, yes_or_no
from search.values.folding import fold

OUTCOME_CODING = "outcome_coding"
LIVING, DEAD, NEITHER = "living", "dead", "unknown"
# Longer values are words; where more of them differ, the column tells what happened to each person.
_LONGEST_CODE, _MOST_VALUES = 3, 8


def with_outcome_doubt(guess: ColumnGuess, table: Table, mapping: Mapping) -> ColumnGuess:
    """A column of living or dead with codes that mean nothing so far has a question, unless it has one already."""
    if guess.target is not Target.OUTCOME or guess.doubt:
        return guess
    unread = unread_outcomes(table.column(guess.index), mapping.outcome_coding)
    # What is asked about is shown, not only the first cells.
    return replace(guess, doubt=OUTCOME_CODING, examples=unread) if unread else guess


def unread_outcomes(cells: Iterable[str], coding: AnyMapping[str, str]) -> tuple[str, ...]:
    """The different values that say neither living nor dead, without an answer; none where none of them is a code."""
    values = dict.fromkeys(fold(cell) for cell in cells if not is_blank(cell))
    unread = tuple(value for value in values if value not in coding and is_dead(value) is None)
    return unread if len(values) <= _MOST_VALUES and any(map(is_code, unread)) else ()


def is_code(value: str) -> bool:
    """A few letters or figures that stand for something."""
    return value.isalnum() and len(value) <= _LONGEST_CODE and not is_blank(value) and yes_or_no(value) is None


def said_of_life(cell: str, coding: AnyMapping[str, str]) -> bool | None:
    """Whether a cell says dead, by the sender's own answer or by words; None where it says neither."""
    if answered := coding.get(fold(cell)):
        return None if answered == NEITHER else answered == DEAD
    return is_dead(cell) if cell else None
