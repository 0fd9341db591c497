"""Tibetan: of the many letters of a syllable only the root, its vowel and some finals are spoken."""

import re
from functools import lru_cache

from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_STACK = re.compile("([ཀ-ཬ])([ྐ-ྼ]*)([ཱ-ཽ]*)")
_BETWEEN = re.compile("[^ཀ-ཬཱ-྄ྐ-ྼ]+")
# These stand over a root without being spoken, those under it change it.
_HEADS, _TAILS = frozenset("རལས"), "ྱྲླྭ"
_FROM_SUBJOINED = 0x50
_PREFIXES = frozenset("གདབམའ")
# The finals that turn a into e.
_FRONTING = frozenset("དནལས")
_SECOND_FINALS = frozenset("སད")
# What is not spoken at the beginning of a word may close the syllable before (དོ་རྗེ dor-je, བློ་བཟང lob-zang).
_CLOSING = {"ར": "r", "བ": "b", "མ": "m", "འ": "n"}

_Stack = tuple[str, str, str]


@lru_cache(maxsize=65536)
def read(word: str) -> tuple[Reading, ...]:
    """At most two ways to say a word: each syllable alone, and syllables joined; empty without a Tibetan letter."""
    syllables = [part for syllable in _BETWEEN.split(word) for part in _parted(_STACK.findall(syllable))]
    texts = (_word(syllables, joined=False), _word(syllables, joined=True))
    return tuple(Reading(text, Group.OTHER) for text in dict.fromkeys(texts) if text)


def _word(syllables: list[list[_Stack]], *, joined: bool) -> str:
    out = ""
    for stacks in syllables:
        root = _root(stacks)
        silent = stacks[0][0] if root or stacks[0][1][:1] not in ("", *_TAILS) else ""
        if joined and out[-1:] in tuple("aeiou"):
            out += _CLOSING.get(silent, "")
        out += _syllable(stacks, root)
    return out


def _parted(stacks: list[_Stack]) -> list[list[_Stack]]:
    """One syllable, or two where a Sanskrit word has no sign between them (ཀརྨ Karma)."""
    if stacks and _root(stacks) and stacks[0][0] not in _PREFIXES:
        return [stacks[:1], stacks[1:]]
    return [stacks] if stacks else []


def _root(stacks: list[_Stack]) -> int:
    """The stack that is spoken: the one with a vowel, else the one with letters beneath, else by their number."""
    for number, (_, beneath, vowel) in enumerate(stacks):
        if vowel or beneath:
            return number
    second_final = stacks[-1][0] in _SECOND_FINALS and stacks[1:2] and stacks[1][0] in "གངབམ"
    return 0 if len(stacks) < 3 or (len(stacks) == 3 and second_final) else 1


def _syllable(stacks: list[_Stack], root: int) -> str:
    letter, beneath, vowels = stacks[root]
    if letter in _HEADS and beneath and beneath[0] not in _TAILS and letter + beneath != "ལྷ":
        letter, beneath = chr(ord(beneath[0]) - _FROM_SUBJOINED), beneath[1:]
    start = _table().get(("stack", letter + beneath[:1])) or _table().get(("letter", letter), ("", ""))
    vowel = "".join(_table().get(("vowel", sign), ("",))[0] for sign in vowels) or "a"
    final = stacks[root + 1][0] if len(stacks) > root + 1 else ""
    if final in _FRONTING and vowel == "a":
        vowel = "e"
    # Between the prefix d and its vowel, b is a w (དབང wang).
    sound = "w" if letter == "བ" and not beneath and root and stacks[0][0] == "ད" else start[0]
    return sound + vowel + _table().get(("letter", final), ("", ""))[-1]


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(row[0], row[1]): row[2:] for row in read_rows("tibetan_letters.tsv")}
