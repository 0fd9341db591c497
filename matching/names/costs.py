"""What it costs to take one sound for another, or to miss one altogether; from 0, the same, to 1, quite another."""

from dataclasses import dataclass
from functools import lru_cache

from matching.names.phonetic import CONSONANTS, VOWELS
from matching.names.tables import read_rows

QUITE_ANOTHER = 1.0
_VOWEL = 0.35
_FIRST_VOWEL = 0.7
_SILENT = {"~": 0.04, "@": 0.12, "h": 0.45, "y": 0.3, "w": 0.4, "G": 0.6}
# Where the other side's script writes no short vowels, a vowel missing there says nothing.
_UNWRITTEN_VOWEL = 0.05


@dataclass(frozen=True, slots=True)
class Dropping:
    """Costs of missing each sound of a part, and what the whole part weighs, its consonants counted fully."""

    each: tuple[float, ...]
    whole: float


@lru_cache(maxsize=1)
def sound_costs() -> dict[str, dict[str, float]]:
    """By sound, what taking it for another costs; pairs that are not listed are quite another."""
    table: dict[str, dict[str, float]] = {sound: {sound: 0.0} for sound in VOWELS | CONSONANTS}
    for one, other, cost in read_rows("sound_costs.tsv"):
        table[one][other] = table[other][one] = float(cost)
    return table


def dropping_costs(sound: str, *, open_vowels: bool) -> Dropping:
    """What it costs that the other side lacks the sounds of a part; `open_vowels` says of the other side."""
    each = tuple(_dropping(letter, position, open_vowels=open_vowels) for position, letter in enumerate(sound))
    whole = sum(cost if letter in VOWELS else QUITE_ANOTHER for letter, cost in zip(sound, each, strict=True))
    return Dropping(each, whole)


def _dropping(letter: str, position: int, *, open_vowels: bool) -> float:
    if letter in _SILENT:
        return _SILENT[letter]
    if letter not in VOWELS:
        return QUITE_ANOTHER
    if open_vowels and position > 0:
        return _UNWRITTEN_VOWEL
    return _VOWEL if position else _FIRST_VOWEL
