"""Two records of one side that may be about one person: proposed, judged by people, never merged."""

import datetime
import uuid

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base
from search.models.proposed_pairs import ProposedPair


class DuplicateProposal(ProposedPair):
    """A pair of searches, or a pair of reports; the record with the smaller number comes first.

    `committee_id` is the committee whose searches both are; None for searches of two committees, and for reports, which
    belong to whoever has pairs with both.
    """

    __tablename__ = "duplicate_proposals"
    first_number: Mapped[int] = mapped_column(ForeignKey("records.number"))
    second_number: Mapped[int] = mapped_column(ForeignKey("records.number"), index=True)
    side: Mapped[str] = mapped_column(String(8))
    committee_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisations.id"))
    first_version: Mapped[int] = mapped_column(BigInteger)
    second_version: Mapped[int] = mapped_column(BigInteger)
    __table_args__ = (
        UniqueConstraint("first_number", "second_number"),
        CheckConstraint("first_number < second_number", name="in_order"),
        Index(None, "committee_id", "state", "match_weight"),
    )


class DuplicateJudgement(Base):
    """A person's answer, appended and never changed; `takes_back_id` names an earlier one that no longer counts."""

    __tablename__ = "duplicate_judgements"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    duplicate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("duplicate_proposals.id"), index=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[str] = mapped_column(String(16))
    engine_version: Mapped[str] = mapped_column(String(64))
    revision: Mapped[int]
    made_at: Mapped[datetime.datetime]
    takes_back_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("duplicate_judgements.id"))
    __table_args__ = (UniqueConstraint("duplicate_id", "revision"),)
