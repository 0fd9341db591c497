"""How rare a name part is: the bits that an agreement on it is worth before anything else is known."""

import math
import re
from functools import lru_cache

from matching.names.tables import read_rows

# Bearers per million assumed for a part that the table does not list. The table ends near this frequency.
_UNLISTED_PER_MILLION = 40.0
_WELL_KNOWN_PER_MILLION = 60.0


_DOUBLED = re.compile(r"(.)\1+")
_COARSE = str.maketrans({"e": "i", "o": "u", "@": "a", "~": "i", "y": "i", "w": "u"})


def coarse(sound: str) -> str:
    """A sound string with the vowels that clerks confuse made one, so that spellings of a name count together."""
    return _DOUBLED.sub(r"\1", sound.translate(_COARSE))


@lru_cache(maxsize=1)
def sound_frequencies() -> dict[str, float]:
    """Bearers per million by coarse sound; made from aggregated counts of name parts, see tables/SOURCES.md."""
    return {row[0]: float(row[1]) for row in read_rows("part_frequencies.tsv")}


def rarity_bits(sounds: tuple[str, ...]) -> float:
    """log2 of one over the share of people who bear a part with one of these sounds; the commonest sound counts."""
    table = sound_frequencies()
    return math.log2(
        1e6 / max((table.get(coarse(sound), _UNLISTED_PER_MILLION) for sound in sounds), default=_UNLISTED_PER_MILLION)
    )


def well_known(sound: str) -> bool:
    """A name that the table lists, and not at its rare end."""
    return sound_frequencies().get(coarse(sound), 0.0) >= _WELL_KNOWN_PER_MILLION
