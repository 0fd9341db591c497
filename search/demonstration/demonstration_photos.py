"""Drawn photos for the pair that a visitor walks through: the family's, and those of the mortuary's report."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Actor, ActorKind, clerk_of
from search.commands import AddPhoto
from search.confined.confinement import run_confined
from search.demonstration.drawn_pictures import necklace, portrait, tattoo
from search.filing.record_photos import add_photo
from search.models import FoundReport, SearchRequest
from search.photos.picture_reading import ReadPicture, read_picture
from search.records.sections import vault_of
from search.records.sender_numbers import number_digests
from search.vocabulary import PhotoKind

SEARCH, REPORT = "DEMO-0001", "LR-0118"
_PLENTY = 1024 * 1024


@dataclass(frozen=True, slots=True)
class DrawnPhoto:
    """A picture that was read, with what is said of it; `by_family` tells on which side it hangs."""

    by_family: bool
    kind: PhotoKind
    words: str
    read: ReadPicture


def read_drawings() -> tuple[DrawnPhoto, ...]:
    """The drawings as photos are read, before any transaction."""
    drawings = (
        (True, PhotoKind.PORTRAIT, "ኤፊ", portrait()),
        (True, PhotoKind.MARK, "መስቀል ኣብ ቅልጽም", tattoo()),
        (False, PhotoKind.POST_MORTEM, "tatuaje de cruz, antebrazo derecho", tattoo(after_death=True)),
        (False, PhotoKind.BELONGINGS, "collar plateado", necklace()),
    )
    return tuple(
        DrawnPhoto(by_family, kind, words, read_picture(run_confined, content, most_bytes=_PLENTY))
        for by_family, kind, words, content in drawings
    )


def add_drawings(session: Session, drawings: Sequence[DrawnPhoto], *, now: datetime.datetime) -> None:
    """Hang them on the search and on the report of the pair."""
    family, clerk = _family(session), _clerk(session)
    for drawing in drawings:
        actor, record = family if drawing.by_family else clerk
        command = AddPhoto(
            record_id=record,
            kind=drawing.kind,
            words=drawing.words,
            picture=drawing.read.picture,
            preview=drawing.read.preview,
        )
        add_photo(session, actor, command, store_limit=_PLENTY, now=now)


def _family(session: Session) -> tuple[Actor, uuid.UUID]:
    digest = vault_of(session).digest("earlier reference", SEARCH)
    case = session.scalars(select(SearchRequest.id).where(SearchRequest.earlier_reference_digest == digest)).one()
    return Actor(kind=ActorKind.FAMILY, case_id=case), case


def _clerk(session: Session) -> tuple[Actor, uuid.UUID]:
    digest = number_digests(vault_of(session), REPORT)[0]
    report = session.scalars(select(FoundReport).where(FoundReport.sender_number_digest == digest)).one()
    return clerk_of(report.organisation_id), report.id
