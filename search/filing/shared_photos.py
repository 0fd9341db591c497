"""Photos of a search that its family opened to an organisation: those of which the family said so, one by one.

Two permissions are asked at each reading: the family's consent for this organisation, and the photo's own.
"""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.reading_limits import SHARED, count_things
from search.consents import Sharing
from search.documents import Photo
from search.errors import NotFound
from search.fields import Purpose, visible
from search.models import SearchRequest
from search.photos.photo_store import StoredPhoto, find_photo, photos_of
from search.photos.photo_summaries import PhotoSummary, summary_of
from search.records.consent_rows import answers_of, standing_of
from search.records.sections import OPEN
from search.vocabulary import PhotoUse


def shared_photos(session: Session, actor: Actor, case_id: uuid.UUID) -> tuple[PhotoSummary, ...]:
    """What is said of the photos that the actor's organisation may look at, without pictures."""
    number, subject = _opened(session, actor, case_id)
    require(actor, Action.READ_SHARED_SEARCH, subject)
    return tuple(
        summary_of(photo, actor, subject, Purpose.READ)
        for photo in photos_of(session, [number], part="preview")
        if _shown(photo, actor, subject).preview
    )


def shared_picture(
    session: Session, actor: Actor, case_id: uuid.UUID, photo_id: uuid.UUID, *, now: datetime.datetime
) -> bytes:
    """The picture of one of them; NotFound for every other."""
    number, subject = _opened(session, actor, case_id)
    require(actor, Action.READ_SHARED_SEARCH, subject)
    photo = find_photo(session, photo_id, part="picture")
    picture = _shown(photo, actor, subject).picture if photo.record_number == number else b""
    if not picture:
        raise NotFound("not_found")
    count_things(session, actor, SHARED, [str(photo.id)], now=now)
    note_reading(session, actor, [number], ReadingPurpose.SHARED, now=now)
    detail = {"kind": photo.kind.value}
    record_act(session, actor, Action.READ_SHARED_SEARCH, subject=("photo", photo.id), now=now, detail=detail)
    return picture


def _shown(photo: StoredPhoto, actor: Actor, subject: Subject) -> Photo:
    """The photo as far as both permissions reach; without a picture where they do not."""
    if photo.document.use is not PhotoUse.RECEIVERS:
        return type(photo.document)()
    return visible(photo.document, actor, subject, Purpose.READ)


def _opened(session: Session, actor: Actor, case_id: uuid.UUID) -> tuple[int, Subject]:
    """A search with what its family answered about the actor's organisation; of none, a number that no record has."""
    if actor.organisation_id is None:
        return 0, Subject()
    asked = select(SearchRequest.number).where(SearchRequest.id == case_id, *OPEN)
    number = session.scalars(asked).one_or_none() or 0
    answers = answers_of(session, [number])[number]
    return number, Subject(sharing=Sharing(answers=answers, reader=standing_of(session, actor.organisation_id)))
