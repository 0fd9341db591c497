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
from matching.names.readings.reading import Group, Reading

__all__ = ["read", "same_characters", "split"]

# Longer than this, and without kana, is a foreign name as Chinese writes it.
_LONGEST_JAPANESE = 4


@lru_cache(maxsize=16384)
def read(word: str) -> tuple[Reading, ...]:
    """The readings of one name part, likeliest group first: at most 48 Japanese ones and four of each other group.

    Empty where no table knows the characters. A word with kana is Japanese only.
    """
    plain = unicodedata.normalize("NFKC", word)
    if has_japanese_sign(plain):
        return read_japanese(plain)
    japanese = read_japanese(plain) if len(plain) <= _LONGEST_JAPANESE else ()
    mandarin = read_mandarin(plain)
    foreign = tuple(Reading(reading.text, Group.TRANSCRIBED) for reading in mandarin)
    others = (*mandarin, *foreign, *read_cantonese(plain), *read_hokkien(plain), *read_korean(plain))
    if is_japanese_surname(plain) and not is_chinese_surname(plain):
        return (*japanese, *others)
    return (*others, *japanese)
