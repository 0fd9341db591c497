"""Cells that say nothing: `n/a`, `unknown`, `مجهول`, `-`."""

from functools import lru_cache

from search.values import lexicon
from search.values.folding import fold


@lru_cache(maxsize=4)
def _words(code: str) -> frozenset[str]:
    return frozenset(fold(w) for c, _, words in lexicon.rows("blanks") if c == code for w in words) - {""}


@lru_cache(maxsize=65536)
def is_blank(text: str) -> bool:
    """Nothing is said: empty, only punctuation, or a word for `unknown` or `none`."""
    folded = fold(text)
    return not folded or folded in _words("blank") or folded in _words("nothing")


def says_nothing(text: str) -> bool:
    """The words say that there is none, which is more than that nothing is known."""
    return fold(text) in _words("nothing")
