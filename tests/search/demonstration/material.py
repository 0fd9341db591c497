"""Reads the demonstration's files for its tests, without the importer that they are material for."""

import csv
import json
from typing import Any

from search.demonstration.demonstration_loading import MATERIAL, SHEETS, demonstration_accounts

Pair = tuple[str, str, str]
LAYOUTS = {
    "mortuary_es.csv": ("cp1252", ";"),
    "shelter_en.csv": ("utf-8", ","),
    "hospital_it.csv": ("utf-8-sig", ";"),
    "consulate_ar.csv": ("utf-8-sig", ","),
    "shelter_fr.tsv": ("utf-8", "\t"),
}


def requests() -> list[dict[str, Any]]:
    """All searches, as they stand in the file."""
    return [json.loads(line) for line in (MATERIAL / "requests.jsonl").read_text(encoding="utf-8").splitlines()]


def rows() -> dict[tuple[str, str], list[str]]:
    """All rows of all sheets by sender (the sheet's name without ending) and the sender's own number."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, (encoding, separator) in LAYOUTS.items():
        with (SHEETS / name).open(encoding=encoding, newline="") as lines:
            _, *body = csv.reader(lines, delimiter=separator)
        found.update({(name.partition(".")[0], row[0]): row for row in body})
    return found


def pairs() -> list[Pair]:
    """Reference, sender and sender's number of every pair that is known to be one person."""
    with (MATERIAL / "pairs.tsv").open(encoding="utf-8", newline="") as lines:
        _, *body = csv.reader(lines, delimiter="\t")
    return [(reference, sender, number) for reference, sender, number in body]


def senders() -> dict[str, str]:
    """The sheet's name without ending, by organisation."""
    return {one.organisation: one.sheet.partition(".")[0] for one in demonstration_accounts() if one.sheet}
