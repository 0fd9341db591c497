"""Han characters, which Chinese, Japanese and Korean families each say in their own way.

A name does not tell whose it is (林 is Lin, Lam, Lim, Im and Hayashi), so a word gets the readings of all of them. All
variants of its characters read alike.
"""

import unicodedata
from functools import lru_cache

from matching.names.readings.han_chinese import (
    is_chinese_surname,
    read_cantonese,
    read_hokkien,
    read_korean,
    read_mandarin,
)
from matching.names.readings.han_japanese import has_japanese_sign, is_japanese_surname, read_japanese
from matching.names.readings.han_split import split
from matching.names.readings.han_variants import same_characters
from matching.names.readings.reading_result import Group, Reading

__all__ = ["read", "same_characters", "split"]

# Longer than this, and without kana, is a foreign name as Chinese writes it.
_LONGEST_JAPANESE = 4


@lru_cache(maxsize=16384)
def read(word: str, groups: frozenset[Group] | None = None) -> tuple[Reading, ...]:
    """The readings of one name part, likeliest group first: at most 14 Japanese ones, four of each other group.

    Only those of some groups, or of all. Empty where no table knows the characters. A word with kana is Japanese only.
    """
    plain = unicodedata.normalize("NFKC", word)
    if has_japanese_sign(plain):
        return read_japanese(plain)
    japanese = _wanted(Group.JAPANESE, groups) and len(plain) <= _LONGEST_JAPANESE
    found = read_japanese(plain) if japanese else ()
    others = tuple(reading for group, reader in _READERS if _wanted(group, groups) for reading in reader(plain))
    if is_japanese_surname(plain) and not is_chinese_surname(plain):
        return (*found, *others)
    return (*others, *found)


def _wanted(group: Group, groups: frozenset[Group] | None) -> bool:
    return groups is None or group in groups


def _read_transcribed(word: str) -> tuple[Reading, ...]:
    return tuple(Reading(reading.text, Group.TRANSCRIBED) for reading in read_mandarin(word))


_READERS = (
    (Group.MANDARIN, read_mandarin),
    (Group.TRANSCRIBED, _read_transcribed),
    (Group.CANTONESE, read_cantonese),
    (Group.HOKKIEN, read_hokkien),
    (Group.KOREAN, read_korean),
)
