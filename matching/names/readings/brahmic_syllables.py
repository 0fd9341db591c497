"""A word in an Indic script cut into written syllables: what is spoken before the vowel, the vowel, the nasal after.

Each sound has two Latin readings: the usual one, and that of foreign names or of another custom; often they are equal.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from anyascii import anyascii

from matching.names.tables import read_rows

# Blocks of 128 code points that share one layout: Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu,
# Kannada, Malayalam.
_ISCII_BLOCKS = range(0x0900, 0x0D80, 0x80)
_LONGEST_CLUSTER = 5
_JOINERS = dict.fromkeys((0x200C, 0x200D))
SILENT = ("", "")


class Sign(NamedTuple):
    """What a table says of a letter or cluster; its class and both readings."""

    kind: str
    latin: tuple[str, str]


@dataclass(slots=True)
class Syllable:
    """One written syllable; `written` is its consonant or empty, a `vowel` of None is the one that nobody writes."""

    written: str
    onset: tuple[str, str]
    vowel: tuple[str, str] | None
    nasal: tuple[str, str] = SILENT

    @property
    def mute(self) -> bool:
        """A consonant without any vowel."""
        return self.vowel == SILENT


def syllables_of(word: str) -> list[Syllable]:
    """The syllables of a word in the order written."""
    syllables: list[Syllable] = []
    doubled = False
    for written, sign in _signs_of(unicodedata.normalize("NFC", word.translate(_JOINERS))):
        if sign.kind == "doubling":
            doubled = True
        elif sign.kind in ("consonant", "dead"):
            onset = (sign.latin[0][:1] + sign.latin[0], sign.latin[1][:1] + sign.latin[1]) if doubled else sign.latin
            doubled = False
            syllables.append(Syllable(written, onset, SILENT if sign.kind == "dead" else None))
        else:
            _take_sign(syllables, written, sign)
    for syllable, following in zip_longest(syllables, syllables[1:]):
        if syllable.nasal != SILENT:
            syllable.nasal = _spoken_nasal(syllable.nasal, following)
        if following is not None and syllable.mute and _begins_like(following, syllable):
            syllable.onset = (syllable.onset[0].rstrip("h"), syllable.onset[1].rstrip("h"))
    return syllables


def _begins_like(following: Syllable, syllable: Syllable) -> bool:
    """Both halves of a double consonant, which is written tth and not thth."""
    return len(syllable.onset[0]) > 1 and following.onset[0].startswith(syllable.onset[0])


def _take_sign(syllables: list[Syllable], written: str, sign: Sign) -> None:
    """Vowels, marks and strange letters change the last syllable or begin one."""
    if sign.kind == "nasal" and syllables:
        syllables[-1].nasal = sign.latin
    elif sign.kind == "virama" and syllables:
        syllables[-1].vowel = SILENT
    elif sign.kind == "sign" and syllables and syllables[-1].vowel is None and sign.latin != SILENT:
        syllables[-1].vowel = sign.latin
    elif sign.kind in ("vowel", "sign") and sign.latin != SILENT:
        syllables.append(Syllable("", SILENT, sign.latin))
    elif sign.kind == "other" and sign.latin != SILENT:
        syllables.append(Syllable(written, sign.latin, SILENT))


def _spoken_nasal(nasal: tuple[str, str], following: Syllable | None) -> tuple[str, str]:
    """The nasal of a mark by what follows: m before lips, n before others; `sinha` is also spoken `singha`."""
    if following is None:
        return (nasal[1], nasal[1])
    next_sound = following.onset[0][:1]
    if next_sound in ("p", "b", "m"):
        return ("m", "m")
    if next_sound in ("k", "g"):
        return ("n", "n")
    if next_sound == "h":
        return ("ng", "n")
    return (nasal[0], nasal[0])


def _signs_of(word: str) -> list[tuple[str, Sign]]:
    """The longest clusters that the tables know, then single letters."""
    found: list[tuple[str, Sign]] = []
    position = 0
    while position < len(word):
        written = _longest_known(word, position)
        found.append((written, _table().get(written) or _strange(written)))
        position += len(written)
    return found


def _longest_known(word: str, position: int) -> str:
    candidates = (word[position : position + length] for length in range(_LONGEST_CLUSTER, 1, -1))
    return next((written for written in candidates if written in _table()), word[position])


def _strange(letter: str) -> Sign:
    latin = "".join(c for c in anyascii(letter).lower() if "a" <= c <= "z")
    return Sign("other", (latin, latin))


@lru_cache(maxsize=1)
def _table() -> dict[str, Sign]:
    rows = read_rows("brahmic.tsv")
    shared = [row for row in rows if len(row[0]) == 2]
    table = {chr(block + int(row[0], 16)): _sign(row) for block in _ISCII_BLOCKS for row in shared}
    own = [row for row in rows if len(row[0]) > 2] + read_rows("sinhala.tsv")
    table |= {chr(int(row[0], 16)): _sign(row) for row in own}
    return table | {row[0]: _sign(row) for row in read_rows("brahmic_clusters.tsv")}


def _sign(row: tuple[str, ...]) -> Sign:
    kind, first = row[1], row[2] if len(row) > 2 else ""
    return Sign(kind, (first, row[3] if len(row) > 3 else "" if kind == "nasal" else first))
