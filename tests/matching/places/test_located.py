"""Texts for places and where they lie, in many languages and scripts, with those that must stay without a place."""

import csv
from pathlib import Path

from matching.places.distance import haversine_km
from matching.places.locating import locate

_TABLE = Path(__file__).parent / "located.tsv"


def _rows() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


_ROWS = _rows()


def _misplaced(row: dict[str, str]) -> str:
    """What is wrong with where a text was found, empty for nothing."""
    located = locate(row["text"], frozenset(row["countries"].split(",")) - {""})
    if located is None:
        return "not found" if row["latitude"] else ""
    if not row["latitude"]:
        return f"found {located.words}"
    apart = haversine_km(located.latitude, located.longitude, float(row["latitude"]), float(row["longitude"]))
    return f"{apart:.0f} km away" if apart > float(row["km"]) else ""


def _wrong(rows: list[dict[str, str]]) -> list[str]:
    return [
        f"{row['language']}: {row['text']} ({row['countries']}): {_misplaced(row)}" for row in rows if _misplaced(row)
    ]


def test_the_words_tell_where_it_is() -> None:
    assert _wrong([row for row in _ROWS if row["latitude"]]) == []


def test_what_tells_no_place_stays_without_one() -> None:
    assert _wrong([row for row in _ROWS if not row["latitude"]]) == []


def test_the_table_speaks_many_languages() -> None:
    assert len(_ROWS) >= 200
    assert len({row["language"] for row in _ROWS if row["latitude"]}) >= 25
