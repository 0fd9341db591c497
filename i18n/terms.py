"""The glossaries: for each language some sixty words of this field, why each was chosen, and which are avoided."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TERMS = Path(__file__).parent / "terms"
COLUMNS = ("term", "sense", "word", "why", "avoid", "why_avoid")

_BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the field: `term` and `sense` in English, `word` as pages write it, `avoid` what they never do."""

    term: str
    sense: str
    word: str
    why: str
    avoid: tuple[str, ...]


@cache
def glossary(tag: str, folder: Path = TERMS) -> tuple[Term, ...]:
    """The words of a language in the order of its file; none where it has no file yet. Raises KeyError for a column."""
    path = folder / f"{tag}.tsv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(Term(row["term"], row["sense"], row["word"], row["why"], _words(row["avoid"] or "")) for row in rows)


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for part in cell.split(_BETWEEN) if (word := part.strip()))
