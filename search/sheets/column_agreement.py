"""The columns of one sheet made to agree: names that complete each other, two dates, two countries, one number."""

import re
from dataclasses import replace

from search.sheets.column_guess import Column
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import MANY_COLUMNS, Target
from search.values import lexicon
from search.values.folding import fold

_KNOWN = 0.9
_REPEATS_BELOW = 0.8
_YEARS_BETWEEN_BIRTH_AND_FINDING = 5
_WORTH_SCANNING = frozenset({Target.HAIR, Target.EYES, Target.BUILD, Target.CAUSE})


def settle(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """Return the guesses with the contradictions between them settled; each that lost its field says so as a doubt."""
    for step in (_names, _dates, _countries, _numbers, _singles):
        guesses = step(guesses, columns)
    return guesses


def _names(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """`Nom` beside `Prénom` is the family name, `Nombre` beside `Apellidos` the given name, alone the full name."""
    of_names = (Target.FULL_NAME, Target.GIVEN, Target.FAMILY)
    return [_name(g, guesses, columns[g.index]) if g.target in of_names else g for g in guesses]


def _name(guess: ColumnGuess, guesses: list[ColumnGuess], column: Column) -> ColumnGuess:
    others = {g.target for g in guesses if g.index != guess.index}
    has_family, has_given = Target.FAMILY in others, Target.GIVEN in others
    if has_family and not has_given and guess.target is not Target.GIVEN and _is_bare_name(column):
        return replace(guess, target=Target.GIVEN)
    if has_given and not has_family and guess.target is not Target.FAMILY and _is_bare_name(column):
        return replace(guess, target=Target.FAMILY)
    alone = guess.target in (Target.GIVEN, Target.FAMILY) and not has_family and not has_given
    return replace(guess, target=Target.FULL_NAME) if alone and column.can_mean(Target.FULL_NAME) >= _KNOWN else guess


def _is_bare_name(column: Column) -> bool:
    """The header is a mere word for `name` (or nothing), not one that says `full name`."""
    if not column.senses:
        return True
    known = {sense.target for sense in column.senses if sense.score >= _KNOWN}
    return Target.FULL_NAME in known and (len(column.senses) == 1 or bool(known & {Target.GIVEN, Target.FAMILY}))


def _dates(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """Of several dates the best named is the finding; one without a name and years earlier is the birth."""
    dates = [g for g in guesses if g.target is Target.FOUND_DATE]
    if len(dates) < 2:
        return guesses
    best = max(dates, key=lambda g: (g.score, -g.index))
    for other in dates:
        if other is not best:
            target = _second_date(columns[other.index], columns[best.index], {g.target for g in guesses})
            doubt = other.doubt if target is Target.BIRTH_DATE else "second_column"
            guesses = [replace(g, target=target, doubt=doubt) if g is other else g for g in guesses]
    return guesses


def _second_date(column: Column, found: Column, taken: set[Target]) -> Target:
    earlier = _mean_year(column) < _mean_year(found) - _YEARS_BETWEEN_BIRTH_AND_FINDING
    if not column.senses and earlier and not taken & {Target.BIRTH_DATE, Target.BIRTH_YEAR}:
        return Target.BIRTH_DATE
    return Target.WORDS if Target.REPORT_DATE in taken else Target.REPORT_DATE


def _mean_year(column: Column) -> float:
    years = [int(y) for v in column.values for y in re.findall(r"(?<!\d)(1[3-4]\d\d|19\d\d|20\d\d)(?!\d)", v)]
    return sum(years) / len(years) if years else 0.0


def _countries(guesses: list[ColumnGuess], _: list[Column]) -> list[ColumnGuess]:
    """A bare `country` beside a nationality is the country where the person was found."""
    nations = [g for g in guesses if g.target is Target.NATIONALITY]
    plain = [g for g in nations if fold(g.header) in lexicon.words("header_signs", "bare_country")]
    second = plain[1:2] if len(plain) == len(nations) else plain[:1]
    return [replace(g, target=Target.FOUND_COUNTRY) if g in second and len(nations) > 1 else g for g in guesses]


def _numbers(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """The sender's number tells rows apart; a column whose numbers repeat does not, and stays beside the record."""
    numbers = [g for g in guesses if g.target is Target.SENDER_NUMBER]
    if not numbers:
        return _counter_as_number(guesses, columns)
    best = max(numbers, key=lambda g: (round(columns[g.index].distinct, 1), g.score, -g.index))
    column = columns[best.index]
    repeats = len(column.values) >= 8 and column.distinct < _REPEATS_BELOW
    return [_settled_number(g, best, repeats=repeats) if g in numbers else g for g in guesses]


def _settled_number(guess: ColumnGuess, best: ColumnGuess, *, repeats: bool) -> ColumnGuess:
    if guess is not best:
        return replace(guess, target=Target.WORDS, doubt="second_column")
    return replace(guess, target=Target.WORDS, doubt="numbers_repeat") if repeats else guess


def _counter_as_number(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """A sheet whose only number is 1, 2, 3 … under `No` or `Case` has its numbers there."""
    counters = [
        g
        for g in guesses
        if g.target is Target.ROW_COUNTER and columns[g.index].can_mean(Target.SENDER_NUMBER) >= _KNOWN
    ]
    return [replace(g, target=Target.SENDER_NUMBER) if g in counters[:1] else g for g in guesses]


def _singles(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """Where two columns claim one field, the surer (then the fuller) one has it."""
    best: dict[Target, ColumnGuess] = {}
    for guess in guesses:
        rival = best.get(guess.target)
        if rival is None or _claim(guess, columns) > _claim(rival, columns):
            best[guess.target] = guess
    return [g if g.target in MANY_COLUMNS or best[g.target] is g else _second(g) for g in guesses]


def _claim(guess: ColumnGuess, columns: list[Column]) -> tuple[float, int]:
    return guess.score, len(columns[guess.index].values)


def _second(guess: ColumnGuess) -> ColumnGuess:
    target = Target.NOTES if guess.target in _WORTH_SCANNING else Target.WORDS
    return replace(guess, target=target, doubt="second_column")
