"""`ovillo bench relink`: what comparing the whole registry again takes, on an invented one."""

import tempfile
from pathlib import Path
from typing import Any

import click

from benchmarks.invented import Size
from benchmarks.peers import peer_process
from benchmarks.relinking_run import Bench, measure_relinking
from search.cli.installation import now
from search.relinking.installed_extras import LOCAL, check_installed


@click.command("relink")
@click.option("--requests", default=5_000, show_default=True, type=click.IntRange(1), help="How many are sought.")
@click.option(
    "--reports", default=50_000, show_default=True, type=click.IntRange(1), help="How many reports there are."
)
@click.option("--seed", default=1, show_default=True, help="The same seed invents the same people.")
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), help="An empty folder that is kept.")
@click.option("--memory", default="1500MB", show_default=True, help="What the engine's tables may hold.")
@click.option("--kill", is_flag=True, help="Kill the engine half-way, and start it again.")
@click.option("--peer", type=click.Choice(["splink"]), help="Also weigh a sample of the same pairs with this.")
def bench_relink(*, requests: int, reports: int, work: Path | None, peer: str | None, **chosen: Any) -> None:
    """Compare a whole invented registry again, as `relink` does: seconds, memory, pairs, whom it finds; prints TSV."""
    check_installed(*LOCAL)
    if peer:
        peer_process.check_installed()
    with tempfile.TemporaryDirectory() as scratch:
        folder = work or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        asked = Bench(folder, Size(requests, reports), peer=peer is not None, **chosen)
        for name, value, unit in measure_relinking(asked, now, lambda said: click.echo(said, err=True)):
            click.echo(f"{name}\t{value:.6g}\t{unit}")
