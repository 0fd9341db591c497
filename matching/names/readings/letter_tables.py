"""Reading a word letter by letter with a table: pairs of letters before single ones."""

from functools import lru_cache

from matching.names.readings.latin import letters
from matching.names.tables import read_rows

# Two letters that stand for two sounds but would be read as one; kept apart by a sign that has no sound.
_ACCIDENTAL_PAIRS = frozenset(
    {"th", "sh", "kh", "dh", "zh", "gh", "ch", "ph", "bh", "jh", "ts", "tz", "dz", "dj", "sz", "cz"}
)
_APART = "'"


def by_letters(word: str, table: str, *, apart: bool = False) -> str:
    """Latin letters for each letter or pair of letters; `apart` keeps neighbours from looking like one sound."""
    known = _letter_table(table)
    out: list[str] = []
    position = 0
    while position < len(word):
        spelling = word[position : position + 2]
        if spelling not in known:
            spelling = word[position]
        latin = known[spelling] if spelling in known else letters(spelling).lower()
        if apart and out and out[-1][-1:] + latin[:1] in _ACCIDENTAL_PAIRS:
            out.append(_APART)
        out.append(latin)
        position += len(spelling)
    return "".join(out)


@lru_cache(maxsize=16)
def _letter_table(name: str) -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows(name)}
