"""Which script a letter or a word is written in."""

from bisect import bisect_right
from enum import StrEnum
from functools import lru_cache


class Script(StrEnum):
    """Scripts that the engine treats on their own; `OTHER` goes to the general romaniser."""

    LATIN = "latin"
    ARABIC = "arabic"
    ETHIOPIC = "ethiopic"
    CYRILLIC = "cyrillic"
    HEBREW = "hebrew"
    GREEK = "greek"
    ARMENIAN = "armenian"
    GEORGIAN = "georgian"
    BRAHMIC = "brahmic"
    SINHALA = "sinhala"
    THAI = "thai"
    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    OTHER = "other"


# First code point of each block and the script from there on; Unicode 15.1, Blocks.txt.
_BLOCKS: tuple[tuple[int, Script], ...] = (
    (0x0000, Script.LATIN),
    (0x0370, Script.GREEK),
    (0x0400, Script.CYRILLIC),
    (0x0530, Script.ARMENIAN),
    (0x0590, Script.HEBREW),
    (0x0600, Script.ARABIC),
    (0x0700, Script.OTHER),
    (0x0750, Script.ARABIC),
    (0x0780, Script.OTHER),
    (0x08A0, Script.ARABIC),
    (0x0900, Script.BRAHMIC),
    (0x0D80, Script.SINHALA),
    (0x0E00, Script.THAI),
    (0x0E80, Script.OTHER),
    (0x10A0, Script.GEORGIAN),
    (0x1100, Script.HANGUL),
    (0x1200, Script.ETHIOPIC),
    (0x13A0, Script.OTHER),
    (0x1C80, Script.CYRILLIC),
    (0x1C90, Script.GEORGIAN),
    (0x1CC0, Script.OTHER),
    (0x1E00, Script.LATIN),
    (0x1F00, Script.GREEK),
    (0x2000, Script.OTHER),
    (0x2C60, Script.LATIN),
    (0x2C80, Script.OTHER),
    (0x2D80, Script.ETHIOPIC),
    (0x2DE0, Script.CYRILLIC),
    (0x2E00, Script.OTHER),
    (0x2E80, Script.HAN),
    (0x3040, Script.KANA),
    (0x3100, Script.HAN),
    (0x3130, Script.HANGUL),
    (0x3190, Script.HAN),
    (0xA000, Script.OTHER),
    (0xA640, Script.CYRILLIC),
    (0xA6A0, Script.OTHER),
    (0xA720, Script.LATIN),
    (0xA800, Script.OTHER),
    (0xAB00, Script.ETHIOPIC),
    (0xAB30, Script.LATIN),
    (0xAB70, Script.OTHER),
    (0xAC00, Script.HANGUL),
    (0xD7FC, Script.OTHER),
    (0xF900, Script.HAN),
    (0xFB00, Script.LATIN),
    (0xFB13, Script.OTHER),
    (0xFB1D, Script.HEBREW),
    (0xFB50, Script.ARABIC),
    (0xFE00, Script.OTHER),
    (0xFE70, Script.ARABIC),
    (0xFEFF, Script.OTHER),
    (0x20000, Script.HAN),
    (0x323B0, Script.OTHER),
)
_STARTS = tuple(start for start, _ in _BLOCKS)


def script_of(letter: str) -> Script:
    """The script of one character; punctuation and digits count as Latin."""
    return _BLOCKS[bisect_right(_STARTS, ord(letter)) - 1][1]


@lru_cache(maxsize=4096)
def word_script(word: str) -> Script:
    """The script of most letters of a word, the first one where two are level; `OTHER` for an empty word."""
    counts: dict[Script, int] = {}
    for letter in word:
        if letter.isalpha():
            script = script_of(letter)
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else Script.OTHER
