"""What is known of who asks: talks that were held with a family, and claims that were checked by what only it knows."""

import datetime
import uuid

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base


class Talk(Base):
    """A person spoke with the enquirer of a search. Appended and never changed; `corrects_id` is the one it replaces.

    `account_id` outlives the account. `held_on` empty takes back what it corrects: nobody spoke with them.
    """

    __tablename__ = "talks"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    account_id: Mapped[uuid.UUID | None]
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisations.id"))
    held_on: Mapped[datetime.date | None]
    language: Mapped[str] = mapped_column(String(16))
    with_sealed: Mapped[bytes | None]
    corrects_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("talks.id"))
    made_at: Mapped[datetime.datetime]


class ClaimCheck(Base):
    """Somebody claimed to be the family, or to hold the person, and was asked what only the family can answer.

    `question` is its place among those of the search. What the claimant said is kept before the right answer is shown;
    `outcome` is how the reader compared the two. `proposal_id` is the pair on whose card the claim was written down.
    """

    __tablename__ = "claim_checks"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    proposal_id: Mapped[uuid.UUID | None]
    account_id: Mapped[uuid.UUID]
    claim: Mapped[str] = mapped_column(String(16))
    words_sealed: Mapped[bytes]
    question: Mapped[int]
    said_sealed: Mapped[bytes | None]
    shown_at: Mapped[datetime.datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(16))
    made_at: Mapped[datetime.datetime]


class Closing(Base):
    """A family closed its search because it knows where the person is; `reopened_at` where it searches again."""

    __tablename__ = "closings"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    outcome: Mapped[str] = mapped_column(String(16))
    told_by: Mapped[str] = mapped_column(String(24))
    words_sealed: Mapped[bytes | None]
    closed_at: Mapped[datetime.datetime]
    reopened_at: Mapped[datetime.datetime | None]


class WordRenewal(Base):
    """New words that a committee asks for, for a family that lost its own: a second person confirms, then it waits.

    `check_id` is the answer that only the family knew; `told_at`: when the notice to the old contact was sent; from
    `opens_at` on words may be given, unless it was stopped.
    """

    __tablename__ = "word_renewals"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    check_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("claim_checks.id"))
    asked_by: Mapped[uuid.UUID]
    asked_at: Mapped[datetime.datetime]
    confirmed_by: Mapped[uuid.UUID | None]
    confirmed_at: Mapped[datetime.datetime | None]
    told_at: Mapped[datetime.datetime | None]
    opens_at: Mapped[datetime.datetime | None]
    stopped_at: Mapped[datetime.datetime | None]
    given_by: Mapped[uuid.UUID | None]
    given_at: Mapped[datetime.datetime | None]


class ExtortionReport(Base):
    """Somebody asked a family for money; `number_digest` is that of the end of the number, if one was told.

    `relative_id` is there where a relative wrote it whom the family let in.
    """

    __tablename__ = "extortion_reports"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    number_digest: Mapped[int | None] = mapped_column(BigInteger, index=True)
    relative_id: Mapped[uuid.UUID | None]
    words_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
