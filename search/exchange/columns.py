"""Which column of a sheet means what: from its header words in many languages and from what its cells look like."""

import re
from collections import Counter
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, replace

from search.exchange import contents
from search.exchange.folding import fold
from search.exchange.headers import HeaderSense, read_header
from search.exchange.kinds import kind_of_sheet, prefix_kinds
from search.exchange.mapping import ColumnGuess, Mapping, fingerprint, with_profile
from search.exchange.persons import sex_coding
from search.exchange.places import coordinate
from search.exchange.sheets import Table
from search.exchange.targets import MANY_COLUMNS, Target
from search.vocabulary import OrganisationKind

_EXAMPLES = 3
_SURE = 0.55
_DATES = frozenset({Target.FOUND_DATE, Target.BIRTH_DATE, Target.REPORT_DATE, Target.BIRTH_YEAR})
# What the cells must look like, at least in part, for a header to be believed.
_EXPECTED: dict[Target, tuple[Target, float]] = {
    Target.SEX: (Target.SEX, 0.5),
    Target.BIRTH_DATE: (Target.FOUND_DATE, 0.0),
    Target.AGE: (Target.AGE, 0.3),
    Target.HEIGHT: (Target.HEIGHT, 0.3),
    Target.PHONES: (Target.PHONES, 0.3),
    Target.COORDINATES: (Target.COORDINATES, 0.3),
}
# What cells alone can say of a column whose header says nothing.
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
class _Column:
    index: int
    header: str
    senses: tuple[HeaderSense, ...]
    values: list[str]
    shapes: contents.Shapes


def propose_mapping(
    table: Table,
    remembered: AnyMapping[str, str] | None = None,
    overrides: AnyMapping[str, str] | None = None,
    *,
    organisation: OrganisationKind | None = None,
    sender: str = "",
) -> Mapping:
    """Return what each column seems to mean, with its doubts.

    `remembered` is the sender's profile of an earlier sheet (used where the columns carry the same headers),
    `overrides` its answers for this one; both as `to_profile` writes them.
    """
    language = sheet_language(table)
    columns = [_describe(table, index, language) for index in range(len(table.headers))]
    guesses = _settle([_guess(column) for column in columns], columns)
    mapping = Mapping(
        columns=tuple(_with_dates(guess, columns[guess.index], language) for guess in guesses),
        language=language,
        fingerprint=fingerprint(table.headers),
    )
    for profile in (remembered, overrides):
        if profile:
            mapping = with_profile(mapping, profile)
    return _complete(mapping, table, columns, organisation, sender, remembered, overrides)


def _complete(
    mapping: Mapping,
    table: Table,
    columns: list[_Column],
    organisation: OrganisationKind | None,
    sender: str,
    *profiles: AnyMapping[str, str] | None,
) -> Mapping:
    """Decide what hangs on the whole sheet: date orders, sex coding, kind of report."""
    mapping = replace(mapping, columns=tuple(_with_dates(g, columns[g.index], mapping.language) for g in mapping.columns))
    mapping = replace(mapping, columns=_orders_agreed(mapping))
    coding: dict[str, str] = {}
    for index in mapping.indexes(Target.SEX):
        coding |= sex_coding(table.column(index), mapping.language)
    if not mapping.kind_certain:
        kind, certain = kind_of_sheet(table, mapping, organisation, sender)
        mapping = replace(mapping, kind=kind, kind_certain=certain)
        mapping = replace(mapping, prefix_kinds=prefix_kinds(table, mapping))
    mapping = replace(mapping, sex_coding=coding | mapping.sex_coding)
    for profile in profiles:
        mapping = with_profile(mapping, profile) if profile else mapping
    return mapping


def sheet_language(table: Table) -> str:
    """Return the language of most header words; English where they tell nothing."""
    votes: Counter[str] = Counter()
    for header in table.headers:
        senses = read_header(header)
        languages = {lang for sense in senses if sense.score >= 0.9 for lang in sense.languages}
        for language in languages:
            votes[language] += 10 + 50 // len(languages)
    order = "en es fr it pt de nl ar fa tr el ru uk".split()
    return max(votes, key=lambda lang: (votes[lang], -order.index(lang) if lang in order else -99), default="en")


def _describe(table: Table, index: int, language: str) -> _Column:
    values = contents.sample(table.column(index))
    header = table.headers[index]
    return _Column(index, header, read_header(header), values, contents.Shapes(values, (language,)))


def _guess(column: _Column) -> ColumnGuess:
    examples = tuple(dict.fromkeys(column.values))[:_EXAMPLES]
    scored = [(_believed(sense, column), sense.target) for sense in column.senses]
    score, target = max(scored, key=lambda item: item[0], default=(0.0, Target.WORDS))
    if score >= _SURE:
        return ColumnGuess(column.index, column.header, target, round(score, 3), "", examples)
    target, score = _by_content(column)
    if not column.values:
        return ColumnGuess(column.index, column.header, Target.IGNORE, 1.0, "", ())
    if target is not Target.WORDS:
        doubt = "header_and_content_differ" if column.senses else ""
        return ColumnGuess(column.index, column.header, target, round(score, 3), doubt, examples)
    best = max(scored, default=None)
    if best and best[0] > 0.4 and column.senses[0].score >= 0.9 and best[1] not in _EXPECTED:
        return ColumnGuess(column.index, column.header, best[1], round(best[0], 3), "", examples)
    return ColumnGuess(column.index, column.header, Target.WORDS, 0.0, "unknown_column", examples)


def _believed(sense: HeaderSense, column: _Column) -> float:
    """The header's score, raised or lowered by what the cells look like."""
    score, share = sense.score, column.shapes.share
    if not column.values:
        return score
    if sense.target in _EXPECTED:
        expected, least = _EXPECTED[sense.target]
        if share(expected) < least:
            score -= 0.6 if len(column.values) >= 3 else 0.2
    if sense.target in (Target.LATITUDE, Target.LONGITUDE) and not _are_coordinates(column, sense.target):
        return 0.0
    if sense.target is Target.FOUND_DATE:
        score += 0.1 * share(Target.FOUND_DATE) - (0.5 if _dates(column) < 0.3 else 0.0)
    if sense.target in (Target.NATIONALITY, Target.FOUND_COUNTRY) and share(Target.NATIONALITY) > 0.5:
        score += 0.05
    if sense.target is Target.ROW_COUNTER:
        return score + 0.1 if contents.is_counter(column.values) else 0.0
    if sense.target is Target.FULL_NAME and share(Target.SENDER_NUMBER) > 0.8:
        score -= 0.5
    if sense.target is Target.SENDER_NUMBER and len(column.values) > 5:
        distinct = len(set(column.values)) / len(column.values)
        score -= 0.4 if share(Target.FULL_NAME) > 0.6 or distinct < 0.5 else 0.0
    if sense.target is Target.REMAINS and not any(fold(v) for v in column.values):
        score = 0.0
    return score


def _dates(column: _Column) -> float:
    """Dates, years and day numbers: what a column of dates may hold."""
    def may_be(value: str) -> bool:
        return contents.is_date(value) or bool(re.fullmatch(r"\d{4,5}(?:\.\d+)?|\d{8}", value))

    return sum(map(may_be, column.values)) / max(1, len(column.values))


def _are_coordinates(column: _Column, target: Target) -> bool:
    limit = 90.0 if target is Target.LATITUDE else 180.0
    return sum(coordinate(v, limit) is not None for v in column.values) >= 0.6 * len(column.values)


def _by_content(column: _Column) -> tuple[Target, float]:
    if contents.is_counter(column.values) and len(column.values) > 2:
        return Target.ROW_COUNTER, 0.8
    for target, least in _TELLING:
        share = column.shapes.share(target)
        if share >= least:
            return target, 0.5 * share
    return Target.WORDS, 0.0


def _settle(guesses: list[ColumnGuess], columns: list[_Column]) -> list[ColumnGuess]:
    """Make the columns agree with one another: one sender's number, names that complete each other, two dates."""
    guesses = _names_settled(guesses, columns)
    guesses = _dates_settled(guesses, columns)
    guesses = _countries_settled(guesses, columns)
    guesses = _numbers_settled(guesses, columns)
    return _singles(guesses, columns)


def _names_settled(guesses: list[ColumnGuess], columns: list[_Column]) -> list[ColumnGuess]:
    """`Nom` beside `Prénom` is the family name, `Nombre` beside `Apellidos` the given name."""
    targets = {g.target for g in guesses}

    def senses(at: int) -> dict[Target, float]:
        return {sense.target: sense.score for sense in columns[at].senses}

    settled = []
    for at, guess in enumerate(guesses):
        if guess.target in (Target.FULL_NAME, Target.GIVEN, Target.FAMILY):
            others = {g.target for g in guesses if g.index != guess.index}
            can = senses(at)
            if Target.FAMILY in others and Target.GIVEN not in others and guess.target is not Target.GIVEN and _only_name(can):
                guess = replace(guess, target=Target.GIVEN)
            elif Target.GIVEN in others and Target.FAMILY not in others and guess.target is not Target.FAMILY and _only_name(can):
                guess = replace(guess, target=Target.FAMILY)
            elif guess.target in (Target.GIVEN, Target.FAMILY) and not targets & ({Target.GIVEN, Target.FAMILY} - {guess.target}) and can.get(Target.FULL_NAME, 0) >= 0.9:
                guess = replace(guess, target=Target.FULL_NAME)
        settled.append(guess)
    return settled


def _only_name(can: dict[Target, float]) -> bool:
    """The header is a bare word for `name`, not one that says `full name`."""
    return can.get(Target.FULL_NAME, 0) >= 0.9 and (can.get(Target.GIVEN, 0) >= 0.9 or can.get(Target.FAMILY, 0) >= 0.9) or not can or _is_bare(can)


def _is_bare(can: dict[Target, float]) -> bool:
    return can.get(Target.FULL_NAME, 0) >= 0.99 and len(can) == 1


def _dates_settled(guesses: list[ColumnGuess], columns: list[_Column]) -> list[ColumnGuess]:
    """Of unnamed dates the earliest years are births; a second plain date is when it was reported."""
    dates = [g for g in guesses if g.target is Target.FOUND_DATE]
    if len(dates) < 2:
        return guesses
    births = any(g.target in (Target.BIRTH_DATE, Target.BIRTH_YEAR) for g in guesses)
    best = max(dates, key=lambda g: (g.score, -g.index))
    for guess in dates:
        if guess is best:
            continue
        unnamed = not columns[guess.index].senses
        target = Target.BIRTH_DATE if unnamed and not births and _mean_year(columns[guess.index]) < _mean_year(columns[best.index]) - 5 else Target.REPORT_DATE
        if target is Target.REPORT_DATE and any(g.target is Target.REPORT_DATE for g in guesses):
            target = Target.WORDS
        guesses = [replace(g, target=target, doubt=g.doubt if unnamed and target is Target.BIRTH_DATE else "second_column") if g is guess else g for g in guesses]
    return guesses


def _mean_year(column: _Column) -> float:
    years = [int(y) for v in column.values for y in re.findall(r"(?<!\d)(1[3-4]\d\d|19\d\d|20\d\d)(?!\d)", v)]
    return sum(years) / len(years) if years else 0.0


def _countries_settled(guesses: list[ColumnGuess], columns: list[_Column]) -> list[ColumnGuess]:
    """A bare `country` beside a nationality is the country where the person was found."""
    nations = [g for g in guesses if g.target is Target.NATIONALITY]
    if len(nations) < 2:
        return guesses
    plain = [g for g in nations if fold(g.header) in _BARE_COUNTRY]
    if len(plain) == len(nations):
        plain = plain[1:]
    return [replace(g, target=Target.FOUND_COUNTRY) if g in plain[:1] else g for g in guesses]


_BARE_COUNTRY = frozenset(map(fold, "country|país|pays|paese|land|البلد|الدولة|کشور|ülke|χώρα|страна|країна|staat|stato|nation|kraj|țara".split("|")))


def _numbers_settled(guesses: list[ColumnGuess], columns: list[_Column]) -> list[ColumnGuess]:
    """The sender's number tells rows apart; a column whose numbers repeat does not, and stays beside the record."""
    numbers = [g for g in guesses if g.target is Target.SENDER_NUMBER]

    def worth(guess: ColumnGuess) -> tuple[float, float, int]:
        column = columns[guess.index]
        distinct = len(set(column.values)) / max(1, len(column.values))
        return (round(distinct, 1), guess.score, -guess.index)

    if not numbers:
        counters = [g for g in guesses if g.target is Target.ROW_COUNTER and g.header]
        return guesses if not counters else [replace(g, target=Target.SENDER_NUMBER) if g is counters[0] and _is_case_header(g) else g for g in guesses]
    best = max(numbers, key=worth)
    settled = []
    for guess in guesses:
        if guess.target is Target.SENDER_NUMBER and guess is not best:
            guess = replace(guess, target=Target.WORDS, doubt="second_column")
        elif guess is best and len(columns[guess.index].values) >= 8 and worth(guess)[0] < 0.8:
            guess = replace(guess, target=Target.WORDS, doubt="numbers_repeat")
        settled.append(guess)
    return settled


def _is_case_header(guess: ColumnGuess) -> bool:
    return any(sense.target is Target.SENDER_NUMBER and sense.score >= 0.9 for sense in read_header(guess.header))


def _singles(guesses: list[ColumnGuess], columns: list[_Column]) -> list[ColumnGuess]:
    """Where two columns claim one field, the surer (then the fuller) one has it."""
    best: dict[Target, ColumnGuess] = {}
    for guess in guesses:
        rival = best.get(guess.target)
        if rival is None or (guess.score, len(columns[guess.index].values)) > (rival.score, len(columns[rival.index].values)):
            best[guess.target] = guess
    return [
        guess
        if guess.target in MANY_COLUMNS or best[guess.target] is guess
        else replace(guess, target=_second_target(guess), doubt="second_column")
        for guess in guesses
    ]


def _second_target(guess: ColumnGuess) -> Target:
    return Target.NOTES if guess.target in (Target.HAIR, Target.EYES, Target.BUILD, Target.CAUSE) else Target.WORDS


def _with_dates(guess: ColumnGuess, column: _Column, language: str) -> ColumnGuess:
    if guess.target not in _DATES or guess.order:
        return guess
    order, proven = contents.date_order(column.values)
    calendar = guess.calendar or _header_calendar(guess.header) or contents.calendar_of(column.values, language)
    doubt = guess.doubt or ("date_order" if order and not proven and len(column.values) > 3 else "")
    return replace(guess, order=order if proven or order == "ymd" else "", calendar=calendar, doubt=doubt)


def _header_calendar(header: str) -> str:
    folded = f" {fold(header)} "
    signs = {
        "solar_hijri": ("شمسي", "shamsi", "solar", "jalali", "ش"),
        "hijri": ("هجري", "hijri", "hicri", "ah", "hegire", "hijra", "هـ"),
        "ethiopian": ("ethiopian", "ec", "ዓ ም", "eth", "እ ኢ አ", "ethiopian calendar"),
    }
    return next((code for code, words in signs.items() if any(f" {w} " in folded for w in words)), "")


def _orders_agreed(mapping: Mapping) -> tuple[ColumnGuess, ...]:
    """A date column that cannot prove its order takes that of one that can, else the usual one, with a doubt in English."""
    proven = [g.order for g in mapping.columns if g.target in _DATES and g.order in ("dmy", "mdy")]
    settled = []
    for guess in mapping.columns:
        if guess.target in _DATES and not guess.order:
            order = proven[0] if proven else "dmy"
            doubt = "" if guess.doubt == "date_order" and (proven or mapping.language != "en") else guess.doubt
            guess = replace(guess, order=order, doubt=doubt)
        settled.append(guess)
    return tuple(settled)


