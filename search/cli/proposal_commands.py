"""`ovillo match`, `set-aside` and `proposals`: match until nothing is left; what could not be; what was proposed."""

import sys
from dataclasses import astuple, fields
from pathlib import Path

import click

from search.access import OPERATOR
from search.cli.installation import now, open_database
from search.files.proposals_csv import write_rows
from search.proposing.proposal_export import export_proposals
from search.proposing.setting_aside import list_set_aside, try_again
from search.proposing.worker import Worker
from search.summaries import ExportedProposal, SetAside


@click.command()
def match() -> None:
    """Compare whatever waits until nothing is left."""
    with open_database() as database:
        done = Worker(database, now).match_all()
        with database.reading() as session:
            aside = len(list_set_aside(session, OPERATOR))
    click.echo(f"matched {done.records} records; {done.proposals} proposals made or made again")
    if aside:
        click.echo(f"{aside} records are set aside, because comparing them failed: see `ovillo set-aside`", err=True)


@click.command("set-aside")
@click.option("--again", is_flag=True, help="Have the worker try each of them once more now.")
def set_aside_command(*, again: bool) -> None:
    """List the records that nothing is compared with, because that failed; ends with 1 where there are any."""
    with open_database() as database:
        if again:
            with database.transaction() as session:
                count = try_again(session, OPERATOR, now=now())
            click.echo(f"{count} records are tried again by the worker")
            return
        with database.reading() as session:
            listed = list_set_aside(session, OPERATOR)
    for one in listed:
        click.echo(_line(one))
    sys.exit(1 if listed else 0)


def _line(one: SetAside) -> str:
    again = f"again {one.again_at:%Y-%m-%d %H:%M} UTC" if one.again_at else "not tried again by itself"
    return f"{one.since:%Y-%m-%d %H:%M} UTC\t{one.side}\t{one.record_id}\t{one.fault}\ttries {one.tries}\t{again}"


@click.group()
def proposals() -> None:
    """What the engine suggests."""


@proposals.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(file: Path) -> None:
    """Write all proposals to FILE as CSV: references, sender numbers, weights and evidence codes; no names."""
    with open_database() as database, database.transaction() as session:
        rows = export_proposals(session, OPERATOR, now=now())
    header = [column.name for column in fields(ExportedProposal)]
    file.write_bytes(write_rows(header, (astuple(row) for row in rows)))
    click.echo(f"{len(rows)} proposals written")
