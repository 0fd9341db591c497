"""The five words with which a family comes back to its search, and how they are read when typed.

Each language has a list of 1,024 words, so five of them carry 50 bits. The lists are this project's own work.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from i18n.locales import locale

WORDS_IN_A_LIST = 1024
WORDS_IN_A_PASSPHRASE = 5

_LISTS = Path(__file__).parent / "wordlists"
# Letters that keyboards and hands exchange; the hamza on its carriers falls away with the other marks.
_SAME_LETTER = str.maketrans(
    {"ى": "ي", "ی": "ي", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ک": "ك", "ٱ": "ا", "ـ": None, "ء": None}
)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def words(tag: str) -> tuple[str, ...]:
    """A language's list as it is shown; 1,024 words. Raises UnknownLocale."""
    path = _LISTS / f"{locale(tag).tag}.txt"
    return tuple(path.read_text(encoding="utf-8").split())


def new_passphrase(tag: str, choose: Callable[[int], int]) -> tuple[str, ...]:
    """Five words; `choose(n)` gives an index below n, such as `secrets.randbelow` or a seeded `Random.randrange`."""
    listed = words(tag)
    return tuple(listed[choose(len(listed))] for _ in range(WORDS_IN_A_PASSPHRASE))


def normalise_passphrase(text: str) -> str:
    """What is hashed and compared: the words in their order, joined by single spaces.

    Case, accents and harakat, hamza, the forms of alif, ya and ta marbuta, tatweel, numbering and separators (spaces,
    lines, commas, hyphens) do not count. Empty when there is no letter in the text.
    """
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(character for character in plain if unicodedata.category(character) not in {"Mn", "Cf"})
    return " ".join(_WORD.findall(letters.translate(_SAME_LETTER)))
