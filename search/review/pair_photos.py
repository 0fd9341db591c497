"""A reviewer looks at the photos of a pair: one at a time, each written down, papers only after a typed reason."""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.record import Side
from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.casework.conflicts import require_asked, require_not_left
from search.casework.locked_pairs import subjects_of
from search.commands import OpenPhoto
from search.documents import Photo
from search.errors import NotFound
from search.fields import Purpose, visible
from search.models import Disclosure, MatchProposal, Record
from search.photos.photo_store import StoredPhoto, find_photo, photos_of
from search.photos.photo_summaries import OpenedPhoto, PairPhotos, PhotoSummary, summary_of
from search.records.sections import OPEN
from search.vocabulary import PAPERS, PhotoKind

# For so long after the reason for reading contacts was typed, papers of that pair may be looked at.
REASON_HOLDS = datetime.timedelta(minutes=30)


def photos_of_pair(session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime) -> PairPhotos:
    """What photos an opened pair has, but papers whose reader has not said why; without pictures."""
    proposal = _allowed(session, actor, Action.OPEN_CARD, proposal_id)
    sides = _open_sides(session, proposal)
    papers = _may_read_papers(session, actor, proposal, now)
    shown: dict[Side, list[PhotoSummary]] = {side: [] for side in Side}
    for photo in photos_of(session, list(sides)):
        side, subject = sides[photo.record_number]
        if (papers or photo.kind not in PAPERS) and _tells_no_place(photo, subject):
            shown[side].append(summary_of(photo, actor, subject, Purpose.LIST))
    return PairPhotos(sought=tuple(shown[Side.SOUGHT]), found=tuple(shown[Side.FOUND]))


def open_photo(session: Session, actor: Actor, command: OpenPhoto, *, now: datetime.datetime) -> OpenedPhoto:
    """What is said of one photo, before its picture is asked for."""
    proposal = _allowed(session, actor, Action.OPEN_PHOTO, command.proposal_id)
    require_asked(session, actor, proposal, now)
    photo = find_photo(session, command.photo_id)
    side, subject = _side_of(session, proposal, photo)
    purpose = _purpose(session, actor, proposal, photo.kind, now)
    _note(session, actor, proposal, photo, "words", now)
    return OpenedPhoto(proposal_id=proposal.id, side=side, photo=summary_of(photo, actor, subject, purpose))


def picture_of_pair(session: Session, actor: Actor, command: OpenPhoto, *, now: datetime.datetime) -> bytes:
    """The picture of one photo of a pair."""
    proposal = _allowed(session, actor, Action.OPEN_PHOTO, command.proposal_id)
    require_asked(session, actor, proposal, now)
    photo = find_photo(session, command.photo_id, part="picture")
    _, subject = _side_of(session, proposal, photo)
    shown: Photo = visible(photo.document, actor, subject, _purpose(session, actor, proposal, photo.kind, now))
    if not shown.picture:
        raise NotFound("not_found")
    _note(session, actor, proposal, photo, "picture", now)
    return shown.picture


def _allowed(session: Session, actor: Actor, action: Action, proposal_id: uuid.UUID) -> MatchProposal:
    """A proposal of the actor's committee; NotFound for any other."""
    proposal = session.get(MatchProposal, proposal_id)
    require(actor, action, Subject(committee_id=proposal.committee_id if proposal else None))
    if proposal is None:
        raise NotFound("not_found")
    require_not_left(session, actor, proposal.request_number, proposal.report_number)
    return proposal


def _open_sides(session: Session, proposal: MatchProposal) -> dict[int, tuple[Side, Subject]]:
    """The records of a pair by their number; one that was withdrawn or erased shows no photo any more."""
    sought, found = subjects_of(session, proposal)
    sides = {proposal.request_number: (Side.SOUGHT, sought), proposal.report_number: (Side.FOUND, found)}
    still_open = session.scalars(select(Record.number).where(Record.number.in_(sides), *OPEN))
    return {number: sides[number] for number in still_open}


def _side_of(session: Session, proposal: MatchProposal, photo: StoredPhoto) -> tuple[Side, Subject]:
    found = _open_sides(session, proposal).get(photo.record_number)
    if found is None or not _tells_no_place(photo, found[1]):
        raise NotFound("not_found")
    return found


def _tells_no_place(photo: StoredPhoto, subject: Subject) -> bool:
    """Whether it may be shown: of somebody living only what was passed as telling no place."""
    return photo.document.placeless or not subject.placeless


def _purpose(
    session: Session, actor: Actor, proposal: MatchProposal, kind: PhotoKind, now: datetime.datetime
) -> Purpose:
    """Papers are read as contacts are: for the reason that was typed; everything else because the card is read."""
    if kind in PAPERS and _may_read_papers(session, actor, proposal, now):
        return Purpose.REVEAL
    return Purpose.READ


def _may_read_papers(session: Session, actor: Actor, proposal: MatchProposal, now: datetime.datetime) -> bool:
    asked = select(Disclosure.id).where(
        Disclosure.proposal_id == proposal.id,
        Disclosure.account_id == actor.account_id,
        Disclosure.made_at > now - REASON_HOLDS,
    )
    return session.scalars(asked.limit(1)).first() is not None


def _note(
    session: Session, actor: Actor, proposal: MatchProposal, photo: StoredPhoto, part: str, now: datetime.datetime
) -> None:
    numbers = (photo.record_number,)
    note_reading(session, actor, numbers, ReadingPurpose.PHOTO, now=now, caused_by=proposal.id)
    detail = {"kind": photo.kind.value, "part": part}
    record_act(session, actor, Action.OPEN_PHOTO, subject=("photo", photo.id), now=now, detail=detail)
