"""Words cut to their stems, so that a scar is found in whatever number, case or company it is written."""

from functools import lru_cache

from search.values import lexicon
from search.values.folding import fold

_LATIN_LANGUAGES = ("en", "es", "fr", "it", "pt", "de", "nl", "tr", "so", "ku")
_FAMILY = {"es": "romance", "fr": "romance", "it": "romance", "pt": "romance", "ru": "slavic", "uk": "slavic"}
_ARABIC_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل")
OWN_STEMS = frozenset({"ur", "ps", "ckb", "so", "ht", "ku", "vi"})
"""Languages whose stems are no stems of the others that share their letters."""
# What stands before a word without a space; folded, as the words are.
_PREFIXES = {
    "ar": _ARABIC_PREFIXES,
    "fa": _ARABIC_PREFIXES,
    "am": ("በስተ", "የ", "በ", "ከ", "ለ", "ባለ"),
    "ti": ("ብ", "ን", "ዝ"),
}
# The place of the form without a vowel among the eight of a letter.
_NO_VOWEL = 5


def languages_of_script(phrase: str) -> tuple[str, ...]:
    """Only the languages that are written with the phrase's first letter can have a stem of it."""
    first = phrase[:1]
    if "\u0370" <= first <= "\u03ff":
        return ("el",)
    if "\u0400" <= first <= "\u04ff":
        return ("ru", "uk")
    if "\u0600" <= first <= "\u06ff":
        return ("ar", "fa", "ur", "ps", "ckb")
    if "\u0980" <= first <= "\u09ff":
        return ("bn",)
    if "\u1200" <= first <= "\u137f":
        return ("am", "ti")
    return _LATIN_LANGUAGES


@lru_cache(maxsize=1)
def _endings() -> dict[str, tuple[str, ...]]:
    """Words are folded before they are cut, so their endings are too; the longest is tried first."""
    return {
        family: tuple(sorted({fold(ending) for ending in endings}, key=lambda ending: (-len(ending), ending)))
        for family, _, endings in lexicon.rows("endings")
    }


@lru_cache(maxsize=262144)
def stems(phrase: str, language: str) -> tuple[str, ...]:
    """The phrase with each word cut to its stem, with and without what its language writes before a word."""
    endings = _endings().get(_FAMILY.get(language, language), ())
    found = [" ".join(_stem(word, endings) for word in phrase.split(" "))]
    if prefixes := _PREFIXES.get(language):
        bare = " ".join(_without_prefix(word, prefixes) for word in phrase.split(" "))
        found += [bare, " ".join(_stem(word, endings) for word in bare.split(" "))]
    if _is_syllable(phrase[:1]):
        found += [" ".join(_without_vowel(word) for word in stem.split(" ")) for stem in (phrase, *found)]
    own = f"{language}:" if language in OWN_STEMS else ""
    return tuple(dict.fromkeys(own + stem for stem in found if len(stem) >= 3 or not stem.isascii()))


def _stem(word: str, endings: tuple[str, ...]) -> str:
    if not word.isascii() and len(word) <= 3:
        return word
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _without_prefix(word: str, prefixes: tuple[str, ...]) -> str:
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= (2 if len(prefix) > 1 or _is_syllable(prefix) else 3):
            return word[len(prefix) :]
    return word


def _without_vowel(word: str) -> str:
    """A word of Ethiopic whose last letter has no vowel: *his hand* and *her hand* end in two forms of one letter."""
    last = word[-1:]
    return word[:-1] + chr((ord(last) & ~7) | _NO_VOWEL) if len(word) > 1 and _is_syllable(last) else word


def _is_syllable(letter: str) -> bool:
    """A letter of Ethiopic holds its vowel."""
    return "\u1200" <= letter <= "\u137f"
