"""`ovillo organisation`: which organisations take part, where they work, and how to reach them."""

import click

from search.access import OPERATOR
from search.accounts.organisations import DescribeOrganisation, describe_organisation, list_organisations
from search.cli.installation import now, open_database
from search.vocabulary import StateRun

_ANSWERS = click.Choice([answer.value for answer in StateRun])


@click.group()
def organisation() -> None:
    """Committees and reporting organisations."""


@organisation.command("list")
def show() -> None:
    """Name every organisation with its kind, country, whether it is a state's, and whom to call."""
    with open_database() as database, database.reading() as session:
        for one in list_organisations(session, OPERATOR):
            state_run = f"state-run {one.state_run.value}"
            facts = (one.name, one.kind.value, one.country or "no country", state_run, one.contact or "no contact")
            click.echo("\t".join(facts))


@organisation.command("describe")
@click.argument("name")
@click.option("--country", help="Where it works, or whose consulate it is: two letters as in ISO 3166-1.")
@click.option("--state-run", type=_ANSWERS, help="Whether it belongs to a state.")
@click.option("--contact", help="How you reach it when an account was stolen.")
@click.option("--substitute", help="Another organisation, which protects children where its own officer cannot.")
def describe(
    *, name: str, country: str | None, state_run: str | None, contact: str | None, substitute: str | None
) -> None:
    """Write down what is known of an organisation; what is left out stays as it is."""
    command = DescribeOrganisation(
        name=name,
        country=country,
        state_run=StateRun(state_run) if state_run else None,
        contact=contact,
        substitute=substitute,
    )
    with open_database() as database, database.transaction() as session:
        describe_organisation(session, OPERATOR, command, now=now())
    click.echo(f"{name}: written down")
