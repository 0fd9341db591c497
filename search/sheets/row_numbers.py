"""Ages, heights and weights in a row, in the unit that a cell, its column, or a column beside it says."""

import re
from dataclasses import replace
from functools import partial

from matching.record import AgeRange, HeightRange, PartialDate
from search.documents import WeightRange
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target
from search.sheets.row_dates import birth_in_age
from search.sheets.row_keeping import RowKeeping
from search.values import lexicon
from search.values.ages import YEAR, read_age, unit_of_words
from search.values.blanks import is_blank
from search.values.folding import fold, plain_digits
from search.values.heights import apart_from_weight, read_height
from search.values.weights import read_weight

# What lists write for an age that is not known.
_UNKNOWN_AGE = re.compile(r"9{2,}(?:[.,][09])?")
_ADULT, _SHORTEST_ADULT_CM = 18, 120


def age_of(row: RowKeeping) -> AgeRange | None:
    """The age, in years: of its own column, else between the lowest and the highest of theirs."""
    low, high = (_ages(row, target) for target in (Target.AGE_LOW, Target.AGE_HIGH))
    ages = _ages(row, Target.AGE)
    if low and high and low[0].low <= high[0].high:
        return AgeRange(low[0].low, high[0].high, True, f"{low[0].written}-{high[0].written}")
    return next(iter([*ages, *low, *high]), None)


def height_and_weight_of(
    row: RowKeeping, age: AgeRange | None, birth: PartialDate | None
) -> tuple[HeightRange | None, WeightRange | None]:
    """The height, and the weight of its own column or beside the height; no grown person is as small as a child."""
    weights = row.read_each(Target.WEIGHT, read_weight, "weight_unread")
    beside = [weight for _, cell in row.cells.pairs(Target.HEIGHT) if (weight := apart_from_weight(cell)[1])]
    read = partial(_height, is_adult=_is_adult(row, age, birth))
    low = row.read_each(Target.HEIGHT_LOW, read, "height_unread")
    high = row.read_each(Target.HEIGHT_HIGH, read, "height_unread")
    weight = next(iter([*weights, *beside]), None)
    if low and high and low[0].low_cm <= high[0].high_cm:
        return HeightRange(low[0].low_cm, high[0].high_cm, True, f"{low[0].written}-{high[0].written}"), weight
    return next(iter([*row.read_each(Target.HEIGHT, read, "height_unread"), *low, *high]), None), weight


def _ages(row: RowKeeping, target: Target) -> list[AgeRange]:
    found = []
    for column, cell in row.cells.columns:
        if column.target is not target or is_blank(cell):
            continue
        if target is Target.AGE and birth_in_age(row, column, cell) is not None:
            continue
        age = None if _is_code(target, cell) else read_age(cell, _unit(row, column))
        if age is None:
            row.keep(target, column.header, cell, "age_unread")
        else:
            found.append(age)
    return found


def _is_code(target: Target, cell: str) -> bool:
    """`99` and `999` for an age that is not known; as the end of a range, 99 is an age."""
    return target is Target.AGE and _UNKNOWN_AGE.fullmatch(plain_digits(cell).strip()) is not None


def _unit(row: RowKeeping, column: ColumnGuess) -> str:
    """The unit of a column: what a column beside says of this row, else its own header."""
    headers = lexicon.words("unit_words", "header")
    said = [unit_of_words(cell) for beside, cell in row.cells.columns if fold(beside.header) in headers]
    return next(filter(None, said), "") or unit_of_words(column.header) or YEAR


def _height(cell: str, *, is_adult: bool) -> HeightRange | None:
    alone, weight = apart_from_weight(cell)
    height = read_height(alone)
    if height is None or (is_adult and height.high_cm < _SHORTEST_ADULT_CM):
        return None
    return replace(height, written=cell.strip()[:200]) if weight else height


def _is_adult(row: RowKeeping, age: AgeRange | None, birth: PartialDate | None) -> bool:
    return (age is not None and age.low >= _ADULT) or (
        birth is not None and row.today.year - birth.latest.year > _ADULT
    )
