"""A list of missing people, filed as searches of which nobody knows the family: compared, and told to nobody.

A few at a time, so that nobody waits for a list. Each search is filed whole, so nothing is wrong while some of a list
are there: a list that was broken off is sent again, and what is filed already is known.
"""

import datetime
from collections.abc import Callable, Iterable

from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.commands import RegisterSearch
from search.errors import Refused
from search.filing.importing_sheets import (
    new_batch,
    outcomes_told,
    receipt_of,
    say_outcomes,
    sheet_sender,
    subject_of,
)
from search.filing.missing_lists import may_be_listed, searches_of
from search.filing.registering_searches import file_unknown
from search.filing.returned_rows import with_returned
from search.filing.row_plans import ACCEPTED, ALREADY_KNOWN
from search.filing.sheet_news import with_origins
from search.models import BatchState
from search.records.chunks import chunks
from search.sheets.sheet_reading import SheetReading
from search.storage.database import Database
from search.summaries import ImportReceipt

_AT_ONCE = 20


def list_missing(
    database: Database,
    actor: Actor,
    reading: SheetReading,
    file_digest: int,
    *,
    clock: Callable[[], datetime.datetime],
) -> ImportReceipt:
    """File the rows of a list as searches; one that is known stays as it is."""
    with database.reading() as session:
        sender = sheet_sender(session, actor)
        require(actor, Action.LIST_MISSING, subject_of(sender))
        reading = with_origins(with_returned(session, sender.organisation_id, reading), file_digest)
    if not may_be_listed(reading):
        raise Refused("list_not_filed")
    filed: list[bool] = []
    for some in chunks(searches_of(reading, sender.name, sender.organisation_id.hex), _AT_ONCE):
        with database.transaction() as session:
            filed += _file_some(session, actor, some, now=clock())
    with database.transaction() as session:
        return _receipt(session, actor, reading, file_digest, filed, now=clock())


def _file_some(
    session: Session, actor: Actor, some: Iterable[RegisterSearch], *, now: datetime.datetime
) -> tuple[bool, ...]:
    require(actor, Action.LIST_MISSING, subject_of(sheet_sender(session, actor)))
    filed = file_unknown(session, some, now=now, listed_by=actor)
    detail = {"new": filed.count(True), "known": filed.count(False)}
    record_act(session, actor, Action.LIST_MISSING, subject=("registry", "searches"), now=now, detail=detail)
    return filed


def _receipt(
    session: Session,
    actor: Actor,
    reading: SheetReading,
    file_digest: int,
    filed: list[bool],
    *,
    now: datetime.datetime,
) -> ImportReceipt:
    """The list among the sheets that were sent, with its number and what became of each row."""
    batch = new_batch(session, actor, reading, file_digest, now=now)
    stored = [
        (row.number, ACCEPTED if new else ALREADY_KNOWN, "") for row, new in zip(reading.rows, filed, strict=True)
    ]
    say_outcomes(batch, outcomes_told(batch, stored), now=now)
    batch.outcomes = {**batch.outcomes, "hints": [], "searches": 1}
    batch.state, batch.staged_count = BatchState.STORED.value, batch.row_count
    session.flush()
    detail = {"rows": batch.row_count}
    record_act(session, actor, Action.LIST_MISSING, subject=("import_batch", batch.id), now=now, detail=detail)
    return receipt_of(batch)
