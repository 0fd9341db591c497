"""Verifying the audit: the chain from its signed beginning to its head, and the rows that it vouches for.

Judgements, consents, readings, accounts and the like lie in rows of their own; each entry carries the anchors of the
rows that its act wrote (`search.records.anchored_rows`). A row that is missing, that nobody wrote, that says something
else than its newest anchor, or that did when an act changed it, is found; so is what `search.accounts.record_checks`
looks for. What a database cannot tell of itself, that it was put back to an earlier day as a whole, shows against a
head that was kept elsewhere: the head file, or one that was exported.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action
from search.accounts.audit_chain import MET, ROWS, SETTLED, STAGED, STEP, is_signed, next_link, parse_head
from search.accounts.audit_faults import AuditFault
from search.accounts.record_checks import Told, faulty_marks, faulty_records
from search.models import AuditEntry, AuditHead
from search.records.anchored_rows import GONE, MARKS, read_anchor, stored_rows
from search.records.sections import vault_of
from search.records.vouched_tables import ANCHORED
from search.storage.chain_heads import ChainHead, chain_start
from search.storage.encryption import Vault

_BATCH = 1000
_ERASING = frozenset({Action.ERASE_SEARCH.value, Action.ERASE_REPORT.value})


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
    told: Told = field(default_factory=Told)
    altered: set[str] = field(default_factory=set)


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
    faults = (
        *(AuditFault("row_was_changed", name) for name in sorted(walk.altered)),
        *_faulty_rows(session, vault, walk),
        *faulty_records(session, vault, walk.told),
        *faulty_marks(session, vault, walk.told),
    )
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
    names = [_remember_anchor(walk, anchor) for anchor in entry.detail.get(ROWS, ())]
    if entry.detail.get(STEP) == STAGED:
        walk.told.unsettled.update(names)
    elif entry.detail.get(STEP) == SETTLED:
        walk.told.unsettled.difference_update(names)
    for met in entry.detail.get(MET, ()):
        number, _, change = met.partition(":")
        walk.told.met[int(number)] = int(change)
    if entry.action in _ERASING:
        walk.told.erased.add(entry.subject_id)


def _remember_anchor(walk: _Walk, anchor: str) -> str:
    name, now, before = read_anchor(anchor)
    if name == MARKS:
        walk.told.marks += int(now)
    else:
        if name not in walk.told.unsettled and walk.anchors.get(name, GONE) != before:
            walk.altered.add(name)
        walk.anchors[name] = now
    return name


def _fault_at_end(head: AuditHead | None, vault: Vault, walk: _Walk, known: Sequence[int]) -> AuditFault | None:
    place = str(walk.sequence + 1)
    if head is None or not is_signed(head, vault):
        return AuditFault("head_unsigned", place)
    if (head.sequence, head.mac) != (walk.sequence, walk.mac):
        return AuditFault("entries_missing", place)
    return AuditFault("chain_put_back", place) if any(number > walk.sequence for number in known) else None


def _faulty_rows(session: Session, vault: Vault, walk: _Walk) -> Iterator[AuditFault]:
    expected = {name: digest for name, digest in walk.anchors.items() if digest != GONE}
    for table in ANCHORED:
        for row in stored_rows(session, vault, table):
            digest = expected.pop(row.name, None)
            if digest is None:
                yield AuditFault("row_unknown", row.name)
            elif digest != row.digest and row.name not in walk.told.unsettled:
                yield AuditFault("row_changed", row.name)
    yield from (AuditFault("row_missing", name) for name in sorted(expected))
