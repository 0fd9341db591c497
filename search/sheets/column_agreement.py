"""The columns of one sheet made to agree: names that complete each other, two dates, two countries, one number."""

import re
from dataclasses import replace

from search.sheets.cell_evidence import OF_NAMES, Column
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import HARMFUL, MANY_COLUMNS, Target
from search.sheets.header_grammar import read_parts
from search.sheets.name_columns import continued, names, repeated_names, second_words, twins
from search.sheets.place_columns import departments
from search.values import lexicon
from search.values.folding import fold

# Fewer rows than this may be numbered by chance.
_COUNTING = 2
# Numbers that are written this long are somebody's codes.
_PADDED = "000"
_REPEATS_BELOW = 0.8
_YEARS_BETWEEN_BIRTH_AND_FINDING = 5
# Two claims that are further apart than this are no question: one says it, the other may mean it.
_EQUALLY_SURE = 0.06
# What a list of persons has; where no header says it, a column whose cells look like it is asked about.
_MOSTLY = 0.8
_EXPECTED_OF_A_LIST = (
    (Target.FULL_NAME, OF_NAMES),
    (Target.FOUND_DATE, frozenset({Target.FOUND_DATE, Target.REPORT_DATE, Target.BIRTH_DATE})),
    (
        Target.SENDER_NUMBER,
        frozenset({Target.SENDER_NUMBER, Target.BODY_TAG, Target.MORTUARY_NUMBER, Target.PROSECUTOR_NUMBER}),
    ),
)
# What a header may speak of besides: a cause of death is no name, whatever its cells look like.
_SAID_OF = {Target.FULL_NAME: frozenset({"name"}), Target.FOUND_DATE: frozenset({"date", "time", "finding"})}
_POSITIONS = frozenset({Target.LATITUDE, Target.LONGITUDE, Target.COORDINATES})
_WORTH_SCANNING = frozenset({Target.HAIR, Target.EYES, Target.BUILD, Target.CAUSE})


def settle(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """Return the guesses with the contradictions between them settled; each that lost its field says so as a doubt."""
    settled = [g if columns[g.index].values else replace(g, target=Target.IGNORE, doubt="") for g in guesses]
    for step in (
        _counters,
        twins,
        names,
        second_words,
        continued,
        _dates,
        _countries,
        departments,
        _positions,
        _numbers,
        _singles,
        repeated_names,
        _missed,
    ):
        settled = step(settled, columns)
    return [g if columns[g.index].values else _without_cells(guesses[g.index], settled) for g in settled]


def _without_cells(guess: ColumnGuess, settled: list[ColumnGuess]) -> ColumnGuess:
    """A column without a cell means what its header says for certain; it contests nothing and is asked nothing."""
    free = guess.target in MANY_COLUMNS or all(guess.target is not g.target for g in settled)
    return guess if free and not guess.doubt else replace(guess, target=Target.IGNORE, doubt="")


def _dates(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """Of several dates the best named is the finding; one that lies years earlier may be the birth: both are asked."""
    dates = [g for g in guesses if g.target is Target.FOUND_DATE]
    if len(dates) < 2:
        return guesses
    best = max(dates, key=lambda g: (g.score, -g.index))
    births = bool({g.target for g in guesses} & {Target.BIRTH_DATE, Target.BIRTH_YEAR})
    for other in dates:
        this, that = _mean_year(columns[other.index]), _mean_year(columns[best.index])
        earlier = 0 < this < that - _YEARS_BETWEEN_BIRTH_AND_FINDING
        later = 0 < that < this - _YEARS_BETWEEN_BIRTH_AND_FINDING
        if other is not best and not births and (earlier or later):
            pair = {other.index: Target.BIRTH_DATE, best.index: Target.FOUND_DATE}
            pair = pair if earlier else {other.index: Target.FOUND_DATE, best.index: Target.BIRTH_DATE}
            return [replace(g, target=pair[g.index], doubt="second_column") if g.index in pair else g for g in guesses]
    return [_second_date(g, best) if g in dates and g is not best else _asked_with(g, best, dates) for g in guesses]


def _second_date(guess: ColumnGuess, best: ColumnGuess) -> ColumnGuess:
    """Another day of the same person stays in words; which of the two is the finding is asked where both may be."""
    suggested = Target.FOUND_DATE if _rivals(guess, best) else None
    return replace(guess, target=Target.WORDS, doubt="second_column", suggested=suggested)


def _asked_with(guess: ColumnGuess, best: ColumnGuess, claims: list[ColumnGuess]) -> ColumnGuess:
    """The best of several claims is asked about too, where another has as good a one."""
    rivals = guess is best and any(_rivals(claim, best) for claim in claims if claim is not best)
    return replace(guess, doubt=guess.doubt or "second_column") if rivals else guess


def _rivals(guess: ColumnGuess, best: ColumnGuess) -> bool:
    return best.score - guess.score <= _EQUALLY_SURE


def _mean_year(column: Column) -> float:
    years = [int(y) for v in column.values for y in re.findall(r"(?<!\d)(1[3-4]\d\d|19\d\d|20\d\d)(?!\d)", v)]
    return sum(years) / len(years) if years else 0.0


def _countries(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """A bare `country` beside a nationality is where the person was found; where they came from was their home."""
    nations = [g for g in guesses if g.target is Target.NATIONALITY]
    homes = [g for g in nations if columns[g.index].can_mean(Target.RESIDENCE)]
    if 0 < len(homes) < len(nations):
        guesses = [replace(g, target=Target.RESIDENCE) if g in homes else g for g in guesses]
        nations = [g for g in nations if g not in homes]
    plain = [g for g in nations if fold(g.header) in lexicon.words("header_signs", "bare_country")]
    second = plain[1:2] if len(plain) == len(nations) else plain[:1]
    return [replace(g, target=Target.FOUND_COUNTRY) if g in second and len(nations) > 1 else g for g in guesses]


def _positions(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """`location` over positions is the position, unless other columns hold it already."""
    known = any(g.target in _POSITIONS for g in guesses)
    target = Target.WORDS if known else Target.COORDINATES
    return [replace(g, target=target, doubt="") if _is_position(g, columns[g.index]) else g for g in guesses]


def _is_position(guess: ColumnGuess, column: Column) -> bool:
    return guess.target is Target.FOUND_PLACE and column.shapes.share(Target.COORDINATES) >= _MOSTLY


def _counters(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """1, 2, 3 … under `Case No` may be the sender's number or its count of rows: asked; under `No` it is a count."""
    return [_counter(g, columns[g.index]) for g in guesses]


def _counter(guess: ColumnGuess, column: Column) -> ColumnGuess:
    counts = guess.target is Target.SENDER_NUMBER and column.counts
    if counts and len(column.values) >= _COUNTING and not column.values[0].startswith(_PADDED):
        return replace(guess, doubt=guess.doubt or "counter_or_number")
    return guess


def _numbers(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """The sender's number tells rows apart; a column whose numbers repeat does not, and stays beside the record."""
    numbers = [g for g in guesses if g.target is Target.SENDER_NUMBER]
    if not numbers:
        return guesses
    best = max(numbers, key=lambda g: (round(columns[g.index].distinct, 1), _uncounted(g), g.score, -g.index))
    column = columns[best.index]
    repeats = len(column.values) >= 8 and column.distinct < _REPEATS_BELOW
    return [_settled_number(g, best, columns, repeats=repeats) if g in numbers else g for g in guesses]


def _uncounted(guess: ColumnGuess) -> bool:
    return guess.doubt != "counter_or_number"


def _settled_number(guess: ColumnGuess, best: ColumnGuess, columns: list[Column], *, repeats: bool) -> ColumnGuess:
    if guess is best:
        return replace(guess, target=Target.WORDS, doubt="numbers_repeat") if repeats else guess
    if not _uncounted(guess):
        return replace(guess, target=Target.ROW_COUNTER, doubt="")
    also = columns[guess.index].distinct >= _REPEATS_BELOW and _rivals(guess, best) and _uncounted(best)
    return replace(guess, target=Target.WORDS, doubt="second_column", suggested=guess.target if also else None)


def _singles(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """Where two columns claim one field, the surer (then the fuller) one has it; whose claim is as good is asked."""
    best: dict[Target, ColumnGuess] = {}
    for guess in guesses:
        rival = best.get(guess.target)
        if rival is None or _claim(guess, columns) > _claim(rival, columns):
            best[guess.target] = guess
    return [_single(g, best[g.target], guesses) for g in guesses]


def _single(guess: ColumnGuess, best: ColumnGuess, guesses: list[ColumnGuess]) -> ColumnGuess:
    if guess.target in MANY_COLUMNS or guess.doubt == "second_column":
        return guess
    if guess is best:
        claims = [g for g in guesses if g.target is guess.target and g.doubt != "second_column"]
        return _asked_with(guess, best, claims) if guess.target in HARMFUL else guess
    suggested = guess.target if guess.target in HARMFUL and _rivals(guess, best) else None
    target = Target.NOTES if guess.target in _WORTH_SCANNING else Target.WORDS
    return replace(guess, target=target, doubt="second_column", suggested=suggested)


def _claim(guess: ColumnGuess, columns: list[Column]) -> tuple[float, int]:
    return guess.score, len(columns[guess.index].values)


def _missed(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """`Quién` over names in a sheet without another name: what no header says is asked, never taken for said."""
    for expected, told_by in _EXPECTED_OF_A_LIST:
        if not any({g.target, g.suggested} & told_by for g in guesses):
            likely = [g for g in guesses if g.doubt == "unknown_column" and g.suggested is None and fold(g.header)]
            fits = [g for g in likely if _looks_like(expected, columns[g.index])]
            guesses = [replace(g, suggested=expected) if fits[:1] == [g] else g for g in guesses]
    return guesses


def _looks_like(expected: Target, column: Column) -> bool:
    """Cells like those of what is missing; of a number its header must speak, and each row have its own."""
    said = read_parts(column.header).parts
    if expected is not Target.SENDER_NUMBER:
        return not said - _SAID_OF[expected] and column.shapes.share(expected) >= _MOSTLY
    figures = all(any(c.isdigit() for c in value) for value in column.values)
    return figures and column.distinct == 1.0 and not column.counts and "number" in said
