"""How a committee's readers share its list of pairs: who has one open, and when one is to be looked at again."""

import datetime
import uuid

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base


class ProposalClaim(Base):
    """A reader has a pair open; runs out by itself, and is taken over by the next who opens it after that."""

    __tablename__ = "proposal_claims"
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"), primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    until: Mapped[datetime.datetime]


class ComeBack(Base):
    """A pair is to be looked at again on a day, and why; appended, and the newest of a pair counts."""

    __tablename__ = "come_backs"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"))
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    day: Mapped[datetime.date]
    why: Mapped[str] = mapped_column(String(16))
    made_at: Mapped[datetime.datetime]
    __table_args__ = (Index(None, "proposal_id", "made_at"),)
