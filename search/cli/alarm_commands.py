"""`ovillo alarms`: what looks like a stolen account, in every organisation."""

import click

from search.access import OPERATOR
from search.accounts.alarms import earlier_alarms, open_alarms
from search.cli.installation import open_database
from search.staff_summaries import OpenAlarm


@click.command()
@click.option("--all", "everything", is_flag=True, help="Those that a coordinator has answered too.")
def alarms(*, everything: bool) -> None:
    """List the alarms that nobody has answered yet, the newest first."""
    with open_database() as database, database.reading() as session:
        for one in open_alarms(session, OPERATOR):
            click.echo(_line(one))
        for one in earlier_alarms(session, OPERATOR) if everything else ():
            click.echo(f"{_line(one)}\tanswered by {one.acknowledged_by}: {one.words}")


def _line(one: OpenAlarm) -> str:
    return f"{one.at:%Y-%m-%d %H:%M} UTC\t{one.kind.value}\t{one.login or 'its programs'}\t{one.organisation_name}"
