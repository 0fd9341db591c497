"""How a written name part may be said: its script decides which file of this folder reads it."""

from collections.abc import Callable
from functools import lru_cache

from matching.names.readings import (
    alphabets,
    arabic,
    brahmic,
    ethiopic,
    han,
    hebrew,
    kana,
    korean,
    latin,
    other,
    southeast_asian,
    thai,
)
from matching.names.readings.reading_result import Groups, Reading
from matching.names.scripts import Script, script_of, word_script

Reader = Callable[[str], tuple[Reading, ...]]

_READERS: dict[Script, Reader] = {
    Script.LATIN: latin.read,
    Script.ARABIC: arabic.read,
    Script.ETHIOPIC: ethiopic.read,
    Script.CYRILLIC: alphabets.read_cyrillic,
    Script.HEBREW: hebrew.read,
    Script.GREEK: alphabets.read_greek,
    Script.ARMENIAN: alphabets.read_armenian,
    Script.GEORGIAN: alphabets.read_georgian,
    Script.BRAHMIC: brahmic.read,
    Script.SINHALA: brahmic.read,
    Script.HANGUL: korean.read,
    Script.HAN: han.read,
    Script.KANA: kana.read,
    Script.THAI: thai.read,
    Script.OTHER: southeast_asian.read,
}


@lru_cache(maxsize=65536)
def read(word: str, groups: Groups = None) -> tuple[Reading, ...]:
    """The readings of one name part, the likeliest first; never empty for a part with a letter in it.

    Of Han characters only those of some ways of writing, where these are given.
    """
    if groups and written_in(word) is Script.HAN:
        return han.read(word, groups) or other.read(word)
    return _READERS.get(written_in(word), other.read)(word) or other.read(word)


def written_in(word: str) -> Script:
    """The script by which a word is read: kana beside Han characters belong to them."""
    script = word_script(word)
    if script is Script.KANA and any(script_of(letter) is Script.HAN for letter in word):
        return Script.HAN
    return script
