"""Lao: like Thai, but with every vowel written and no silent letters; as spoken, and as French clerks spelt it."""

import re
from functools import lru_cache

from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_UNSPOKEN = re.compile("[\u0ec8-\u0ecc\u0ec6\u0ed0-\u0ed9\u200b]")
_COMPOSED = (("\u0ecd\u0eb2", "ຳ"), ("ໜ", "ຫນ"), ("ໝ", "ຫມ"), ("ຼ", "ລ"), ("ເເ", "ແ"), ("ໞ", "ກ"), ("ໟ", "ຍ"))
_INITIAL = "([ກຂຄງຈສຕຖທຊ]ວ(?=[ະ-ູຽ])|ຫ[ງຍນມລຣວ](?=[ະ-ຽກ-ຮ])|[ກປພຜຂຄຕ][ລຣ](?=[ະ-ຽ])|[ກ-ຮ])"
_BARE = "(?![ະ-ຽໍ]|ອ(?![ະ-ຽໍ]))"
_FINAL = f"([ກ-ຮ]{_BARE})?"
# Initial, vowel and final, in the order in which they are tried.
_SYLLABLES = tuple(
    (re.compile(pattern + (_FINAL if may_close else "()")), vowel)
    for pattern, vowel, may_close in (
        (f"ເ{_INITIAL}ົາ", "ao", False),
        (f"ເ{_INITIAL}າະ", "o", False),
        (f"ເ{_INITIAL}[ຶື]ອ", "uea", True),
        (f"ເ{_INITIAL}ັ?ຍ{_BARE}", "ia", False),
        (f"ເ{_INITIAL}[ິີ]", "oe", True),
        (f"ເ{_INITIAL}[ັະ]?", "e", True),
        (f"ແ{_INITIAL}[ັະ]?", "ae", True),
        (f"ໂ{_INITIAL}[ັະ]?", "o", True),
        (f"[ໃໄ]{_INITIAL}(?:ຍ{_BARE})?", "ai", False),
        (f"{_INITIAL}ັ?ຽ", "ia", True),
        (f"{_INITIAL}[ົັ]ວ", "ua", False),
        (f"{_INITIAL}ວ(?=[ກ-ຮ]{_BARE})", "ua", True),
        (f"{_INITIAL}ຳ", "am", False),
        (f"{_INITIAL}[ັາະ]", "a", True),
        (f"{_INITIAL}[ິີ]", "i", True),
        (f"{_INITIAL}[ຶື]", "ue", True),
        (f"{_INITIAL}[ຸູ]", "u", True),
        (f"{_INITIAL}(?:ົ|ໍ|ັອ|ອ)", "o", True),
        (_INITIAL, "", False),
    )
)
_FRENCH_VOWELS = {"u": "ou", "ua": "oua", "ue": "eu", "uea": "eua", "oe": "eu", "ai": "ay", "ae": "e"}


@lru_cache(maxsize=65536)
def read(word: str) -> tuple[Reading, ...]:
    """At most two ways to say a word; empty where there is no Lao letter in it."""
    plain = _UNSPOKEN.sub("", word)
    for written, meant in _COMPOSED:
        plain = plain.replace(written, meant)
    syllables = _syllables(plain)
    spoken = "".join(_consonants(initial, 0) + vowel + _consonants(final, 1) for initial, vowel, final in syllables)
    french = "".join(
        _consonants(initial, 2) + _FRENCH_VOWELS.get(vowel, vowel) + _consonants(final, 1)
        for initial, vowel, final in syllables
    )
    return tuple(Reading(text, Group.THAI) for text in dict.fromkeys((spoken, french)) if text)


def _syllables(text: str) -> list[tuple[str, str, str]]:
    out: list[tuple[str, str, str]] = []
    position = 0
    while position < len(text):
        found = next(((m, vowel) for p, vowel in _SYLLABLES if (m := p.match(text, position))), None)
        if found:
            initial = found[0][1]
            out.append(
                (initial[1:] if initial[0] == "ຫ" and len(initial) > 1 else initial, found[1], found[0][2] or "")
            )
        position = found[0].end() if found else position + 1
    return out


def _consonants(letters: str, place: int) -> str:
    return "".join(_table()[letter][place] for letter in letters if letter in _table())


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, str, str]]:
    return {row[0]: (row[1], row[2], row[3]) for row in read_rows("lao_consonants.tsv")}
