"""`ovillo sheet`: what is understood of a file, for whoever helps its sender; nothing is stored."""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from search.cli.installation import now, settings
from search.cli.sheet_words import columns_in_words, counts_in_words, doubts_in_words, printable
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.errors import SheetError
from search.sheets.explained import Explained, explain_reading, explain_refusal
from search.sheets.parser_process import read_confined
from search.sheets.sheet_limits import MAX_BYTES
from search.sheets.sheet_reading import SheetQuestion, SheetReading
from search.vocabulary import OrganisationKind

_KINDS = click.Choice([kind.value for kind in OrganisationKind])
_COUNTRY = re.compile("[A-Z]{2}")


@click.group()
def sheet() -> None:
    """Senders' sheets, without storing anything."""


def _countries(_context: click.Context, _option: click.Parameter, text: str) -> tuple[str, ...]:
    codes = tuple(code.strip().upper() for code in text.split(",") if code.strip())
    for code in codes:
        if not _COUNTRY.fullmatch(code):
            raise click.BadParameter(f"{code!r} is no code of a country: two letters, as in ISO 3166-1")
    return codes


@sheet.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sender", type=_KINDS, help="What kind of organisation sends it.")
@click.option("--regions", default="", callback=_countries, help="Countries of its phone numbers, as CC,CC.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of words.")
def explain(*, file: Path, sender: str | None, regions: tuple[str, ...], as_json: bool) -> None:
    """Say what is understood of FILE, column by column and row by row. Needs no database and no keys."""
    question = SheetQuestion(
        filename=file.name,
        content=_content(file),
        today=now().date(),
        organisation=OrganisationKind(sender) if sender else None,
        sender="",
        regions=regions,
    )
    try:
        reading = _read(question)
    except SheetError as error:
        click.echo(_plain(explain_refusal(error.code)) if as_json else f"refused: {error.code}")
        return
    explained = explain_reading(reading)
    click.echo(_plain(explained) if as_json else "\n".join(map(printable, _in_words(reading, explained))))


def _content(file: Path) -> bytes:
    """The file, or a little more of it than is read of any."""
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _read(question: SheetQuestion) -> SheetReading:
    """Read in a child that is confined as for the portals, with a place of its own: no installation is needed."""
    with tempfile.TemporaryDirectory() as place:
        return read_confined(Confinement(Slots(Path(place)), settings().parser_user), question)


def _plain(explained: Explained) -> str:
    return json.dumps(explained, ensure_ascii=False)


def _in_words(reading: SheetReading, explained: Explained) -> Iterator[str]:
    yield f"kind of report: {reading.mapping.kind.value}{'' if reading.mapping.kind_certain else ' (nothing says so)'}"
    yield from columns_in_words(reading.mapping.columns)
    yield from doubts_in_words(reading.doubts)
    for row in explained["rows"]:
        yield f"row {row['number']}: {_values(row)}"
    for refusal in reading.refused:
        yield f"row {refusal.number}: refused, {refusal.column} {refusal.code}"
    yield from counts_in_words(reading)


def _values(row: Explained) -> str:
    """What is known of a row, each value behind its name."""
    known = ((key, value) for key, value in row.items() if key != "number" and value not in (None, []))
    return "; ".join(f"{key} {_value(value)}" for key, value in known)


def _value(value: object) -> str:
    if isinstance(value, dict):
        return _of_parts(value)
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    return str(value)


def _of_parts(parts: dict[str, object]) -> str:
    """A name with its kind, or a day or the days between which it lies."""
    if "text" in parts:
        return f"{parts['text']} ({parts['kind']})"
    first, last = parts["earliest"], parts["latest"]
    return str(first) if first == last else f"{first} to {last}"
