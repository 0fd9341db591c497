"""Marks of what was erased: keyed digests by which a number is known again, and nothing else is.

A sheet that is sent every week would bring back a report whose person asked to be erased, and a file of another
registry a search. So each number under which a record was known leaves a digest, which names no record; what comes
again under it is refused, and told so, row by row.
"""

import uuid
from collections.abc import Collection, Iterator

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from search.models import ErasedMark, FoundReport, Record, SearchRequest
from search.records.anchored_rows import note_marks
from search.records.chunks import chunks
from search.records.sections import vault_of
from search.storage.encryption import Vault


def remember_marks(session: Session, record: Record) -> None:
    """Keep the marks of a record that is about to be erased."""
    vault = vault_of(session)
    marks = sorted({_digest(vault, text) for text in _numbers(record)})
    known = set(session.scalars(select(ErasedMark.digest).where(ErasedMark.digest.in_(marks))))
    new = [{"digest": mark, "signature": mark_signature(vault, mark)} for mark in marks if mark not in known]
    if new:
        session.execute(insert(ErasedMark), new)
        note_marks(session, len(new))


def mark_signature(vault: Vault, digest: int) -> bytes:
    """What shows that a mark was made here: none can be added by who has no key, and the audit counts them."""
    return vault.audit_mac(b"erased mark", str(digest).encode())


def was_erased(session: Session, number: str) -> bool:
    """Whether something was erased that was known under this number; `number` is one of the functions below."""
    return bool(which_were_erased(session, (number,)))


def which_were_erased(session: Session, numbers: Collection[str]) -> set[str]:
    """Those of these numbers under which something was erased."""
    vault = vault_of(session)
    by_digest = {_digest(vault, number): number for number in numbers}
    found: set[str] = set()
    for chunk in chunks(list(by_digest)):
        asked = select(ErasedMark.digest).where(ErasedMark.digest.in_(chunk))
        found |= {by_digest[digest] for digest in session.scalars(asked)}
    return found


def reference_number(reference: str) -> str:
    """The public reference of a search."""
    return f"reference {reference}"


def earlier_reference_number(digest: int) -> str:
    """The number that another registry gave a search, as its stored digest."""
    return f"earlier reference {digest}"


def submission_number(digest: int) -> str:
    """The key that makes a submission sent twice one, as its stored digest."""
    return f"submission {digest}"


def sender_number(organisation_id: uuid.UUID, digest: int) -> str:
    """An organisation's own number of a report, as its stored digest."""
    return f"sender number {organisation_id} {digest}"


def origin_number(organisation_id: uuid.UUID, digest: int) -> str:
    """Where a report came from that its sender did not number, as its stored digest."""
    return f"origin {organisation_id} {digest}"


def essence_number(organisation_id: uuid.UUID, digest: int) -> str:
    """What an organisation said of somebody, as its stored digest; others may be like them: it is only asked about."""
    return f"essence {organisation_id} {digest}"


def _numbers(record: Record) -> Iterator[str]:
    if record.erased_at is not None:
        return
    if isinstance(record, SearchRequest):
        yield reference_number(record.reference)
        if record.earlier_reference_digest is not None:
            yield earlier_reference_number(record.earlier_reference_digest)
        if record.idempotency_digest is not None:
            yield submission_number(record.idempotency_digest)
    if isinstance(record, FoundReport):
        yield from _numbers_of_report(record)


def _numbers_of_report(report: FoundReport) -> Iterator[str]:
    digests = (report.sender_number_digest, report.origin_digest, report.essence_digest)
    for number, digest in zip((sender_number, origin_number, essence_number), digests, strict=True):
        if digest is not None:
            yield number(report.organisation_id, digest)


def _digest(vault: Vault, number: str) -> int:
    return vault.digest("erased", number)
