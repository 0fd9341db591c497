"""Photos of one's own search or report: added, described, looked at, allowed to others, removed."""

import datetime
import uuid
from dataclasses import replace

from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.reading_limits import REMOVALS, count_things
from search.commands import AddPhoto, ChangePhoto, DescribePhoto
from search.documents import Photo, Provenance, photo_document
from search.errors import NotFound
from search.fields import Purpose, visible
from search.models import Record
from search.photos.photo_limits import PHOTOS_OF_A_RECORD
from search.photos.photo_rules import (
    find_record,
    kinds_for,
    owner_of,
    record_of,
    report_kind_of,
    require_fitting,
    require_room,
)
from search.photos.photo_store import (
    StoredPhoto,
    find_photo,
    new_photo,
    photo_with_content,
    photos_of,
    row_of,
    seal_note,
)
from search.photos.photo_summaries import OwnPhoto, OwnPhotos, summary_of
from search.records.sections import read_section
from search.vocabulary import PhotoKind, PhotoUse


def add_photo(
    session: Session, actor: Actor, command: AddPhoto, *, store_limit: int, now: datetime.datetime
) -> uuid.UUID:
    """Keep one photo; the same picture sent twice is one, with the words of both.

    `store_limit`: bytes that all photos together may take.
    """
    record = find_record(session, actor, command.record_id, held=True)
    require(actor, Action.ADD_PHOTO, owner_of(record))
    require_fitting(record, command.kind, agreed=command.agreed)
    if actor.kind is ActorKind.RELATIVE:
        # Who sees a photo outside is decided by whoever began the search.
        command = replace(command, use=PhotoUse.COMMITTEE)
    document = _document(command)
    known = photo_with_content(session, record.number, document)
    if known is not None:
        _add_words(session, actor, known, command.kind, document, now)
        return known
    require_room(session, record, len(document.preview) + len(document.picture), store_limit)
    row = new_photo(session, record.number, command.kind, document, now)
    session.add(row)
    _note(session, actor, Action.ADD_PHOTO, row.id, command.kind, now)
    return row.id


def _add_words(
    session: Session, actor: Actor, photo_id: uuid.UUID, kind: PhotoKind, sent: Photo, now: datetime.datetime
) -> None:
    """Keep what was written beside a picture that is there already; its permission has a page of its own."""
    photo = find_photo(session, photo_id, of=actor)
    words, taken = _both(photo.document.words, sent.words), _both(photo.document.taken, sent.taken)
    _describe(session, actor, photo, (kind if photo.kind is PhotoKind.UNSAID else photo.kind, words, taken), now)


def _both(before: str, sent: str) -> str:
    return before if sent in before else "\n".join(filter(None, (before, sent)))


def require_place_for_photo(session: Session, actor: Actor, record_id: uuid.UUID, *, store_limit: int) -> None:
    """Refuse beforehand what `add_photo` would refuse, so that nothing is decoded in vain."""
    record = find_record(session, actor, record_id)
    require(actor, Action.ADD_PHOTO, owner_of(record))
    require_room(session, record, 0, store_limit)


def change_photo(session: Session, actor: Actor, command: ChangePhoto, *, now: datetime.datetime) -> None:
    """Give a photo another permission, wider or narrower; it holds from the next reading on."""
    photo = find_photo(session, command.photo_id, of=actor)
    require(actor, Action.CHANGE_PHOTO, _owner(session, photo))
    seal_note(session, row_of(session, photo.id), replace(photo.document, use=command.use))
    _note(session, actor, Action.CHANGE_PHOTO, photo.id, photo.kind, now)


def describe_photo(session: Session, actor: Actor, command: DescribePhoto, *, now: datetime.datetime) -> None:
    """Say what a family's photo shows, and when it was taken, in place of what was said.

    Whoever sent a photo without saying what it shows completes it; what was said is changed by whoever began.
    """
    photo = find_photo(session, command.photo_id, of=actor)
    unsaid = photo.kind is PhotoKind.UNSAID
    require(actor, Action.ADD_PHOTO if unsaid else Action.CHANGE_PHOTO, _owner(session, photo))
    kind = command.kind or photo.kind
    require_fitting(record_of(session, photo.record_number), kind, agreed=False)
    _describe(session, actor, photo, (kind, command.words, command.taken), now)


def _describe(
    session: Session,
    actor: Actor,
    photo: StoredPhoto,
    said: tuple[PhotoKind, str, str],
    now: datetime.datetime,
) -> None:
    """Keep what is said of a photo; one that shows something else is of another class from then on."""
    kind, words, taken = said
    before = photo.document
    if said == (photo.kind, before.words, before.taken):
        return
    row = row_of(session, photo.id)
    row.kind = kind.value
    seal_note(session, row, photo_document(kind)(words=words, taken=taken, use=before.use, placeless=before.placeless))
    _note(session, actor, Action.CHANGE_PHOTO, photo.id, kind, now)


def remove_photo(session: Session, actor: Actor, photo_id: uuid.UUID, *, now: datetime.datetime) -> uuid.UUID:
    """Take a photo away for good; returns the record that it hung on.

    Raises TooManyAttempts `removals_used` where one of an organisation takes away more than one person or program may
    in so short a time; a family may take away all of its own.
    """
    photo = find_photo(session, photo_id, of=actor)
    require(actor, Action.REMOVE_PHOTO, _owner(session, photo))
    if actor.kind is ActorKind.PARTNER:
        count_things(session, actor, REMOVALS, (str(photo.id),), now=now)
    session.delete(row_of(session, photo_id))
    _note(session, actor, Action.REMOVE_PHOTO, photo.id, photo.kind, now)
    return record_of(session, photo.record_number).id


def read_own_photos(session: Session, actor: Actor, record_id: uuid.UUID, *, now: datetime.datetime) -> OwnPhotos:
    """What is said of the photos of one's own record; of those of a body only that they are there."""
    record = find_record(session, actor, record_id)
    require(actor, Action.READ_OWN_PHOTOS, owner_of(record))
    photos = photos_of(session, [record.number])
    record_act(session, actor, Action.READ_OWN_PHOTOS, subject=("record", record.id), now=now)
    return OwnPhotos(
        record_id=record.id,
        report_kind=report_kind_of(record),
        sender_number=_sender_number(session, actor, record),
        photos=tuple(summary_of(photo, actor, owner_of(record), Purpose.LIST) for photo in photos),
        kinds=kinds_for(record) if len(photos) < PHOTOS_OF_A_RECORD else (),
    )


def read_own_photo(session: Session, actor: Actor, photo_id: uuid.UUID, *, now: datetime.datetime) -> OwnPhoto:
    """What is said of one photo of one's own, on its own page."""
    photo = find_photo(session, photo_id, of=actor)
    require(actor, Action.READ_OWN_PHOTOS, _owner(session, photo))
    record = record_of(session, photo.record_number)
    _note(session, actor, Action.READ_OWN_PHOTOS, photo.id, photo.kind, now)
    return OwnPhoto(
        record_id=record.id,
        report_kind=report_kind_of(record),
        photo=summary_of(photo, actor, owner_of(record), Purpose.READ),
    )


def own_preview(session: Session, actor: Actor, photo_id: uuid.UUID) -> bytes:
    """The small picture of a list that was read; NotFound where a list may not show it."""
    photo = find_photo(session, photo_id, part="preview", of=actor)
    require(actor, Action.READ_OWN_PHOTOS, _owner(session, photo))
    return _shown(visible(photo.document, actor, _owner(session, photo), Purpose.LIST).preview)


def own_picture(session: Session, actor: Actor, photo_id: uuid.UUID, *, now: datetime.datetime) -> bytes:
    """The picture of a photo of one's own."""
    photo = find_photo(session, photo_id, part="picture", of=actor)
    require(actor, Action.READ_OWN_PHOTOS, _owner(session, photo))
    picture = _shown(visible(photo.document, actor, _owner(session, photo), Purpose.READ).picture)
    _note(session, actor, Action.READ_OWN_PHOTOS, photo.id, photo.kind, now)
    return picture


def _sender_number(session: Session, actor: Actor, record: Record) -> str:
    provenance = read_section(session, record.number, Provenance) or Provenance()
    return visible(provenance, actor, owner_of(record), Purpose.READ).sender_number


def _document(command: AddPhoto) -> Photo:
    return photo_document(command.kind)(
        words=command.words,
        taken=command.taken,
        use=command.use,
        placeless=command.placeless,
        preview=command.preview,
        picture=command.picture,
    )


def _owner(session: Session, photo: StoredPhoto) -> Subject:
    return owner_of(record_of(session, photo.record_number))


def _shown(picture: bytes) -> bytes:
    if not picture:
        raise NotFound("not_found")
    return picture


def _note(
    session: Session, actor: Actor, action: Action, photo_id: uuid.UUID, kind: PhotoKind, now: datetime.datetime
) -> None:
    record_act(session, actor, action, subject=("photo", photo_id), now=now, detail={"kind": kind.value})
