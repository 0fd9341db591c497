"""Parts of names by culture, and cultures and places, all written for this project; nobody's name.

A table of parts has three columns: kind, the part as its bearers write it, and spellings of clerks divided by bars, the
usual one first. Kinds are `male`, `female` (given names), `family`, `nickname`; `stem.GROUP` and `end.GROUP.KIND`, of
which every pair makes a part of that kind; and `root`, three consonants, with `pattern.KIND`, where 1, 2 and 3 stand
for them. Composed parts are the rare ones.
"""

from importlib.resources import files


def read_rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a tab-separated table, comments and empty lines left out."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("# ")]
