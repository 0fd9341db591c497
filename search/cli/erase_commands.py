"""`ovillo erase`: a search or a report for good, and what intermediaries asked to erase."""

import uuid

import click

from search.access import OPERATOR
from search.cli.installation import now, open_database
from search.commands import EraseReport, EraseSearchByReference, SettleAskedErasure
from search.erasing.asked_erasures import all_asked, settle_asked
from search.erasing.erasing_reports import erase_report, read_report_to_erase
from search.erasing.erasing_searches import erase_by_reference
from search.records.record_erasure import TABLES
from search.storage.scrubbing import Scrubbed

_LEFT = {
    Scrubbed.CLEAN: "nothing of it is in the database's files any more",
    Scrubbed.READERS_HOLD_IT: "its key is gone; the database's log keeps older pages as long as somebody reads, and the"
    " worker empties it then: begin `ovillo erase scrub` to be sure",
    Scrubbed.LOG_KEEPS_IT: "its key is gone and the tables were vacuumed; PostgreSQL's write-ahead log and freed pages"
    " keep sealed bytes and the wrapped key until they are written over: see docs/operating.md",
}
_ELSEWHERE = "backups, and exports that `ovillo relink export` wrote before, still hold it: delete them"


@click.group()
def erase() -> None:
    """Erase what was filed or reported, whole and for good."""


@erase.command()
@click.argument("reference")
@click.option("--typed", prompt="Type the reference once more to erase the search for good", default="")
def search(reference: str, typed: str) -> None:
    """Erase the search with this REFERENCE, as its family asked."""
    with open_database() as database:
        with database.transaction() as session:
            command = EraseSearchByReference(reference=reference, typed=typed)
            erase_by_reference(session, OPERATOR, command, now=now())
        _tell(database.scrub(TABLES))


@erase.command()
@click.argument("report", type=click.UUID)
@click.option("--typed", default="", help="The report's number; asked for when left out.")
def report(report: uuid.UUID, typed: str) -> None:
    """Erase the REPORT with this id, as the person it is of asked."""
    with open_database() as database:
        with database.reading() as session:
            number = read_report_to_erase(session, OPERATOR, report, now=now()).number_to_type
        typed = typed or click.prompt(f"Type {number} to erase this report for good")
        with database.transaction() as session:
            erase_report(session, OPERATOR, EraseReport(report_id=report, typed=typed), now=now())
        _tell(database.scrub(TABLES))


@erase.command()
def asked() -> None:
    """List what living persons asked through an intermediary, and nobody has settled."""
    with open_database() as database, database.reading() as session:
        waiting = all_asked(session, OPERATOR)
    for one in waiting:
        known = f"report {one.report_id}" if one.report_id else "no such report"
        click.echo(f"{one.request_id}  {one.asked_at:%Y-%m-%d}  {one.organisation}  {one.number}  {known}")
    click.echo(f"{len(waiting)} waiting")


@erase.command()
@click.argument("request_id", type=click.UUID)
def settle(request_id: uuid.UUID) -> None:
    """Close a request of `asked` for which there is no report."""
    with open_database() as database, database.transaction() as session:
        settle_asked(session, OPERATOR, SettleAskedErasure(request_id=request_id, erased=False), now=now())
    click.echo("closed")


@erase.command()
def scrub() -> None:
    """Get what was erased out of the database's files, where somebody was reading when it was erased."""
    with open_database() as database:
        click.echo(_LEFT[database.scrub(TABLES)])


def _tell(left: Scrubbed) -> None:
    click.echo(f"erased: {_LEFT[left]}")
    click.echo(_ELSEWHERE)
