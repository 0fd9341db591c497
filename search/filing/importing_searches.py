"""Files of other registries: searches as JSON lines, read before anything is written, then filed a few at a time.

Each search is filed whole and belongs to a family of its own, so nothing is wrong while some of a file are there. A
file that was broken off is brought in again: what is filed already is known.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.commands import RegisterSearch
from search.files.request_lines import RequestRead, read_requests
from search.filing.registering_searches import import_searches
from search.sheet_summaries import RowOutcome
from search.storage.pace import Pace

REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedSearches:
    """What became of the lines of a file of searches."""

    accepted: int
    already_known: int
    refused: tuple[RowOutcome, ...]


@dataclass(frozen=True, slots=True)
class ReadSearches:
    """The lines of a file as searches, and those that cannot be read."""

    commands: tuple[RegisterSearch, ...]
    refused: tuple[RowOutcome, ...]


def read_search_lines(lines: Iterable[bytes], *, today: datetime.date) -> ReadSearches:
    """Read the searches of another registry, one JSON object a line; before any transaction, because it takes time."""
    outcomes = list(read_requests(lines, today=today))
    refused = [one for one in outcomes if not isinstance(one, RequestRead)]
    return ReadSearches(
        tuple(one.command for one in outcomes if isinstance(one, RequestRead)),
        tuple(RowOutcome(row=one.number, outcome=REFUSED, column=one.column, reason=one.code) for one in refused),
    )


def import_read_searches(
    session: Session, actor: Actor, read: ReadSearches, *, now: datetime.datetime
) -> ImportedSearches:
    """File searches that were read in this one transaction, all or none."""
    require(actor, Action.IMPORT_REQUESTS)
    accepted, already_known = import_searches(session, actor, read.commands, now=now)
    return ImportedSearches(accepted=accepted, already_known=already_known, refused=read.refused)


def file_read_searches(
    actor: Actor, read: ReadSearches, *, clock: Callable[[], datetime.datetime], pace: Pace
) -> ImportedSearches:
    """File searches that were read, a few in each transaction; broken off and begun again it files none twice."""
    require(actor, Action.IMPORT_REQUESTS)
    accepted = already_known = done = 0
    while done < len(read.commands):
        with pace.transaction() as session:
            for part in pace.some(read.commands[done : done + pace.size]):
                new, known = import_searches(session, actor, part, now=clock())
                accepted, already_known, done = accepted + new, already_known + known, done + len(part)
    return ImportedSearches(accepted=accepted, already_known=already_known, refused=read.refused)


def import_search_lines(
    session: Session, actor: Actor, lines: Iterable[bytes], *, now: datetime.datetime
) -> ImportedSearches:
    """Read and file the searches of a file of our own in one go; a line that cannot be read is refused."""
    require(actor, Action.IMPORT_REQUESTS)
    return import_read_searches(session, actor, read_search_lines(lines, today=now.date()), now=now)
