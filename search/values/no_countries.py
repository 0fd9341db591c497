"""Answers to the question for a nationality that name no country, and are no mistake: Kurd, stateless, Sahrawi.

A people is no country, and a country that its papers may be of says less than the word: so the word always stays.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from search.values import lexicon
from search.values.country_names import STATELESS, nationalities
from search.values.folding import fold

_NAME, _NONE, _WITHIN = "no_countries", "none", "within"
_PIECES = re.compile(r"[,;/·،؛፣፤\n()]")


def is_no_country(text: str) -> bool:
    """Whether a text is the name of a people, of a region, or says that there is no nationality."""
    return fold(text) in _codes()


def country_of(text: str) -> str:
    """The country whose papers a people mostly has; empty for every other one, and for those who have none."""
    code = _codes().get(fold(text), "")
    return "" if code in (_NONE, STATELESS) else code


def says_stateless(words: str) -> bool:
    """Whether what was written under nationalities says that there is none."""
    if any(_codes().get(fold(piece)) == STATELESS for piece in _PIECES.split(words)):
        return True
    return any(STATELESS in nationalities(line) for line in words.splitlines())


def without_them(text: str) -> str:
    """The words of a text without such names, and without names of waters and places that hold that of a country."""
    folded = f" {fold(text)} "
    for phrase in _phrases():
        folded = folded.replace(f" {phrase} ", " ; ")
    return folded.strip()


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    rows = lexicon.rows(_NAME)
    return {fold(word): code for code, _, words in rows for word in words if code != _WITHIN and fold(word)}


@lru_cache(maxsize=1)
def _phrases() -> tuple[str, ...]:
    """The longest first, so that what holds another is taken whole."""
    within = lexicon.words(_NAME, _WITHIN)
    nowhere = (word for word, code in _codes().items() if code in (_NONE, STATELESS))
    return tuple(sorted({*within, *nowhere}, key=len, reverse=True))
