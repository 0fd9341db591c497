"""What words beside a choice may mean: every feature or colour that they speak of, and none that they deny.

A sheet has one word in a cell, and the longest phrase wins (`code_words.traits`). A family writes "brown or green".
"""

from functools import cache, lru_cache

from search.values import lexicon
from search.values.code_words import is_claimed
from search.values.folding import fold
from search.values.phrasebook import Hit, in_any_language, phrasebook

_LEAST_LETTERS = 3


@lru_cache(maxsize=4096)
def trait_codes(feature: str, text: str) -> tuple[str, ...]:
    """The codes of a feature that words speak of, in the order of the words."""
    folded = fold(text)
    found = {phrase: code for phrase, code in _phrases(feature) if _stands(phrase, folded) and is_claimed(text, phrase)}
    longest = [one for one in found if not any(one != other and f" {one} " in f" {other} " for other in found)]
    in_order = sorted(longest, key=folded.find)
    return tuple(dict.fromkeys(found[one] for one in in_order))


@lru_cache(maxsize=4096)
def colour_codes(text: str, languages: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The colours that words name: in these languages and English, else in any."""
    words = fold(text).split()
    return _colours(phrasebook(languages).find(words)) or _colours(in_any_language(words))


def _colours(hits: list[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for hit in hits if (code := hit.code("colour"))))


@cache
def _phrases(feature: str) -> tuple[tuple[str, str], ...]:
    named = [row for row in lexicon.rows("traits") if row[0].startswith(f"{feature}:")]
    return tuple((fold(word), code.partition(":")[2]) for code, _, words in named for word in words if fold(word))


def _stands(phrase: str, folded: str) -> bool:
    """Whether a phrase stands among folded words; a very short one only where it is all of them."""
    return phrase == folded if len(phrase) < _LEAST_LETTERS else f" {phrase} " in f" {folded} "
