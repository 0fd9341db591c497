"""Missing teeth in words that stand apart: `two front teeth missing`, *faltan dos dientes*, *нет двух зубов*."""

from functools import lru_cache

from search.values import lexicon
from search.values.folding import fold

_NAME = "tooth_words"
_LONGEST = 3


def lacks_tooth(words: list[str], languages: tuple[str, ...] = ()) -> bool:
    """Whether folded words say that a tooth is gone: behind or before a tooth, with little words between."""
    for at, word in enumerate(words):
        sides = ((words[:at][::-1], "before"), (words[at + 1 :], "after"))
        if word in _words("tooth", languages) and any(_gone(beside, side, languages) for beside, side in sides):
            return True
    return False


def _gone(beside: list[str], side: str, languages: tuple[str, ...]) -> bool:
    """Whether a word of this side is reached from the tooth over nothing but what may stand between."""
    for at, word in enumerate(beside):
        near = beside[at : at + _LONGEST]
        phrases = (near[:size] for size in range(1, len(near) + 1))
        if any(" ".join(one[::-1] if side == "before" else one) in _words(side, languages) for one in phrases):
            return True
        if word not in _words("between", languages) and not word.isdigit():
            return False
    return False


@lru_cache(maxsize=256)
def _words(code: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The words of all languages, and those that are told in one of these alone: a Creole tooth is a Dutch `then`."""
    spoken = ("*", "en", *languages)
    rows = lexicon.rows(_NAME)
    return frozenset(fold(word) for of, language, words in rows if of == code and language in spoken for word in words)
