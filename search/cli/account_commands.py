"""`ovillo account`, `token` and `words`: who may come in."""

import click

from search.access import OPERATOR
from search.accounts.api_tokens import issue_token, revoke_tokens
from search.accounts.new_family_words import issue_words, language_of_case, prepare_words
from search.accounts.staff import NewAccount, add_account
from search.cli.installation import now, open_database
from search.vocabulary import OrganisationKind

_KINDS = click.Choice([kind.value for kind in OrganisationKind])


@click.group()
def account() -> None:
    """Members of committees and partner organisations."""


@account.command("add")
@click.argument("login")
@click.option("--organisation", required=True)
@click.option("--kind", type=_KINDS, required=True, help="Kind of the organisation, used when it is new.")
@click.password_option()
def add(login: str, organisation: str, kind: str, password: str) -> None:
    """Make an account and print the secret for its one-time codes, once."""
    new = NewAccount(
        organisation=organisation, organisation_kind=OrganisationKind(kind), login=login, password=password
    )
    with open_database() as database, database.transaction() as session:
        secret = add_account(session, OPERATOR, new, now=now())
    click.echo(f"account {login} made; secret for its one-time codes: {secret}")


@click.group()
def token() -> None:
    """Keys to the API."""


@token.command("issue")
@click.argument("organisation")
def issue(organisation: str) -> None:
    """Print a new API token of an organisation, once."""
    with open_database() as database, database.transaction() as session:
        click.echo(issue_token(session, OPERATOR, organisation, now=now()))


@token.command("revoke")
@click.argument("organisation")
def revoke(organisation: str) -> None:
    """Revoke every API token of an organisation at once."""
    with open_database() as database, database.transaction() as session:
        click.echo(f"{revoke_tokens(session, OPERATOR, organisation, now=now())} tokens revoked")


@click.group()
def words() -> None:
    """The five words of a family."""


@words.command("issue")
@click.argument("reference")
def issue_new_words(reference: str) -> None:
    """Print five new words for a case, once; the old ones no longer open it."""
    with open_database() as database:
        with database.reading() as session:
            prepared = prepare_words(language_of_case(session, OPERATOR, reference))
        with database.transaction() as session:
            filed = issue_words(session, OPERATOR, reference, prepared, now=now())
    click.echo(f"{filed.reference}: {' '.join(filed.passphrase)}")
