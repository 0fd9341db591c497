"""Countries and languages whose names are like what was typed, and names that several of them share: for questions."""

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from search.values import country_names, language_names, lexicon
from search.values.folding import fold

_LEAST_LIKENESS, _LONGEST = 70, 40
_LEAST_LETTERS = 3
# Before the code whose own name a shared name is.
_OWN = "="


@lru_cache(maxsize=4096)
def nearest(table: str, text: str, most: int = 3) -> tuple[str, ...]:
    """Up to `most` codes of a table, country or language, whose names are most like a text; empty where none is."""
    folded = fold(text)
    if not _LEAST_LETTERS <= len(folded) <= _LONGEST:
        return ()
    names = _names(table)
    near = [name for name in names if abs(len(name) - len(folded)) <= max(2, len(folded) // 2)]
    found = process.extract(folded, near, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS, limit=6 * most)
    return tuple(dict.fromkeys(names[name] for name, _, _ in found))[:most]


def meant(table: str, text: str) -> tuple[str, ...]:
    """The codes of a table that share the name that a text is; empty where a name has one meaning."""
    return tuple(code.removeprefix(_OWN) for code in _shared(table).get(fold(text), ()))


def own_name(table: str, text: str) -> str:
    """The one code whose own name a shared name is, such as Guinea; empty where it is nobody's own, such as Congo."""
    first = next(iter(_shared(table).get(fold(text), ())), "")
    return first.removeprefix(_OWN) if first.startswith(_OWN) else ""


def denies(text: str) -> bool:
    """Whether a text says that something is not so, as in *no Arabic*."""
    first, _, rest = fold(text).partition(" ")
    return bool(rest) and first in _denials()


@lru_cache(maxsize=2)
def _shared(table: str) -> Mapping[str, tuple[str, ...]]:
    return {
        fold(word): tuple(codes.split(","))
        for codes, of, words in lexicon.rows("shared_names")
        if of == table
        for word in words
    }


@lru_cache(maxsize=1)
def _denials() -> frozenset[str]:
    return lexicon.words("shared_names", "denial")


@lru_cache(maxsize=2)
def _names(table: str) -> Mapping[str, str]:
    """Names by folded form; without what stands in brackets, and without codes."""
    rows = {"country": country_names.named, "language": language_names.named}[table]()
    return {name: code for name, code in rows.items() if len(re.sub(r"\W", "", name)) >= _LEAST_LETTERS}
