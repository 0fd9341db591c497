"""A folder of labelled pairs of names, with a gallery and queries to it, and which part of it may be learnt from.

`*_pairs.tsv.gz` have the columns entity_a, name_a, script_a, name_b, script_b, same (1 for one person) and neg_type;
`gallery.tsv.gz` gallery_id and name; `retrieval_queries.tsv.gz` entity, query, script and gallery_id. All of them are
UTF-8 with a line of headers.
"""

import csv
import gzip
import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from search.errors import Refused

GALLERY = "gallery.tsv.gz"
QUERIES = "retrieval_queries.tsv.gz"
PAIRS = "*_pairs.tsv.gz"
_PAIR = ("entity_a", "name_a", "script_a", "name_b", "script_b", "same", "neg_type")
_QUERY = ("entity", "query", "script", "gallery_id")
_NAME = ("gallery_id", "name")
_TENTHS_LEARNT = 7


class Part(StrEnum):
    """Which persons are looked at."""

    ALL = "all"
    TRAINING = "training"
    HELD_BACK = "held-back"


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two names of which it is known whether they are one person's; `negative` says how an untrue pair was chosen."""

    one: str
    script: str
    other: str
    other_script: str
    same: bool
    negative: str


@dataclass(frozen=True, slots=True)
class Query:
    """A name to look for, and the id in the gallery of the person it is."""

    name: str
    script: str
    answer: str


def is_training(entity: str) -> bool:
    """Whether a person's names may be learnt from: the first byte of SHA-256 of the entity modulo 10 is below 7.

    A made-up relation of a person is the person's entity with `#` behind it and belongs to the same part.
    """
    return hashlib.sha256(entity.rstrip("#").encode()).digest()[0] % 10 < _TENTHS_LEARNT


def pair_paths(folder: Path) -> list[Path]:
    """The files of pairs in a folder, by name."""
    return sorted(folder.glob(PAIRS))


def read_pairs(path: Path, part: Part) -> list[LabelledPair]:
    """The pairs of a file whose first name is of a person of this part, in their order; Refused for another table."""
    return [
        LabelledPair(one, script, other, other_script, same == "1", negative)
        for entity, one, script, other, other_script, same, negative in _rows(path, _PAIR)
        if _belongs(entity, part)
    ]


def read_queries(path: Path, part: Part) -> list[Query]:
    """The queries for persons of this part, in their order; Refused for another table."""
    return [
        Query(name, script, answer) for entity, name, script, answer in _rows(path, _QUERY) if _belongs(entity, part)
    ]


def read_gallery(path: Path) -> Iterator[tuple[str, str]]:
    """Ids and names of the gallery, one by one, as they are read; Refused for another table."""
    return ((one, name) for one, name in _rows(path, _NAME))


def _belongs(entity: str, part: Part) -> bool:
    return part is Part.ALL or is_training(entity) == (part is Part.TRAINING)


def _rows(path: Path, columns: Sequence[str]) -> Iterator[list[str]]:
    """These columns of every row, in this order."""
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            table = csv.DictReader(lines, delimiter="\t")
            for column in columns:
                if column not in (table.fieldnames or ()):
                    raise Refused("column_missing", file=path.name, column=column)
            for number, row in enumerate(table, start=1):
                values = [row[column] for column in columns]
                if None in values:
                    raise Refused("row_too_short", file=path.name, row=number)
                yield values
    except (gzip.BadGzipFile, EOFError, zlib.error, UnicodeDecodeError, csv.Error) as error:
        raise Refused("not_a_table", file=path.name) from error
