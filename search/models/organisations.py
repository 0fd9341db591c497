"""Organisations, the people who work for them, and their sessions and tokens."""

import datetime
import uuid
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base
from search.storage.types import JSONText

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


class ProtectionSubstitute(Base):
    """Who protects children where an organisation's own protection officer cannot: a body outside it."""

    __tablename__ = "protection_substitutes"
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    substitute_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))


class Account(Base):
    """One person of an organisation. `totp_sealed` is empty only for invented demonstration accounts.

    `role` is the portal that opens; what a person may do there stands in `account_roles`. `shown_name` is what others
    see in place of the login; empty until one was chosen (`search.accounts.shown_names`).
    """

    __tablename__ = "accounts"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    role: Mapped[str] = mapped_column(String(16))
    login: Mapped[str] = mapped_column(String(100), unique=True)
    password_hash: Mapped[str] = mapped_column(String(128))
    totp_sealed: Mapped[bytes | None]
    totp_last_step: Mapped[int] = mapped_column(default=0)
    disabled_at: Mapped[datetime.datetime | None]
    last_seen_on: Mapped[datetime.date | None]
    shown_name: Mapped[str | None] = mapped_column(String(40))


class AccountRole(Base):
    """One role of one person in their organisation."""

    __tablename__ = "account_roles"
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(24), primary_key=True)
    given_at: Mapped[datetime.datetime]


class RecoveryCode(Base):
    """A code that opens once where the phone with the one-time codes is lost; kept as a keyed digest."""

    __tablename__ = "recovery_codes"
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    code_digest: Mapped[bytes] = mapped_column(primary_key=True)


class AccessRequest(Base):
    """A new member, or more roles for one, that a coordinator asks for and another person confirms.

    `kind` is "member" or "roles"; of a new member `account_id` is empty until the invitation was accepted. `roles` is a
    list of codes. `code_digest` is of the one-time code of a confirmed invitation. `ended_at`: used, withdrawn or void.
    """

    __tablename__ = "access_requests"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), index=True)
    kind: Mapped[str] = mapped_column(String(8))
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    login: Mapped[str] = mapped_column(String(100))
    roles: Mapped[Any] = mapped_column(JSONText)
    proposed_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    proposed_at: Mapped[datetime.datetime]
    confirmed_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    confirmed_at: Mapped[datetime.datetime | None]
    code_digest: Mapped[bytes | None] = mapped_column(unique=True)
    totp_sealed: Mapped[bytes | None]
    expires_at: Mapped[datetime.datetime]
    ended_at: Mapped[datetime.datetime | None]


class Alarm(Base):
    """What looks like a stolen account, for the coordinators of its organisation.

    `account_id` is whose it is; None for programs that come with the organisation's tokens.
    """

    __tablename__ = "alarms"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    kind: Mapped[str] = mapped_column(String(24))
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime.datetime]
    acknowledged_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    acknowledged_at: Mapped[datetime.datetime | None]
    words_sealed: Mapped[bytes | None]
    __table_args__ = (Index(None, "organisation_id", "at"), Index(None, "account_id", "kind", "at"))


class SignInSession(Base):
    """A signed-in browser: the token is kept as a digest only.

    `proved_at`: when password and code were last given in it, which some acts ask for again. `signature` binds the
    token to its owner and moments, so that a row that is moved to another owner opens nothing. `since_*`: when a family
    was here before this visit, and the registry's change number then.
    """

    __tablename__ = "door_sessions"
    token_digest: Mapped[bytes] = mapped_column(primary_key=True)
    id: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    portal: Mapped[str] = mapped_column(String(16))
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    record_number: Mapped[int | None] = mapped_column(ForeignKey("records.number"))
    relative_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relatives.id"))
    opened_at: Mapped[datetime.datetime]
    proved_at: Mapped[datetime.datetime]
    last_used_on: Mapped[datetime.date]
    expires_at: Mapped[datetime.datetime]
    ends_at: Mapped[datetime.datetime]
    since_version: Mapped[int | None] = mapped_column(BigInteger)
    since_at: Mapped[datetime.datetime | None]
    signature: Mapped[bytes]


class AccessToken(Base):
    """An organisation's key to the API, kept as a digest only.

    `scopes` and `report_kinds` are lists of codes. `paced_until`: until when the calls so far fill the pace that a
    token may keep (a leaky bucket). `made_by` is empty where the operator made it.
    """

    __tablename__ = "access_tokens"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(String(100))
    scopes: Mapped[Any] = mapped_column(JSONText)
    report_kinds: Mapped[Any] = mapped_column(JSONText)
    made_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime.datetime]
    last_used_on: Mapped[datetime.date | None]
    paced_until: Mapped[datetime.datetime | None]
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
