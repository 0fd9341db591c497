"""A column with what its cells bear out: how far they confirm or refute what a header could mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from search.sheets import cell_shapes
from search.sheets.column_targets import Target
from search.sheets.header_words import HeaderSense, is_administrative, read_header
from search.sheets.sheet_table import Table
from search.values import lexicon
from search.values.ages import read_age
from search.values.code_words import is_dead, report_kind, yes_or_no
from search.values.folding import fold
from search.values.place_texts import coordinate

FEW_CELLS = 3
REFUTED = -0.4
_NEVER = -9.0
_FOOTERS = 2
_MANY_FATES = 0.5
_FEW_COUNTRIES = 0.2
# A year of some calendar, a spreadsheet's days, eight figures; `0930` and `2215` are times.
_YEAR_OR_DAYS = re.compile(r"(?:1[2-9]|20|2[4-6])\d\d(?:\.0+)?|\d{5}(?:\.\d+)?|\d{8}")
# What at least this part of the cells must look like, for a header to be believed.
EXPECTED: dict[Target, tuple[Target, float]] = {
    Target.SEX: (Target.SEX, 0.5),
    Target.AGE: (Target.AGE, 0.3),
    Target.HEIGHT: (Target.HEIGHT, 0.3),
    Target.PHONES: (Target.PHONES, 0.3),
    Target.CONTACT_PHONES: (Target.PHONES, 0.3),
    Target.COORDINATES: (Target.COORDINATES, 0.3),
}
# Headers (`type`, `status`) that mean this only where a cell says such a thing.
SPEAKING: dict[Target, Callable[[str], bool]] = {
    Target.KIND: lambda cell: report_kind(cell) is not None,
    Target.OUTCOME: lambda cell: is_dead(cell) is not None,
    Target.MINOR: lambda cell: yes_or_no(cell) is not None or read_age(cell) is not None,
    Target.WANTS_CONTACT: lambda cell: yes_or_no(cell) is not None,
}
OF_NAMES = frozenset(
    {
        Target.FULL_NAME,
        Target.GIVEN,
        Target.FAMILY,
        Target.SECOND_FAMILY,
        Target.FATHER,
        Target.MOTHER,
        Target.NICKNAME,
    }
)
_NEVER_YES_OR_NO = OF_NAMES | {
    Target.PHONES,
    Target.CONTACT_PHONES,
    Target.SENDER_NUMBER,
    Target.DOCUMENT,
    Target.MARKS,
    Target.EFFECTS,
    Target.CAUSE,
    Target.INTERVAL,
    Target.CONDITION,
    Target.REMAINS,
    Target.MANNER,
    Target.OCCUPATION,
    Target.RELATIVE,
    Target.COMPANIONS,
    Target.REPORTER,
    Target.RESIDENCE,
    Target.FOUND_PLACE,
    Target.BIRTH_PLACE,
    Target.PRESENT_PLACE,
    Target.BURIAL_PLACE,
    Target.NATIONALITY,
    Target.FOUND_COUNTRY,
    Target.LANGUAGES,
}
_PLACES = frozenset({Target.FOUND_PLACE, Target.RESIDENCE, Target.BIRTH_PLACE, Target.PRESENT_PLACE})
_NUMBERED = frozenset({Target.DOCUMENT, Target.SENDER_NUMBER, Target.MORTUARY_NUMBER, Target.BODY_TAG})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table with the readings of its header and a sample of its cells; `counts`: all are 1, 2, 3 …."""

    index: int
    header: str
    senses: tuple[HeaderSense, ...]
    values: list[str]
    shapes: cell_shapes.Shapes
    administrative: bool = False
    counts: bool = False

    @property
    def distinct(self) -> float:
        """The part of the cells that differ from one another (0 to 1)."""
        return len(set(self.values)) / max(1, len(self.values))

    def can_mean(self, target: Target) -> float:
        """The score of one reading of the header."""
        return next((sense.score for sense in self.senses if sense.target is target), 0.0)


def describe(table: Table, index: int, language: str) -> Column:
    """Take up a column of a table whose headers are in `language`."""
    filled = table.column(index)
    values = cell_shapes.sample(filled)
    header = table.headers[index]
    shapes = cell_shapes.Shapes(values, (language,))
    return Column(
        index,
        header,
        read_header(header),
        values,
        shapes,
        is_administrative(header, language),
        cell_shapes.is_counter(_without_footer(filled)),
    )


def _without_footer(cells: list[str]) -> list[str]:
    """Without the one or two cells of words that stand below a count: `TOTAL`, who made the sheet."""
    words = [cell for cell in cells[-_FOOTERS:] if not any(c.isdigit() for c in cell)]
    return cells[: -len(words)] if words and cells[-len(words) :] == words else cells


def borne_out(target: Target, column: Column) -> float:
    """Return how far the cells raise or lower the belief in a meaning; `REFUTED` or less where they say otherwise."""
    return sum(change(target, column) for change in _CHANGES) if column.values else 0.0


def _by_expected_shape(target: Target, column: Column) -> float:
    if target not in EXPECTED:
        return 0.0
    shape, least = EXPECTED[target]
    missing = column.shapes.share(shape) < least
    # A position is written in figures; one row that holds none is enough.
    few = len(column.values) < FEW_CELLS and target is not Target.COORDINATES
    return (-0.2 if few else -0.6) if missing else 0.0


def _by_words_said(target: Target, column: Column) -> float:
    return -0.6 if target in SPEAKING and not any(map(SPEAKING[target], column.values)) else 0.0


def _by_yes_or_no(target: Target, column: Column) -> float:
    """`Sought by a relative?` over yes and no names nobody, no place and no day."""
    if target not in _NEVER_YES_OR_NO:
        return 0.0
    return _NEVER if are_answers(column) else 0.0


def are_answers(column: Column) -> bool:
    """The cells say yes or no in words, and nothing else; 0 and 1 may be numbers."""
    said = set(column.values)
    return any(not value.isdigit() for value in said) and all(yes_or_no(value) is not None for value in said)


def _by_states(target: Target, column: Column) -> float:
    """`Estado` over `activo` and `baja`, or over the living and the dead, is a state of things, and no place."""
    states = lexicon.words("header_signs", "state")
    return _NEVER if target in _PLACES and all(_is_state(value, states) for value in set(column.values)) else 0.0


def _is_state(value: str, states: frozenset[str]) -> bool:
    return fold(value) in states or is_dead(value) is not None or _is_of_a_search(value)


def _by_fates(target: Target, column: Column) -> float:
    """Dead, alive, missing, found under a word for any state: that of the search or of life, never of health."""
    if target not in (Target.CONDITION, Target.OUTCOME):
        return 0.0
    said = sum(is_dead(value) is not None for value in column.values) / len(column.values)
    if target is Target.OUTCOME:
        return 0.05 if said >= _MANY_FATES else 0.0
    sought = sum(_is_of_a_search(value) for value in column.values) / len(column.values)
    return -0.6 if said + sought >= _MANY_FATES else 0.0


def _is_of_a_search(cell: str) -> bool:
    folded = f" {fold(cell)}"
    return any(f" {word}" in folded for code in ("missing", "found") for word in lexicon.words("missing_words", code))


def _by_coordinates(target: Target, column: Column) -> float:
    if target not in (Target.LATITUDE, Target.LONGITUDE):
        return 0.0
    limit = 90.0 if target is Target.LATITUDE else 180.0
    read = sum(coordinate(value, limit) is not None for value in column.values)
    return 0.0 if read >= 0.6 * len(column.values) else _NEVER


def _by_dates(target: Target, column: Column) -> float:
    if target not in (Target.FOUND_DATE, Target.BIRTH_DATE, Target.REPORT_DATE):
        return 0.0
    dated = sum(map(_may_be_date, column.values)) / len(column.values)
    closer = 0.1 * column.shapes.share(Target.FOUND_DATE) if target is Target.FOUND_DATE else 0.0
    return closer - (0.5 if dated < 0.3 and len(column.values) >= FEW_CELLS else 0.0)


def _may_be_date(value: str) -> bool:
    """Dates, years and day numbers: what a column of dates may hold."""
    return cell_shapes.is_date(value) or bool(_YEAR_OR_DAYS.fullmatch(value))


def _by_countries(target: Target, column: Column) -> float:
    """Countries make for a nationality; towns under `Procedencia` for where somebody lived."""
    of_countries = target in (Target.NATIONALITY, Target.FOUND_COUNTRY)
    share = column.shapes.share(Target.NATIONALITY) if of_countries or target is Target.RESIDENCE else 0.0
    if of_countries:
        return 0.05 if share > 0.5 else -0.03 if share < _FEW_COUNTRIES else 0.0
    return -0.05 if share > 0.5 else 0.0


def _by_counting(target: Target, column: Column) -> float:
    if target is not Target.ROW_COUNTER:
        return 0.0
    return 0.1 if column.counts else _NEVER


def _by_names(target: Target, column: Column) -> float:
    """Numbers and dates are no names."""
    if target not in OF_NAMES:
        return 0.0
    lettered = sum(map(_is_mostly_letters, column.values)) / len(column.values)
    return -0.5 if lettered < 0.3 else 0.0


def _is_mostly_letters(value: str) -> bool:
    return sum(c.isalpha() for c in value) > sum(c.isdigit() for c in value)


def _by_numbers(target: Target, column: Column) -> float:
    """What repeats or reads like a name is no case number, and without any figure there is no number at all."""
    if target not in _NUMBERED or len(column.values) < FEW_CELLS:
        return 0.0
    if target is Target.SENDER_NUMBER and len(column.values) > 5:
        return -0.4 if column.distinct < 0.5 or column.shapes.share(Target.FULL_NAME) > 0.6 else 0.0
    figured = sum(any(c.isdigit() for c in value) for value in column.values) / len(column.values)
    return -0.5 if target is Target.DOCUMENT and figured < 0.3 else 0.0


_CHANGES: tuple[Callable[[Target, Column], float], ...] = (
    _by_expected_shape,
    _by_words_said,
    _by_yes_or_no,
    _by_states,
    _by_fates,
    _by_coordinates,
    _by_dates,
    _by_countries,
    _by_counting,
    _by_names,
    _by_numbers,
)
