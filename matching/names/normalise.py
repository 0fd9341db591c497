"""From a name as written to its parts: the same letters however they were typed, nothing else changed."""

import re
import unicodedata
from functools import lru_cache

from matching.names.tables import read_rows
from matching.text_folding import INVISIBLE, fold_letters

_APOSTROPHES = re.compile(r"['’ʼ`´‘ʻʿʾ\"“”]")
# "Son of" and the like as Tamil, Malay and Slavic clerks shorten them.
_SLASHED = re.compile(r"(?<!\w)(?:[asdwc]/[lpo]|[гд]-[нр]|б/н)(?!\w)")
# Hebrew letters with a geresh stand for other sounds; a rafe says the same and is part of the letter.
_GERESH = re.compile(r"([גדזחטסעצץתרו])['’׳`´]")
_RAFE = "\u05bf"
_LONGEST_NAME = 200
_MOST_PARTS = 12


def split_name(text: str) -> tuple[str, ...]:
    """The written parts of a name, lower case, without titles and particles; prefixes and suffixes joined to theirs.

    At most twelve parts of the first 200 characters. Where nothing but titles and particles was written, they are kept.
    """
    words = _words(text)
    return (_joined(_kept(words)) or tuple(words))[:_MOST_PARTS]


@lru_cache(maxsize=1)
def name_words() -> dict[str, str]:
    """Particles, titles and prefixes by their native form."""
    return {native_form(row[0]): row[1] for row in read_rows("name_words.tsv")}


@lru_cache(maxsize=65536)
def native_form(word: str) -> str:
    """One spelling for letters that mean the same within their own script; European accents removed."""
    return fold_letters(word)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text[:_LONGEST_NAME]).casefold()
    plain = _GERESH.sub(r"\1" + _RAFE, _SLASHED.sub(" ", plain))
    return _split_keeping_signs(_APOSTROPHES.sub("", INVISIBLE.sub("", plain)))


def _split_keeping_signs(text: str) -> list[str]:
    """Split at whatever is neither letter nor combining sign; regular expressions take Indic vowel signs for gaps."""
    cleaned = "".join(c if c.isalpha() or unicodedata.category(c) in ("Mn", "Mc", "Lm") else " " for c in text)
    return cleaned.split()


def _kept(words: list[str]) -> list[tuple[str, str]]:
    """The words that belong to the name, each with its class, empty for most."""
    last = len(words) - 1
    classes = [name_words().get(native_form(word), "") for word in words]
    return [
        (word, kind)
        for at, (word, kind) in enumerate(zip(words, classes, strict=True))
        if not _stands_outside(kind, at, last)
    ]


def _stands_outside(kind: str, at: int, last: int) -> bool:
    """Whether a word of this class belongs to no name where it stands, among words numbered up to `last`."""
    by_place = {"inner": 0 < at < last, "opening": at == 0 < last, "closing": at == last > 0}
    return kind in ("particle", "title") or by_place.get(kind, False)


def _joined(words: list[tuple[str, str]]) -> tuple[str, ...]:
    joined: list[str] = []
    waiting = ""
    for at, (word, kind) in enumerate(words):
        if kind == "prefix" and at < len(words) - 1:
            waiting += word
        elif kind == "suffix" and joined and not waiting:
            joined[-1] += word
        else:
            joined.append(waiting + word)
            waiting = ""
    return tuple(joined)
