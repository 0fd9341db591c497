"""`ovillo audit`: verify the chain and the rows that it vouches for, and keep its head elsewhere."""

import sys
from pathlib import Path

import click

from search.access import OPERATOR
from search.accounts.audit_faults import AuditFault
from search.accounts.audit_verification import accept_head, verify_audit
from search.accounts.head_check import read_head
from search.cli.installation import now, open_database
from search.storage.database import Database
from search.storage.head_file import HeadFile

_FILE = click.Path(dir_okay=False, path_type=Path)
_MOST_SHOWN = 20
_SENTENCES = {
    "chain_is_another": "the chain is another than the head file knows: the audit was made anew",
    "entry_altered": "entry {place} was changed, moved, inserted, or the one before it taken out",
    "entries_missing": "entries from {place} on were cut off, or the head was changed",
    "head_unsigned": "the head is not signed: entries from {place} on may have been cut off, or all of them",
    "head_elsewhere": "entry {place} is another than the head that was kept says",
    "chain_put_back": "entries from {place} on are missing that the head that was kept has: the database was put back",
    "row_unknown": "no entry knows of the row {place}",
    "row_changed": "the row {place} says something else than its newest entry",
    "row_was_changed": "the row {place} had been altered, or taken away, when an act wrote it again",
    "row_missing": "the row {place} is missing",
    "key_missing": "{place} was not erased, and its key is gone or is another's",
    "compared_otherwise": "{place} was not compared as far as it says",
    "clock_behind": "{place} says an earlier number than a record has",
    "erased_is_back": "{place} was erased and is there again, with its key",
}


@click.group()
def audit() -> None:
    """The append-only audit."""


@audit.command()
@click.option("--head", default="", help="A head printed earlier: the chain must still pass through it.")
@click.option("--head-file", type=_FILE, help="A file that `audit head` wrote; the one beside the key when left out.")
def verify(head: str, head_file: Path | None) -> None:
    """Walk the whole chain and the rows beside it; exit 1 where anything was changed, inserted, cut off or put back."""
    with open_database(check_head=False) as database:
        known_by = HeadFile(head_file, database.vault) if head_file is not None else database.head_file
        known = known_by.read() if known_by is not None else None
        if known is None:
            click.echo("no head file: that the whole database was put back to an earlier day would not show", err=True)
        with database.transaction() as session:
            verdict = verify_audit(session, OPERATOR, exported_head=head, known=known, now=now())
    if not verdict.whole:
        _complain(verdict.faults)
        sys.exit(1)
    click.echo(f"audit whole: {verdict.entries} entries; head {verdict.head_text}")


@audit.command("head")
@click.argument("file", type=_FILE)
def write_head(file: Path) -> None:
    """Write how far the chain has come into FILE, to be kept where the database is not."""
    with open_database() as database, database.reading() as session:
        head = read_head(session, OPERATOR)
        HeadFile(file, database.vault).write_copy(file, head)
    click.echo(f"{head.sequence} entries; written to {file}")


@audit.command("accept-head")
@click.confirmation_option(prompt="Was the database put back knowingly, as from a backup?")
def accept() -> None:
    """Let the chain go on from where it is, although the head file knows more of it; this is audited."""
    with open_database(check_head=False) as database:
        with database.transaction() as session:
            accept_head(session, OPERATOR, now=now())
        _begin_anew(database)
    click.echo("accepted: the head file begins anew from here")


def _begin_anew(database: Database) -> None:
    with database.reading() as session:
        head = read_head(session, OPERATOR)
    if database.head_file is not None:
        database.head_file.begin_anew(head)


def _complain(faults: tuple[AuditFault, ...]) -> None:
    for fault in faults[:_MOST_SHOWN]:
        click.echo(f"audit broken ({fault.code}): {_SENTENCES[fault.code].format(place=fault.place)}", err=True)
    if len(faults) > _MOST_SHOWN:
        click.echo(f"and {len(faults) - _MOST_SHOWN} more", err=True)
