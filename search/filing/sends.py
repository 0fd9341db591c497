"""What an organisation sent by sheet: numbered, with who, when and which file, and the rows that were not taken, whole.

A row that was not taken is kept sealed as its sender wrote it, for some weeks, so that it can be mended and sent again;
one whose report was erased is not.
"""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.shown_names import shown_name
from search.errors import NotFound
from search.filing.quality_hints import quality_hints
from search.models import Account, ImportBatch, Organisation
from search.records.associated_data import send_name_place, send_rows_place
from search.records.sections import vault_of
from search.sheets.row_outcomes import RowRead, RowRefusal
from search.sheets.sheet_reading import SheetReading
from search.storage.encryption import Vault, seal, unseal

PAGE = 50
KEPT_FOR = datetime.timedelta(days=90)
# So many older sends are emptied at each new one: none waits for more than a few.
_EMPTIED_AT_ONCE = 20
_ERASED = "report_was_erased"


class NotTaken(msgspec.Struct, frozen=True):
    """The rows of a sheet that were not taken, as they were written, with column and code of the reason.

    `worksheet` is that of the rows that name none. The last `held` rows wait for an answer.
    `separator` divides the columns of the file, "" in a workbook.
    """

    headers: tuple[str, ...]
    rows: tuple[RowRefusal, ...]
    worksheet: str = ""
    held: int = 0
    separator: str = ""


def name_of_send(number: int | None, at: datetime.datetime) -> str:
    """What a send is called: its year and number; "" for one of before they were counted."""
    return f"{at.year}-{number:04d}" if number else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """One sheet that was sent: `number` counts those of its organisation, None for one of before they were counted.

    `searches`: it was a list of missing people, whose rows were filed as searches.
    """

    batch_id: uuid.UUID
    number: int | None
    at: datetime.datetime
    filename: str
    sent_by: str
    rows: int
    accepted: int
    already_known: int
    updated: int
    refused: int
    state: str
    has_rows: bool
    hints: tuple[tuple[str, int], ...] = ()
    searches: bool = False

    @property
    def name(self) -> str:
        """What a send is called: its year and number; "" for one of before they were counted."""
        return name_of_send(self.number, self.at)

    @property
    def not_taken(self) -> int:
        """How many rows were refused, or wait for an answer."""
        return self.rows - self.accepted - self.updated - self.already_known


def number_send(session: Session, batch: ImportBatch, reading: SheetReading) -> None:
    """Give a new send its number, and keep its file's name, its hints and its rows that were not taken."""
    # Held so that two sends of one organisation never get one number.
    session.execute(select(Organisation.id).where(Organisation.id == batch.organisation_id).with_for_update())
    mine = ImportBatch.organisation_id == batch.organisation_id
    batch.number = 1 + (session.execute(select(func.max(ImportBatch.number)).where(mine)).scalar_one() or 0)
    vault = vault_of(session)
    batch.name_sealed = seal(_key(vault), reading.filename.encode(), send_name_place(batch.id))
    hints = [list(hint) for hint in quality_hints(row.report for row in reading.rows)]
    batch.outcomes = {**batch.outcomes, "hints": hints}
    rows = tuple(row for row in reading.refused if row.code != _ERASED)
    _keep(session, batch, NotTaken(reading.headers, rows, reading.worksheet, separator=reading.separator))
    _empty_old(session, batch.at)


def settle_rows(session: Session, batch: ImportBatch, held: Iterable[RowRefusal] = ()) -> None:
    """Keep what was not taken of a send that is stored or given up: refused rows, and those that wait for an answer.

    Said again, it replaces what was said before of rows that wait.
    """
    kept, held = open_rows(session, batch), tuple(held)
    rows = (*kept.rows[: len(kept.rows) - kept.held], *held)
    if rows:
        _keep(session, batch, msgspec.structs.replace(kept, rows=rows, held=len(held)))
    else:
        batch.refused_sealed = None


def _keep(session: Session, batch: ImportBatch, kept: NotTaken) -> None:
    batch.refused_sealed = seal(_key(vault_of(session)), msgspec.msgpack.encode(kept), send_rows_place(batch.id))


def held_row(row: RowRead, question: str) -> RowRefusal:
    """A row that waits for an answer, as one that was not taken."""
    return RowRefusal(row.number, "", question, row.worksheet, row.cells)


def list_sends(session: Session, actor: Actor, *, page: int = 1) -> tuple[Send, ...]:
    """One page of what the actor's organisation sent, newest first."""
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=actor.organisation_id))
    asked = (
        select(ImportBatch, Account)
        .outerjoin(Account, Account.id == ImportBatch.sent_by)
        .where(ImportBatch.organisation_id == actor.organisation_id)
        .order_by(ImportBatch.at.desc(), ImportBatch.number.desc(), ImportBatch.id)
        .limit(PAGE)
        .offset(PAGE * max(page - 1, 0))
    )
    return tuple(_send(vault_of(session), batch, sender) for batch, sender in session.execute(asked))


def count_sends(session: Session, actor: Actor) -> int:
    """How many sheets the actor's organisation sent."""
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=actor.organisation_id))
    asked = select(func.count()).select_from(ImportBatch)
    return session.execute(asked.where(ImportBatch.organisation_id == actor.organisation_id)).scalar_one()


def read_send(session: Session, actor: Actor, batch_id: uuid.UUID) -> Send:
    """One sheet that the actor's organisation sent."""
    batch = session.get(ImportBatch, batch_id)
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=batch.organisation_id if batch else None))
    if batch is None:
        raise NotFound("not_found")
    sender = session.get(Account, batch.sent_by) if batch.sent_by else None
    hints = tuple((code, percent) for code, percent in batch.outcomes.get("hints", ()))
    searches = bool(batch.outcomes.get("searches"))
    return replace(_send(vault_of(session), batch, sender), hints=hints, searches=searches)


def read_rows_not_taken(session: Session, actor: Actor, batch_id: uuid.UUID) -> NotTaken:
    """The rows of a send that were not taken, whole; NotFound where none are kept (any more)."""
    batch = session.get(ImportBatch, batch_id)
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=batch.organisation_id if batch else None))
    if batch is None or batch.refused_sealed is None:
        raise NotFound("not_found")
    return open_rows(session, batch)


def open_rows(session: Session, batch: ImportBatch) -> NotTaken:
    """The rows that are kept of a send."""
    if batch.refused_sealed is None:
        return NotTaken((), ())
    opened = unseal(_key(vault_of(session)), batch.refused_sealed, send_rows_place(batch.id))
    return msgspec.msgpack.decode(opened, type=NotTaken)


def tokens_of(vault: Vault, batch_id: uuid.UUID, kept: NotTaken) -> dict[int, str]:
    """By place, what each row that was not taken is known by when it comes back."""
    return {place: token(vault, batch_id, place) for place in range(len(kept.rows))}


def token(vault: Vault, batch_id: uuid.UUID, place: int) -> str:
    """The send, the place, and a digest of both: numbers that a program counts on by itself are nobody's rows."""
    row = f"{batch_id.hex}-{place}"
    return f"{row}-{vault.digest('returned row', row) & 0xFFFFFFFF:08x}"


def _send(vault: Vault, batch: ImportBatch, sender: Account | None) -> Send:
    sealed = batch.name_sealed
    return Send(
        batch_id=batch.id,
        number=batch.number,
        at=batch.at,
        filename="" if sealed is None else unseal(_key(vault), sealed, send_name_place(batch.id)).decode(),
        sent_by="" if sender is None else shown_name(sender),
        rows=batch.row_count + batch.refused,
        accepted=batch.accepted,
        already_known=batch.already_known,
        updated=batch.updated,
        refused=batch.refused,
        state=batch.state,
        has_rows=batch.refused_sealed is not None,
    )


def _empty_old(session: Session, now: datetime.datetime) -> None:
    """Forget the rows that nobody came back for."""
    old = select(ImportBatch).where(ImportBatch.refused_sealed.is_not(None), ImportBatch.at < now - KEPT_FOR)
    for batch in session.scalars(old.limit(_EMPTIED_AT_ONCE)):
        batch.refused_sealed = None


def _key(vault: Vault) -> bytes:
    return vault.secret("sends")
