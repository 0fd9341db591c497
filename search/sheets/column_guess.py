"""What one column means on its own: its header's words believed as far as its cells bear them out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from search.sheets import cell_shapes
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target
from search.sheets.header_words import HeaderSense, read_header
from search.sheets.sheet_table import Table
from search.values.ages import read_age
from search.values.code_words import is_dead, report_kind, yes_or_no
from search.values.place_texts import coordinate

_EXAMPLES = 3
_SURE, _PERHAPS = 0.55, 0.4
_NEVER = -9.0
# What at least this part of the cells must look like, for a header to be believed.
_EXPECTED: dict[Target, tuple[Target, float]] = {
    Target.SEX: (Target.SEX, 0.5),
    Target.AGE: (Target.AGE, 0.3),
    Target.HEIGHT: (Target.HEIGHT, 0.3),
    Target.PHONES: (Target.PHONES, 0.3),
    Target.COORDINATES: (Target.COORDINATES, 0.3),
}
# Headers (`type`, `status`) that mean this only where a cell says such a thing.
_SPEAKING: dict[Target, Callable[[str], bool]] = {
    Target.KIND: lambda cell: report_kind(cell) is not None,
    Target.OUTCOME: lambda cell: is_dead(cell) is not None,
    Target.MINOR: lambda cell: yes_or_no(cell) is not None or read_age(cell) is not None,
    Target.WANTS_CONTACT: lambda cell: yes_or_no(cell) is not None,
}
# Any numbers can be ages and heights: only a column without a header is taken for one by its cells.
_ONLY_UNNAMED = frozenset({Target.AGE, Target.HEIGHT})
# What cells alone can say of a column whose header says nothing, and for what part of them; the first that fits.
_TELLING: tuple[tuple[Target, float], ...] = (
    (Target.SEX, 0.9),
    (Target.COORDINATES, 0.8),
    (Target.FOUND_DATE, 0.8),
    (Target.NATIONALITY, 0.7),
    (Target.EFFECTS, 0.6),
    (Target.MARKS, 0.5),
    (Target.PHONES, 0.7),
    (Target.SENDER_NUMBER, 0.8),
    (Target.HEIGHT, 0.9),
    (Target.AGE, 0.9),
    (Target.FULL_NAME, 0.8),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table with the readings of its header and a sample of its cells."""

    index: int
    header: str
    senses: tuple[HeaderSense, ...]
    values: list[str]
    shapes: cell_shapes.Shapes

    @property
    def distinct(self) -> float:
        """The part of the cells that differ from one another (0 to 1)."""
        return len(set(self.values)) / max(1, len(self.values))

    def can_mean(self, target: Target) -> float:
        """The score of one reading of the header."""
        return next((sense.score for sense in self.senses if sense.target is target), 0.0)


def describe(table: Table, index: int, language: str) -> Column:
    """Take up a column of a table whose headers are in `language`."""
    values = cell_shapes.sample(table.column(index))
    header = table.headers[index]
    return Column(index, header, read_header(header), values, cell_shapes.Shapes(values, (language,)))


def guess_meaning(column: Column, language: str) -> ColumnGuess:
    """Return the most likely meaning; a column that nothing is known of keeps its words, with a doubt."""
    examples = tuple(dict.fromkeys(column.values))[:_EXAMPLES]
    scored = [(_believed(sense, column, language), sense.target) for sense in column.senses]
    score, target = max(scored, key=lambda item: item[0], default=(0.0, Target.WORDS))
    doubt = ""
    if score < _SURE:
        if not column.values:
            return ColumnGuess(column.index, column.header, Target.IGNORE)
        told, share = _by_content(column)
        if told is not Target.WORDS:
            target, score, doubt = told, share, "header_and_content_differ" if column.senses else ""
        elif score <= _PERHAPS or target in _EXPECTED:
            target, score, doubt = Target.WORDS, 0.0, "unknown_column"
    return ColumnGuess(column.index, column.header, target, round(min(score, 1.0), 3), doubt, examples)


def _believed(sense: HeaderSense, column: Column, language: str) -> float:
    """The header's score, raised or lowered by what the cells look like."""
    score = sense.score + (0.02 if language in sense.languages else 0.0)
    return score + sum(change(sense.target, column) for change in _CHANGES) if column.values else score


def _by_expected_shape(target: Target, column: Column) -> float:
    if target not in _EXPECTED:
        return 0.0
    shape, least = _EXPECTED[target]
    missing = column.shapes.share(shape) < least
    return (-0.6 if len(column.values) >= 3 else -0.2) if missing else 0.0


def _by_words_said(target: Target, column: Column) -> float:
    return -0.6 if target in _SPEAKING and not any(map(_SPEAKING[target], column.values)) else 0.0


def _by_coordinates(target: Target, column: Column) -> float:
    if target not in (Target.LATITUDE, Target.LONGITUDE):
        return 0.0
    limit = 90.0 if target is Target.LATITUDE else 180.0
    read = sum(coordinate(value, limit) is not None for value in column.values)
    return 0.0 if read >= 0.6 * len(column.values) else _NEVER


def _by_dates(target: Target, column: Column) -> float:
    if target is not Target.FOUND_DATE:
        return 0.0
    dated = sum(map(_may_be_date, column.values)) / len(column.values)
    return 0.1 * column.shapes.share(Target.FOUND_DATE) - (0.5 if dated < 0.3 else 0.0)


def _may_be_date(value: str) -> bool:
    """Dates, years and day numbers: what a column of dates may hold."""
    return cell_shapes.is_date(value) or bool(re.fullmatch(r"\d{4,5}(?:\.\d+)?|\d{8}", value))


def _by_countries(target: Target, column: Column) -> float:
    of_countries = target in (Target.NATIONALITY, Target.FOUND_COUNTRY)
    return 0.05 if of_countries and column.shapes.share(Target.NATIONALITY) > 0.5 else 0.0


def _by_counting(target: Target, column: Column) -> float:
    if target is not Target.ROW_COUNTER:
        return 0.0
    return 0.1 if cell_shapes.is_counter(column.values) else _NEVER


def _by_names_and_numbers(target: Target, column: Column) -> float:
    """Numbers are no names, and what repeats or reads like a name is no case number."""
    if target is Target.FULL_NAME:
        return -0.5 if column.shapes.share(Target.SENDER_NUMBER) > 0.8 else 0.0
    if target is Target.SENDER_NUMBER and len(column.values) > 5:
        return -0.4 if column.distinct < 0.5 or column.shapes.share(Target.FULL_NAME) > 0.6 else 0.0
    return 0.0


_CHANGES: tuple[Callable[[Target, Column], float], ...] = (
    _by_expected_shape,
    _by_words_said,
    _by_coordinates,
    _by_dates,
    _by_countries,
    _by_counting,
    _by_names_and_numbers,
)


def _by_content(column: Column) -> tuple[Target, float]:
    if cell_shapes.is_counter(column.values) and len(column.values) > 2:
        return Target.ROW_COUNTER, 0.8
    for target, least in _TELLING:
        share = column.shapes.share(target)
        if share >= least and not (column.header and target in _ONLY_UNNAMED):
            return target, 0.5 * share
    return Target.WORDS, 0.0
