"""Searches and reports with photos on them; pictures are invented bytes, for nothing here looks at them."""

import uuid
from typing import Any

from search.access import Actor, ActorKind
from search.commands import AddPhoto
from search.filing.record_photos import add_photo, read_own_photos
from search.models import MatchProposal, Record
from search.photos.photo_summaries import OwnPhotos
from search.vocabulary import PhotoKind, ReportKind
from tests.search.scene import NOW, Scene, family_of, found, sought

PLENTY = 10**9
PREVIEW, PICTURE = b"\xff\xd8 small \xff\xd9", b"\xff\xd8 large \xff\xd9"


def search_of(scene: Scene, name: str = "Nobody Invented") -> tuple[Actor, uuid.UUID]:
    """A family and the search that it filed."""
    case = scene.file(sought(name))
    return family_of(case), case.case_id


def report_of(scene: Scene, kind: ReportKind = ReportKind.SHELTER) -> tuple[Actor, uuid.UUID]:
    """A clerk and the report that the clerk's organisation made, of a living person or of a body."""
    clerk = scene.mortuary if kind is ReportKind.MORTUARY else scene.shelter
    return clerk, scene.report(found("Somebody Invented", kind=kind), clerk).report_id


def photo_for(record: uuid.UUID, kind: PhotoKind = PhotoKind.PORTRAIT, number: int = 0, **changes: Any) -> AddPhoto:
    """A photo of a record; each `number` is another picture."""
    given: dict[str, Any] = {"words": "with the blue scarf", "taken": "before Eid", "agreed": True}
    given |= {"picture": PICTURE + bytes([number]), "preview": PREVIEW, **changes}
    return AddPhoto(record_id=record, kind=kind, **given)


def add(scene: Scene, actor: Actor, command: AddPhoto, *, store_limit: int = PLENTY) -> uuid.UUID:
    """Keep a photo."""
    with scene.database.transaction() as session:
        return add_photo(session, actor, command, store_limit=store_limit, now=NOW)


def own(scene: Scene, actor: Actor, record: uuid.UUID) -> OwnPhotos:
    """What its owner is shown of a record's photos."""
    with scene.database.transaction() as session:
        return read_own_photos(session, actor, record, now=NOW)


def pair_with_photos(scene: Scene) -> tuple[uuid.UUID, Actor, Actor, tuple[uuid.UUID, uuid.UUID]]:
    """A pair that waits: its id, the family, the clerk who reported, and the ids of both records."""
    proposal = scene.propose()
    with scene.database.reading() as session:
        row = session.get_one(MatchProposal, proposal)
        sides = [session.get_one(Record, number).id for number in (row.request_number, row.report_number)]
    family = Actor(kind=ActorKind.FAMILY, case_id=sides[0])
    return proposal, family, scene.shelter, (sides[0], sides[1])
