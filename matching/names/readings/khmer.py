"""Khmer: a vowel sounds by the series of its consonant; also as it is often spelt, whatever the series."""

import re
from functools import lru_cache

from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_COENG, _TO_FIRST, _TO_SECOND, _SHORTENER = "\u17d2", "\u17c9", "\u17ca", "\u17cb"
# Silencing sign and what only marks etymology or tone.
_SILENCED = re.compile(f"[ក-អ](?:{_COENG}[ក-អ])?\u17cd|[\u17cc\u17ce-\u17d1\u17d3\u200b-\u200d]")
_CLUSTER = re.compile(f"([ក-អ](?:{_COENG}[ក-អ])*)([\u17c9\u17ca]?)((?:ុំ|ាំ|[ា-ៈ័])?)({_SHORTENER}?)|([ឣ-ឳ])")
_INHERENT = {"1": "a", "2": "o"}


@lru_cache(maxsize=65536)
def read(word: str) -> tuple[Reading, ...]:
    """At most two ways to say a word: by the series, and plainly; empty where there is no Khmer letter in it."""
    clusters = list(_CLUSTER.finditer(_SILENCED.sub("", word)))
    texts = (_read(clusters, plainly=False), _read(clusters, plainly=True))
    return tuple(Reading(text, Group.OTHER) for text in dict.fromkeys(texts) if text)


def _read(clusters: list[re.Match[str]], *, plainly: bool) -> str:
    """Consonants without a vowel close the syllable before them, or where there is none have the inherent vowel."""
    out, is_open = "", False
    for number, cluster in enumerate(clusters, start=1):
        consonants, shift, vowel, shortener, free_vowel = cluster.groups(default="")
        if free_vowel:
            out, is_open = out + _vowels().get(free_vowel, ("a",))[0], True
        elif not vowel and ((shortener and out) or (is_open and not _pairs_ahead(clusters[number - 1 :]))):
            apart = "~" if plainly and number < len(clusters) else ""
            out, is_open = out + _consonants()[consonants[0]][1] + apart, False
        else:
            sound = _vowel(consonants, shift, vowel, plainly=plainly)
            out += _initial(consonants, shift) + sound
            is_open = sound[-1:] not in ("m", "h")
    return out


def _pairs_ahead(clusters: list[re.Match[str]]) -> bool:
    """Nothing but an even number of bare consonants up to the end, so that they are syllables of their own."""
    return len(clusters) % 2 == 0 and not any(cluster[3] or cluster[4] or cluster[5] for cluster in clusters)


def _initial(consonants: str, shift: str) -> str:
    if consonants == "ប" and shift == _TO_FIRST:
        return "p"
    return "".join(_consonants()[letter][0] for letter in consonants.replace(_COENG, ""))


def _vowel(consonants: str, shift: str, vowel: str, *, plainly: bool) -> str:
    series = {_TO_FIRST: "1", _TO_SECOND: "2"}.get(shift) or _consonants()[consonants[0]][2]
    if plainly:
        return _plain_vowels()[vowel] if vowel else "a"
    return _vowels()[vowel][int(series) - 1] if vowel else _INHERENT[series]


@lru_cache(maxsize=1)
def _consonants() -> dict[str, tuple[str, str, str]]:
    """Sound at the beginning of a syllable, sound at its end, series."""
    return {row[0]: (row[1], row[2], row[3]) for row in read_rows("khmer_letters.tsv") if len(row) == 4}


@lru_cache(maxsize=1)
def _vowels() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in read_rows("khmer_letters.tsv") if len(row) < 4}


@lru_cache(maxsize=1)
def _plain_vowels() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("khmer_plain_vowels.tsv")}
