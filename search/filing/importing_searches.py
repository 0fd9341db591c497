"""Files of other registries: searches as JSON lines, filed as a whole or not at all."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.commands import RegisterSearch
from search.files.request_lines import RequestRead, read_requests
from search.filing.registering_searches import import_searches
from search.summaries import RowOutcome

REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedSearches:
    """What became of the lines of a file of searches."""

    accepted: int
    already_known: int
    refused: tuple[RowOutcome, ...]


def import_search_lines(
    session: Session, actor: Actor, lines: Iterable[bytes], *, now: datetime.datetime
) -> ImportedSearches:
    """File the searches of another registry, one JSON object a line; a line that cannot be read is refused."""
    require(actor, Action.IMPORT_REQUESTS)
    commands: list[RegisterSearch] = []
    refused: list[RowOutcome] = []
    for outcome in read_requests(lines, today=now.date()):
        if isinstance(outcome, RequestRead):
            commands.append(outcome.command)
        else:
            refused.append(RowOutcome(row=outcome.number, outcome=REFUSED, column=outcome.column, reason=outcome.code))
    accepted, already_known = import_searches(session, actor, commands, now=now)
    return ImportedSearches(accepted=accepted, already_known=already_known, refused=tuple(refused))
