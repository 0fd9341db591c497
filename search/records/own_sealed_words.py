"""Words of somebody without an account, sealed under a key of their own that goes when they are erased."""

import datetime
import uuid
from typing import Final, Protocol, TypeVar

import msgspec
from sqlalchemy.orm import Session

from search.records.sections import vault_of
from search.storage.encryption import WrappedKey, seal, unseal

# Of somebody who says that they are not missing: after it was answered, and at the longest, when nobody asks any more.
SELF_REPORT_AFTER_ANSWER: Final = datetime.timedelta(days=90)
SELF_REPORT_AT_MOST: Final = datetime.timedelta(days=731)
COMPLAINT_AT_MOST: Final = datetime.timedelta(days=731)

Words = TypeVar("Words", bound=msgspec.Struct)


class SealedRow(Protocol):
    """A row that keeps such words."""

    __tablename__: str
    id: uuid.UUID
    master: str
    wrapped_key: bytes | None
    words_sealed: bytes | None


def seal_own(session: Session, row: SealedRow, words: msgspec.Struct, place: str) -> None:
    """Seal words under a fresh key of the row's own."""
    key, wrapped = vault_of(session).new_record_key(place)
    row.master, row.wrapped_key = wrapped.master, wrapped.wrapped
    row.words_sealed = seal(key, msgspec.json.encode(words), place)


def unseal_own(session: Session, row: SealedRow, kind: type[Words], place: str) -> Words | None:
    """The words of a row; None once they were erased."""
    if row.wrapped_key is None or row.words_sealed is None:
        return None
    key = vault_of(session).unwrap(WrappedKey(row.master, row.wrapped_key), place)
    return msgspec.json.decode(unseal(key, row.words_sealed, place), type=kind)


def erase_own(row: SealedRow) -> None:
    """Destroy key and words; the row stays, and says that there was something, and when."""
    row.wrapped_key = row.words_sealed = None
