"""Cells that say nothing: `n/a`, `unknown`, `مجهول`, `-`; and names that are no names: `NN`, `John Doe`."""

import re
from functools import lru_cache

from search.values import lexicon
from search.values.folding import fold

_NUMBERED = re.compile(r"\b(?:no|nr|num|n)?\s*\d+$")


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


@lru_cache(maxsize=65536)
def is_no_name(text: str) -> bool:
    """The words stand where a name is not known, with or without a running number (`Unidentified male 3`).

    Words for `nothing` are left out here: Nada and Nil are given names.
    """
    folded = fold(text)
    bare = _NUMBERED.sub("", folded).strip()
    if not any(c.isalpha() for c in folded):
        return True
    return any(words in _words("no_name") or words in _words("blank") for words in (folded, bare))
