"""Names of languages, in many languages, as ISO 639 codes."""

import re
from functools import lru_cache

from search.values import lexicon
from search.values.folding import fold, single_blanks
from search.values.joining_words import AND, COMMAS, STOPS

_SPLIT = re.compile(rf"[{COMMAS}{STOPS}/|+&\n()]|\s+(?:{AND}|en)\s+", re.IGNORECASE)
# What our own pages call a language comes before what the CLDR calls one of the many that nobody meets.
_TABLES = ("language_names", "shown_languages", "cldr_languages")
# Four is what Fur is called in French, and a number: in a cell nobody knows which, so that it stays a word.
_MISREAD, _LANGUAGE = "misread_names", "language"


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code, _, words in (row for table in _TABLES for row in lexicon.rows(table)):
        for word in words:
            names.setdefault(fold(word), code)
    misread = lexicon.words(_MISREAD, _LANGUAGE)
    return {name: code for name, code in names.items() if name and name not in misread}


def named() -> dict[str, str]:
    """The codes of languages by every name of theirs, folded."""
    return dict(_names())


@lru_cache(maxsize=4096)
def language(text: str) -> str:
    """Return the code of the language whose name the whole text is, in any language; "" for anything else."""
    return _names().get(fold(text), "")


@lru_cache(maxsize=1)
def _varieties() -> dict[str, str]:
    rows = lexicon.rows("language_varieties")
    return {fold(word): code for code, _, words in rows for word in words if fold(word)}


@lru_cache(maxsize=4096)
def language_of_variety(text: str) -> str:
    """The code under which a language is compared that has a name of its own: Dari under Persian; "" for others."""
    return _varieties().get(fold(text), "")


@lru_cache(maxsize=4096)
def read_languages(text: str) -> tuple[str, ...]:
    """Return the codes of the languages that a cell names, each once, in order; unknown words give none."""
    found = []
    for part in _SPLIT.split(single_blanks(text)):
        folded = fold(part)
        code = _names().get(folded) or (folded if len(folded) in (2, 3) and folded in _names().values() else "")
        found += [code] if code else [c for word in folded.split() if len(word) > 3 and (c := _among_others(word))]
    return tuple(dict.fromkeys(found))


def _among_others(word: str) -> str:
    """The code of a language's name, also with the `and` that its writing glues to it: عربي وفور, ትግርኛን ዓረብን."""
    bare = word.removeprefix("و").removesuffix("ን").removesuffix("ና")
    return _names().get(word) or _names().get(bare, "")


@lru_cache(maxsize=4096)
def is_only_languages(text: str) -> bool:
    """Whether a cell holds names of languages and nothing else."""
    pieces = [folded for part in _SPLIT.split(single_blanks(text)) if (folded := fold(part))]
    return all(piece in _names() or piece in _names().values() for piece in pieces)
