"""`ovillo import`: searches as JSON lines, found reports as senders' own sheets."""

import sys
from pathlib import Path

import click

from search.access import OPERATOR, clerk_of
from search.accounts.organisations import find_organisation
from search.cli.incident_commands import incidents
from search.cli.installation import now, open_database, settings
from search.commands import ImportSheet
from search.filing.importing_searches import file_read_searches, read_search_lines
from search.filing.sheet_storing import finish_sheets, import_sheet, preview_sheet
from search.sheet_summaries import RowOutcome, SheetPreview
from search.storage.pace import Pace

# Seconds that a sheet waits for others that are being read.
_PATIENCE = 900.0
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("import")
def import_group() -> None:
    """Bring in what other registries and senders have."""


import_group.add_command(incidents)


@import_group.command()
@click.argument("file", type=_FILE)
def requests(file: Path) -> None:
    """File the searches in FILE, one JSON object a line; broken off, it may be begun again."""
    with open_database() as database:
        with file.open("rb") as lines:
            read = read_search_lines(lines, today=now().date())
        done = file_read_searches(OPERATOR, read, clock=now, pace=Pace(database))
    click.echo(f"accepted {done.accepted}, already known {done.already_known}, refused {len(done.refused)}")
    _show(done.refused)
    sys.exit(1 if done.refused else 0)


@import_group.command()
@click.argument("file", type=_FILE)
@click.option("--sender", required=True, help="The organisation that sends the sheet.")
@click.option("--dry-run", is_flag=True, help="Show what would be understood; store nothing.")
def reports(*, file: Path, sender: str, dry_run: bool) -> None:
    """File the found reports in FILE: CSV, XLSX, XLS or ODS, in the sender's own layout."""
    command = ImportSheet(filename=file.name, content=file.read_bytes())
    with open_database() as database:
        with database.reading() as session:
            organisation = find_organisation(session, sender)
            actor = clerk_of(organisation.id)
        confinement = settings().confinement
        if dry_run:
            _show_preview(preview_sheet(database, confinement, actor, command, today=now().date(), patience=_PATIENCE))
            return
        finish_sheets(database, now)
        receipt = import_sheet(database, confinement, actor, command, clock=now, patience=_PATIENCE)
    counts = f"already known {receipt.already_known}, updated {receipt.updated}, refused {receipt.refused}"
    click.echo(f"accepted {receipt.accepted}, {counts}")
    _show([outcome for outcome in receipt.outcomes if outcome.outcome == "refused"])


def _show_preview(preview: SheetPreview) -> None:
    for column in preview.columns:
        doubt = f"  ? {column.doubt}" if column.doubt else ""
        order = f" ({column.date_order})" if column.date_order else ""
        click.echo(f"{column.header!r} -> {column.target}{order}{doubt}")
    known = f"already known {preview.already_known}, updated {preview.updated}, refused {len(preview.refused)}"
    click.echo(f"kind of report: {preview.kind.value}; would accept {preview.accepted}, {known}")
    _show(preview.refused)


def _show(outcomes: tuple[RowOutcome, ...] | list[RowOutcome]) -> None:
    for outcome in outcomes:
        click.echo(f"row {outcome.row}: {outcome.column} {outcome.reason}", err=True)
