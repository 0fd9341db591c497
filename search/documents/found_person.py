"""H and I of the core dataset: what only the reporting organisation and the released few may read."""

import datetime
from dataclasses import dataclass

from matching.record import Event, Place
from search.documents.field_notes import FieldNote
from search.vocabulary import WantsContact


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a report comes from: the sender's own case number and the date it was said at the source."""

    sender_number: str = ""
    source_date: datetime.date | None = None
    notes: tuple[FieldNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """H: a living person. `found` keeps the sender's words for the place; the description holds it coarsely only.

    `residence` is where they live or lived: whoever knows it can find them or their family.
    """

    found: Event | None = None
    present_place: Place | None = None
    residence: Place | None = None
    transfers: tuple[str, ...] = ()
    condition: str = ""
    minor: bool | None = None
    wants_contact: WantsContact = WantsContact.NOT_ASKED
    notes: tuple[FieldNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostMortem:
    """I: a body or remains, with the numbers of those who hold it."""

    body_tag: str = ""
    mortuary_number: str = ""
    prosecutor_number: str = ""
    completeness: str = ""
    interval: str = ""
    sex_method: str = ""
    age_method: str = ""
    stature_method: str = ""
    samples_taken: str = ""
    burial_place: str = ""
    cause: str = ""
    manner: str = ""
    notes: tuple[FieldNote, ...] = ()
