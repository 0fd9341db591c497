"""`ovillo account disable`, `enable`, `password`, `codes`, `sessions`, `end-sessions`: stolen accounts and phones."""

from typing import TextIO

import click

from search.access import OPERATOR
from search.accounts.account_ending import (
    disable_account,
    enable_account,
    end_sessions_of_account,
    replace_codes,
    replace_password,
    require_password_for,
    sessions_of_account,
)
from search.accounts.password_rules import normalised
from search.accounts.secret_hashing import hash_secret
from search.cli.installation import now, open_database
from search.cli.typed_passwords import password_file_option, read_password


@click.command("disable")
@click.argument("login")
def disable(login: str) -> None:
    """End an account at once: its sessions, the API tokens it made, the invitations it asked for."""
    with open_database() as database, database.transaction() as session:
        disable_account(session, OPERATOR, login, now=now())
    click.echo(f"{login}: ended, with its sessions, tokens and invitations")


@click.command("enable")
@click.argument("login")
def enable(login: str) -> None:
    """Let an account in again; sessions and tokens stay ended."""
    with open_database() as database, database.transaction() as session:
        enable_account(session, OPERATOR, login, now=now())
    click.echo(f"{login}: may sign in again")


@click.command("password")
@click.argument("login")
@password_file_option()
def password(login: str, password_file: TextIO | None) -> None:
    """Set a new password; every open session ends."""
    typed = read_password(password_file)
    with open_database() as database:
        with database.reading() as session:
            require_password_for(session, OPERATOR, login, typed)
        hashed = hash_secret(normalised(typed))
        with database.transaction() as session:
            replace_password(session, OPERATOR, login, hashed, now=now())
    click.echo(f"{login}: new password; signed out everywhere")


@click.command("codes")
@click.argument("login")
def codes(login: str) -> None:
    """Print a new secret for one-time codes and ten recovery codes, once; every open session ends."""
    with open_database() as database, database.transaction() as session:
        new = replace_codes(session, OPERATOR, login, now=now())
    click.echo(new.enrolment_address)
    click.echo(f"secret for the app: {new.secret}")
    for one in new.recovery_codes:
        click.echo(f"recovery code: {one}")


@click.command("sessions")
@click.argument("login")
def sessions(login: str) -> None:
    """List in which browsers an account is signed in, by days; no addresses are kept."""
    with open_database() as database, database.reading() as session:
        for one in sessions_of_account(session, OPERATOR, login, now=now()):
            click.echo(f"{one.portal}\topened {one.opened_on}\tlast used {one.last_used_on}")


@click.command("end-sessions")
@click.argument("login")
def end_sessions(login: str) -> None:
    """Sign an account out everywhere."""
    with open_database() as database, database.transaction() as session:
        ended = end_sessions_of_account(session, OPERATOR, login, now=now())
    click.echo(f"{login}: {ended} sessions ended")


INCIDENT_COMMANDS = (disable, enable, password, codes, sessions, end_sessions)
