"""Words of place names as they are looked up: the same letters however they were typed."""

import re
import unicodedata
from functools import lru_cache

from matching.text_folding import INVISIBLE, fold_letters

# What stands between two words. Indic vowel signs are none of it, which is why `\w` will not do.
WORD = re.compile(r"[^\s,;:.()\[\]{}/\\\-–—_\"“”«»!?¿¡،؛።፣፤፥।、。，…|*+=<>&#@]+")
_APOSTROPHES = re.compile(r"['’‘ʼʻʿʾʽ`´′ˈ]")
# Whoever writes a schwa means one: Şəki is in Azerbaijan, Saki in Nigeria. Who has no key for it writes a or e, so that
# the gazetteer has its names in all three ways.
_SCHWA = re.compile("[əǝƏƎ]")
# French and Italian articles and prepositions before a vowel: d'Al Hoceima, l'Ariana.
_ELIDED = re.compile(r"(?<!\w)([dlDL])['’](?=\w)")


def fold_name(name: str) -> str:
    """The folded words of a name with a space between; empty where it has no word."""
    folded = (fold_word(word) for word in WORD.findall(readable(name)))
    return " ".join(word for word in folded if word)


def readable(text: str) -> str:
    """Compatibility forms made plain, invisible signs removed, elided articles apart."""
    return _ELIDED.sub(r"\1 ", INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word of a readable text in lower case, without accents and apostrophes, in one spelling within its script."""
    return "ə".join(fold_letters(part, plain=True) for part in _SCHWA.split(_APOSTROPHES.sub("", word)))
