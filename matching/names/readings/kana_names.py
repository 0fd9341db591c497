"""Where a Japanese full name in kana, written without a space, falls into family name and given name."""

import re
from functools import lru_cache

from matching.names.tables import read_rows

_MOST_DIVISIONS = 4
_SHORTEST_NAME = 3
_HIRAGANA = re.compile("[\u3041-\u3096\u309d\u309e]")
_TO_HIRAGANA = str.maketrans({chr(point): chr(point - 0x60) for point in range(0x30A1, 0x30F7)})
_SMALL = frozenset("ぁぃぅぇぉっゃゅょゎ")
# None of these begins a part.
_NEVER_FIRST = _SMALL | frozenset("んーゝゞを")
# And these seldom, but for the names in the tables.
_SELDOM_FIRST = frozenset("がぎぐげござずぜぞだぢづでどばびぶべぼぱぴぷぺぽらる")
_GENITIVE = "の"
_SCRIPT_CHANGE = re.compile("(?<=[\u3041-\u3096])(?=[\u30a1-\u30fa])")
# Points for a part: in the table of family names by how common it is; in the table of given names; put together from
# known elements; only its last element known. Chosen on the training part.
_FAMILY_POINTS = {"1": 7.0, "2": 6.0, "3": 5.0, "4": 4.0}
_GIVEN_POINTS, _COMPOSED_POINTS, _ENDING_POINTS = 4.0, 3.0, 1.0
_SCRIPT_CHANGE_POINTS = 6.0
_KNOWN_WHOLE = 3.0


@lru_cache(maxsize=65536)
def split(word: str) -> tuple[tuple[str, ...], ...]:
    """At most four divisions of a word, the likeliest first; the undivided word is always one of them.

    An unspaced foreign name (アランドロン) cannot be divided by rule: katakana stays whole unless both parts are known
    as Japanese.
    """
    whole = (word,)
    if len(word) < _SHORTEST_NAME:
        return (whole,)
    if not _HIRAGANA.search(word):
        return (whole, *_japanese_in_katakana(word))
    borders = [n for n in range(1, len(word)) if word[n] not in _NEVER_FIRST]
    ranked = sorted(borders, key=lambda border: -_points(word, border))[: _MOST_DIVISIONS - 1]
    divisions = [(word[:border], word[border:]) for border in ranked]
    return (whole, *divisions) if _is_one_part(word) else (*divisions, whole)


def _japanese_in_katakana(word: str) -> list[tuple[str, ...]]:
    plain = word.translate(_TO_HIRAGANA)
    known = [n for n in range(2, len(word) - 1) if plain[:n] in _family_names() and _given(plain[n:]) >= _KNOWN_WHOLE]
    ranked = sorted(known, key=lambda border: -_points(word, border))
    return [(word[:border], word[border:]) for border in ranked[:1]]


def _points(word: str, border: int) -> float:
    family, given = word[:border].translate(_TO_HIRAGANA), word[border:].translate(_TO_HIRAGANA)
    changes = _SCRIPT_CHANGE.search(word)
    at_change = _SCRIPT_CHANGE_POINTS if changes and changes.start() == border else 0.0
    return _family(family) + _given(given) + at_change


def _is_one_part(word: str) -> bool:
    plain = word.translate(_TO_HIRAGANA)
    usual = _given(plain) >= _KNOWN_WHOLE and _morae(plain) <= 4
    return usual or _morae(plain) <= 3 or plain in _family_names()


def _family(part: str) -> float:
    known = _family_names().get(part) or _family_names().get(part.removesuffix(_GENITIVE), 0.5) - 0.5
    if known:
        return known
    if _composed(part, "family"):
        return _COMPOSED_POINTS + _fit(part, 3, 4)
    return (_ENDING_POINTS if _ends(part, "family") else 0.0) + _fit(part, 3, 4)


def _given(part: str) -> float:
    if part in _elements("given", "whole"):
        return _GIVEN_POINTS
    if _composed(part, "given"):
        return _COMPOSED_POINTS + _fit(part, 3, 4)
    return (_ENDING_POINTS if _ends(part, "given") else 0.0) + _fit(part, 3, 4)


def _fit(part: str, least: int, most: int) -> float:
    """Parts of usual length and beginning cost nothing, others a part of a point for each mora too few or too many."""
    morae = _morae(part)
    return -0.7 * max(least - morae, morae - most, 0) - (part[:1] in _SELDOM_FIRST)


def _composed(part: str, kind: str) -> bool:
    first, last = _elements(kind, "first"), _elements(kind, "last")
    return any(part[:n] in first and part[n:] in last for n in range(1, len(part)))


def _ends(part: str, kind: str) -> bool:
    return any(part[n:] in _elements(kind, "last") for n in range(1, len(part)))


def _morae(part: str) -> int:
    return sum(letter not in _SMALL or letter == "っ" for letter in part)


@lru_cache(maxsize=1)
def _family_names() -> dict[str, float]:
    rows = reversed(read_rows("japanese_family_names_kana.tsv"))
    return {name: _FAMILY_POINTS[row[0]] for row in rows for name in row[1].split()}


@lru_cache(maxsize=8)
def _elements(kind: str, place: str) -> frozenset[str]:
    rows = read_rows("japanese_name_elements_kana.tsv")
    return frozenset(name for row in rows if row[0] == f"{kind} {place}" for name in row[1].split())
