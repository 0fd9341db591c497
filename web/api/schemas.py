"""What the API takes and gives, strictly typed: unknown fields are refused, codes are those of the vocabulary."""

import datetime
import uuid
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from search.commands import Again
from search.vocabulary import LIVING_KINDS, ConsentPurpose, ReportKind
from web.api.document_schemas import DescriptionIn, IdentifiersIn, PostMortemIn, ProvenanceNotes, WhereaboutsIn
from web.api.schema_parts import Line, Strict


class CorrectionIn(Strict):
    """One value that is replaced by `new`, or taken away where there is none; nothing else removes anything.

    `path` as in the field table, such as `description.names`; `old` names the value; without it the whole field goes.
    """

    path: Annotated[str, Field(min_length=3, max_length=100)]
    old: Annotated[str, Field(max_length=2000)] | None = None
    new: Annotated[str, Field(min_length=1, max_length=2000)] | None = None


class ReportIn(Strict):
    """One person. A `sender_number` that was sent before makes this news of that report: what is left out stays.

    `again` answers a 409: the number is of the `same` person, or of an `other` one. `alike` is the id of an own report
    that is of this person.
    """

    kind: ReportKind
    sender_number: Line = ""
    found: DescriptionIn = DescriptionIn()
    identifiers: IdentifiersIn = IdentifiersIn()
    whereabouts: WhereaboutsIn | None = None
    post_mortem: PostMortemIn | None = None
    source_date: datetime.date | None = None
    provenance_notes: ProvenanceNotes = ()
    again: Again = Again.ASK
    alike: uuid.UUID | None = None
    corrections: Annotated[tuple[CorrectionIn, ...], Field(max_length=50)] = ()

    @model_validator(mode="after")
    def living_or_dead(self) -> Self:
        """Whereabouts belong to the living, post-mortem data to the dead."""
        if self.kind in LIVING_KINDS and self.post_mortem is not None:
            raise ValueError("post_mortem is for the kinds mortuary and forensic")
        if self.kind not in LIVING_KINDS and self.whereabouts is not None:
            raise ValueError("whereabouts are for living persons")
        return self


class ChangeOut(Strict):
    """One value that changed: without `old` it was added, without `new` taken away."""

    path: str
    old: str | None
    new: str | None


class ReceiptOut(Strict):
    """`outcome` is accepted, updated (with what changed) or already_known.

    `perhaps_again` are ids of the organisation's own reports that look like this new one.
    """

    report_id: uuid.UUID
    sender_number: str
    outcome: Literal["accepted", "updated", "already_known"]
    changes: tuple[ChangeOut, ...] = ()
    perhaps_again: tuple[uuid.UUID, ...] = ()


class OwnReportOut(Strict):
    """One of the organisation's own reports."""

    report_id: uuid.UUID
    kind: ReportKind
    sender_number: str
    entry_date: datetime.datetime
    names: tuple[str, ...]


class OwnReportsOut(Strict):
    """One page of them, newest first, fifty a page."""

    reports: tuple[OwnReportOut, ...]
    page: int
    pages: int
    total: int


class SharedSearchOut(Strict):
    """A search that its family opened to this organisation, with what is open to it; empty fields are left out.

    `purposes`: sharing (to look for the person), forensic (to identify somebody who has died). `committee` is whom to
    write to.
    """

    case_id: uuid.UUID
    filed_at: datetime.datetime
    committee: str
    purposes: tuple[ConsentPurpose, ...]
    sought: dict[str, Any]
    identifiers: dict[str, Any]


class SharedSearchesOut(Strict):
    """One page of them, newest first, twenty a page."""

    searches: tuple[SharedSearchOut, ...]
    page: int
    pages: int
    total: int


class PageIn(Strict):
    """Which page, from 1."""

    page: Annotated[int, Field(ge=1, le=100_000)] = 1


class FailureOut(Strict):
    """Every error; `fields` names what did not fit in the body."""

    error: str
    message: str
    fields: dict[str, list[str]] = Field(default={})


class HeldOut(FailureOut):
    """A question before anything is stored.

    `report_id` is the own report that the number belongs to; `contradictions` are what speaks against one person.
    """

    report_id: str = ""
    contradictions: list[str] = Field(default=[])
