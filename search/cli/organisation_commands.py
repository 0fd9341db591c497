"""`ovillo organisation`: which organisations take part, where they work, and how to reach them."""

import click

from search.access import OPERATOR
from search.accounts.organisations import DescribeOrganisation, describe_organisation, list_organisations
from search.cli.installation import now, open_database
from search.committee_commands import SetReach
from search.committees.reach import list_committees, set_reach
from search.vocabulary import RouteRegion, StateRun

_ROUTES = click.Choice([route.value for route in RouteRegion])
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


@organisation.command("reach")
@click.argument("name")
@click.option("--language", "languages", multiple=True, help="A language whose families it speaks with: ar, ti, fr.")
@click.option("--country", "countries", multiple=True, help="A country as in ISO 3166-1, of the people or their road.")
@click.option("--route", "routes", multiple=True, type=_ROUTES, help="A stretch of road.")
def reach(*, name: str, languages: tuple[str, ...], countries: tuple[str, ...], routes: tuple[str, ...]) -> None:
    """Say for whom a committee reads, in place of what was said before; searches filed from now on are led by it."""
    command = SetReach(name=name, languages=languages, countries=countries, routes=tuple(map(RouteRegion, routes)))
    with open_database() as database, database.transaction() as session:
        set_reach(session, OPERATOR, command, now=now())
    click.echo(f"{name}: written down")


@organisation.command("committees")
def committees() -> None:
    """Name every committee with the languages, countries and routes that it reads for."""
    with open_database() as database, database.reading() as session:
        for one in list_committees(session, OPERATOR):
            codes = (*one.languages, *one.countries, *one.routes)
            click.echo("\t".join((one.name, ", ".join(codes) or "what no other committee reads for")))
