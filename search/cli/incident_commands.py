"""`ovillo import incidents`: a published list of incidents, and the groups that follow from it."""

import sys
from pathlib import Path

import click

from search.access import OPERATOR
from search.cli.installation import now, open_database
from search.commands import ImportIncidents
from search.groups.incident_import import import_list, preview_incidents, read_list, regroup_all
from search.storage.pace import Pace
from search.summaries import IncidentsImported


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be stored; store nothing.")
def incidents(*, file: Path, dry_run: bool) -> None:
    """Bring in FILE, a list of the Missing Migrants Project, then look at every record for incidents near it."""
    read = read_list(ImportIncidents(content=file.read_bytes()))
    with open_database() as database:
        if dry_run:
            with database.reading() as session:
                done = preview_incidents(session, OPERATOR, read)
        else:
            done = import_list(OPERATOR, read, clock=now, pace=Pace(database))
            regroup_all(OPERATOR, Pace(database))
    _show(done)
    sys.exit(1 if done.refused else 0)


def _show(done: IncidentsImported) -> None:
    counts = f"changed {done.changed}, already known {done.already_known}, refused {len(done.refused)}"
    click.echo(f"added {done.added}, {counts}")
    for outcome in done.refused:
        click.echo(f"line {outcome.row}: {outcome.reason}", err=True)
