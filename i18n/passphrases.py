"""The words with which a family comes back to its search, and how they are read when typed.

A list has 1,024 words, so five of them carry 50 bits. The lists are this project's own work. They stand apart from the
languages of the portals: a language may have none, and a list may serve readers of several. A list that was used is
never put into another order: what families were given counts by the place of each word.
"""

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from i18n.errors import UnknownLocale
from i18n.locales import LOCALES

WORDS_IN_A_LIST = 1024
WORDS_IN_A_PASSPHRASE = 5
WORDLISTS = ("en", "es", "ar", "fa", "ur", "ru", "uk", "fr", "pt", "tr", "am", "bn", "ti", "ht")

_LISTS = Path(__file__).parent / "wordlists"
# Letters that keyboards and hands exchange, the Turkish i without its point among them; the hamza on its carriers falls
# away with the other marks.
_SAME_LETTER = {
    ord(letter): same
    for same, letters in {"ي": "ىی", "ه": "ةەہھۃ", "ك": "ک", "ا": "ٱ", "i": "ı", "": "ـء"}.items()
    for letter in letters
}
# Ethiopic letters of one sound: whole rows of seven orders and a half, then single orders that are said alike.
_ORDERS = 8
_SAME_ROWS = (("ሐ", "ሀ"), ("ኀ", "ሀ"), ("ኸ", "ሀ"), ("ሠ", "ሰ"), ("ዐ", "አ"), ("ፀ", "ጸ"))
_SAME_ALONE = {ord(other): same for other, same in zip("ሃኣቈኰጐኈዀቍኵጕኊሼቼኜዬጄጬዤ", "ሀአቆኮጎሆሆቁኩጉሂሸቸኘየጀጨዠ", strict=True)}
_SAME_SOUND = _SAME_ALONE | {
    ord(other) + order: chr(ord(same) + order).translate(_SAME_ALONE)
    for other, same in _SAME_ROWS
    for order in range(_ORDERS)
}
# Bengali letters of one sound; the sign that joins consonants and the one that is said through the nose go too.
_SAME_IN_BENGALI = {
    **{ord(other): same for other, same in zip("ঈীঊূণষশয", "ইিউুনসসজ", strict=True)},
    ord("\u09cd"): "",
    ord("\u0981"): "",
}
_SAME = _SAME_LETTER | _SAME_SOUND | _SAME_IN_BENGALI
# Marks that people leave out: accents of Latin, Greek and Cyrillic letters, Hebrew points, harakat, Syriac points, the
# doubling marks of Ethiopic, marks for symbols, choices of form. Every other mark is a part of the word: in Bengali,
# Hindi, Tamil, Thai, Khmer or Burmese the vowels are marks, and words without them are one and the same.
_LEFT_OUT = (
    (0x0300, 0x036F), (0x0483, 0x0487), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x06D6, 0x06ED), (0x0711, 0x0711), (0x0730, 0x074A), (0x0897, 0x089F), (0x08CA, 0x08FF), (0x135D, 0x135F),
    (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
)  # fmt: skip


@cache
def words(tag: str) -> tuple[str, ...]:
    """A list as it is shown; 1,024 words. Raises UnknownLocale for a language without one."""
    if tag not in WORDLISTS:
        raise UnknownLocale(tag)
    return tuple((_LISTS / f"{tag}.txt").read_text(encoding="utf-8").split())


def list_of(language: str) -> str | None:
    """The list for a language: its own, else that of the language which its speakers mostly read, else None."""
    primary = language.lower().replace("_", "-").partition("-")[0]
    if primary in WORDLISTS:
        return primary
    neighbours = (row.tag for row in LOCALES if row.tag in WORDLISTS and primary in row.also_for)
    return next(neighbours, None)


def new_passphrase(tag: str, choose: Callable[[int], int]) -> tuple[str, ...]:
    """Five words; `choose(n)` gives an index below n, such as `secrets.randbelow` or a seeded `Random.randrange`."""
    listed = words(tag)
    return tuple(listed[choose(len(listed))] for _ in range(WORDS_IN_A_PASSPHRASE))


def normalise_passphrase(text: str) -> str:
    """What is hashed and compared: the words in their order, joined by single spaces.

    Case, accents and harakat, hamza, the forms of alif, ya and ta marbuta, tatweel, numbering and separators (spaces,
    lines, commas, hyphens) do not count; vowels that are written as marks do. Empty when there is no letter in the
    text.
    """
    return " ".join(_words(text))


def normalise_word(text: str) -> str:
    """One word as it is compared, such as what stands in one box; whatever separates its letters does not count."""
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(character for character in plain if not _does_not_count(character)).translate(_SAME)
    parts = "".join(character if unicodedata.category(character)[0] in "LM" else " " for character in letters).split()
    return [word for part in parts if (word := _from_its_first_letter(part))]


def _does_not_count(character: str) -> bool:
    if unicodedata.category(character) == "Cf":
        return True
    is_mark = unicodedata.category(character)[0] == "M"
    return is_mark and any(first <= ord(character) <= last for first, last in _LEFT_OUT)


def _from_its_first_letter(part: str) -> str:
    """Marks that stand on no letter say nothing."""
    first = next((place for place, character in enumerate(part) if unicodedata.category(character)[0] == "L"), None)
    return "" if first is None else part[first:]
