"""`ovillo import pfif`: persons and notes of other registries, in PFIF 1.1 to 1.4 or a feed that carries it."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from search.access import Action, Actor, allowed, clerk_of
from search.accounts.organisations import find_organisation
from search.cli.answers import answers_given
from search.cli.installation import now, open_database, settings
from search.cli.sheet_words import doubts_in_words, printable, warnings_in_words
from search.commands import ImportSheet
from search.files.pfif_answer import read_confined
from search.files.pfif_question import PfifReading
from search.filing.importing_pfif import (
    SearchesTaken,
    as_sheet,
    end_searches,
    question_of_pfif,
    take_searches,
)
from search.filing.importing_sheets import foresee_sheet, sheet_sender, subject_of
from search.filing.row_plans import HELD
from search.filing.sheet_storing import SheetStoring, file_digest, finish_sheets
from search.sheet_summaries import RowOutcome
from search.sheets.sheet_reading import SheetReading
from search.storage.database import Database
from search.storage.pace import Pace

# Seconds that a file waits for others that are being read.
_PATIENCE = 900.0
# Reasons in English, as the whole command line is; the portal has them in every language.
_REASONS = {
    "id_missing": "it has no number of its own",
    "id_malformed": "its number has to be a domain, a slash and a name",
    "test_domain": "its domain is there to try things out; --test-records takes it",
    "outside_domain": "it is of another registry than the file; name that one's domain by --domain",
    "older_version": "the file holds a newer version of it",
    "field_too_long": "a field has more text than is read",
    "person_unknown": "it is about a person whom the sender has not reported",
    "no_status": "nothing says whether the person is looked for or was found; see the question",
    "believed_dead": "somebody believes that the person has died; see the question",
    "death_alone": "a note alone says that somebody believes the person has died: send it with the person's record",
    "searches_not_yours": "searches are not taken in files from this sender",
    "kind_not_yours": "the sender does not report such persons",
    "nothing_said": "it says nothing of a person",
    "number_used_again": "what is known under its number speaks of another person: "
    "--answer sheet.number_used_again=same or =other",
}
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read for an organisation."""

    actor: Actor
    command: ImportSheet
    reading: PfifReading
    sheet: SheetReading
    may_search: bool


@click.command()
@click.argument("file", type=_FILE)
@click.option("--sender", required=True, help="The organisation that sends the file.")
@click.option("--domain", "domains", multiple=True, help="A domain that it speaks for; else the one of most records.")
@click.option("--test-records", is_flag=True, help="Take records of test domains too, to try things out.")
@click.option("--dry-run", is_flag=True, help="Show what would be understood; store nothing.")
@click.option(
    "--answer", "answers", multiple=True, callback=answers_given, help="KEY=OPTION, as the questions name them."
)
def pfif(
    *, file: Path, sender: str, domains: tuple[str, ...], test_records: bool, dry_run: bool, answers: dict[str, str]
) -> None:
    """Bring in FILE of another registry: whom it found as reports of the sender, whom it looks for as searches.

    A question that nobody answers leaves its records out; each record that is left out is told with the reason.
    """
    command = ImportSheet(filename=file.name, content=file.read_bytes(), profile=answers or None)
    with open_database() as database:
        read = _read(database, sender, command, domains, with_tests=test_records)
        if dry_run:
            _foresee(database, read)
            return
        refused = _store(database, read)
    sys.exit(1 if refused else 0)


def _read(
    database: Database, sender: str, command: ImportSheet, domains: tuple[str, ...], *, with_tests: bool
) -> _Read:
    with database.reading() as session:
        actor = clerk_of(find_organisation(session, sender).id)
        organisation = sheet_sender(session, actor)
        question = question_of_pfif(
            organisation,
            command,
            now=now(),
            may_search=allowed(actor, Action.LIST_MISSING, subject_of(organisation)),
            domains=domains,
            with_tests=with_tests,
        )
    reading = read_confined(settings().confinement, question, patience=_PATIENCE)
    with database.reading() as session:
        sheet = as_sheet(session, organisation.organisation_id, reading)
        return _Read(actor, command, reading, sheet, question.may_search)


def _foresee(database: Database, read: _Read) -> None:
    with database.reading() as session:
        digest = file_digest(database, read.command.content)
        preview = foresee_sheet(
            session, read.actor, read.sheet, digest, today=now().date(), answers=read.command.profile
        )
    _show_reading(read.reading)
    for line in doubts_in_words(preview.doubts):
        click.echo(printable(line))
    known = f"already known {preview.already_known}, updated {preview.updated}, not taken {len(preview.refused)}"
    click.echo(f"found: would accept {preview.accepted}, {known}; searches {len(read.reading.searches)}")
    for line in warnings_in_words(note.reason for note in preview.notes):
        click.echo(line)
    _show(read, preview.refused)


def _store(database: Database, read: _Read) -> bool:
    """Store the file; whether anything of it was left out."""
    finish_sheets(database, now)
    _show_reading(read.reading)
    for line in doubts_in_words(one for one in read.sheet.doubts if one.options and not one.chosen):
        click.echo(printable(line))
    receipt = SheetStoring(database, now).store(
        read.actor, read.sheet, file_digest(database, read.command.content), read.command.profile
    )
    left = [one for one in receipt.outcomes if one.outcome in (HELD, "refused")]
    counts = f"already known {receipt.already_known}, updated {receipt.updated}, not taken {len(left)}"
    click.echo(f"found: accepted {receipt.accepted}, {counts}")
    taken = _take_searches(database, read)
    click.echo(f"searches: accepted {taken.accepted}, already known {taken.already_known}, updated {taken.updated}")
    _show(read, left)
    return bool(left)


def _take_searches(database: Database, read: _Read) -> SearchesTaken:
    """The searches of a file, a few in each transaction; broken off and begun again it files none twice."""
    pace, done, reading = Pace(database), SearchesTaken(), read.reading
    if reading.ended and read.may_search:
        with database.transaction() as session:
            end_searches(session, read.actor, [one.record_id for one in reading.ended], now=now())
    count = 0
    while count < len(reading.searches):
        with pace.transaction() as session:
            for part in pace.some(reading.searches[count : count + pace.size]):
                taken = take_searches(session, read.actor, part, now=now())
                done = SearchesTaken(
                    accepted=done.accepted + taken.accepted,
                    updated=done.updated + taken.updated,
                    already_known=done.already_known + taken.already_known,
                )
                count += len(part)
    return done


def _show_reading(reading: PfifReading) -> None:
    versions = ", ".join(one or "without a version" for one in reading.versions)
    domains = ", ".join(reading.domains) or "no domain that most records are of: name one by --domain"
    click.echo(printable(f"PFIF {versions}: {reading.record_count} records of {domains}"))


def _show(read: _Read, outcomes: Iterable[RowOutcome]) -> None:
    """Each record that is left out, by its number and the reason."""
    named = {row.number: row.cells[0] for row in read.sheet.rows if row.cells}
    named |= {row.number: row.cells[0] for row in read.sheet.refused if row.cells}
    for outcome in outcomes:
        what = " ".join(filter(None, (named.get(outcome.row, ""), outcome.column, outcome.reason)))
        told = f": {_REASONS[outcome.reason]}" if outcome.reason in _REASONS else ""
        click.echo(printable(f"record {outcome.row}: {what}{told}"), err=True)
