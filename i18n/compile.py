"""`python -m i18n.compile`: compiles the catalogue of every complete language, where it is newer than before.

An incomplete language loses its compiled catalogue, and with it its place among the languages that are offered.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from i18n.catalogue_files import pot_path, read_catalogue, read_template, untranslated
from i18n.locales import CATALOGUES, LOCALES, SOURCE_TAG, mo_path, po_path


@dataclass(frozen=True, slots=True)
class Compiled:
    """What became of one language: `missing` messages keep it from being offered; `written` tells a new file."""

    tag: str
    missing: int
    written: bool


def compile_catalogues(catalogues: Path = CATALOGUES) -> tuple[Compiled, ...]:
    """Compiles what is complete and newer. Raises FileNotFoundError without a template."""
    return tuple(_compile(row.tag, catalogues) for row in LOCALES if row.tag != SOURCE_TAG)


def main() -> None:
    """Compiles, and says which languages cannot be offered."""
    for outcome in compile_catalogues():
        if outcome.missing:
            click.echo(f"{outcome.tag}: not offered, {outcome.missing} messages without words")
        elif outcome.written:
            click.echo(f"{outcome.tag}: compiled")


def _compile(tag: str, catalogues: Path) -> Compiled:
    target = mo_path(tag, catalogues)
    if _is_current(target, po_path(tag, catalogues), pot_path(catalogues)):
        return Compiled(tag, missing=0, written=False)
    catalogue = read_catalogue(tag, catalogues)
    missing = len(untranslated(catalogue, read_template(catalogues)))
    if missing:
        target.unlink(missing_ok=True)
        return Compiled(tag, missing, written=False)
    _replace(target, catalogue)
    return Compiled(tag, missing=0, written=True)


def _is_current(target: Path, *sources: Path) -> bool:
    if not target.is_file():
        return False
    made = target.stat().st_mtime_ns
    return all(source.is_file() and source.stat().st_mtime_ns <= made for source in sources)


def _replace(target: Path, catalogue: Catalog) -> None:
    """Writes beside and renames, so that a server starting meanwhile never reads half a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.{os.getpid()}")
    with beside.open("wb") as file:
        write_mo(file, catalogue)
    beside.replace(target)


if __name__ == "__main__":
    main()
