"""What may be sent where: kinds of photos by the record they hang on, and how much a record and the store hold."""

import uuid

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from search.access import Actor, Subject
from search.errors import NotFound, Refused
from search.models import FoundReport, Record, SearchRequest
from search.photos.photo_limits import PHOTOS_OF_A_RECORD
from search.photos.photo_store import bytes_stored, count_photos
from search.records.owned_records import owned_by
from search.records.sections import READABLE
from search.vocabulary import BODY_PHOTOS, FAMILY_PHOTOS, LIVING_KINDS, LIVING_PHOTOS, PhotoKind, ReportKind


def find_record(session: Session, actor: Actor, record_id: uuid.UUID, *, held: bool = False) -> Record:
    """A readable search or report of the actor's own, or NotFound; `held` until the transaction ends."""
    return _found(session, and_(Record.id == record_id, owned_by(actor, Record.number)), held=held)


def record_of(session: Session, number: int) -> Record:
    """The record that a photo hangs on."""
    return _found(session, Record.number == number)


def owner_of(record: Record) -> Subject:
    """Whose a record is: a family's search or an organisation's report."""
    if isinstance(record, SearchRequest):
        return Subject(case_id=record.id)
    return Subject(organisation_id=record.organisation_id if isinstance(record, FoundReport) else None)


def report_kind_of(record: Record) -> ReportKind | None:
    """What a report is of; None for a search."""
    return ReportKind(record.kind) if isinstance(record, FoundReport) else None


def kinds_for(record: Record) -> tuple[PhotoKind, ...]:
    """What a photo of this record may show."""
    kind = report_kind_of(record)
    if kind is None:
        return FAMILY_PHOTOS
    return LIVING_PHOTOS if kind in LIVING_KINDS else BODY_PHOTOS


def require_fitting(record: Record, kind: PhotoKind, *, agreed: bool) -> None:
    """Refuse what may not be sent of this record, or of a living person without that person's agreement.

    A family may leave open what its photo shows: a photo that came over a bad line is not sent a second time for that.
    """
    unsaid = kind is PhotoKind.UNSAID and report_kind_of(record) is None
    if kind not in kinds_for(record) and not unsaid:
        raise Refused("photo_kind_not_here")
    if report_kind_of(record) in LIVING_KINDS and not agreed:
        raise Refused("photo_needs_agreement")


def require_room(session: Session, record: Record, more_bytes: int, store_limit: int) -> None:
    """Refuse what a record or the store has no room for.

    Photos that arrive at the same moment may together exceed the store's limit by what they take.
    """
    if count_photos(session, record.number) >= PHOTOS_OF_A_RECORD:
        raise Refused("photos_full", limit=PHOTOS_OF_A_RECORD)
    if bytes_stored(session) + more_bytes > store_limit:
        raise Refused("photo_store_full")


def _found(session: Session, condition: ColumnElement[bool], *, held: bool = False) -> Record:
    asked = select(Record).where(condition, READABLE)
    record = session.scalars(asked.with_for_update(key_share=True) if held else asked).one_or_none()
    if record is None:
        raise NotFound("not_found")
    return record
