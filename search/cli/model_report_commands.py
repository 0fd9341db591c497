"""`ovillo model describe` and `model compare`: what parameters say, and what new ones change."""

from pathlib import Path

import click

from matching import Engine
from search.cli.installation import now
from search.evaluation.comparing_models import compare_on, lines_of_models, lines_of_pairs
from search.evaluation.estimating_from_folder import read_parameters
from search.evaluation.labelled_pairs import Part
from search.evaluation.model_description import lines
from search.evaluation.training_folder import read_material

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_FILE, required=False)
def describe(file: Path | None) -> None:
    """What each level of the parameters FILE weighs, the shipped ones when left out; prints TSV."""
    read = read_parameters(file)
    for line in lines(read):
        click.echo("\t".join(line))


@click.command()
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with known truth: also which of its pairs move.",
)
@click.option(
    "--top", default=20, show_default=True, type=click.IntRange(0), help="How many levels and pairs are listed."
)
@click.option(
    "--part",
    type=click.Choice([part.value for part in Part]),
    default=Part.HELD_BACK.value,
    show_default=True,
    help="Whose pairs.",
)
def compare(*, old: Path, new: Path, data: Path | None, top: int, part: str) -> None:
    """What NEW parameters weigh otherwise than OLD ones; prints TSV, with references and never a name."""
    models = (read_parameters(old), read_parameters(new))
    for line in lines_of_models(*models, top):
        click.echo("\t".join(line))
    if data:
        material = read_material(data, Engine.without_weights(), now().date())
        learnt = {Part.TRAINING: True, Part.HELD_BACK: False, Part.ALL: None}[Part(part)]
        for line in lines_of_pairs(compare_on(material, *models, top=top, learnt=learnt)):
            click.echo("\t".join(line))
