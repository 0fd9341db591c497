"""Cyrillic, Greek, Armenian and Georgian: alphabets that write every vowel."""

from matching.names.normalise import native_form
from matching.names.readings.letter_tables import by_letters
from matching.names.readings.reading_result import Group, Reading

# B, d and g are written mp, nt and gk, which within a word are also just that.
_GREEK_FIRST = {"μπ": "b", "ντ": "d", "γκ": "g"}


def read_cyrillic(word: str) -> tuple[Reading, ...]:
    """Cyrillic of any language; what its letters are taken for differs by language, and is learned."""
    return (Reading(by_letters(word, "cyrillic.tsv"), Group.CYRILLIC),)


def read_greek(word: str) -> tuple[Reading, ...]:
    """Modern Greek."""
    bare = native_form(word)
    first = _GREEK_FIRST.get(bare[:2], "")
    return (Reading(first + by_letters(bare[2:] if first else bare, "greek.tsv"), Group.GREEK),)


def read_armenian(word: str) -> tuple[Reading, ...]:
    """Eastern Armenian; western voicing is learned."""
    return (Reading(by_letters(word, "armenian.tsv"), Group.ARMENIAN),)


def read_georgian(word: str) -> tuple[Reading, ...]:
    """Georgian; the nominative -i that foreign and some native names take may be silent."""
    text = by_letters(word, "georgian.tsv")
    if len(text) > 3 and text[-1] == "i" and text[-2] not in "aeiou":
        return (Reading(text, Group.GEORGIAN), Reading(text[:-1], Group.GEORGIAN))
    return (Reading(text, Group.GEORGIAN),)
