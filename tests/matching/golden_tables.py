"""Reading the golden tables: tab-separated, a header line, one case a line."""

import csv
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def golden_rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


def name_tables() -> list[str]:
    """The tables of whole names, by topic."""
    return sorted(f"names/{path.name}" for path in (GOLDEN / "names").glob("*.tsv"))


def known_weaknesses() -> set[tuple[str, str]]:
    """Pairs of names that the comparison does not judge as people do, and that are told as such."""
    return {(row["one"], row["other"]) for row in golden_rows("known_weaknesses.tsv")}
