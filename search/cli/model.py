"""`reencuentro model`: the engine's parameters."""

import json
from pathlib import Path

import click

from search.cli.context import now
from search.measuring.estimating import estimate_parameters


@click.group()
def model() -> None:
    """The parameters with which evidence is weighed."""


@model.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--threshold", default=-1.0, show_default=True, help="Bits from which a pair is proposed.")
def estimate(folder: Path, file: Path, threshold: float) -> None:
    """Estimate from FOLDER (requests.jsonl, senders' sheets, truth.tsv) and write a parameters FILE."""
    document = estimate_parameters(folder, now().date(), threshold)
    file.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    click.echo(f"written to {file}")
