"""What the machine suggests and what people decide: proposals, judgements, disclosures."""

import datetime
import uuid
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base
from search.models.proposed_pairs import ProposedPair
from search.storage.types import JSONText

_UNPLACED = text("queue_order IS NULL")


class MatchProposal(ProposedPair):
    """A search and a report.

    `shown_weight` are the bits that may be told: of somebody living without what moves with the place, else all. None
    until the pair is weighed again.
    `queue_order` is its place in the committee's list, the smaller the sooner; `unnamed` whether nobody knows a name of
    whoever was found; `country_digest` where that was; `fell_by` what speaks against a pair that fell under the
    threshold. All are worked out from the records, and say nothing of what was decided (`search.casework.queue_ranks`).
    `returned_revision` is the revision at which new evidence brought a pair back that had been ruled out: judgements up
    to it count no more; `returned_because` says in codes which side was revised and which comparisons changed.
    """

    __tablename__ = "match_proposals"
    request_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"))
    report_number: Mapped[int] = mapped_column(ForeignKey("found_reports.number"), index=True)
    committee_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    request_version: Mapped[int] = mapped_column(BigInteger)
    report_version: Mapped[int] = mapped_column(BigInteger)
    shown_weight: Mapped[float | None]
    queue_order: Mapped[int | None]
    unnamed: Mapped[bool | None]
    country_digest: Mapped[int | None] = mapped_column(BigInteger)
    fell_by: Mapped[str | None] = mapped_column(String(16))
    returned_revision: Mapped[int | None]
    returned_because: Mapped[Any | None] = mapped_column(JSONText)
    __table_args__ = (
        UniqueConstraint("request_number", "report_number"),
        Index(None, "committee_id", "state", "match_weight"),
        Index(None, "committee_id", "state", "queue_order", "id"),
        Index(None, "committee_id", "fell_by"),
        Index("ix_match_proposals_without_order", "request_number", sqlite_where=_UNPLACED, postgresql_where=_UNPLACED),
    )


class Judgement(Base):
    """A person's decision, appended and never changed; `takes_back_id` names an earlier one that no longer counts.

    `ruled_out_by` is what a negative rests on beyond reading; `checks` what the reader found field by field.
    `request_revision`, `report_revision` and `evidence` say what was read, so that a pair returns only for what is new;
    `weighty`, that a negative needs a second reader; `as_meeting`, that a meeting decided. All are empty where they say
    nothing, and of judgements that are older than them.
    """

    __tablename__ = "judgements"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"), index=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[str] = mapped_column(String(16))
    reasons: Mapped[Any] = mapped_column(JSONText)
    words_sealed: Mapped[bytes]
    engine_version: Mapped[str] = mapped_column(String(64))
    revision: Mapped[int]
    made_at: Mapped[datetime.datetime]
    takes_back_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("judgements.id"))
    ruled_out_by: Mapped[Any | None] = mapped_column(JSONText)
    checks: Mapped[Any | None] = mapped_column(JSONText)
    request_revision: Mapped[int | None]
    report_revision: Mapped[int | None]
    evidence: Mapped[Any | None] = mapped_column(JSONText)
    weighty: Mapped[bool | None]
    as_meeting: Mapped[bool | None]
    __table_args__ = (
        UniqueConstraint("proposal_id", "revision"),
        Index(None, "made_at"),
        Index(None, "account_id", "made_at"),
    )


class Disclosure(Base):
    """Contacts and documents of one pair were shown to one person, for the reason they typed; never changed."""

    __tablename__ = "disclosures"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"), index=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    reason_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
    __table_args__ = (Index(None, "account_id", "made_at"),)
