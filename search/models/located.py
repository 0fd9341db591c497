"""What follows an agreed pair: people who were met are asked, children protected, bodies handed to a forensic service.

What somebody answers, and what is decided with a child, is sealed under the key of their report and of one length
whatever it says. Rows are appended; `revision` counts those of one thing, oldest first.
"""

import datetime
import uuid

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base

_STANDS = text("taken_back_at IS NULL")


class Approach(Base):
    """A person who was found is asked, once for all committees: there is one row a report.

    `intermediary_id` is the organisation that asks; empty where none may and officers decide with a child.
    """

    __tablename__ = "approaches"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    report_number: Mapped[int] = mapped_column(ForeignKey("found_reports.number"), unique=True)
    intermediary_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    made_at: Mapped[datetime.datetime]


class ApproachEnquirer(Base):
    """One enquirer of whom the person hears; nothing follows before `acts_at`, and until then it can be taken back.

    `coordinator_id` is the one account of the committee that reads the answer.
    """

    __tablename__ = "approach_enquirers"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    approach_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("approaches.id"), index=True)
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"))
    coordinator_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"), index=True)
    started_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime.datetime]
    acts_at: Mapped[datetime.datetime]
    taken_back_at: Mapped[datetime.datetime | None]
    __table_args__ = (
        Index(
            "ix_approach_enquirers_standing",
            "proposal_id",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index(None, "proposal_id"),
    )


class PersonAnswerRow(Base):
    """What the person answered to one enquirer, and at which moment; the newest of each moment counts."""

    __tablename__ = "person_answers"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    enquirer_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("approach_enquirers.id"))
    revision: Mapped[int]
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    answer_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
    __table_args__ = (UniqueConstraint("enquirer_id", "revision"),)


class StandingAnswer(Base):
    """What the person answered to everybody, later searches too: "nobody", or "not before" a day."""

    __tablename__ = "standing_answers"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    report_number: Mapped[int] = mapped_column(ForeignKey("found_reports.number"))
    revision: Mapped[int]
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    standing_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
    withdrawn_at: Mapped[datetime.datetime | None]
    __table_args__ = (UniqueConstraint("report_number", "revision"),)


class AgeFindingRow(Base):
    """What somebody who met the person settled face to face about their age."""

    __tablename__ = "age_findings"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    report_number: Mapped[int] = mapped_column(ForeignKey("found_reports.number"))
    revision: Mapped[int]
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    found_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
    __table_args__ = (UniqueConstraint("report_number", "revision"),)


class ChildDecisionRow(Base):
    """What one protection officer decided with a child about one enquirer, and what the child says itself.

    `decision_sealed` holds the codes, `words_sealed` the child's view and the reasons.
    """

    __tablename__ = "child_decisions"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    report_number: Mapped[int] = mapped_column(ForeignKey("found_reports.number"), index=True)
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"))
    revision: Mapped[int]
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    decision_sealed: Mapped[bytes]
    words_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
    __table_args__ = (UniqueConstraint("proposal_id", "revision"),)


class ForensicHandover(Base):
    """A pair of somebody who died was handed to a forensic service, without who the family is."""

    __tablename__ = "forensic_handovers"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"))
    service_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), index=True)
    made_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime.datetime]
    acts_at: Mapped[datetime.datetime]
    taken_back_at: Mapped[datetime.datetime | None]
    __table_args__ = (
        Index(
            "ix_forensic_handovers_standing",
            "proposal_id",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index(None, "proposal_id"),
    )


class Identification(Base):
    """What a forensic service entered of a body that it was handed; the newest counts, once `acts_at` has passed."""

    __tablename__ = "identifications"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    handover_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("forensic_handovers.id"))
    revision: Mapped[int]
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    method: Mapped[str] = mapped_column(String(16))
    result: Mapped[str] = mapped_column(String(16))
    document_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
    acts_at: Mapped[datetime.datetime]
    __table_args__ = (UniqueConstraint("handover_id", "revision"),)


class ForensicWishRow(Base):
    """What a forensic service would need of a family; the committee reads it, the family never."""

    __tablename__ = "forensic_wishes"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    handover_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("forensic_handovers.id"))
    wish: Mapped[str] = mapped_column(String(24))
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime.datetime]
    settled_at: Mapped[datetime.datetime | None]
    settled_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    __table_args__ = (UniqueConstraint("handover_id", "wish"),)
