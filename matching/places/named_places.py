"""Words for places: which countries and routes a text names, in whatever language it was written."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from matching.places.tables import read_rows

_LONGEST_PHRASE = 9
_LONGEST_TEXT = 300
_NOT_A_WORD = re.compile(r"[\s,;:.()/\-–—\"“”'’]+")


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """ISO 3166-1 alpha-2 countries and route codes that a text names."""

    countries: frozenset[str]
    routes: frozenset[str]


@lru_cache(maxsize=16384)
def named_places(text: str) -> NamedPlaces:
    """Every country and route named in a text; both empty where nothing is known of it."""
    words = fold_words(text)
    names = _names()
    countries: set[str] = set()
    routes: set[str] = set()
    position = 0
    while position < len(words):
        length, codes = _longest_name(words, position, names)
        countries.update(code for code in codes if len(code) == 2)
        routes.update(code for code in codes if len(code) > 2)
        position += length
    return NamedPlaces(frozenset(countries), frozenset(routes))


def fold_words(text: str) -> tuple[str, ...]:
    """Lower-case words without accents or punctuation."""
    decomposed = unicodedata.normalize("NFKD", text[:_LONGEST_TEXT].casefold().replace("&", " and "))
    plain = unicodedata.normalize("NFC", "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f"))
    return tuple(word for word in _NOT_A_WORD.split(plain) if word)


def _longest_name(
    words: tuple[str, ...], position: int, names: dict[tuple[str, ...], frozenset[str]]
) -> tuple[int, frozenset[str]]:
    for length in range(min(_LONGEST_PHRASE, len(words) - position), 0, -1):
        codes = names.get(words[position : position + length])
        if codes:
            return length, codes
    return 1, frozenset()


@lru_cache(maxsize=1)
def _names() -> dict[tuple[str, ...], frozenset[str]]:
    table: dict[tuple[str, ...], set[str]] = {}
    for name, country in read_rows("country_names.tsv"):
        table.setdefault(fold_words(name), set()).add(country)
    for code, _countries, _boxes, phrases in read_rows("routes.tsv"):
        for phrase in phrases.split("|"):
            table.setdefault(fold_words(phrase), set()).add(code)
    return {words: frozenset(codes) for words, codes in table.items() if words}
