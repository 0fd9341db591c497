"""What words beside a choice may mean: every feature or colour that they speak of, and none that they deny.

A sheet has one word in a cell, and the longest phrase wins (`code_words.traits`). A family writes "brown or green".
"""

from functools import lru_cache

from search.values import lexicon
from search.values.code_words import is_claimed
from search.values.folding import fold
from search.values.phrasebook import Hit, any_language, phrasebook

_LEAST_LETTERS = 3


@lru_cache(maxsize=4096)
def trait_codes(feature: str, text: str) -> tuple[str, ...]:
    """The codes of a feature that words speak of, in the order of the words."""
    found = {phrase: code for phrase, code in _phrases(feature) if _stands(phrase, text)}
    longest = [one for one in found if not any(one != other and f" {one} " in f" {other} " for other in found)]
    in_order = sorted(longest, key=fold(text).find)
    return tuple(dict.fromkeys(found[one] for one in in_order))


@lru_cache(maxsize=4096)
def colour_codes(text: str, languages: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The colours that words name: in these languages and English, else in any."""
    words = fold(text).split()
    return _colours(phrasebook(languages).find(words)) or _colours(any_language().find(words))


def _colours(hits: list[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for hit in hits if (code := hit.code("colour"))))


def _phrases(feature: str) -> list[tuple[str, str]]:
    named = [row for row in lexicon.rows("traits") if row[0].startswith(f"{feature}:")]
    return [(fold(word), code.partition(":")[2]) for code, _, words in named for word in words if fold(word)]


def _stands(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text that does not deny it; a very short one only where it is all of the text."""
    folded = fold(text)
    if len(phrase) < _LEAST_LETTERS:
        return phrase == folded
    return f" {phrase} " in f" {folded} " and is_claimed(text, phrase)
