"""`ovillo import`: searches as JSON lines, found reports as senders' own sheets."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from search.access import OPERATOR, Actor, clerk_of
from search.accounts.organisations import find_organisation
from search.cli.answers import answers_given
from search.cli.incident_commands import incidents
from search.cli.installation import now, open_database, settings
from search.cli.pfif_commands import pfif
from search.cli.sheet_words import columns_in_words, doubts_in_words, printable, warnings_in_words
from search.commands import ImportSheet
from search.confined.confinement import Confinement
from search.errors import Refused
from search.filing.importing_searches import file_read_searches, read_search_lines
from search.filing.row_plans import HELD
from search.filing.sheet_news import ROW_QUESTIONS
from search.filing.sheet_storing import finish_sheets, import_sheet, preview_sheet
from search.sheet_summaries import RowOutcome, SheetDoubt, SheetPreview
from search.storage.database import Database
from search.storage.pace import Pace
from search.summaries import ImportReceipt

# Seconds that a sheet waits for others that are being read.
_PATIENCE = 900.0
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("import")
def import_group() -> None:
    """Bring in what other registries and senders have."""


import_group.add_command(incidents)
import_group.add_command(pfif)


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
@click.option(
    "--answer", "answers", multiple=True, callback=answers_given, help="KEY=OPTION, as the questions name them."
)
def reports(*, file: Path, sender: str, dry_run: bool, answers: dict[str, str]) -> None:
    """File the found reports in FILE: CSV, XLSX, XLS or ODS, in the sender's own layout.

    Nothing is stored while a question is open that begins with ??; the others are answered by silence.
    """
    command = ImportSheet(filename=file.name, content=file.read_bytes(), profile=answers or None)
    with open_database() as database:
        with database.reading() as session:
            organisation = find_organisation(session, sender)
            actor = clerk_of(organisation.id)
        confinement = settings().confinement
        receipt = None if dry_run else _stored(database, confinement, actor, command)
        if receipt is None:
            _show_preview(preview_sheet(database, confinement, actor, command, today=now().date(), patience=_PATIENCE))
            sys.exit(0 if dry_run else 1)
    counts = f"already known {receipt.already_known}, updated {receipt.updated}, refused {receipt.refused}"
    held = [outcome for outcome in receipt.outcomes if outcome.outcome == HELD]
    click.echo(f"accepted {receipt.accepted}, {counts}" + (f", held {len(held)}" if held else ""))
    _show([*held, *(outcome for outcome in receipt.outcomes if outcome.outcome == "refused")])


def _stored(database: Database, confinement: Confinement, actor: Actor, command: ImportSheet) -> ImportReceipt | None:
    """What became of the sheet; None where nothing of it was stored, because a question is open."""
    finish_sheets(database, now)
    try:
        return import_sheet(database, confinement, actor, command, clock=now, patience=_PATIENCE)
    except Refused as refusal:
        if refusal.code != "sheet_has_questions":
            raise
        click.echo("nothing was stored: these questions are open", err=True)
        return None


def _show_preview(preview: SheetPreview) -> None:
    for line in (*columns_in_words(preview.columns), *doubts_in_words(map(_silent, preview.doubts))):
        click.echo(printable(line))
    known = f"already known {preview.already_known}, updated {preview.updated}, refused {len(preview.refused)}"
    click.echo(f"kind of report: {preview.kind.value}; would accept {preview.accepted}, {known}")
    for line in warnings_in_words(note.reason for note in preview.notes):
        click.echo(line)
    _show(preview.refused)


def _silent(doubt: SheetDoubt) -> SheetDoubt:
    """A question as it is here: rows that may be of others are held, or of another person, where nobody answers."""
    return replace(doubt, must_answer=False) if doubt.code in ROW_QUESTIONS else doubt


def _show(outcomes: tuple[RowOutcome, ...] | list[RowOutcome]) -> None:
    for outcome in outcomes:
        click.echo(f"row {outcome.row}: {outcome.column} {outcome.reason}", err=True)
