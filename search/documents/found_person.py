"""H and I of the core dataset: what only the reporting organisation and the released few may read."""

import datetime
from dataclasses import dataclass

from matching.record import Event, Place
from search.documents.field_notes import FieldNote
from search.vocabulary import ReportAgreement, SampleKind, SampleStatus, WantsContact


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a report comes from: the sender's own case number and the date it was said at the source.

    `told_by` and `told_by_contact` are a witness: the name that they gave, and how to ask them.
    """

    sender_number: str = ""
    source_date: datetime.date | None = None
    told_by: str = ""
    told_by_contact: str = ""
    notes: tuple[FieldNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """H: a living person. `found` keeps the sender's words for the place; the description holds it coarsely only.

    `residence` is where they live or lived: whoever knows it can find them or their family. `words_placeless`: the
    sender says that the free words of the report tell nothing of where the person is.
    """

    found: Event | None = None
    present_place: Place | None = None
    residence: Place | None = None
    transfers: tuple[str, ...] = ()
    condition: str = ""
    agreed: ReportAgreement | None = None
    minor: bool | None = None
    words_placeless: bool | None = None
    wants_contact: WantsContact = WantsContact.NOT_ASKED
    notes: tuple[FieldNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One sample or record taken of a body: its number, who holds it, and how far it is. Never the profile itself."""

    kind: SampleKind | None = None
    number: str = ""
    held_at: str = ""
    status: SampleStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPart:
    """A part of remains with a tag of its own; `found_with` is the tag of the body that it lay with."""

    tag: str = ""
    what: str = ""
    found_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostMortem:
    """I: a body or remains, with the numbers of those who hold it. `samples_taken` are samples told in words."""

    body_tag: str = ""
    mortuary_number: str = ""
    prosecutor_number: str = ""
    completeness: str = ""
    interval: str = ""
    sex_method: str = ""
    age_method: str = ""
    stature_method: str = ""
    samples_taken: str = ""
    samples: tuple[Sample, ...] = ()
    parts: tuple[BodyPart, ...] = ()
    burial_place: str = ""
    cause: str = ""
    manner: str = ""
    notes: tuple[FieldNote, ...] = ()
