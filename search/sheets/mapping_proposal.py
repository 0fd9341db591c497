"""Which column of a sheet means what: from its header words in many languages and from what its cells look like."""

from collections import Counter
from collections.abc import Collection
from collections.abc import Mapping as AnyMapping
from dataclasses import replace

from search.sheets import cell_shapes
from search.sheets.ages_and_births import doubted_by_ages
from search.sheets.cell_evidence import describe
from search.sheets.column_agreement import settle
from search.sheets.column_dates import orders_agreed, with_dates
from search.sheets.column_guess import guess_meaning
from search.sheets.column_mapping import ColumnGuess, Mapping, fingerprint, with_profile
from search.sheets.column_targets import Target
from search.sheets.header_words import read_header
from search.sheets.living_or_dead import said_dead
from search.sheets.outcome_codes import with_outcome_doubt
from search.sheets.sheet_kind import kind_of_sheet, prefix_kinds
from search.sheets.sheet_table import Table
from search.values.dates.date_reading import DateStyle
from search.values.names_and_sex import read_sex, sex_coding, sex_unclear
from search.vocabulary import LIVING_KINDS, MAY_REPORT, OrganisationKind, ReportKind

_LANGUAGES_BY_USE = ("en", "es", "fr", "it", "pt", "de", "nl", "ar", "fa", "tr", "el", "ru", "uk")
_ALIKE = 0.65


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
    `overrides` its answers for this one; both as `to_profile` writes them. `organisation` and `sender` are the
    sender's kind and name, which tell the kind of report where the sheet does not.
    """
    language = sheet_language(table)
    columns = [describe(table, index, language) for index in range(len(table.headers))]
    guesses = settle([guess_meaning(column, language) for column in columns], columns)
    mapping = Mapping(columns=tuple(guesses), language=language, fingerprint=fingerprint(table.headers))
    answers = [profile for profile in (remembered, overrides) if profile]
    mapping = _answered(mapping, answers)
    dated = tuple(with_dates(g, columns[g.index], mapping.language) for g in mapping.columns)
    settled = orders_agreed(dated, mapping.language)
    mapping = replace(mapping, columns=doubted_by_ages(settled, table, DateStyle(cell_shapes.ANY_DAY)))
    if not mapping.kind_certain:
        kind, certain = _kind(table, mapping, organisation, sender, {**(remembered or {}), **(overrides or {})})
        mapping = replace(mapping, kind=kind, kind_certain=certain)
        mapping = replace(mapping, prefix_kinds=prefix_kinds(table, mapping))
    coding = _sex_coding(table, mapping) | mapping.sex_coding
    mapping = replace(mapping, sex_coding=coding, number_column=_number_column(mapping, table))
    mapping = _answered(mapping, answers)
    answered = frozenset().union(*answers)
    columns_asked = (_with_sex_doubt(guess, table, mapping, answered) for guess in mapping.columns)
    return replace(mapping, columns=tuple(with_outcome_doubt(guess, table, mapping) for guess in columns_asked))


def _kind(
    table: Table,
    mapping: Mapping,
    organisation: OrganisationKind | None,
    sender: str,
    answers: AnyMapping[str, str] | None,
) -> tuple[ReportKind, bool]:
    """The kind of the sheet as its sender answered, else as it reads."""
    kind, certain = kind_of_sheet(table, mapping, organisation, sender)
    dead = said_dead(answers)
    if dead is None or dead != (kind in LIVING_KINDS):
        return kind, certain
    own = (one for one in MAY_REPORT[organisation] if one in LIVING_KINDS) if organisation else iter(())
    return (ReportKind.MORTUARY if dead else next(own, ReportKind.OTHER)), True


def sheet_language(table: Table) -> str:
    """Return the language of most header words; English where they tell nothing. Words of few languages tell more."""
    votes: Counter[str] = Counter()
    for header in table.headers:
        senses = read_header(header)
        least = max(_ALIKE, senses[0].score - 0.1) if senses else 1.0
        known = {lang for sense in senses if sense.score >= least for lang in sense.languages}
        for language in known:
            votes[language] += 10 + 50 // len(known)
    return max(sorted(votes), key=lambda lang: (votes[lang], _rank(lang)), default="en")


def _rank(language: str) -> int:
    return -_LANGUAGES_BY_USE.index(language) if language in _LANGUAGES_BY_USE else -len(_LANGUAGES_BY_USE)


def _answered(mapping: Mapping, answers: list[AnyMapping[str, str]]) -> Mapping:
    for profile in answers:
        mapping = with_profile(mapping, profile)
    return mapping


def _sex_coding(table: Table, mapping: Mapping) -> dict[str, str]:
    columns = mapping.indexes(Target.SEX)
    values = [cell for index in columns for cell in table.column(index)]
    return sex_coding(values, mapping.language, " ".join(table.headers[index] for index in columns))


def _with_sex_doubt(guess: ColumnGuess, table: Table, mapping: Mapping, answered: Collection[str]) -> ColumnGuess:
    """A sex column with letters that mean nothing so far, or two things, has a question, unless it has one already."""
    if guess.target is not Target.SEX or guess.doubt:
        return guess
    values = table.column(guess.index)
    clear = all(read_sex(cell, mapping.sex_coding)[1] for cell in set(values))
    unclear = "sex.m" not in answered and sex_unclear(values, mapping.language, guess.header)
    return replace(guess, doubt="sex_coding") if unclear or not clear else guess


def _number_column(mapping: Mapping, table: Table) -> int:
    """The sender's number, else a body's, mortuary's or prosecutor's number where each row has its own."""
    if own := mapping.indexes(Target.SENDER_NUMBER):
        return own[0]
    for target in (Target.BODY_TAG, Target.MORTUARY_NUMBER, Target.PROSECUTOR_NUMBER):
        for index in mapping.indexes(target):
            values = table.column(index)
            if values and len(set(values)) == len(values):
                return index
    return -1
