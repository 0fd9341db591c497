"""The secret of a family's case: five numbers, told as five words of any list or as sixteen digits.

The numbers are what is hashed, so that each form of the same secret opens. A slip of one letter is forgiven where
exactly one word of the list is so near; which was mended is told to nobody. Nothing here knows whose secret it is.
"""

import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from i18n.passphrases import (
    WORDLISTS,
    WORDS_IN_A_LIST,
    WORDS_IN_A_PASSPHRASE,
    new_passphrase,
    normalise_passphrase,
    words,
)
from search.accounts.secret_hashing import hash_secret

DIGITS = 16
# Before the hash of a secret whose numbers were hashed; of an older one the words were, and its hash stands alone.
_OF_NUMBERS = "n:"
# The number that the digits say is a multiple of this, so that a slip in one of them shows.
_STEP = 7
_SIGNS_BETWEEN = re.compile(r"[\s\-–—.,،_·/]+")
_MOST_DRAWN = 50


@dataclass(frozen=True, slots=True)
class _Read:
    """Five words as one list has them: where each stands, and how many needed no mending."""

    tag: str
    places: tuple[int, ...]
    exact: int


def draw_words(tag: str, choose: Callable[[int], int] = secrets.randbelow) -> tuple[str, ...]:
    """Five new words of a list, which no other list reads as another secret."""
    for _ in range(_MOST_DRAWN):
        drawn = new_passphrase(tag, choose)
        read = _read_words(" ".join(drawn))
        if read is not None and read.tag == tag:
            return drawn
    raise RuntimeError("the word lists are too much alike")


def hash_words(told: tuple[str, ...]) -> str:
    """What is kept of a new secret; slow."""
    read = _read_words(" ".join(told))
    if read is None:
        raise ValueError("not the words of a list")
    return _OF_NUMBERS + hash_secret(_canonical(read.places))


def digits_of(told: tuple[str, ...]) -> str:
    """The same secret as sixteen digits in groups of four; empty where the words are of no list."""
    read = _read_words(" ".join(told))
    if read is None:
        return ""
    number = 0
    for place in read.places:
        number = number * WORDS_IN_A_LIST + place
    plain = f"{number * _STEP:0{DIGITS}d}"
    return " ".join(plain[start : start + 4] for start in range(0, DIGITS, 4))


def to_hold_against(kept: str | None, typed: str) -> tuple[str | None, str]:
    """The bare hash of what is kept and the text that has to fit it; None stays None, and costs as much to try."""
    if kept is None:
        return None, _numbers(typed)
    if kept.startswith(_OF_NUMBERS):
        return kept.removeprefix(_OF_NUMBERS), _numbers(typed)
    return kept, _as_listed(typed)


def digits_slipped(typed: str) -> bool:
    """Whether somebody typed digits that are no secret at all: one is missing, too many, or wrong.

    It is so for any case or none, so that saying it tells nothing.
    """
    plain = _plain_digits(typed)
    return plain is not None and _places_of(plain) is None


def boxes_of(typed: str) -> tuple[str, ...]:
    """What was typed for the five boxes of a form: a word in each, or all in the first where it is not five words."""
    pieces = typed.split()
    if len(pieces) == WORDS_IN_A_PASSPHRASE:
        return tuple(pieces)
    return (typed, *[""] * (WORDS_IN_A_PASSPHRASE - 1))


def _numbers(typed: str) -> str:
    plain = _plain_digits(typed)
    if plain is not None:
        places = _places_of(plain)
    else:
        read = _read_words(typed)
        places = read.places if read else None
    # What is no secret is hashed all the same, as a text that no numbers give.
    return "?" if places is None else _canonical(places)


def _as_listed(typed: str) -> str:
    """The words as they were hashed formerly, letters that slipped mended; as typed where no list has them."""
    read = _read_words(typed)
    if read is None:
        return normalise_passphrase(typed)
    return " ".join(_list(read.tag)[place] for place in read.places)


def _canonical(places: tuple[int, ...]) -> str:
    return " ".join(str(place) for place in places)


def _plain_digits(typed: str) -> str | None:
    """The digits, whatever script they are in, where nothing else was typed; None for anything else."""
    bare = _SIGNS_BETWEEN.sub("", unicodedata.normalize("NFKC", typed))
    if not bare or not all(letter.isdecimal() for letter in bare):
        return None
    return "".join(str(unicodedata.decimal(letter)) for letter in bare)


def _places_of(plain: str) -> tuple[int, ...] | None:
    if len(plain) != DIGITS or int(plain) % _STEP:
        return None
    number, places = int(plain) // _STEP, []
    for _ in range(WORDS_IN_A_PASSPHRASE):
        number, place = divmod(number, WORDS_IN_A_LIST)
        places.append(place)
    return None if number else tuple(reversed(places))


def _read_words(typed: str) -> _Read | None:
    """The list that has all five, of several the one with the most that need no mending; None where none has them."""
    told = normalise_passphrase(typed).split()
    if len(told) != WORDS_IN_A_PASSPHRASE:
        return None
    readings = [read for tag in WORDLISTS if (read := _in_list(tag, told)) is not None]
    return max(readings, key=lambda read: read.exact, default=None)


def _in_list(tag: str, told: list[str]) -> _Read | None:
    listed, found = _places(tag), []
    for word in told:
        place = listed[word] if word in listed else _only_near(tag, word)
        if place is None:
            # Looking for words that are near is what costs: whatever else was typed, it is not of this list.
            return None
        found.append(place)
    return _Read(tag, tuple(found), sum(word in listed for word in told))


def _only_near(tag: str, word: str) -> int | None:
    """Where the one word stands that is a slip of one letter away; None where there is none, or more than one."""
    near = process.extract(word, _list(tag), scorer=OSA.distance, score_cutoff=1, limit=2)
    return near[0][2] if len(near) == 1 else None


@cache
def _list(tag: str) -> tuple[str, ...]:
    return tuple(normalise_passphrase(word) for word in words(tag))


@cache
def _places(tag: str) -> dict[str, int]:
    return {word: place for place, word in enumerate(_list(tag))}
