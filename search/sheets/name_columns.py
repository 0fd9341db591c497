"""Columns of names made to agree: which is the given and which the family name, what goes on with a name."""

from dataclasses import replace

from search.sheets.cell_evidence import Column
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target
from search.sheets.header_grammar import is_stop
from search.sheets.header_words import GROUP
from search.values import lexicon
from search.values.folding import fold

_KNOWN = 0.9
_WORDS_OF_A_NAME = 3
_LIKE_NAMES = 0.6
# So few different names under so many rows are no names of persons.
_FEW_NAMES, _MANY_ROWS = 0.1, 30
_PATRONYMIC = ("вич", "вна", "ична", "ич", "ovich", "evich", "ovna", "evna", "ovych", "ivna", "oglu", "ogly", "qizi")
_CONTINUED = {Target.GIVEN: Target.GIVEN, Target.FULL_NAME: Target.FULL_NAME, Target.FAMILY: Target.SECOND_FAMILY}


def names(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """`Nom` beside `Prénom` is the family name, `Nombre` beside `Apellidos` the given name, alone the full name."""
    of_names = (Target.FULL_NAME, Target.GIVEN, Target.FAMILY)
    return [_name(g, guesses, columns[g.index]) if g.target in of_names else g for g in guesses]


def second_words(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """A middle name is the father's only where it is built so, and `apelido` beside a full name may be a nickname."""
    whole = any(g.target is Target.FULL_NAME for g in guesses)
    return [_second_word(g, columns[g.index], whole=whole) for g in guesses]


def _second_word(guess: ColumnGuess, column: Column, *, whole: bool) -> ColumnGuess:
    words = fold(guess.header).split()
    if guess.target is Target.FATHER and words[:1] == ["middle"] and not _are_patronymics(column):
        return replace(guess, target=Target.WORDS, doubt="")
    if guess.target is Target.FAMILY and words == ["apelido"] and whole:
        return replace(guess, target=Target.NICKNAME, doubt="is_this_right")
    return guess


def _are_patronymics(column: Column) -> bool:
    built = sum(fold(value).endswith(_PATRONYMIC) for value in column.values)
    return built >= _LIKE_NAMES * max(1, len(column.values))


def _name(guess: ColumnGuess, guesses: list[ColumnGuess], column: Column) -> ColumnGuess:
    others = {g.target for g in guesses if g.index != guess.index}
    has_family, has_given = Target.FAMILY in others, Target.GIVEN in others
    if has_family and not has_given and guess.target is not Target.GIVEN and _is_bare_name(column):
        return replace(guess, target=Target.GIVEN)
    if has_given and not has_family and guess.target is not Target.FAMILY and _may_be_family(column):
        return replace(guess, target=Target.FAMILY)
    alone = guess.target in (Target.GIVEN, Target.FAMILY) and not has_family and not has_given
    whole = column.can_mean(Target.FULL_NAME) >= _KNOWN or _are_whole_names(column)
    return replace(guess, target=Target.FULL_NAME) if alone and whole else guess


def _may_be_family(column: Column) -> bool:
    return _is_bare_name(column) and not _are_whole_names(column)


def _are_whole_names(column: Column) -> bool:
    """Most cells hold two words at least: under a word for the given name alone they are whole names."""
    return sum(len(value.split()) > 1 for value in column.values) >= _LIKE_NAMES * max(1, len(column.values))


def _is_bare_name(column: Column) -> bool:
    """The header is a mere word for `name` (or nothing), not one that says `full name`."""
    if not column.senses:
        return True
    languages = frozenset().union(*(sense.languages for sense in column.senses))
    words = fold(column.header.rpartition(GROUP)[2]).split()
    telling = [word for word in words if not any(is_stop(word, language) for language in languages)]
    if len(telling) > 1 or set(words) & lexicon.words("header_signs", "whole_name"):
        return False
    known = {sense.target for sense in column.senses if sense.score >= _KNOWN}
    return Target.FULL_NAME in known and (len(column.senses) == 1 or bool(known & {Target.GIVEN, Target.FAMILY}))


def twins(guesses: list[ColumnGuess], _: list[Column]) -> list[ColumnGuess]:
    """Two columns under the one word for a name: the given and the family name, in some order, which is asked."""
    named = [g for g in guesses if g.target is Target.FULL_NAME and fold(g.header)]
    twins = [g for g in named if [fold(other.header) for other in named].count(fold(g.header)) > 1]
    if len(twins) != len((Target.GIVEN, Target.FAMILY)):
        return guesses
    parts = {twins[0].index: Target.GIVEN, twins[1].index: Target.FAMILY}
    return [replace(g, target=parts[g.index], doubt="second_column") if g.index in parts else g for g in guesses]


def continued(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """A column without a header right of a name column, as merged headers leave it, goes on with that name: asked."""
    settled: list[ColumnGuess] = []
    for guess in guesses:
        settled.append(_going_on(guess, settled[-1], columns[guess.index]) if settled else guess)
    return settled


def _going_on(guess: ColumnGuess, left: ColumnGuess, column: Column) -> ColumnGuess:
    if left.target not in _CONTINUED or fold(guess.header) or not _are_words(column):
        return guess
    return replace(guess, target=_CONTINUED[left.target], doubt="second_column", suggested=None)


def _are_words(column: Column) -> bool:
    """A few letters and no figure: what may go on with a name, with capital letters or without."""
    return all(value.replace(" ", "").isalpha() and len(value.split()) <= _WORDS_OF_A_NAME for value in column.values)


def _holds_names(column: Column) -> bool:
    return column.shapes.share(Target.FULL_NAME) >= _LIKE_NAMES


def repeated_names(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """A few names over many rows are those of places, crews or causes more likely than of persons."""
    return [_repeated(g, columns[g.index]) if g.target is Target.FULL_NAME else g for g in guesses]


def _repeated(guess: ColumnGuess, column: Column) -> ColumnGuess:
    few = len(column.values) >= _MANY_ROWS and column.distinct <= _FEW_NAMES and _holds_names(column)
    return replace(guess, doubt=guess.doubt or "few_names") if few else guess
