"""`ovillo match` and `proposals`: match until nothing is left; export what was proposed."""

from dataclasses import astuple, fields
from pathlib import Path

import click

from search.access import OPERATOR
from search.cli.installation import now, open_database
from search.files.proposals_csv import write_rows
from search.proposing.proposal_export import export_proposals
from search.proposing.worker import Worker
from search.summaries import ExportedProposal


@click.command()
def match() -> None:
    """Compare whatever waits until nothing is left."""
    with open_database() as database:
        done = Worker(database, now).match_all()
    click.echo(f"matched {done.records} records; {done.proposals} proposals made or made again")


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
