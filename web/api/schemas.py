"""What the API takes and gives, strictly typed: unknown fields are refused, codes are those of the vocabulary."""

import datetime
import uuid
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, model_validator

from search.commands import Again
from search.documents import Description, FieldNote, Identifiers, PostMortem, Whereabouts
from search.vocabulary import LIVING_KINDS, ConsentPurpose, ReportKind
from web.api.document_schemas import DescriptionIn, IdentifiersIn, PostMortemIn, ProvenanceNotes, WhereaboutsIn
from web.api.schema_parts import Line, Strict

# Marked in the description alone: pydantic's own mark would warn whoever answers with the field.
DEPRECATED: Final[Any] = {"deprecated": True}
# What may be declared to be no slip (`search.documents.odd_dates`).
OddDate = Literal["date_in_future", "found_before_birth"]


class CorrectionIn(Strict):
    """One value that is replaced by `new`, or taken away where there is none; nothing else removes anything.

    `path` as in the field table, such as `description.names`; `old` names the value; without it the whole field goes.
    """

    path: Annotated[str, Field(min_length=3, max_length=100)]
    old: Annotated[str, Field(max_length=2000)] | None = None
    new: Annotated[str, Field(min_length=1, max_length=2000)] | None = None


class ReportParts(Strict):
    """What may be said of one person. `told_by` is the witness of a statement, and how to ask them."""

    sender_number: Line = ""
    found: DescriptionIn = DescriptionIn()
    identifiers: IdentifiersIn = IdentifiersIn()
    whereabouts: WhereaboutsIn | None = None
    post_mortem: PostMortemIn | None = None
    source_date: datetime.date | None = None
    told_by: Line = ""
    told_by_contact: Line = ""
    provenance_notes: ProvenanceNotes = ()
    corrections: Annotated[tuple[CorrectionIn, ...], Field(max_length=50)] = ()
    as_meant: Annotated[tuple[OddDate, ...], Field(max_length=2)] = ()


class ReportIn(ReportParts):
    """One person. A `sender_number` that was sent before makes this news of that report: what is left out stays.

    `again` answers a 409: the number is of the `same` person, or of an `other` one. `alike` is the id of an own report
    that is of this person: with the id of the 409 it is of that one, whoever was given the number since. `as_meant`
    says that a day that has not come yet, or a finding before the birth, is no slip.
    """

    kind: ReportKind
    again: Again = Again.ASK
    alike: uuid.UUID | None = None

    @model_validator(mode="after")
    def living_or_dead(self) -> Self:
        """Whereabouts belong to the living, post-mortem data to the dead."""
        require_kind(self.kind, self)
        return self


class PatchIn(ReportParts):
    """News and corrections of one report: what is left out stays, and nothing but a correction removes anything.

    `again` answers a 409: these are news of the `same` person. Of another one a report of its own is sent.
    """

    kind: ReportKind | None = None
    again: Literal[Again.ASK, Again.SAME] = Again.ASK


def require_kind(kind: ReportKind, parts: ReportParts) -> None:
    """Raises ValueError where a part does not belong to reports of this kind."""
    if kind in LIVING_KINDS and parts.post_mortem is not None:
        raise ValueError("post_mortem is for the kinds mortuary and forensic")
    if kind not in LIVING_KINDS and parts.whereabouts is not None:
        raise ValueError("whereabouts are for living persons")


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
    revision: int
    changes: tuple[ChangeOut, ...] = ()
    perhaps_again: tuple[uuid.UUID, ...] = ()


class OwnReportOut(Strict):
    """One of the organisation's own reports."""

    report_id: uuid.UUID
    kind: ReportKind
    sender_number: str
    entry_date: datetime.datetime
    names: tuple[str, ...]


class PageOut(Strict):
    """`next` is the cursor of the next page, to be sent as `after`; null at the end.

    `page` and `pages` are of the parameter `page`, and will go with it; null where a cursor was sent.
    """

    next: str | None
    page: Annotated[int | None, Field(json_schema_extra=DEPRECATED)]
    pages: Annotated[int | None, Field(json_schema_extra=DEPRECATED)]
    total: int


class OwnReportsOut(PageOut):
    """One page of them, newest first, fifty a page. `next` is the cursor of the next page, to be sent as `after`."""

    reports: tuple[OwnReportOut, ...]


class ReportOut(Strict):
    """One own report with all that is known of it, in the fields in which it is sent; what says nothing is left out."""

    report_id: uuid.UUID
    revision: int
    kind: ReportKind
    entry_date: datetime.datetime
    sender_number: str
    source_date: datetime.date | None
    told_by: str
    told_by_contact: str
    found: Description
    identifiers: Identifiers
    whereabouts: Whereabouts | None
    post_mortem: PostMortem | None
    provenance_notes: tuple[FieldNote, ...]


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


class SharedSearchesOut(PageOut):
    """One page of them, newest first, twenty a page. `next` is the cursor of the next page, to be sent as `after`."""

    searches: tuple[SharedSearchOut, ...]


class PageIn(Strict):
    """Which page: the one that a cursor of the page before names, else the first.

    `page` counts pages from 1, and will go: between two of its pages a report may come that moves all others.
    """

    after: Annotated[str | None, Field(min_length=1, max_length=200)] = None
    page: Annotated[int | None, Field(ge=1, le=100_000, json_schema_extra=DEPRECATED)] = None

    @model_validator(mode="after")
    def one_of_them(self) -> Self:
        """A page is named in one way."""
        if self.after is not None and self.page is not None:
            raise ValueError("after and page name two pages: send one of them")
        return self


class Problem(Strict):
    """Every error, as RFC 9457 has it: `type` is the address of a page about it, `code` is for programs and stays.

    `fields` names what did not fit in the body. `error` and `message` are the earlier names of `code` and `detail`, and
    will go.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    fields: dict[str, list[str]] = Field(default={})
    error: Annotated[str, Field(json_schema_extra=DEPRECATED)]
    message: Annotated[str, Field(json_schema_extra=DEPRECATED)]


class HeldOut(Problem):
    """A question before anything is stored.

    `report_id` is the own report that the number belongs to; `contradictions` are what speaks against one person.
    """

    report_id: str = ""
    contradictions: list[str] = Field(default=[])
