"""Ethiopic syllables (Amharic, Tigrinya): a consonant and one of seven vowels, the sixth of which may be silent."""

from functools import lru_cache

from matching.names.readings.latin import letters
from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_ORDERS = ("e", "u", "i", "a", "e", "~", "o", "wa")


def read(word: str) -> tuple[Reading, ...]:
    """Syllable by syllable."""
    return (Reading("".join(_syllable(letter) for letter in word), Group.ETHIOPIC),)


def _syllable(letter: str) -> str:
    point = ord(letter)
    consonant = _series().get(point & ~7)
    if consonant is None:
        return letters(letter).lower()
    order = _ORDERS[point & 7]
    if point & 7 == 0 and consonant in ("", "h"):
        return consonant + "a"
    return ("@" if order == "~" else order) if not consonant else consonant + order


@lru_cache(maxsize=1)
def _series() -> dict[int, str]:
    return {int(row[0], 16): row[1] for row in read_rows("ethiopic.tsv")}
