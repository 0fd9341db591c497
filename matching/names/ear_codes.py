"""How a name part sounds to whoever writes it down by ear, as codes of jellyfish: they forgive more than our sounds.

The consonant skeleton of `phonetic` keeps apart what a clerk who hears a foreign name does not: c as in Csaba and ch, z
and s. Soundex forgives the most: it serves to look for a name, together with something else. Metaphone, of our sounds,
keeps all consonants: parts that have it in common may be one name. Both were made for American ears and Latin letters;
what they cannot tell has no code.
"""

from functools import lru_cache

import jellyfish

from matching.names.readings.latin import plain

# A code of one sign says no more than an initial.
_SHORTEST = 2
# Any vowel will do for one that the script does not tell; one that may be silent is left out.
_VOWELS = str.maketrans({"@": "a", "~": None})


@lru_cache(maxsize=65536)
def wide_ear_code(latin: str) -> str:
    """Soundex of a reading of a part; "" where it says nothing."""
    return _told(jellyfish.soundex(_letters(plain(latin))))


@lru_cache(maxsize=65536)
def close_ear_code(sound: str) -> str:
    """Metaphone of the sounds of a part (see `phonetic`); "" where it says nothing."""
    return _told(jellyfish.metaphone(_letters(sound)))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.translate(_VOWELS).lower() if "a" <= sign <= "z")


def _told(code: str) -> str:
    return code if len(code) >= _SHORTEST else ""
