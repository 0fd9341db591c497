"""Sounds of Latin spellings: one letter a sound, the same for every clerk; and the consonant skeleton for blocking.

Sounds: vowels `a e i o u`, `@` any vowel, `~` a vowel that may be silent; `S` as in ship, `C` as in church, `J` as in
jam or the Spanish jota, `H` as in Bach, `G` a voiced `H`; the rest as usual.
"""

import re
from functools import lru_cache

from matching.names.tables import read_rows

VOWELS = frozenset("aeiou@~")
# Consonants that clerks take for one another share a class; vowels, y, w and a silent h leave no trace.
_CLASSES = str.maketrans(
    {**dict(zip("bpvfdtkgGszSCJhHmnlr", "bbbfttkkksscccxxmnlr", strict=True)), **dict.fromkeys("aeiou@~yw")}
)
_DOUBLED = re.compile(r"(.)\1+")
# Abd al-X, Abdul X, Abdurrahman and Abu l-X are written in a dozen ways: the article between goes.
_SERVANT_OF = re.compile(r"^ab[ei]?d(?:[aeiou]l(?=[^l]|lah)|[aeou]{1,2}(?=([rnszdt])\1)|[aeou]l)(?=.{3})")
_FATHER_OF = re.compile(r"^ab(?:u|o|ou|w)[aeu]?l(?=[^aeiou].{2})")


@lru_cache(maxsize=65536)
def sound_of(latin: str) -> str:
    """The sounds of one name part in lower-case ASCII letters (plus `@` and `~`), doubled sounds once."""
    spelling = _DOUBLED.sub(r"\1\1", _FATHER_OF.sub("abu", _SERVANT_OF.sub("abd", latin)))
    sounds, position = [], 0
    while position < len(spelling):
        length, sound = _longest_spelling(spelling, position)
        sounds.append(sound)
        position += length
    return _DOUBLED.sub(r"\1", "".join(sounds))


@lru_cache(maxsize=65536)
def skeleton_of(sound: str) -> str:
    """The consonant classes of a sound string: what is left when vowels and easily confused differences go."""
    return _DOUBLED.sub(r"\1", sound.translate(_CLASSES))


def _longest_spelling(text: str, position: int) -> tuple[int, str]:
    spellings = _spellings()
    longest = _longest_by_letter().get(text[position], 1)
    for length in range(min(longest, len(text) - position), 0, -1):
        found = spellings.get(text[position : position + length])
        if found:
            after = text[position + length : position + length + 1]
            for condition, sound in found:
                if not condition or (after and after in condition) or (condition == "$" and not after):
                    return length, sound
    return 1, ""


@lru_cache(maxsize=1)
def _spellings() -> dict[str, list[tuple[str, str]]]:
    """Sounds by spelling, those with a condition first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for row in read_rows("latin_sounds.tsv"):
        spelling, condition, sound = (*row, "", "")[:3]
        table.setdefault(spelling, []).append((condition, sound))
    for found in table.values():
        found.sort(key=lambda pair: pair[0] == "")
    return table


@lru_cache(maxsize=1)
def _longest_by_letter() -> dict[str, int]:
    """How long the longest spelling is that begins with a letter."""
    longest: dict[str, int] = {}
    for spelling in _spellings():
        longest[spelling[0]] = max(len(spelling), longest.get(spelling[0], 1))
    return longest
