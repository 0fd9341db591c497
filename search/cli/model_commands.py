"""`ovillo model`: the engine's parameters."""

import json
import random
from pathlib import Path

import click

from matching.names.part_rarity import PartCounts
from search.access import OPERATOR
from search.cli.installation import now, open_database
from search.cli.model_report_commands import compare, describe
from search.errors import Refused
from search.evaluation.counting_name_parts import begin_counting, count_batch
from search.evaluation.estimating_from_folder import estimate_parameters
from search.evaluation.estimating_from_registry import begin_learning, learn_parameters
from search.records.part_frequency_file import write_frequencies
from search.storage.database import Database

_SEED = 7


@click.group()
def model() -> None:
    """The parameters with which evidence is weighed."""


model.add_command(describe)
model.add_command(compare)


@model.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--threshold", default=-1.0, show_default=True, help="Bits from which a pair is proposed.")
@click.option("--unjudged", is_flag=True, help="Without looking at the truth: by expectation-maximisation.")
def estimate(*, folder: Path, file: Path, threshold: float, unjudged: bool) -> None:
    """Estimate from FOLDER (requests.jsonl, senders' sheets, truth.tsv) and write a parameters FILE."""
    document = estimate_parameters(folder, now().date(), threshold, judged=not unjudged)
    file.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    click.echo(f"written to {file}")


@model.command("estimate-from-registry")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def estimate_from_registry(file: Path) -> None:
    """Estimate from what people judged in the registry and write FILE for OVILLO_PARAMETERS: bits, no names."""
    moment = now()
    with open_database() as database:
        with database.transaction() as session:
            judgements = begin_learning(session, OPERATOR, now=moment)
        with database.reading() as session:
            chance = random.Random(_SEED)  # noqa: S311 - a sample, not a secret
            document = learn_parameters(session, OPERATOR, database.matching, chance, today=moment.date())
    file.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    click.echo(f"written to {file}, {judgements} judgements made by people")


@model.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def frequencies_of_registry(file: Path) -> None:
    """Count name parts in the registry itself and write FILE for OVILLO_PART_FREQUENCIES: sounds, no names."""
    moment = now()
    with open_database() as database:
        with database.transaction() as session:
            begin_counting(session, OPERATOR, now=moment)
        counts = _counted(database)
    per_million = counts.per_million()
    if not per_million:
        raise Refused("too_few_names", people=counts.people)
    made: dict[str, str | int] = {
        "date": moment.date().isoformat(),
        "records": counts.people,
        "cultures": counts.cultures,
        "command": "ovillo model frequencies-of-registry FILE",
    }
    write_frequencies(file, per_million, made)
    click.echo(f"{len(per_million)} sounds of {counts.people} people written to {file}")


def _counted(database: Database) -> PartCounts:
    counts, last = PartCounts(), 0
    while True:
        with database.reading() as session:
            reached = count_batch(session, OPERATOR, counts, after=last)
        if reached is None:
            return counts
        last = reached
