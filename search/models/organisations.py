"""Organisations, the people who work for them, and their sessions and tokens."""

import datetime
import uuid

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base

# What a row has in a column that was added after it.
_EMPTY = text("''")


class Organisation(Base):
    """A committee of relatives or a reporting organisation.

    `country` is where it works, an ISO 3166-1 alpha-2 code, empty where it works in several or none was said;
    `state_run` is a `StateRun`; `contact_sealed` is how the operator reaches it.
    """

    __tablename__ = "organisations"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    country: Mapped[str] = mapped_column(String(2), default="", server_default=_EMPTY)
    state_run: Mapped[str] = mapped_column(String(8), default="unknown", server_default="unknown")
    contact_sealed: Mapped[bytes | None]


class Account(Base):
    """One person of an organisation. `totp_sealed` is empty only for invented demonstration accounts."""

    __tablename__ = "accounts"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    role: Mapped[str] = mapped_column(String(16))
    login: Mapped[str] = mapped_column(String(100), unique=True)
    password_hash: Mapped[str] = mapped_column(String(128))
    totp_sealed: Mapped[bytes | None]
    totp_last_step: Mapped[int] = mapped_column(default=0)
    disabled_at: Mapped[datetime.datetime | None]


class SignInSession(Base):
    """A signed-in browser: the token is kept as a digest only."""

    __tablename__ = "door_sessions"
    token_digest: Mapped[bytes] = mapped_column(primary_key=True)
    portal: Mapped[str] = mapped_column(String(16))
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    record_number: Mapped[int | None] = mapped_column(ForeignKey("records.number"))
    expires_at: Mapped[datetime.datetime]
    ends_at: Mapped[datetime.datetime]


class AccessToken(Base):
    """An organisation's key to the API, kept as a digest only."""

    __tablename__ = "access_tokens"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    expires_at: Mapped[datetime.datetime]
    revoked_at: Mapped[datetime.datetime | None]


class Draft(Base):
    """Something half done, sealed under its own key until it is finished or forgotten.

    `set_aside_at`: when somebody asked to forget it, which can be undone for a few minutes. `record_number`: the case
    whose family typed it, so that it goes with the case.
    `kind` is a `DraftKind`, `size` the sealed bytes, `saves` how often it was kept; `source_mark` is a keyed digest of
    a network that outlives no process.
    """

    __tablename__ = "drafts"
    token_digest: Mapped[bytes] = mapped_column(primary_key=True)
    master: Mapped[str] = mapped_column(String(32))
    wrapped_key: Mapped[bytes]
    expires_at: Mapped[datetime.datetime] = mapped_column(index=True)
    set_aside_at: Mapped[datetime.datetime | None]
    record_number: Mapped[int | None] = mapped_column(ForeignKey("records.number"), index=True)
    kind: Mapped[str] = mapped_column(String(16), default="own", server_default="own")
    size: Mapped[int] = mapped_column(default=0, server_default="0")
    saves: Mapped[int] = mapped_column(default=1, server_default="1")
    source_mark: Mapped[int | None] = mapped_column(BigInteger)
    sealed: Mapped[bytes]
    # Covers what is counted, so that counting reads no draft.
    __table_args__ = (Index(None, "kind", "source_mark", "size"),)


class FilingCount(Base):
    """How much one network filed in one hour, by a mark that outlives no process; 0 stands for all together."""

    __tablename__ = "filing_counts"
    hour: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    source_mark: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    filings: Mapped[int]
