"""Verifying the audit: the chain from its signed beginning to its head, and the rows that it vouches for.

Judgements, consents, readings, accounts and the like lie in rows of their own; each entry carries the anchors of the
rows that its act wrote (`search.records.anchored_rows`). A row that is missing, that nobody wrote, or that says
something else than its newest anchor is found, and so is a record that was erased and is there again. What a database
cannot tell of itself, that it was put back to an earlier day as a whole, shows against a head that was kept elsewhere:
the head file, or one that was exported.
"""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action
from search.accounts.audit_chain import ROWS, is_signed, next_link, parse_head
from search.models import AuditEntry, AuditHead, Record, RecordKey
from search.records.anchored_rows import ANCHORED, GONE, row_digest, row_name
from search.records.chunks import chunks
from search.records.sections import vault_of
from search.storage.chain_heads import ChainHead, chain_start
from search.storage.encryption import Vault

_BATCH = 1000
_ERASING = frozenset({Action.ERASE_SEARCH.value, Action.ERASE_REPORT.value})


@dataclass(frozen=True, slots=True)
class AuditFault:
    """Something that does not fit. `code` says what, `place` where: an entry's number, or a table and an id."""

    code: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditVerdict:
    """`first_bad` is the first number of an entry that does not fit, None for a whole chain.

    `faults` are all that were found: of a broken chain where it breaks, of a whole one the rows that do not fit it.
    `head` is for export.
    """

    entries: int
    first_bad: int | None
    faults: tuple[AuditFault, ...]
    head: ChainHead

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.faults

    @property
    def head_text(self) -> str:
        """The head as it is printed."""
        return f"{self.head.sequence}:{self.head.mac.hex()}"


@dataclass(slots=True)
class _Walk:
    """How far a walk has come, and what the entries vouch for."""

    sequence: int
    mac: bytes
    anchors: dict[str, str] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)


def verify_chain(session: Session, exported_head: str = "", known: ChainHead | None = None) -> AuditVerdict:
    """Walk everything. The chain must pass through `exported_head`, as printed earlier, and `known`, of a head file."""
    vault = vault_of(session)
    head = session.get(AuditHead, 1)
    chain_id = (head.chain_id or "") if head is not None else ""
    walk = _Walk(0, chain_start(vault, chain_id))
    passing = dict([parse_head(exported_head)]) if exported_head else {}
    if known is not None and known.chain_id != chain_id:
        return _broken(walk, chain_id, AuditFault("chain_is_another", "1"), 1)
    fault = _walk_entries(session, vault, walk, [passing, {known.sequence: known.mac.hex()} if known else {}])
    if fault is None:
        fault = _fault_at_end(head, vault, walk, [*passing, *([known.sequence] if known else [])])
    if fault is not None:
        return _broken(walk, chain_id, fault, int(fault.place))
    faults = (*_faulty_rows(session, vault, walk.anchors), *_erased_again(session, walk.erased))
    reached = ChainHead(chain_id, walk.sequence, walk.mac)
    return AuditVerdict(entries=walk.sequence, first_bad=None, faults=faults, head=reached)


def _broken(walk: _Walk, chain_id: str, fault: AuditFault, first_bad: int) -> AuditVerdict:
    reached = ChainHead(chain_id, walk.sequence, walk.mac)
    return AuditVerdict(entries=walk.sequence, first_bad=first_bad, faults=(fault,), head=reached)


def _walk_entries(
    session: Session, vault: Vault, walk: _Walk, passing: Sequence[Mapping[int, str]]
) -> AuditFault | None:
    """Follow the links; the first entry that does not fit, None where all do."""
    statement = select(AuditEntry).order_by(AuditEntry.sequence).execution_options(yield_per=_BATCH)
    if any(0 in heads and heads[0] != walk.mac.hex() for heads in passing):
        return AuditFault("head_elsewhere", "1")
    with closing(session.scalars(statement)) as entries:
        for entry in entries:
            walk.sequence += 1
            walk.mac = next_link(vault, walk.mac, entry)
            if entry.sequence != walk.sequence or entry.mac != walk.mac:
                return AuditFault("entry_altered", str(walk.sequence))
            if any(heads.get(walk.sequence, walk.mac.hex()) != walk.mac.hex() for heads in passing):
                return AuditFault("head_elsewhere", str(walk.sequence))
            _remember(walk, entry)
    return None


def _remember(walk: _Walk, entry: AuditEntry) -> None:
    for anchor in entry.detail.get(ROWS, ()):
        name, _, digest = anchor.rpartition(" ")
        walk.anchors[name] = digest
    if entry.action in _ERASING:
        walk.erased.add(entry.subject_id)


def _fault_at_end(head: AuditHead | None, vault: Vault, walk: _Walk, known: Sequence[int]) -> AuditFault | None:
    place = str(walk.sequence + 1)
    if head is None or not is_signed(head, vault):
        return AuditFault("head_unsigned", place)
    if (head.sequence, head.mac) != (walk.sequence, walk.mac):
        return AuditFault("entries_missing", place)
    return AuditFault("chain_put_back", place) if any(number > walk.sequence for number in known) else None


def _faulty_rows(session: Session, vault: Vault, anchors: dict[str, str]) -> Iterator[AuditFault]:
    expected = {name: digest for name, digest in anchors.items() if digest != GONE}
    for table in ANCHORED:
        for row in session.scalars(select(table).execution_options(yield_per=_BATCH)):
            name = row_name(row)
            digest = expected.pop(name, None)
            if digest is None:
                yield AuditFault("row_unknown", name)
            elif digest != row_digest(vault, row):
                yield AuditFault("row_changed", name)
    yield from (AuditFault("row_missing", name) for name in sorted(expected))


def _erased_again(session: Session, erased: set[str]) -> Iterator[AuditFault]:
    for chunk in chunks(sorted(erased)):
        rows = session.execute(
            select(Record.id, Record.erased_at, RecordKey.record_number)
            .outerjoin(RecordKey, RecordKey.record_number == Record.number)
            .where(Record.id.in_([uuid.UUID(text) for text in chunk]))
        ).all()
        back = {str(row.id) for row in rows if row.erased_at is None or row.record_number is not None}
        missing = set(chunk) - {str(row.id) for row in rows}
        yield from (AuditFault("erased_is_back", f"records {one}") for one in sorted(back))
        yield from (AuditFault("row_missing", f"records {one}") for one in sorted(missing))
