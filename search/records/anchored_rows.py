"""Rows that the audit vouches for: whatever is added, changed or deleted in them is written into the next entry.

Judgements, consents, readings, accounts lie in plain rows that whoever writes to the database could take away. A row's
anchor is a keyed digest of all it says; the audit's entry of the act that wrote the row carries it
(`search.accounts.audit_chain`), and verifying compares the newest anchor of each row with what is there.

Rows are noted as a session writes them, so an act need not think of it. A statement that writes past the session
(`insert`, `update`, `delete`) is not seen; `note_gone` is for the one place that deletes in bulk.
"""

import datetime
import json
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from search.models import (
    AccessRequest,
    AccessToken,
    Account,
    AccountRole,
    Alarm,
    Base,
    Consent,
    Disclosure,
    DuplicateJudgement,
    ErasureRequest,
    Judgement,
    Organisation,
    ProtectionSubstitute,
    Reading,
)
from search.storage.encryption import Vault

ANCHORED: tuple[type[Base], ...] = (
    Organisation,
    ProtectionSubstitute,
    Account,
    AccountRole,
    AccessRequest,
    AccessToken,
    Alarm,
    Consent,
    Judgement,
    DuplicateJudgement,
    Disclosure,
    Reading,
    ErasureRequest,
)
# Change with every use, and say nothing of who may come in.
NOT_ANCHORED = frozenset(
    {
        "accounts.totp_last_step",
        "accounts.last_seen_on",
        "access_tokens.last_used_on",
        "access_tokens.paced_until",
        "access_requests.totp_sealed",
    }
)
GONE = "-"
_NOTED = "anchored_rows"
_HEX = 32


def row_name(row: Base) -> str:
    """How an anchor names its row: table and primary key."""
    keys = ",".join(str(value) for value in inspect(type(row)).primary_key_from_instance(row))
    return f"{row.__tablename__} {keys}"


def row_digest(vault: Vault, row: Base) -> str:
    """The anchor of a row: a keyed digest of all its columns that say something, in hex."""
    told = {
        column.key: _plain(getattr(row, column.key))
        for column in inspect(type(row)).columns
        if f"{row.__tablename__}.{column.key}" not in NOT_ANCHORED and getattr(row, column.key) is not None
    }
    content = json.dumps([row.__tablename__, told], ensure_ascii=False, sort_keys=True).encode()
    return vault.audit_mac(b"anchored row", content).hex()[:_HEX]


def note_gone(session: Session, rows: Iterable[Base]) -> None:
    """Note rows that are about to be deleted by a statement."""
    noted = _noted(session)
    for row in rows:
        if isinstance(row, ANCHORED):
            noted[row_name(row)] = None


def take_anchors(session: Session, vault: Vault) -> list[str]:
    """The anchors of all rows that were written since this was last asked, one a string, ordered by their names."""
    session.flush()
    noted: Mapping[str, Base | None] = session.info.pop(_NOTED, {})
    return [f"{name} {GONE if row is None else row_digest(vault, row)}" for name, row in sorted(noted.items())]


def _noted(session: Session) -> dict[str, Base | None]:
    noted: dict[str, Base | None] = session.info.setdefault(_NOTED, {})
    return noted


@event.listens_for(Session, "after_flush")
def _note_written(session: Session, _context: UOWTransaction) -> None:
    noted = _noted(session)
    for row in session.new:
        if isinstance(row, ANCHORED):
            noted[row_name(row)] = row
    for row in session.dirty:
        if isinstance(row, ANCHORED) and session.is_modified(row):
            noted[row_name(row)] = row
    for row in session.deleted:
        if isinstance(row, ANCHORED):
            noted[row_name(row)] = None


def _plain(value: Any) -> Any:
    """A value as both databases give it back."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, uuid.UUID) else value
