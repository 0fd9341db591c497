"""Photos as rows: sealed under the key of their record, each part bound to its column and to the photo's id."""

import datetime
import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session, defer

from search.access import Actor
from search.documents import Photo, photo_document
from search.errors import NotFound
from search.models import Photo as PhotoRow
from search.records.associated_data import photo_picture_place, photo_preview_place, photo_words_place
from search.records.owned_records import owned_by
from search.records.sections import encode, held_keys, record_key, record_keys, vault_of
from search.storage.encryption import seal, unseal
from search.vocabulary import PhotoKind

# All of a row but what is sealed in it.
_PLAIN = (PhotoRow.id, PhotoRow.record_number, PhotoRow.kind, PhotoRow.added_at)
_PICTURES: dict[str, InstrumentedAttribute[bytes]] = {
    "preview": PhotoRow.preview_sealed,
    "picture": PhotoRow.picture_sealed,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPhoto:
    """A photo as it is kept; `document` holds what was asked for and no other picture."""

    id: uuid.UUID
    record_number: int
    kind: PhotoKind
    added_at: datetime.datetime
    document: Photo


def new_photo(session: Session, number: int, kind: PhotoKind, document: Photo, now: datetime.datetime) -> PhotoRow:
    """A row for a record's new photo, sealed and not yet added."""
    identifier, key = uuid.uuid4(), record_key(session, number)
    row = PhotoRow(
        id=identifier,
        record_number=number,
        kind=kind.value,
        added_at=now,
        stored_bytes=len(document.preview) + len(document.picture),
        content_digest=content_digest(session, number, document),
        words_sealed=b"",
        preview_sealed=seal(key, document.preview, photo_preview_place(identifier)),
        picture_sealed=seal(key, document.picture, photo_picture_place(identifier)),
    )
    seal_note(session, row, document)
    return row


def seal_note(session: Session, row: PhotoRow, document: Photo) -> None:
    """Keep what is said of a photo, and its permission, in place of what was kept before."""
    note = encode(replace(document, preview=b"", picture=b""))
    row.words_sealed = seal(record_key(session, row.record_number), note, photo_words_place(row.id))


def content_digest(session: Session, number: int, document: Photo) -> int:
    """Tells equal pictures of one record apart from others, and says nothing of two records with one picture."""
    content = hashlib.sha256(document.picture).hexdigest()
    return vault_of(session).digest("photo", f"{number}\x1f{content}")


def photos_of(session: Session, numbers: Sequence[int], *, part: str = "") -> list[StoredPhoto]:
    """The photos of some records in the order in which they came; `part` is preview, picture or neither."""
    columns = (*_PLAIN, PhotoRow.words_sealed, *([_PICTURES[part]] if part else []))
    asked = select(*columns).where(PhotoRow.record_number.in_(numbers)).order_by(PhotoRow.added_at, PhotoRow.id)
    rows = session.execute(asked).all()
    keys = record_keys(session, {row.record_number for row in rows})
    return [_stored(row, keys[row.record_number], part) for row in rows]


def find_photo(session: Session, identifier: uuid.UUID, *, part: str = "", of: Actor | None = None) -> StoredPhoto:
    """One photo, with the part of it that is asked for; NotFound where it was removed or never was.

    `of`: one of this actor's own alone; anything else is not read.
    """
    columns = (*_PLAIN, PhotoRow.words_sealed, *([_PICTURES[part]] if part else []))
    own = true() if of is None else owned_by(of, PhotoRow.record_number)
    row = session.execute(select(*columns).where(PhotoRow.id == identifier, own)).one_or_none()
    keys = held_keys(session, (row.record_number,)) if row is not None else {}
    if row is None or not keys:
        raise NotFound("not_found")
    return _stored(row, keys[row.record_number], part)


def row_of(session: Session, identifier: uuid.UUID) -> PhotoRow:
    """A photo's row, to be changed or removed: without its pictures, which nobody reads for that."""
    return session.get_one(
        PhotoRow, identifier, options=[defer(PhotoRow.preview_sealed), defer(PhotoRow.picture_sealed)]
    )


def photo_with_content(session: Session, number: int, document: Photo) -> uuid.UUID | None:
    """The photo of a record that is this very picture, None where there is none."""
    digest = content_digest(session, number, document)
    asked = select(PhotoRow.id).where(PhotoRow.record_number == number, PhotoRow.content_digest == digest)
    return session.scalars(asked).one_or_none()


def count_photos(session: Session, number: int) -> int:
    """How many photos a record has."""
    counted = select(func.count()).select_from(PhotoRow).where(PhotoRow.record_number == number)
    return session.execute(counted).scalar_one()


def bytes_stored(session: Session) -> int:
    """What all photos of the installation take, without what sealing adds."""
    return session.execute(select(func.coalesce(func.sum(PhotoRow.stored_bytes), 0))).scalar_one()


def _stored(row: Any, key: bytes, part: str) -> StoredPhoto:
    kind = PhotoKind(row.kind)
    note = unseal(key, row.words_sealed, photo_words_place(row.id))
    document = msgspec.msgpack.decode(note, type=photo_document(kind))
    if part == "preview":
        document = replace(document, preview=unseal(key, row.preview_sealed, photo_preview_place(row.id)))
    elif part == "picture":
        document = replace(document, picture=unseal(key, row.picture_sealed, photo_picture_place(row.id)))
    return StoredPhoto(id=row.id, record_number=row.record_number, kind=kind, added_at=row.added_at, document=document)
