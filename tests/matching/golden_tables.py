"""Reading the golden tables: tab-separated, a header line, one case a line."""

import csv
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def golden_rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))
