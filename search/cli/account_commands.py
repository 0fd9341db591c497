"""`ovillo account` and `words`: who may come in, in which roles, and the second person where one coordinates alone."""

import uuid
from typing import TextIO

import click

from search.access import OPERATOR
from search.accounts.access_requests import ConfirmAccess, confirm_access, pending_access
from search.accounts.new_family_words import issue_words, language_of_case, prepare_words
from search.accounts.people import all_members
from search.accounts.second_factor import enrolment_address
from search.accounts.staff import ChangeRoles, NewAccount, add_account, change_roles
from search.cli.account_incident_commands import INCIDENT_COMMANDS
from search.cli.installation import now, open_database
from search.cli.typed_passwords import password_file_option, read_password
from search.vocabulary import OrganisationKind, StaffRole

_KINDS = click.Choice([kind.value for kind in OrganisationKind])
_ROLES = click.Choice([role.value for role in StaffRole])


@click.group()
def account() -> None:
    """Members of committees and partner organisations."""


for _command in INCIDENT_COMMANDS:
    account.add_command(_command)


@account.command("add")
@click.argument("login")
@click.option("--organisation", required=True)
@click.option("--kind", type=_KINDS, required=True, help="Kind of the organisation, used when it is new.")
@click.option("--role", "roles", type=_ROLES, multiple=True, help="May be given several times.")
@password_file_option()
def add(*, login: str, organisation: str, kind: str, roles: tuple[str, ...], password_file: TextIO | None) -> None:
    """Make an account and print the secret for its one-time codes, once.

    Without --role the first account of an organisation coordinates it and does its work; later ones do its work.
    """
    new = NewAccount(
        organisation=organisation,
        organisation_kind=OrganisationKind(kind),
        login=login,
        password=read_password(password_file),
        roles=frozenset(StaffRole(role) for role in roles),
    )
    with open_database() as database, database.transaction() as session:
        secret = add_account(session, OPERATOR, new, now=now())
    click.echo(enrolment_address(secret, login))
    click.echo(f"account {login} made; secret for its one-time codes: {secret}")


@account.command("list")
def show() -> None:
    """Name every account with its organisation, roles, the day it was last seen, and whether it was ended."""
    with open_database() as database, database.reading() as session:
        for one in all_members(session, OPERATOR, now=now()):
            seen = f"last seen {one.last_seen_on}" if one.last_seen_on else "never seen"
            state = "ended" if one.ended else f"{one.sessions} open sessions"
            roles = ", ".join(one.roles) or "no role"
            click.echo("\t".join((one.login, one.organisation_name, roles, seen, state)))


@account.command("roles")
@click.argument("login")
@click.option("--give", type=_ROLES, multiple=True)
@click.option("--take", type=_ROLES, multiple=True)
def roles(login: str, give: tuple[str, ...], take: tuple[str, ...]) -> None:
    """Give or take roles of an account."""
    command = ChangeRoles(
        login=login,
        give=frozenset(StaffRole(role) for role in give),
        take=frozenset(StaffRole(role) for role in take),
    )
    with open_database() as database, database.transaction() as session:
        held = change_roles(session, OPERATOR, command, now=now())
    click.echo(f"{login}: {', '.join(sorted(held)) or 'no role'}")


@account.command("requests")
def requests() -> None:
    """Name what coordinators asked for and nobody confirmed yet."""
    with open_database() as database, database.reading() as session:
        for one in pending_access(session, OPERATOR, now=now()):
            what = "new member" if one.is_new else "more roles"
            state = "confirmed, not used yet" if one.confirmed else "waits for a second person"
            words = (str(one.request_id), one.login, what, ", ".join(one.roles), f"asked by {one.proposed_by}", state)
            click.echo("\t".join(words))


@account.command("confirm")
@click.argument("request_id", type=click.UUID)
def confirm(request_id: uuid.UUID) -> None:
    """Confirm a request as the second person, where one person coordinates alone; prints an invitation's code, once."""
    with open_database() as database, database.transaction() as session:
        done = confirm_access(session, OPERATOR, ConfirmAccess(request_id=request_id), now=now())
    click.echo(f"{done.login}: confirmed")
    if done.code:
        click.echo(f"the code that opens the invitation until {done.expires_at:%Y-%m-%d %H:%M} UTC: {done.code}")


@click.group()
def words() -> None:
    """The five words of a family."""


@words.command("issue")
@click.argument("reference")
def issue_new_words(reference: str) -> None:
    """Print new words for a case and the same as digits, once; the old ones open nothing, and its open sessions end."""
    with open_database() as database:
        with database.reading() as session:
            prepared = prepare_words(language_of_case(session, OPERATOR, reference))
        with database.transaction() as session:
            filed = issue_words(session, OPERATOR, reference, prepared, now=now())
    click.echo(f"{filed.reference}: {' '.join(filed.passphrase)}")
    click.echo(f"the same as sixteen digits: {prepared.digits}")
