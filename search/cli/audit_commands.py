"""`ovillo audit`: verify the chain, print its head for safe keeping elsewhere."""

import sys

import click

from search.access import OPERATOR
from search.accounts.audit_verification import verify_audit
from search.cli.installation import now, open_database


@click.group()
def audit() -> None:
    """The append-only audit."""


@audit.command()
@click.option("--head", default="", help="A head printed earlier: the chain must still pass through it.")
def verify(head: str) -> None:
    """Walk the whole chain; exit 1 where an entry was changed, moved, inserted or cut off."""
    with open_database() as database, database.transaction() as session:
        verdict = verify_audit(session, OPERATOR, exported_head=head, now=now())
    if verdict.first_bad is not None:
        click.echo(f"audit broken at entry {verdict.first_bad}", err=True)
        sys.exit(1)
    click.echo(f"audit whole: {verdict.entries} entries; head {verdict.head}")
