"""Hangul: Korean names as Koreans spell them, and the names of others as Korean hears them."""

from functools import lru_cache
from typing import NamedTuple

from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_MOST_READINGS = 4
_LONGEST_NAME = 4
_FIRST, _LAST = 0xAC00, 0xD7A3
_SILENT, _R, _N, _M = 11, 5, 2, 6
_I, _EU, _H = 20, 18, 27
_NASAL = {"k": "ng", "t": "n", "p": "m"}
_BREATHED = {0: "k", 3: "t", 12: "ch"}
_FOREIGN_INITIALS = {1: "k", 4: "t", 8: "p", 10: "s", 13: "j"}
_FOREIGN_VOWELS = {4: "e", 6: "ye", 18: "~"}
# French u, German ü and Chinese yu; only after these initials it is a w.
_ROUNDED_I, _BEFORE_W = 16, frozenset({0, 1, _SILENT, 15, 18})
# The last syllable of Bush, George and Rich; an open ㅓ at the end is that of Tyler.
_FOREIGN_ENDINGS = {"시": "sh~", "쉬": "sh~", "슈": "sh~", "지": "j~", "치": "ch~"}
_OPEN_EO = (4, 0)
# What Japanese tsu becomes in Korean; elsewhere these syllables are rare.
_TSU = frozenset("쓰쯔츠")
# Japanese has these vowels, and no finals but n and the stop that doubles what follows.
_JAPANESE_VOWELS = frozenset({0, 1, 2, 5, 8, 9, 12, 13, 17, 18, 20})
_JAPANESE_FINALS = frozenset({0, 4, 19})

# Indexes of initial, vowel and final in the order of Unicode.
_Jamo = tuple[int, int, int]


class _Jamos(NamedTuple):
    """Romanised letters by index; `carried` is what stays of a final before a vowel, and the initial it becomes."""

    initials: tuple[str, ...]
    vowels: tuple[str, ...]
    finals: tuple[str, ...]
    carried: tuple[tuple[str, int], ...]


@lru_cache(maxsize=65536)
def read(word: str) -> tuple[Reading, ...]:
    """At most four ways to say a word, the likeliest first; empty where it has no whole Hangul syllable.

    A word of syllables that Koreans use in names is spelt as they do, and every other word as a foreign name first.
    """
    written = "".join(letter for letter in word if _FIRST <= ord(letter) <= _LAST)
    syllables = [_jamo(letter) for letter in written]
    if not syllables:
        return ()
    korean, foreign = _korean(written, syllables), _foreign(written, syllables)
    if _is_korean(written):
        texts = korean[:2] + [text for text in foreign if "~" in text or text.endswith("r")][:1] + korean[2:]
    else:
        texts = [*foreign, _joined(syllables)]
    return tuple(Reading(text, Group.KOREAN) for text in list(dict.fromkeys(texts))[:_MOST_READINGS])


@lru_cache(maxsize=65536)
def split(word: str) -> tuple[tuple[str, ...], ...]:
    """At most three divisions of a word into surname and given name, the likeliest first; the whole word is one."""
    whole = (word,)
    divisions = [(word[:n], word[n:]) for n in (2, 1) if word[:n] in _surnames() and 1 <= len(word) - n <= 2]
    if len(word) > _LONGEST_NAME or not divisions or not _is_korean(word):
        return (whole, *divisions) if len(word) <= _LONGEST_NAME else (whole,)
    return (*divisions, whole) if len(word) > 2 else (whole, *divisions)


def _korean(written: str, syllables: list[_Jamo]) -> list[str]:
    """As the bearer spells it, officially by syllables, officially as spoken, and by the second habit."""
    apart = "".join(_official(syllable) for syllable in syllables)
    if not _is_korean(written):
        return [apart]
    if written in _surnames():
        return [*_surnames()[written], apart]
    habits = [_habits(written, position) for position in range(len(written))]
    usual = "".join(spellings[0] for spellings in habits)
    other = "".join(spellings[1 if len(spellings) > 1 else 0] for spellings in habits)
    return [usual, apart, _joined(syllables), other]


def _habits(written: str, position: int) -> tuple[str, ...]:
    """Spellings of one syllable; the first of three or more is a surname."""
    letter = written[position]
    if position == 0 and len(written) > 2 and letter in _surnames():
        return _surnames()[letter]
    return _spellings()[letter]


def _official(syllable: _Jamo) -> str:
    initial, vowel, final = syllable
    return _jamos().initials[initial] + _jamos().vowels[vowel] + _jamos().finals[final]


def _joined(syllables: list[_Jamo]) -> str:
    """The official romanisation with what happens where syllables meet (석원 seogwon, 종로 jongno)."""
    out: list[str] = []
    following = [*syllables[1:], None]
    initial = _jamos().initials[syllables[0][0]]
    for (_, vowel, final), after in zip(syllables, following, strict=True):
        end, start = _meeting(final, after) if after else (_jamos().finals[final], "")
        out.append(initial + _jamos().vowels[vowel] + end)
        initial = start
    return "".join(out)


def _meeting(final: int, after: _Jamo) -> tuple[str, str]:
    """How a final and the initial after it are said together."""
    end, start = _jamos().finals[final], _jamos().initials[after[0]]
    if after[0] == _SILENT:
        end, carried = _jamos().carried[final]
        palatal = {3: "j", 16: "ch"}.get(carried, "") if after[1] == _I else ""
        return end, palatal or _jamos().initials[carried]
    if final == _H and after[0] in _BREATHED:
        return "", _BREATHED[after[0]]
    if after[0] in (_N, _M, _R) and end in _NASAL:
        return _NASAL[end], "n" if after[0] == _R else start
    if {end, start} == {"n", "r"} or (end == "l" and start in ("n", "r")):
        return "l", "l"
    if end in ("m", "ng") and after[0] == _R:
        return end, "n"
    return end, start


def _foreign(written: str, syllables: list[_Jamo]) -> list[str]:
    """A name of another language: silent ㅡ, one l for two; as a Japanese one where it may be one."""
    text = _foreign_text(written, syllables)
    ending = _FOREIGN_ENDINGS.get(written[-1])
    texts = [text[: -len(_foreign_text(written[-1], syllables[-1:]))] + ending, text] if ending else [text]
    if syllables[-1][1:] == _OPEN_EO and len(syllables) > 1:
        texts = [text + "r", text]
    if all(v in _JAPANESE_VOWELS and f in _JAPANESE_FINALS for _, v, f in syllables):
        texts.append(_japanese_text(written, syllables))
    return texts


def _foreign_text(written: str, syllables: list[_Jamo]) -> str:
    out: list[str] = []
    for letter, (initial, vowel, final) in zip(written, syllables, strict=True):
        start = _FOREIGN_INITIALS.get(initial, _jamos().initials[initial])
        if initial == _R and out and out[-1].endswith("l"):
            start = ""
        if letter in _TSU:
            start = "ts"
        middle = _FOREIGN_VOWELS.get(vowel, _jamos().vowels[vowel])
        if vowel == _ROUNDED_I and initial not in _BEFORE_W:
            middle = "u"
        out.append(start + middle + _jamos().finals[final])
    return "".join(out)


def _japanese_text(written: str, syllables: list[_Jamo]) -> str:
    """The first k and t of a Japanese name is written as g and d, and so is a true g and d."""
    out: list[str] = []
    for position, (letter, (initial, vowel, final)) in enumerate(zip(written, syllables, strict=True)):
        start = _jamos().initials[initial]
        if position == 0:
            start = {"g": "k", "d": "t", "j": "ch"}.get(start, start)
        if start in ("s", "ss") and vowel == _I:
            start = "sh"
        sound = start + ("u" if vowel == _EU else _jamos().vowels[vowel])
        out.append(("tsu" if letter in _TSU else sound) + ("n" if final == 4 else ""))
    return "".join(out)


def _jamo(letter: str) -> _Jamo:
    place = ord(letter) - _FIRST
    return place // 588, place % 588 // 28, place % 28


def _is_korean(written: str) -> bool:
    return len(written) <= _LONGEST_NAME and all(letter in _spellings() for letter in written)


@lru_cache(maxsize=1)
def _jamos() -> _Jamos:
    rows = read_rows("hangul_jamo.tsv")
    initials, vowels = (tuple(row[1] for row in rows if row[0] == kind) for kind in ("initial", "vowel"))
    finals = [row for row in rows if row[0] == "final"]
    return _Jamos(initials, vowels, tuple(row[1] for row in finals), tuple((row[2], int(row[3])) for row in finals))


@lru_cache(maxsize=1)
def _spellings() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in read_rows("korean_spellings.tsv") if row[1]}


@lru_cache(maxsize=1)
def _surnames() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[2].split()) for row in read_rows("korean_spellings.tsv") if len(row) > 2}
