"""Arabic letters in all their orthographies (Arabic, Persian, Dari, Urdu, Pashto, Sorani, Uyghur)."""

import re
from functools import lru_cache

from matching.names.normalise import native_form
from matching.names.readings.letter_tables import by_letters
from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_ARTICLE = "ال"
_SHORTEST_WITH_ARTICLE = 5
# Abd al-X, Abu l-X: the article between is said, but not what tells names apart.
_INNER_ARTICLE = re.compile(r"^(عبد|ابو|ابي|ام)ال")
# Ends feminine names; spoken a or at.
_TA_MARBUTA = "ة"


def read(word: str) -> tuple[Reading, ...]:
    """Letter by letter with the vowels left open; names whose unwritten vowels are known are read with them."""
    bare = native_form(word)
    if bare.startswith(_ARTICLE) and len(bare) >= _SHORTEST_WITH_ARTICLE:
        bare = bare[2:]
    bare = _INNER_ARTICLE.sub(r"\1", bare)
    texts = list(_known().get(bare, ())) or [_spelled(bare)]
    if word.endswith(_TA_MARBUTA) and bare not in _known():
        texts.append(_spelled(bare[:-1] + "ت"))
    return tuple(Reading(text, Group.ARABIC) for text in texts)


def _spelled(bare: str) -> str:
    first = "@" if bare[:1] == "ا" else ""
    last = "@" if len(bare) > 2 and bare[-1] == "ه" else ""
    middle = bare[len(first) : len(bare) - len(last)]
    return first + by_letters(middle, "arabic.tsv", apart=True) + last


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, ...]]:
    return {native_form(row[0]): tuple(row[1].split()) for row in read_rows("arabic_readings.tsv")}
