"""Short and pet forms of given names, by sound, so that they meet in every script."""

from functools import lru_cache

from matching.names.phonetic import sound_of
from matching.names.romanise import romanise
from matching.names.tables import read_rows


@lru_cache(maxsize=1)
def formal_sounds() -> dict[str, frozenset[str]]:
    """The formal names, as sounds, that a short form may stand for; keyed by the short form's sound."""
    table: dict[str, set[str]] = {}
    for formal, shorts, _language in read_rows("nicknames.tsv"):
        for short in shorts.split():
            table.setdefault(_sound(short), set()).add(_sound(formal))
    return {short: frozenset(formals) for short, formals in table.items()}


def _sound(name: str) -> str:
    return sound_of(romanise(name)[0].text)
