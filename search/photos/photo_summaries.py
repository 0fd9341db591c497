"""What goes out of photos: what is said of them, as far as the reader may know it. Pictures go out one by one."""

import datetime
import uuid
from dataclasses import dataclass

from matching.record import Side
from search.access import Actor, Subject
from search.fields import Purpose, visible
from search.photos.photo_store import StoredPhoto
from search.vocabulary import PhotoKind, PhotoUse, ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSummary:
    """What is said of a photo, as far as the reader may know it; the picture is asked for on its own."""

    photo_id: uuid.UUID
    kind: PhotoKind
    added_at: datetime.datetime
    words: str
    taken: str
    use: PhotoUse


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPhotos:
    """The photos of one's own search or report; `report_kind` is None for a search, which has no `sender_number`.

    `kinds` are those that can be added, none once the record holds as many as it may.
    """

    record_id: uuid.UUID
    report_kind: ReportKind | None
    sender_number: str
    photos: tuple[PhotoSummary, ...]
    kinds: tuple[PhotoKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPhoto:
    """One photo of one's own search or report; `report_kind` is None for a search."""

    record_id: uuid.UUID
    report_kind: ReportKind | None
    photo: PhotoSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPhoto:
    """One photo of one side of a pair, without the picture."""

    proposal_id: uuid.UUID
    side: Side
    photo: PhotoSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPhotos:
    """The photos of both sides of a pair that its reader may open, without a picture."""

    sought: tuple[PhotoSummary, ...]
    found: tuple[PhotoSummary, ...]


def summary_of(photo: StoredPhoto, actor: Actor, subject: Subject, purpose: Purpose) -> PhotoSummary:
    """The photo without its pictures; words that the actor may not see for this purpose are blank."""
    shown = visible(photo.document, actor, subject, purpose)
    return PhotoSummary(
        photo_id=photo.id,
        kind=photo.kind,
        added_at=photo.added_at,
        words=shown.words,
        taken=shown.taken,
        use=shown.use,
    )
