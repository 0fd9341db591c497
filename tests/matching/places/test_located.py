"""Texts for places and where they lie, in many languages and scripts, with those that must stay without a place."""

import csv
from pathlib import Path

import pytest

from matching.places.distance import haversine_km
from matching.places.locating import locate

_TABLE = Path(__file__).parent / "located.tsv"


def _rows() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def _named(row: dict[str, str]) -> str:
    return f"{row['language']}: {row['text']} ({row['countries']})"


_FOUND = [row for row in _rows() if row["latitude"]]
_NOT_FOUND = [row for row in _rows() if not row["latitude"]]


@pytest.mark.parametrize("row", _FOUND, ids=_named)
def test_the_words_tell_where_it_is(row: dict[str, str]) -> None:
    located = locate(row["text"], frozenset(row["countries"].split(",")) - {""})
    assert located is not None
    apart = haversine_km(located.latitude, located.longitude, float(row["latitude"]), float(row["longitude"]))
    assert apart <= float(row["km"])


@pytest.mark.parametrize("row", _NOT_FOUND, ids=_named)
def test_what_tells_no_place_stays_without_one(row: dict[str, str]) -> None:
    assert locate(row["text"], frozenset(row["countries"].split(",")) - {""}) is None


def test_the_table_speaks_many_languages() -> None:
    assert len(_rows()) >= 200
    assert len({row["language"] for row in _FOUND}) >= 25
