"""`ovillo readings`: who read a case, in the one form in which a family gets it."""

import click

from search.access import OPERATOR
from search.cli.installation import now, open_database
from search.telling.readings_account import account_of_readings


@click.command()
@click.argument("reference")
def readings(reference: str) -> None:
    """Print who read the case with this REFERENCE: day, role, organisation, for what."""
    with open_database() as database, database.transaction() as session:
        account = account_of_readings(session, OPERATOR, reference, now=now())
    click.echo(f"Readings of the search {account.reference}")
    for line in account.lines:
        click.echo(f"{line.day.isoformat()}  {line.role}  {line.organisation}  {line.purpose}")
    if not account.lines:
        click.echo("none")
