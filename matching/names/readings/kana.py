"""Hiragana and katakana in Hepburn, and where an unspaced Japanese full name falls apart.

Japanese puts a vowel after every foreign consonant (ロバート Robert); the foreign readings mark it as one that may be
silent, and give the long vowels of katakana, which mostly stand for an r that is not spoken, without their length.
"""

import re
from functools import lru_cache

from matching.names.readings.kana_names import split
from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

__all__ = ["read", "split"]

_MOST_READINGS = 3
_TO_HIRAGANA = str.maketrans(
    {chr(point): chr(point - 0x60) for point in range(0x30A1, 0x30F7)} | {"ヽ": "ゝ", "ヾ": "ゞ"}
)
_KATAKANA = re.compile("[\u30a1-\u30fa]")
_NOT_KANA = re.compile("[^\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe]")
_DOUBLE, _LONG, _REPEAT = "っ", "ー", "ゝゞ"
# Long vowels as Japanese people write them in passports.
_SHORTENED = re.compile(r"(?<=o)[ou]|(?<=u)u")
_R_OF_LONG = re.compile(r"(?<=[ao])ー")
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=65536)
def read(word: str) -> tuple[Reading, ...]:
    """At most three ways to say a word, the likeliest first; empty where there is no kana in it.

    Katakana is read as a foreign name first, since Japanese names in it are the fewer.
    """
    kana = _NOT_KANA.sub("", word)
    if not kana:
        return ()
    sounds = _sounds(kana.translate(_TO_HIRAGANA))
    plain = _plain(sounds)
    texts = [*_foreign(sounds), plain] if _KATAKANA.search(kana) else [plain, _SHORTENED.sub("", plain)]
    return tuple(Reading(text, Group.JAPANESE) for text in list(dict.fromkeys(texts))[:_MOST_READINGS] if text)


def _sounds(kana: str) -> list[str]:
    """Hepburn for each kana, pairs first; the signs for doubling and lengthening are kept."""
    table, sounds, position = _table(), list[str](), 0
    while position < len(kana):
        written = kana[position : position + 2]
        if len(written) < 2 or written not in table:
            written = kana[position]
        sounds += sounds[-1:] if written in _REPEAT else [table.get(written, written)]
        position += len(written)
    return sounds


def _plain(sounds: list[str]) -> str:
    """Doubled consonants and vowels written out."""
    out = ""
    for position, sound in enumerate(sounds):
        if sound == _DOUBLE:
            out += _doubled(sounds, position)
        elif sound == _LONG:
            out += out[-1:]
        else:
            out += sound
    return out


def _foreign(sounds: list[str]) -> list[str]:
    """Lengths as nothing, then as an r, with the vowels marked that only Japanese needs."""
    marked = "".join(_marked(sounds, position) for position in range(len(sounds)))
    return [marked.replace(_LONG, ""), _R_OF_LONG.sub("r", marked).replace(_LONG, "")]


def _marked(sounds: list[str], position: int) -> str:
    """u after a consonant, o after t and d, i in a last ji, chi or shi may be silent; not where they are long."""
    sound = sounds[position]
    following = sounds[position + 1] if position + 1 < len(sounds) else ""
    if sound == _DOUBLE:
        return _doubled(sounds, position)
    if following == _LONG or following[:1] in _VOWELS:
        return sound
    u_alone = sound[-1] == "u" and sound not in ("u", "yu", "nu") and sound[-2] != "y"
    at_end = not following and (sound == "nu" or (position > 0 and sound in ("ji", "chi", "shi")))
    return sound[:-1] + "~" if u_alone or at_end or sound in ("to", "do") else sound


def _doubled(sounds: list[str], position: int) -> str:
    """What the small tsu adds before the next sound; nothing at the end of a word."""
    following = sounds[position + 1] if position + 1 < len(sounds) else ""
    return "t" if following.startswith("ch") else following[:1] * following.isascii()


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("kana.tsv")}
