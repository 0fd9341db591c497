"""Words of headers that slipped while they were typed: `Fehca`, `naciimento`."""

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.sheets.header_grammar import known_words
from search.values import lexicon
from search.values.folding import fold

_LEAST_OF_SLIP, _MOST_SLIPS, _LONGEST_RESPELT = 6, 2, 8


@lru_cache(maxsize=8192)
def respelt(text: str) -> str:
    """The text with each long word that nobody knows as the one known word from which it slipped; "" for none."""
    words = fold(text).split()
    unknown = [word for word in words if len(word) >= _LEAST_OF_SLIP and word not in _vocabulary()]
    if not 0 < len(unknown) <= _MOST_SLIPS or len(words) > _LONGEST_RESPELT:
        return ""
    plain = {word: _one_slip_away(word) for word in unknown}
    return " ".join(plain.get(word, word) for word in words) if all(plain.values()) else ""


def _one_slip_away(word: str) -> str:
    found = process.extract(word, _vocabulary(), scorer=OSA.distance, score_cutoff=1, limit=2)
    return found[0][0] if len(found) == 1 else ""


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    told = (phrase for _, _, phrases_told in lexicon.rows("headers") for phrase in phrases_told)
    words = {word for phrase in told for word in fold(phrase).split()} | known_words()
    return frozenset(word for word in words if len(word) >= _LEAST_OF_SLIP - 1)
