"""Which passwords are too easy to guess: short ones, common ones, and those made of a name that everybody knows.

Length is what counts (NIST SP 800-63B): twelve letters and more, any letters, no kinds of letters required. Pure; the
list of common passwords is read once.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from search.errors import Refused

SHORTEST, LONGEST = 12, 200
# What must be left of a password when a known name is taken out of it, and how many different letters it must have.
_LEAST_BESIDE_A_NAME = 8
_LEAST_DIFFERENT = 5
_LIKE_LETTERS = str.maketrans("@0134578$!", "aoieastbsi")
_RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
)
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")


def normalised(password: str) -> str:
    """The password as it is hashed: the same letters typed on another keyboard are the same password (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def require_strong(password: str, names: Iterable[str] = ()) -> None:
    """Raise Refused for a password that is easy to guess; `names` are the login and the organisation's name."""
    typed = normalised(password)
    if len(typed) < SHORTEST:
        raise Refused("password_too_short", least=SHORTEST)
    if len(typed) > LONGEST:
        raise Refused("password_too_long", most=LONGEST)
    folded = typed.casefold()
    if _is_common(folded):
        raise Refused("password_common")
    if any(_is_made_of(folded, name) for name in names):
        raise Refused("password_is_a_name")


def _is_common(folded: str) -> bool:
    """Whether it, what is left of it without digits round it, or the piece that it repeats is on the list."""
    if len(set(folded)) < _LEAST_DIFFERENT or _is_run(folded):
        return True
    piece = _repeated(folded)
    candidates = {
        folded,
        piece,
        _EDGES.sub("", folded),
        _EDGES.sub("", folded.translate(_LIKE_LETTERS)),
        _letters(folded),
    }
    return (len(piece) < len(folded) and len(piece) < SHORTEST // 2) or not candidates.isdisjoint(_common())


def _is_run(folded: str) -> bool:
    """Whether all of it is a walk along the alphabet, the digits or a row of keys, forwards or backwards."""
    bare = _letters(folded) or re.sub(r"\D", "", folded)
    return len(bare) > _LEAST_DIFFERENT and any(bare in run or bare in run[::-1] for run in _RUNS)


def _repeated(folded: str) -> str:
    """The shortest piece that it is made of by repeating: `abcabc` is `abc`; itself where it repeats nothing."""
    return folded[: (folded + folded).find(folded, 1)]


def _letters(folded: str) -> str:
    return re.sub(r"[\W\d_]", "", folded)


def _is_made_of(folded: str, name: str) -> bool:
    """Whether little is left without the name, with its blanks or without them."""
    known = normalised(name).casefold()
    bare = re.sub(r"[\W_]", "", folded)
    for whole, part in ((folded, known), (bare, re.sub(r"[\W_]", "", known))):
        if len(part) >= 4 and part in whole and len(whole.replace(part, "")) < _LEAST_BESIDE_A_NAME:
            return True
    return False


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    with Path(__file__).with_name("common_passwords.tsv").open(encoding="utf-8") as lines:
        return frozenset(line.rstrip("\n") for line in lines if not line.startswith("#"))
