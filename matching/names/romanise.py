"""One written name part in Latin letters, script by script, with several hypotheses where the script leaves it open.

Three signs stand beside the Latin letters: `'` keeps two letters from being read as one sound, `@` is a vowel that the
script does not tell (ayin, hamza, initial alef), `~` a vowel that may be silent (Ethiopic sixth order, Indic inherent
vowel). What no table knows goes through anyascii, so nothing that was written is lost.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from matching.names.normalise import native_form
from matching.names.scripts import Script, word_script
from matching.names.tables import read_rows

_PINYIN = (("zh", "zh"), ("ch", "ch"), ("sh", "sh"), ("q", "ch"), ("x", "sh"), ("c", "ts"))
# Two letters that stand for two sounds but would be read as one; kept apart by a sign that has no sound.
_ACCIDENTAL_PAIRS = frozenset(
    {"th", "sh", "kh", "dh", "zh", "gh", "ch", "ph", "bh", "jh", "ts", "tz", "dz", "dj", "sz", "cz"}
)
_APART = "'"
_ABJADS = frozenset({"arabic.tsv", "hebrew.tsv"})
_NOT_LATIN = re.compile(r"[^a-z@~]+")
_ETHIOPIC_ORDERS = ("e", "u", "i", "a", "e", "~", "o", "wa")
_ARABIC_ARTICLE = "ال"
# Ends feminine names; spoken a or at.
_TA_MARBUTA = "ة"
_SHORTEST_WITH_ARTICLE = 5
_INNER_ARTICLE = re.compile(r"^(عبد|ابو|ابي|ام)ال")
# What an x stands for: Somali and Greek h, Chinese, Catalan and Albanian sh, else ks.
_READINGS_OF_X = ("x", "h", "sh")
# Letters whose sound anyascii would lose.
_LATIN_LETTERS = str.maketrans({"ñ": "ny", "ç": "s", "ş": "sh", "š": "sh", "č": "ch", "ž": "zh", "ğ": "g"})
# A g before e or i is a j to an English, French, Italian or Portuguese clerk.
_SOFT_G = re.compile(r"g(?=[eiy])")
# The last letter of Houcine or Cécile is not spoken.
_SILENT_E = re.compile(r"(?<=...[bcdfgklmnprstvz])e$")
_JOINED_ARTICLE = re.compile(r"(?:al|el)(?=[bcdfghjkmnqrstvwxyz])(?=.{4})")


@dataclass(frozen=True, slots=True)
class Romanised:
    """Latin letters for one part; `open_vowels` says that short vowels were not written at all."""

    text: str
    open_vowels: bool = False


@lru_cache(maxsize=65536)
def romanise(word: str) -> tuple[Romanised, ...]:
    """The readings of one name part, the likeliest first; never empty for a part with a letter in it."""
    script = word_script(word)
    if script is Script.ARABIC:
        return _arabic(word)
    if script is Script.HEBREW:
        return _hebrew(word)
    if script is Script.HAN:
        return _han(word)
    if script is Script.LATIN:
        return _latin(word)
    return (Romanised(_BY_SCRIPT.get(script, _general)(word)),)


def _latin(word: str) -> tuple[Romanised, ...]:
    plain = _general(word.translate(_LATIN_LETTERS))
    readings = [plain.replace("x", reading) for reading in _READINGS_OF_X] if "x" in plain else [plain]
    if "w" in plain:
        readings.append(plain.replace("w", "v"))
    if _SOFT_G.search(plain):
        readings.append(_SOFT_G.sub("j", plain))
    if _SILENT_E.search(plain):
        readings.append(plain[:-1])
    if _JOINED_ARTICLE.match(plain):
        readings.append(plain[2:])
    return tuple(Romanised(reading) for reading in readings)


def _general(word: str) -> str:
    return _NOT_LATIN.sub("", anyascii(word).lower())


def _cyrillic(word: str) -> str:
    return _by_letters(word, "cyrillic.tsv")


def _hebrew(word: str) -> tuple[Romanised, ...]:
    """A final he is a vowel; shin and sin are one letter."""
    last = "@" if len(word) > 2 and word.endswith("ה") else ""
    letters = _by_letters(word.removesuffix("ה") if last else word, "hebrew.tsv") + last
    return tuple(Romanised(reading, True) for reading in dict.fromkeys((letters, letters.replace("sh", "s"))))


def _greek(word: str) -> str:
    """Modern Greek; b and d are written mp and nt, which within a word are also just that."""
    bare = native_form(word)
    first = {"μπ": "b", "ντ": "d", "γκ": "g"}.get(bare[:2], "")
    return first + _by_letters(bare[2:] if first else bare, "greek.tsv")


def _arabic(word: str) -> tuple[Romanised, ...]:
    bare = native_form(word)
    if bare.startswith(_ARABIC_ARTICLE) and len(bare) >= _SHORTEST_WITH_ARTICLE:
        bare = bare[2:]
    bare = _INNER_ARTICLE.sub(r"\1", bare)
    readings = _readings("arabic_readings.tsv").get(bare)
    if readings:
        return tuple(Romanised(reading) for reading in readings)
    letters = Romanised(_arabic_letters(bare), True)
    if word.endswith(_TA_MARBUTA):
        return letters, Romanised(_arabic_letters(bare[:-1] + "ت"), True)
    return (letters,)


def _arabic_letters(bare: str) -> str:
    first = "@" if bare[:1] == "ا" else ""
    last = "@" if len(bare) > 2 and bare[-1] == "ه" else ""
    middle = bare[1 if first else 0 : len(bare) - 1 if last else len(bare)]
    return first + _by_letters(middle, "arabic.tsv") + last


@lru_cache(maxsize=8)
def _readings(table: str) -> dict[str, tuple[str, ...]]:
    return {native_form(row[0]): tuple(row[1].split()) for row in read_rows(table)}


def _ethiopic(word: str) -> str:
    series = _ethiopic_series()
    return "".join(_ethiopic_letter(letter, series) for letter in word)


def _ethiopic_letter(letter: str, series: dict[int, str]) -> str:
    point = ord(letter)
    consonant = series.get(point & ~7)
    if consonant is None:
        return _general(letter)
    order = _ETHIOPIC_ORDERS[point & 7]
    if order == "e" and point & 7 == 0 and consonant in ("", "h"):
        return consonant + "a"
    return ("@" if order == "~" else order) if not consonant else consonant + order


def _brahmic(word: str) -> str:
    return _abugida(word, [_brahmic_table().get(ord(letter) & 0x7F) if letter < "\u0d80" else None for letter in word])


def _sinhala(word: str) -> str:
    return _abugida(word, [_sinhala_table().get(ord(letter)) for letter in word])


def _abugida(word: str, signs: list[tuple[str, str] | None]) -> str:
    """Consonants carry an inherent vowel unless a vowel sign or a virama follows, or the word ends."""
    out: list[str] = []
    for position, sign in enumerate(signs):
        kind, latin = sign or ("other", _general(word[position]))
        out.append(latin)
        following = next((s[0] for s in signs[position + 1 : position + 2] if s), "end")
        if kind in ("consonant", "nukta") and following in ("consonant", "vowel", "nasal"):
            out.append("~")
    return "".join(out)


def _han(word: str) -> tuple[Romanised, ...]:
    """Mandarin; foreign names written in it have l for r."""
    known = _readings("han_readings.tsv").get(word)
    if known:
        return tuple(Romanised(reading) for reading in known)
    pinyin = _pinyin(anyascii(word))
    return tuple(Romanised(reading) for reading in dict.fromkeys((pinyin, pinyin.replace("l", "r"))))


def _pinyin(reading: str) -> str:
    lowered = _NOT_LATIN.sub("", reading.lower())
    out, position = [], 0
    while position < len(lowered):
        spelling, sound = next(
            ((p, s) for p, s in _PINYIN if lowered.startswith(p, position)), (lowered[position],) * 2
        )
        out.append(sound)
        position += len(spelling)
    return "".join(out)


def _by_letters(word: str, table: str) -> str:
    """Each letter by its table, pairs of letters before single ones."""
    letters = _letter_table(table)
    out: list[str] = []
    position = 0
    while position < len(word):
        spelling = word[position : position + 2]
        if len(spelling) < 2 or spelling not in letters:
            spelling = word[position]
        latin = letters[spelling] if spelling in letters else _general(spelling)
        if out and table in _ABJADS and out[-1][-1:] + latin[:1] in _ACCIDENTAL_PAIRS:
            out.append(_APART)
        out.append(latin)
        position += len(spelling)
    return "".join(out)


@lru_cache(maxsize=8)
def _letter_table(name: str) -> dict[str, str]:
    return {row[0]: row[1] if len(row) > 1 else "" for row in read_rows(name)}


@lru_cache(maxsize=1)
def _ethiopic_series() -> dict[int, str]:
    return {int(row[0], 16): row[1] if len(row) > 1 else "" for row in read_rows("ethiopic.tsv")}


@lru_cache(maxsize=1)
def _brahmic_table() -> dict[int, tuple[str, str]]:
    return {int(row[0], 16): (row[1], row[2] if len(row) > 2 else "") for row in read_rows("brahmic.tsv")}


@lru_cache(maxsize=1)
def _sinhala_table() -> dict[int, tuple[str, str]]:
    return {int(row[0], 16): (row[1], row[2] if len(row) > 2 else "") for row in read_rows("sinhala.tsv")}


_BY_SCRIPT = {
    Script.GREEK: _greek,
    Script.CYRILLIC: _cyrillic,
    Script.ETHIOPIC: _ethiopic,
    Script.BRAHMIC: _brahmic,
    Script.SINHALA: _sinhala,
}
