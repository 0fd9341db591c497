"""`ovillo complaints`: what anybody complained about, for whoever runs the installation."""

import uuid

import click

from search.access import OPERATOR
from search.cli.installation import now, open_database
from search.filing.complaints import open_complaints, settle_complaint


@click.group()
def complaints() -> None:
    """Read and settle what anybody complained about."""


@complaints.command(name="list")
def list_command() -> None:
    """Print the complaints that nobody has answered; that they were read is audited."""
    with open_database() as database, database.transaction() as session:
        found = open_complaints(session, OPERATOR, now=now())
    for one in found:
        whose = "a committee too" if one.to_committee else "you alone"
        click.echo(f"{one.complaint_id}  {one.number}  {one.made_at:%Y-%m-%d}  {one.language}  for {whose}")
        if one.said is not None:
            if one.said.about:
                click.echo(f"about the words of the pages in {one.language}")
            click.echo(one.said.words)
            click.echo(f"to be answered at: {one.said.reach or 'nothing was said'}")
    if not found:
        click.echo("none")


@complaints.command()
@click.argument("identifier", metavar="ID", type=click.UUID)
def settle(identifier: uuid.UUID) -> None:
    """Write down that the complaint with this ID was answered."""
    with open_database() as database, database.transaction() as session:
        settle_complaint(session, OPERATOR, identifier, now=now())
    click.echo("settled")
