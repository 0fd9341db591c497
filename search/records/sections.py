"""Reading and writing sealed sections: typed documents in, ciphertext rows out, and back.

A document is encoded with msgspec and sealed under its record's key, bound to record, kind and revision. Record keys
that were unwrapped stay with the session only.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.record import MatchRecord
from search.documents import Description, Filing, FollowUp, Identifiers, PostMortem, Provenance, Whereabouts
from search.errors import SealBroken
from search.models.records import Record, RecordKey, Section, SectionKind
from search.records.associated_data import section_place
from search.records.chunks import chunks
from search.storage.encryption import Vault, WrappedKey, seal, unseal

Document = TypeVar("Document")

# A condition on records: their key was not destroyed, which is how a record is erased. Not `EXISTS`: PostgreSQL would
# read the keys of half the registry to join them with the few records that are asked for.
READABLE = (
    select(RecordKey.record_number).where(RecordKey.record_number == Record.number).scalar_subquery().is_not(None)
)
# And nobody withdrew them: what is compared, counted and shown.
OPEN = (Record.withdrawn_at.is_(None), READABLE)

DOCUMENT_TYPES: Mapping[SectionKind, type[Any]] = {
    SectionKind.DESCRIPTION: Description,
    SectionKind.IDENTIFIERS: Identifiers,
    SectionKind.FILING: Filing,
    SectionKind.PROVENANCE: Provenance,
    SectionKind.WHEREABOUTS: Whereabouts,
    SectionKind.POST_MORTEM: PostMortem,
    SectionKind.FOLLOW_UP: FollowUp,
    SectionKind.MATCHING: MatchRecord,
}
_KINDS = {document: kind for kind, document in DOCUMENT_TYPES.items()}
_ENCODER = msgspec.msgpack.Encoder()
_DECODERS = {kind: msgspec.msgpack.Decoder(document) for kind, document in DOCUMENT_TYPES.items()}


def vault_of(session: Session) -> Vault:
    """The vault that this session's database was opened with."""
    vault: Vault = session.info["vault"]
    return vault


def encode(document: object) -> bytes:
    """The bytes of a document: the same document always gives the same bytes."""
    return _ENCODER.encode(document)


def record_key(session: Session, number: int) -> bytes:
    """The record's data key; SealBroken when it was destroyed."""
    return record_keys(session, (number,))[number]


def record_keys(session: Session, numbers: Iterable[int]) -> dict[int, bytes]:
    """The data keys of several records, read in few queries; SealBroken when one was destroyed."""
    wanted = list(numbers)
    keys = held_keys(session, wanted)
    if len(keys) < len(set(wanted)):
        raise SealBroken("record_key_destroyed")
    return keys


def held_keys(session: Session, numbers: Iterable[int]) -> dict[int, bytes]:
    """The data keys of those records whose key was not destroyed."""
    known = _known_keys(session)
    wanted = list(numbers)
    missing = [number for number in wanted if number not in known]
    vault = vault_of(session)
    for chunk in chunks(missing):
        rows = session.execute(
            select(RecordKey.record_number, RecordKey.master, RecordKey.wrapped).where(
                RecordKey.record_number.in_(chunk)
            )
        )
        for number, master, wrapped in rows:
            known[number] = vault.unwrap(WrappedKey(master, wrapped), str(number))
    return {number: known[number] for number in wanted if number in known}


def section_row(key: bytes, number: int, revision: int, document: object) -> dict[str, Any]:
    """The row of a document as the record's `revision` of its section, sealed under the record's key."""
    kind = _KINDS[type(document)]
    sealed = seal(key, encode(document), section_place(number, kind, revision))
    return {"record_number": number, "kind": kind.value, "revision": revision, "sealed": sealed}


def read_section(session: Session, number: int, document: type[Document]) -> Document | None:
    """The newest revision of one section; None when the record has none, or was erased."""
    return read_sections(session, (number,), document).get(number)


def read_sections(session: Session, numbers: Iterable[int], document: type[Document]) -> dict[int, Document]:
    """The newest revision of one kind of section for several records.

    Records without one are left out, and those whose key was destroyed: a list must not end where one was erased.
    """
    kind = _KINDS[document]
    found: dict[int, tuple[int, bytes]] = {}
    wanted = list(numbers)
    for chunk in chunks(wanted):
        rows = session.execute(
            select(Section.record_number, Section.revision, Section.sealed)
            .join(Record, Record.number == Section.record_number)
            # A newer revision may lie there that is not published.
            .where(Section.kind == kind.value, Section.record_number.in_(chunk), Section.revision <= Record.revision)
            .order_by(Section.revision)
        )
        found.update({number: (revision, sealed) for number, revision, sealed in rows})
    keys = held_keys(session, found)
    decode = _DECODERS[kind].decode
    return {
        number: decode(unseal(keys[number], sealed, section_place(number, kind, revision)))
        for number, (revision, sealed) in found.items()
        if number in keys
    }


def read_kinds(session: Session, number: int, documents: Collection[type[Document]]) -> dict[type[Document], Document]:
    """The newest revision of several sections of one record: those that it has, none where it was erased."""
    kinds = {_KINDS[document]: document for document in documents}
    rows = session.execute(
        select(Section.kind, Section.revision, Section.sealed)
        .join(Record, Record.number == Section.record_number)
        .where(Section.kind.in_([kind.value for kind in kinds]), Section.record_number == number)
        .where(Section.revision <= Record.revision)
        .order_by(Section.revision)
    )
    newest = {SectionKind(kind): (revision, sealed) for kind, revision, sealed in rows}
    key = held_keys(session, (number,)).get(number)
    if key is None:
        return {}
    return {
        kinds[kind]: _DECODERS[kind].decode(unseal(key, sealed, section_place(number, kind, revision)))
        for kind, (revision, sealed) in newest.items()
    }


def read_section_at(session: Session, number: int, revision: int, document: type[Document]) -> Document | None:
    """One section as it was at a published revision of its record; None when it had none, or was erased."""
    kind = _KINDS[document]
    asked = (
        select(Section.revision, Section.sealed)
        .join(Record, Record.number == Section.record_number)
        .where(Section.kind == kind.value, Section.record_number == number)
        .where(Section.revision <= Record.revision, Section.revision <= revision)
        .order_by(Section.revision.desc())
        .limit(1)
    )
    row = session.execute(asked).one_or_none()
    key = held_keys(session, (number,)).get(number)
    if row is None or key is None:
        return None
    found: Document = _DECODERS[kind].decode(unseal(key, row.sealed, section_place(number, kind, row.revision)))
    return found


def seal_words(session: Session, number: int, words: str, place: str) -> bytes:
    """Seal a few words that hang on a record, such as a reviewer's reasons. `place` is one of `associated_data`."""
    return seal(record_key(session, number), words.encode(), place)


def unseal_words(session: Session, number: int, sealed: bytes, place: str) -> str:
    """The inverse of `seal_words`."""
    return unseal(record_key(session, number), sealed, place).decode()


def _known_keys(session: Session) -> dict[int, bytes]:
    known: dict[int, bytes] = session.info.setdefault("record_keys", {})
    return known
