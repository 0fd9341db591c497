"""Burmese: a syllable is an initial and a rime, and the rimes are spelt as Burmese people spell their names."""

import re
from functools import lru_cache

from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_ASAT, _STACKER = "\u103a", "\u1039"
_CREAKY = "\u1037"
_TONES = re.compile("[\u1038\u200b-\u200d]")
_SYLLABLE = re.compile(
    f"([က-အဿ])([ျ-ှ]*)([ာ-ဲံါ]*)({_ASAT}?)((?:[က-အဥ]{_CREAKY}?{_ASAT})?)({_CREAKY}?)|([ဣ-ဪ])((?:[က-အ]{_ASAT})?)"
)


@lru_cache(maxsize=65536)
def read(word: str) -> tuple[Reading, ...]:
    """At most two ways to say a word: the usual spelling and the other; empty where there is no Burmese letter."""
    plain = _TONES.sub("", word).replace(_ASAT + _STACKER, _ASAT).replace(_STACKER, _ASAT)
    syllables = list(_SYLLABLE.finditer(plain))
    texts = ["".join(_syllable(syllable, habit) for syllable in syllables) for habit in (0, 1)]
    return tuple(Reading(text, Group.OTHER) for text in dict.fromkeys(texts) if text)


def _syllable(found: re.Match[str], habit: int) -> str:
    consonant, medials, vowel, vowel_end, final, creaky, free_vowel, after = found.groups(default="")
    if free_vowel:
        return _spelt("vowel", free_vowel, habit) + (_rime(after, habit)[1:] if after else "")
    if "ွ" in medials and ("rime", "ွ" + final) in _table() and not vowel:
        start, rime = _initial(consonant, medials.replace("ွ", ""), habit), _spelt("rime", "ွ" + final, habit)
    else:
        start = _initial(consonant, medials, habit)
        rime = _rime(vowel + vowel_end + final.replace(_CREAKY, ""), habit)
    # မြင့် is Myint, သန့် Thant.
    return start + rime + ("t" if rime[-1:] == "n" and (creaky or _CREAKY in final) else "")


def _initial(consonant: str, medials: str, habit: int) -> str:
    medials = medials.replace("ွှ", "ှွ")
    joined = next((n for n in range(len(medials), 0, -1) if ("initial", consonant + medials[:n]) in _table()), 0)
    start = _spelt("initial", consonant + medials[:joined], habit)
    rest = medials[joined:]
    breath = "h" if "ှ" in rest else ""
    return breath + start + "".join(_spelt("medial", medial, habit) for medial in rest.replace("ှ", ""))


def _rime(written: str, habit: int) -> str:
    if ("rime", written) in _table():
        return _spelt("rime", written, habit)
    signs = "".join(letter for letter in written if letter != _ASAT and not "က" <= letter <= "အ")
    letters = "".join(letter for letter in written if "က" <= letter <= "အ")
    vowel = _spelt("rime", signs, habit) if ("rime", signs) in _table() else "a"
    return vowel + "".join(_spelt("initial", letter, habit) for letter in letters)


def _spelt(kind: str, written: str, habit: int) -> str:
    spellings = _table().get((kind, written), ("",))
    return spellings[min(habit, len(spellings) - 1)]


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(row[0], row[1]): row[2:] or ("",) for row in read_rows("myanmar_letters.tsv")}
