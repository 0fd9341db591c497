"""`ovillo import incidents`: a published list of incidents, and the groups that follow from it."""

import sys
from pathlib import Path

import click

from search.access import OPERATOR
from search.cli.installation import now, open_database
from search.commands import ImportIncidents
from search.groups.incident_import import import_incidents, preview_incidents, regroup
from search.storage.database import Database
from search.summaries import IncidentsImported


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be stored; store nothing.")
def incidents(*, file: Path, dry_run: bool) -> None:
    """Bring in FILE, a list of the Missing Migrants Project, then look at every record for incidents near it."""
    command = ImportIncidents(content=file.read_bytes())
    with open_database() as database:
        if dry_run:
            with database.reading() as session:
                done = preview_incidents(session, OPERATOR, command)
        else:
            with database.transaction() as session:
                done = import_incidents(session, OPERATOR, command, now=now())
            _regroup(database)
    _show(done)
    sys.exit(1 if done.refused else 0)


def _regroup(database: Database) -> None:
    last: int | None = 0
    while last is not None:
        with database.transaction() as session:
            last = regroup(session, OPERATOR, after=last)


def _show(done: IncidentsImported) -> None:
    counts = f"changed {done.changed}, already known {done.already_known}, refused {len(done.refused)}"
    click.echo(f"added {done.added}, {counts}")
    for outcome in done.refused:
        click.echo(f"line {outcome.row}: {outcome.reason}", err=True)
