"""Forms of one Han character (陳 and 陈, 沢 and 澤 and 泽), and what the table of characters says of each."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from matching.names.scripts import Script, script_of
from matching.names.tables import read_rows

_COLUMNS = 5


class Character(NamedTuple):
    """One row: the form shared by all variants, and readings, likeliest first; empty where none is known."""

    shared: str
    mandarin: tuple[str, ...]
    cantonese: tuple[str, ...]
    hangul: str


@lru_cache(maxsize=65536)
def same_characters(word: str) -> str:
    """The word with every variant in one form, which is the simplified one where there is one; other signs stay."""
    plain = unicodedata.normalize("NFKC", word)
    return "".join(character(letter).shared or letter for letter in plain)


@lru_cache(maxsize=4096)
def character(letter: str) -> Character:
    """What is known of one character; all empty for one that is no Han character or too rare for names."""
    columns = _rows().get(letter, "").split("\t")
    shared, mandarin, cantonese, hangul = (*columns, *[""] * (_COLUMNS - 1 - len(columns)))
    return Character(shared, tuple(mandarin.split()), tuple(cantonese.split()), hangul)


def is_han(letter: str) -> bool:
    """A Han character, among them the repetition sign 々."""
    return script_of(letter) is Script.HAN or letter == "々"


@lru_cache(maxsize=1)
def _rows() -> dict[str, str]:
    """Rows by their character, still in one piece: most are never asked for."""
    return {row[0]: "\t".join(row[1:]) for row in read_rows("han_characters.tsv")}
