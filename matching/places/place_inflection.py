"""Names as sentences bend them: what some languages write together with the name of a place."""

from collections.abc import Iterator

from matching.names.scripts import Script, script_of
from matching.places.tables import read_rows

_LEAST_LEFT = 3


def other_forms(word: str) -> Iterator[str]:
    """A folded word without the prefix or with the ending it would have standing alone; nothing for most scripts."""
    for before, ending, instead in _AFFIXES.get(script_of(word[0]), ()):
        if len(word) - len(before) - len(ending) < _LEAST_LEFT:
            continue
        if word.startswith(before) and word.endswith(ending):
            yield word[len(before) : len(word) - len(ending)] + instead


def _affixes() -> dict[Script, tuple[tuple[str, str, str], ...]]:
    table: dict[Script, list[tuple[str, str, str]]] = {}
    for script, before, ending, instead in read_rows("place_affixes.tsv"):
        table.setdefault(Script(script), []).append((_bare(before), _bare(ending), _bare(instead)))
    return {script: tuple(rows) for script, rows in table.items()}


def _bare(cell: str) -> str:
    return "" if cell == "-" else cell


_AFFIXES = _affixes()
