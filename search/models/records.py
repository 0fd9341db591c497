"""Reports of persons: a search or a found report, its sealed sections, its key, and its blocking keys.

`number` is the row's own number inside the database and never leaves it; `id` is the handle outside. `version` is the
registry's change number when the record last changed, `matched_version` the change number up to which it was compared:
a record waits to be matched while `matched_version < version`. Of a record that was erased its row stays, without
anything that was said: see `search.records.record_erasure`.
"""

import datetime
import uuid
from enum import IntEnum, StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from search.models.base import Base, RowNumber

_OPEN = text("withdrawn_at IS NULL")
_ERASED = text("erased_at IS NOT NULL")
_WAITING = text("matched_version < version AND withdrawn_at IS NULL")


class RecordSide(StrEnum):
    """Values of `Record.side`."""

    SOUGHT = "sought"
    FOUND = "found"


class KeySide(IntEnum):
    """Values of `BlockingKey.side`: whose key it is, and whether it finds the other side or those one belongs with.

    Stored as they are, and the first revision of the database makes what they say: none ever changes.
    """

    SOUGHT = 0
    FOUND = 1
    SOUGHT_IN_GROUP = 2
    FOUND_IN_GROUP = 3

    @classmethod
    def of(cls, side: RecordSide) -> "KeySide":
        """Under which the engine's keys of a record lie, that the other side may find it."""
        return cls[side.name]

    @classmethod
    def in_group(cls, side: RecordSide) -> "KeySide":
        """Under which the keys of a record lie that whoever travelled with it shares."""
        return cls[f"{side.name}_IN_GROUP"]


class SectionKind(StrEnum):
    """Sealed documents of a record; each kind has one disclosure level."""

    DESCRIPTION = "description"
    IDENTIFIERS = "identifiers"
    FILING = "filing"
    PROVENANCE = "provenance"
    WHEREABOUTS = "whereabouts"
    POST_MORTEM = "post_mortem"
    FOLLOW_UP = "follow_up"
    MATCHING = "matching"


class Record(Base):
    """What both sides have in common."""

    __tablename__ = "records"
    number: Mapped[int] = mapped_column(RowNumber, primary_key=True, autoincrement=True)
    id: Mapped[uuid.UUID] = mapped_column(unique=True)
    side: Mapped[str] = mapped_column(String(8))
    revision: Mapped[int] = mapped_column(default=1)
    version: Mapped[int] = mapped_column(BigInteger)
    matched_version: Mapped[int] = mapped_column(BigInteger, default=0)
    entry_date: Mapped[datetime.datetime]
    expiry_date: Mapped[datetime.datetime | None]
    withdrawn_at: Mapped[datetime.datetime | None]
    erased_at: Mapped[datetime.datetime | None]
    __mapper_args__ = {"polymorphic_on": "side"}  # noqa: RUF012 - SQLAlchemy reads it as a plain class attribute
    # The work left to do, and whom a record has yet to meet, are found without reading what is done.
    __table_args__: tuple[SchemaItem, ...] = (
        Index("ix_records_waiting", "side", "number", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_records_met", "side", "matched_version", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_records_erased", "erased_at", sqlite_where=_ERASED, postgresql_where=_ERASED),
    )


class SearchRequest(Record):
    """A family's search ("tracing request").

    `filed_by_*`, `read_*`: the organisation that filed it together with the relative, whose account, and what was read
    aloud when; empty where the family filed alone. `first_opened_at`: when the family took words of its own in place of
    those that its helper saw. `changed_at`: when the family last said something else; empty where it never did.
    `seen_*`: when it last opened its case once it had been compared, and the registry's change number then.
    `still_searching_at`: when it last said that it still searches, asked after a year. `words_seen_at`: when its
    committee gave it new words, which open nothing but the page of words of its own. `party_id`: what its searches
    for people who are sought together have in common.
    """

    __tablename__ = "search_requests"
    number: Mapped[int] = mapped_column(ForeignKey("records.number"), primary_key=True)
    reference: Mapped[str] = mapped_column(String(16), unique=True)
    passphrase_hash: Mapped[str] = mapped_column(String(128))
    language: Mapped[str] = mapped_column(String(16))
    reply_language: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str] = mapped_column(String(16))
    committee_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), index=True)
    earlier_reference_digest: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    idempotency_digest: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    changed_at: Mapped[datetime.datetime | None]
    filed_by_organisation: Mapped[uuid.UUID | None]
    filed_by_account: Mapped[uuid.UUID | None]
    read_digest: Mapped[bytes | None]
    read_language: Mapped[str | None] = mapped_column(String(16))
    read_at: Mapped[datetime.datetime | None]
    first_opened_at: Mapped[datetime.datetime | None]
    seen_version: Mapped[int | None] = mapped_column(BigInteger)
    seen_at: Mapped[datetime.datetime | None]
    still_searching_at: Mapped[datetime.datetime | None]
    words_seen_at: Mapped[datetime.datetime | None]
    party_id: Mapped[uuid.UUID | None] = mapped_column(index=True)
    __mapper_args__ = {"polymorphic_identity": RecordSide.SOUGHT.value}  # noqa: RUF012 - as above


class Relative(Base):
    """A relative whom a family let in to its search, with a reference and words of their own, until `ended_at`.

    `called_sealed`: how whoever began the search calls them. `seen_*` are as those of the search.
    """

    __tablename__ = "relatives"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    reference: Mapped[str] = mapped_column(String(16), unique=True)
    passphrase_hash: Mapped[str] = mapped_column(String(128))
    called_sealed: Mapped[bytes]
    added_at: Mapped[datetime.datetime]
    ended_at: Mapped[datetime.datetime | None]
    seen_version: Mapped[int | None] = mapped_column(BigInteger)
    seen_at: Mapped[datetime.datetime | None]


class FoundReport(Record):
    """Someone reports a person: shelter, hospital, detention visit, consulate, mortuary.

    It is known again by its sender's number, or by its origin: the row of a file, or the key of what was sent. What it
    says (`essence_digest`) only raises a question; `content_digest` tells two rows of one file alike.
    """

    __tablename__ = "found_reports"
    number: Mapped[int] = mapped_column(ForeignKey("records.number"), primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    kind: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str] = mapped_column(String(16))
    sender_number_digest: Mapped[int | None] = mapped_column(BigInteger)
    origin_digest: Mapped[int | None] = mapped_column(BigInteger)
    essence_digest: Mapped[int | None] = mapped_column(BigInteger)
    content_digest: Mapped[int] = mapped_column(BigInteger)
    __mapper_args__ = {"polymorphic_identity": RecordSide.FOUND.value}  # noqa: RUF012 - as above
    __table_args__ = (
        UniqueConstraint("organisation_id", "sender_number_digest"),
        UniqueConstraint("organisation_id", "origin_digest"),
        Index(None, "organisation_id", "essence_digest"),
        Index(None, "organisation_id", "content_digest"),
    )


class RecordKey(Base):
    """The record's data key, wrapped under a master key; without this row nothing of the record can be read again."""

    __tablename__ = "record_keys"
    record_number: Mapped[int] = mapped_column(ForeignKey("records.number"), primary_key=True)
    master: Mapped[str] = mapped_column(String(32))
    wrapped: Mapped[bytes]


class Section(Base):
    """One sealed document of one revision of a record; written once."""

    __tablename__ = "sections"
    record_number: Mapped[int] = mapped_column(ForeignKey("records.number"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]


class PackedRecord(Base):
    """All that comparing reads of a record, sealed: made from its newest MATCHING section, and again when need be.

    `layout` says by which tables it was packed, `revision` of which revision of the record; where none
    is there, or an outdated one, comparing is only slower.
    """

    __tablename__ = "packed_records"
    record_number: Mapped[int] = mapped_column(ForeignKey("records.number"), primary_key=True)
    revision: Mapped[int]
    layout: Mapped[int] = mapped_column(BigInteger)
    sealed: Mapped[bytes]


class BlockingKey(Base):
    """A keyed 64-bit digest that a record is kept under; `side` is a `KeySide`, which says for whom to find it."""

    __tablename__ = "blocking_keys"
    side: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    digest: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("records.number"), primary_key=True, index=True)
    __table_args__ = ({"sqlite_with_rowid": False},)


class RegistryClock(Base):
    """One row: the registry's change number. Its lock orders all filings; see `search.records.change_numbers`."""

    __tablename__ = "registry_clock"
    id: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int] = mapped_column(BigInteger)
