"""Appending to the audit chain and verifying it.

Each entry's MAC covers the entry and the MAC before it; the head row signs the chain's length, so that an entry that is
changed, moved, inserted or cut off at the end shows. A head that was exported earlier also shows a chain and head
that were replaced together.
"""

import datetime
import json
import re
import uuid
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.errors import Refused
from search.models.audit import AuditEntry, AuditHead
from search.records.sections import vault_of
from search.storage.encryption import Vault

Detail = Mapping[str, str | int | list[str]]
_NO_DETAIL: Detail = {}
# A head as `audit verify` prints it: how many entries, and the MAC of the last one.
_HEAD = re.compile(r"(\d{1,18}):([0-9a-f]{64})")
_GENESIS = b"\0" * 32
_BATCH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditVerdict:
    """`first_bad` is the first sequence number that does not fit, None for a whole chain; `head` is for export."""

    entries: int
    first_bad: int | None
    head: str


def record_act(
    session: Session,
    actor: Actor,
    action: Action,
    *,
    subject: tuple[str, uuid.UUID | str],
    now: datetime.datetime,
    detail: Detail = _NO_DETAIL,
) -> None:
    """Append one entry. `subject` is a kind of thing and its id; `detail` holds codes, counts and field names only."""
    head = _locked_head(session)
    kind, identifier = subject
    entry = AuditEntry(
        sequence=head.sequence + 1,
        at=now,
        actor_kind=actor.kind.value,
        actor_id=actor.account_id or actor.case_id or actor.organisation_id,
        action=action.value,
        subject_kind=kind,
        subject_id=str(identifier),
        detail=dict(detail),
        mac=b"",
    )
    vault = vault_of(session)
    entry.mac = vault.audit_mac(head.mac, _content(entry))
    session.add(entry)
    head.sequence, head.mac = entry.sequence, entry.mac
    head.signature = _signature(vault, head.sequence, head.mac)
    session.flush()


def verify_chain(session: Session, exported_head: str = "") -> AuditVerdict:
    """Walk the whole chain. `exported_head` is a head printed earlier: the chain must still pass through it."""
    vault = vault_of(session)
    mac, sequence = _GENESIS, 0
    anchor = _parse_head(exported_head)
    statement = select(AuditEntry).order_by(AuditEntry.sequence).execution_options(yield_per=_BATCH)
    with closing(session.scalars(statement)) as entries:
        for entry in entries:
            sequence += 1
            mac = vault.audit_mac(mac, _content(entry))
            if entry.sequence != sequence or entry.mac != mac or (sequence in anchor and anchor[sequence] != mac.hex()):
                return AuditVerdict(entries=sequence, first_bad=sequence, head="")
    return _verdict_at_end(session, vault, sequence, mac, anchor)


def head_is_ours(session: Session) -> bool | None:
    """Whether the chain's head was signed with the key that is here; None where the chain has not begun."""
    head = session.get(AuditHead, 1)
    if head is None or not head.sequence:
        return None
    return head.signature in _valid_signatures(vault_of(session), head.sequence, head.mac)


def _verdict_at_end(
    session: Session, vault: Vault, sequence: int, mac: bytes, anchor: Mapping[int, str]
) -> AuditVerdict:
    head = session.get(AuditHead, 1)
    whole = (
        head is not None
        and (head.sequence, head.mac) == (sequence, mac)
        and head.signature in _valid_signatures(vault, sequence, mac)
        and all(number <= sequence for number in anchor)
    )
    first_bad = None if whole else sequence + 1
    return AuditVerdict(entries=sequence, first_bad=first_bad, head=f"{sequence}:{mac.hex()}")


def _locked_head(session: Session) -> AuditHead:
    return session.scalars(select(AuditHead).where(AuditHead.id == 1).with_for_update()).one()


def _content(entry: AuditEntry) -> bytes:
    fields = (
        entry.sequence,
        entry.at.isoformat(),
        entry.actor_kind,
        str(entry.actor_id),
        entry.action,
        entry.subject_kind,
        entry.subject_id,
        entry.detail,
    )
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode()


def _signature(vault: Vault, sequence: int, mac: bytes) -> bytes:
    return vault.audit_mac(mac, f"head {sequence}".encode())


def _valid_signatures(vault: Vault, sequence: int, mac: bytes) -> tuple[bytes, ...]:
    """The head of a chain that has not begun is unsigned: it is made before there is a key."""
    signed = _signature(vault, sequence, mac)
    return (signed,) if sequence else (signed, b"")


def _parse_head(text: str) -> dict[int, str]:
    if not text:
        return {}
    found = _HEAD.fullmatch(text.strip())
    if found is None:
        # A slip of the pen must not look like a broken chain.
        raise Refused("audit_head_unreadable")
    return {int(found[1]): found[2]}
