"""`ovillo shared`: what families opened to an organisation, for an operator to hand over."""

import os
from pathlib import Path

import click

from search.access import OPERATOR
from search.cli.installation import now, open_database
from search.files.shared_searches_json import json_lines
from search.filing.shared_searches import export_shared_searches


@click.group()
def shared() -> None:
    """Searches that families opened to an organisation."""


@shared.command()
@click.argument("organisation")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(organisation: str, file: Path) -> None:
    """Write what ORGANISATION may read at this moment to FILE, one search a line; each is written to the audit."""
    with open_database() as database, database.transaction() as session:
        searches = export_shared_searches(session, OPERATOR, organisation, now=now())
        _write_for_owner(file, json_lines(searches))
    click.echo(f"{len(searches)} searches written")


def _write_for_owner(file: Path, content: bytes) -> None:
    """A new file that nobody else of this machine may read; one that is there is not written over."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(content)
