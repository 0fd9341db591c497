"""The shipped table of part frequencies, made anew from a gallery of names."""

import csv
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from matching.names.part_rarity import LEAST_BEARERS, count_parts
from search.errors import Refused
from search.records.part_frequency_file import sounds_of

_NAME = "name"


def frequency_table(gallery: Path, command: str) -> str:
    """The content of `part_frequencies.tsv`: two lines on how it was made, then sounds, the commonest first.

    `gallery` is tab-separated, packed by gzip where its name ends in .gz, with headers and the column "name"; each row
    is a person. Raises Refused for another table, or one so small that no part may be told.
    """
    people = [sounds for name in _names(gallery) if (sounds := sounds_of((name,)))]
    numbers = {sound: round(number) for sound, number in count_parts({"": people}).items()}
    if not numbers:
        raise Refused("too_few_names", people=len(people))
    head = (
        f"# Coarse sound of a name part and its bearers per million people: parts with at least {LEAST_BEARERS} bearers"
        f" among {len(people):,} people of {gallery.name}; see SOURCES.md.\n# Made by: {command}\n"
    )
    ordered = sorted(numbers.items(), key=lambda row: (-row[1], row[0]))
    return head + "".join(f"{sound}\t{number}\n" for sound, number in ordered)


def _names(gallery: Path) -> Iterator[str]:
    opened = gzip.open if gallery.suffix == ".gz" else open
    try:
        with opened(gallery, "rt", encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t")
            if _NAME not in (rows.fieldnames or ()):
                raise Refused("column_missing", file=gallery.name, column=_NAME)
            yield from (row[_NAME] or "" for row in rows)
    except (gzip.BadGzipFile, EOFError, zlib.error, UnicodeDecodeError, csv.Error) as error:
        raise Refused("not_a_table", file=gallery.name) from error
