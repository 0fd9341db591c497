"""`ovillo bench family-bytes` and its neighbours: what the families' pages weigh and cost, and whether filings last."""

import random
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from benchmarks.families_load import file_together, load_lines
from benchmarks.family_bytes import ANY_PAGE, BENGALI_LIKE, FIRST_PAGE, PageBytes, page_bytes
from benchmarks.family_cost import PageCost, page_costs
from benchmarks.family_portal import family_portal
from benchmarks.kept_filings import count_searches, file_while_killed, look_for
from benchmarks.running_portals import Portals, running_portals
from i18n.offered_languages import offered
from matching import Engine
from search.cli.throwaway_database import throwaway_url
from search.settings import Settings, load_vault
from search.storage.database import Database
from web.family.pages import main_pages

# All relatives of a measurement come from one network, which may file no more than sixty searches an hour.
_MANY = {
    "FILINGS_AN_HOUR": "1000000",
    "FILINGS_OF_A_NETWORK": "1000000",
    "DRAFTS": "1000000",
    "DRAFT_MEGABYTES": "4000",
}


@click.command("family-bytes")
@click.option("--all", "every", is_flag=True, help="Every page, not only the heaviest.")
def family_bytes(*, every: bool) -> None:
    """Bytes of the families' pages over the wire, with headers, as the application sends them; prints TSV.

    The last language has letters of three bytes, as Bengali does.
    """
    click.echo("\t".join(("language", "page", "plain", "packed", "with_files", "requests_elsewhere")))
    for language in (*(row.tag for row in offered()), BENGALI_LIKE):
        with family_portal() as (app, _):
            pages = list(page_bytes(app, language))
        heaviest = sorted(pages, key=lambda page: -page.with_files)
        first = next(page for page in pages if page.address == "/")
        for page in heaviest if every else [first, *heaviest[:5]]:
            click.echo(_line(page))
        elsewhere = sum(page.elsewhere for page in pages)
        click.echo(
            f"# {language}: {len(pages)} pages, first {first.with_files} of {FIRST_PAGE}, "
            f"heaviest {heaviest[0].with_files} of {ANY_PAGE}, requests elsewhere {elsewhere}"
        )


def _line(page: PageBytes) -> str:
    return "\t".join(map(str, (page.language, page.address, page.plain, page.packed, page.with_files, page.elsewhere)))


@click.command("family-pages")
@click.option("--times", default=20, show_default=True, type=click.IntRange(3), help="Each page is shown and saved.")
@click.option("--all", "every", is_flag=True, help="Every page, not only the dearest.")
@click.option("--postgresql", is_flag=True, help="On a PostgreSQL server started for this run.")
def family_pages(*, times: int, every: bool, postgresql: bool) -> None:
    """Milliseconds that a page of a question costs, and its save, by the clock and of the processor; prints TSV."""
    click.echo("\t".join(("page", "shown_ms", "shown_cpu_ms", "saved_ms", "saved_cpu_ms")))
    with family_portal(postgresql=postgresql) as (app, _):
        costs = list(page_costs(app, tuple(one.slug for one in main_pages()), times))
    for cost in costs if every else sorted(costs, key=lambda one: -one.saved_cpu)[:6]:
        click.echo(_cost_line(cost.address, cost))
    for way in ("/search/", "/case/change/"):
        of_way = [cost for cost in costs if cost.address.startswith(way)]
        click.echo(_cost_line(f"median of {way}", _median(of_way)))


def _cost_line(name: str, cost: PageCost) -> str:
    return "\t".join((name, *(f"{one:.1f}" for one in (cost.shown, cost.shown_cpu, cost.saved, cost.saved_cpu))))


def _median(costs: list[PageCost]) -> PageCost:
    figures = zip(*((cost.shown, cost.shown_cpu, cost.saved, cost.saved_cpu) for cost in costs), strict=True)
    return PageCost("", *(statistics.median(figure) for figure in figures))


@click.command("families")
@click.option("--relatives", default=50, show_default=True, type=click.IntRange(1), help="At the same time.")
@click.option("--seconds", default=120.0, show_default=True, help="How long.")
@click.option("--thinking", default=0.0, show_default=True, help="Seconds before each page.")
@click.option("--postgresql", is_flag=True, help="On a PostgreSQL server started for this run.")
def families(*, relatives: int, seconds: float, thinking: float, postgresql: bool) -> None:
    """Relatives who start searches at the real server, one after the other, with this client beside it; prints TSV."""
    with _served(postgresql=postgresql) as (portals, _):
        load = file_together(portals.port, relatives, seconds, thinking)
    for line in load_lines(load):
        click.echo("\t".join(line))
    click.echo(f"# {load.started} searches in {load.lasted:.0f} s, {len(load.faults)} faults {load.faults[:3]}")


@click.command("kept")
@click.option("--filings", default=10_000, show_default=True, type=click.IntRange(1), help="How many searches.")
@click.option("--kills", default=50, show_default=True, type=click.IntRange(0), help="Of web processes meanwhile.")
@click.option("--seed", default=1, show_default=True, help="Which process is killed.")
@click.option("--postgresql", is_flag=True, help="On a PostgreSQL server started for this run.")
def kept_filings(*, filings: int, kills: int, seed: int, postgresql: bool) -> None:
    """File searches at the real server while its processes are killed, and look whether each is there, once."""
    with _served(postgresql=postgresql) as (portals, opened):
        before = count_searches(opened)
        kept = file_while_killed(portals, filings, kills, random.Random(seed))  # noqa: S311 - which process is killed
        look_for(opened, kept, before, lambda said: click.echo(said, err=True))
    click.echo("\t".join(("acknowledged", "kills", "asked_again", "gave_up", "lost", "twice", "seconds")))
    told = (len(kept.acknowledged), kept.kills, kept.asked_again, len(kept.faults), kept.lost, kept.twice)
    click.echo("\t".join((*map(str, told), f"{kept.lasted:.0f}")))
    for fault in kept.faults[:5]:
        click.echo(fault, err=True)
    if kept.lost or kept.twice:
        raise RuntimeError("a search is lost, or there twice")


@contextmanager
def _served(*, postgresql: bool) -> Iterator[tuple[Portals, Database]]:
    """The real server, and its database beside it."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        throwaway_url("", Path(scratch), postgresql=postgresql) as url,
        running_portals(url, Path(scratch), _MANY) as portals,
    ):
        settings = Settings(var=Path(scratch) / "var", database_url=url, demonstration=True)
        database = Database.open(url, load_vault(settings), Engine.load())
        try:
            yield portals, database
        finally:
            database.close()
