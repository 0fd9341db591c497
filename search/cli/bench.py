"""`reencuentro bench`: how fast the engine is on this machine, beside something known."""

from pathlib import Path

import click

from search.measuring.speed import Figure, speed_figures


@click.group()
def bench() -> None:
    """Speed and memory, measured side by side."""


@bench.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def names(folder: Path) -> None:
    """Compare the pairs of names in FOLDER and index its gallery, beside rapidfuzz on anyascii; prints TSV."""
    click.echo("\t".join(("name", "figure", "unit", "ratio_to_peer", "peer")))
    for figure in speed_figures(folder, lambda said: click.echo(said, err=True)):
        click.echo("\t".join(_cells(figure)))


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = f"{figure.value / figure.peer.value:.3g}" if figure.peer else ""
    return (figure.name, f"{figure.value:.4g}", figure.unit, ratio, figure.peer.name if figure.peer else "")
